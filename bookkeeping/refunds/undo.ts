import { reason, told, type Reason, type Told } from '../codes/register';
import { besideAmount, besideNumber } from '../documents/beside';
import type { CreditNoteDraft, SalesEntryDraft } from '../documents/draft';
import { whenClosedOf } from '../documents/openDay';
import { fromEuro, toEuro } from '../money/money';
import { cellNumber, cellText, cellVersion } from '../orderTable/cell';
import { creditKey } from '../orderTable/keys';
import type { Outcome } from '../orders/transform';
import type { Settings } from '../settings/settings';
import { shopOf } from '../settings/shopOf';
import { readMember } from '../totals/member';
import type { RawObject } from '../trade/fields';
import { Finding } from '../trade/findings';
import { readEntriesOf, type BookedDocument, type BookedOrder } from './booked';
import { mirror } from './credit';
import { draftCreditNote } from './creditNote';
import { openSale } from './openSale';
import { reversalNames } from './reverseOrder';
import { creditFingerprint, totalOf, unbooked, vatTotal } from './transformRefund';
import { salesOrderToDelete, type SalesOrderToDelete } from './undoSalesOrder';
import { checkNothingPaid, undoneTotal } from './undoTotal';

/** A booking that is to be undone. */
export interface UndoInput {
	/** The row of the order in the order table. */
	row: RawObject;
	/** What was booked of it, of others too, each with what is still open of it. */
	booked: readonly BookedDocument[];
	/** Of a day total: the rows of what is booked in it, and the credit notes that may be on those. */
	members?: readonly RawObject[];
	credits?: readonly RawObject[];
}

/** What an undo goes by. */
export interface UndoRules {
	/** The version of the settings by which undone orders would be booked again. */
	settingsVersion: number;
	/** Take in what lies in a closed period or one that was compared with the shop. */
	closedPeriods: boolean;
	/** Take in what was booked by the settings of today. */
	sameSettings: boolean;
	/** Periods of the shops whose books were compared: rows of the table of period checks. */
	checkedPeriods: readonly RawObject[];
}

/** What becomes of one booking: a credit note of all of it, or why there is none. */
export interface UndoneBooking extends Told {
	outcome: Outcome;
	/** The key of the credit note; of an order that is left as it is, that of the order. */
	orderKey: string;
	originalOrderKey: string;
	client: string;
	shop: string;
	orderId: string;
	orderNumber: string;
	orderStatus: string;
	/** The number of the entry that is undone. */
	invoiceNumber: string;
	/** The day it is booked on, yyyy-MM-dd. */
	orderDate: string;
	/** The id in SnelStart of the entry that is undone. */
	salesEntryId: string;
	/** Which entry of the order the next one is. */
	nextVersion: number;
	/** Euro with VAT; negative for a credit note, as it was booked for what is left as it is. */
	total: number | null;
	vat: number | null;
	regime: string;
	fingerprint: string;
	draft?: CreditNoteDraft;
	/** Of a sales order: what is deleted instead of credited. */
	deletes?: SalesOrderToDelete;
	/** Of a day total: the numbers of the orders that are free again. */
	members?: string[];
}

/**
 * Undoes a booking: a credit note of all of it, on the day, the accounts and the customer of its
 * entry, after which the order may be booked again under the next number; of a sales order that
 * nobody invoiced its deletion. The same booking gives the
 * same credit note under the same key and number, however often it is asked for. Never a booking that
 * is paid, in part or in full, nor one with credit notes of the shop on it. A day total is undone as
 * a whole, after which its orders are free. Never throws.
 */
export function undoBooking(input: UndoInput, rules: UndoRules, settings: Settings): UndoneBooking {
	try {
		return decide(input, rules, settings);
	} catch (error) {
		return described(input.row, ...unbooked(error));
	}
}

function decide(input: UndoInput, rules: UndoRules, settings: Settings): UndoneBooking {
	const { row, booked } = input;
	if (cellText(row, 'kind') === 'total') return withoutTotal(input, rules, settings);
	const key = cellText(row, 'orderKey');
	const ofSalesOrder = booked.find(
		({ record }) =>
			cellText(record, 'documentKey') === key && cellText(record, 'document') === 'salesOrder',
	);
	if (ofSalesOrder) return withoutSalesOrder(row, ofSalesOrder, rules);
	const shop = shopOf(cellText(row, 'shop'), settings);
	const inBooks = readEntriesOf(booked, key, cellText(row, 'orderNumber'));
	if (inBooks === undefined) throw new Finding('UNDO_NOT_RECORDED');
	const { sale, credits } = inBooks;
	const own = creditKey(key, sale.version ?? 1);
	const begun = credits.find(({ orderKey }) => orderKey === own);
	if (cellText(row, 'fingerprint') === '' || (begun && !begun.undoes)) {
		return described(row, 'nothingToBook', reason('CREDITED_IN_FULL', { case: 'books' }));
	}
	checkByItself(key, booked, sale.invoiceNumber);
	checkUntouched(key, inBooks, booked, own);
	const why = leftOut(row, sale.invoiceDate, rules);
	// What was begun is ended, whatever is chosen today.
	if (why && !begun) throw new Finding(why);
	const names = reversalNames(sale, cellText(row, 'orderId'), sale.invoiceDate);
	const credit = mirror(openSale(sale, []), []);
	const draft: CreditNoteDraft = {
		...draftCreditNote(credit, sale, names, shop, settings.lineLanguage),
		...closedTo(rules, settings),
		undoes: true,
	};
	return { ...credited(row, sale, draft), nextVersion: (sale.version ?? 1) + 1 };
}

/** Closed periods as the settings say, or not at all. */
const closedTo = (rules: UndoRules, settings: Settings) =>
	whenClosedOf({ ...settings, ...(!rules.closedPeriods && { closedPeriods: 'attention' }) });

function credited(row: RawObject, sale: SalesEntryDraft, draft: CreditNoteDraft): UndoneBooking {
	return {
		...described(row, 'book'),
		orderKey: draft.orderKey,
		invoiceNumber: sale.invoiceNumber,
		orderDate: sale.invoiceDate,
		total: totalOf(draft),
		vat: vatTotal(draft),
		regime: draft.regime,
		fingerprint: creditFingerprint(draft),
		draft,
	};
}

/**
 * A day total is undone as a whole. Its orders keep their version: they come into another total, or
 * are booked by themselves under a number that they never had.
 */
function withoutTotal(
	{ row, booked, members = [], credits = [] }: UndoInput,
	rules: UndoRules,
	settings: Settings,
): UndoneBooking {
	const undone = undoneTotal({ row, booked, members, credits });
	if (!undone) {
		return described(row, 'nothingToBook', reason('CREDITED_IN_FULL', { case: 'books' }));
	}
	const { sale, draft, settingsVersion, isBegun } = undone;
	const why = leftOut({ ...row, settingsVersion }, sale.invoiceDate, rules);
	if (why && !isBegun) throw new Finding(why);
	const own = { ...draft, ...closedTo(rules, settings) };
	return { ...credited(row, sale, own), orderNumber: draft.orderNumber, members: undone.members };
}

/**
 * A sales order bears no VAT before somebody invoices it, so no period is closed to it, and its
 * number is free again once it is deleted: the order keeps its version.
 *
 * @throws Finding as `salesOrderToDelete`, UNDO_SAME_SETTINGS, UNDO_PERIOD_CHECKED.
 */
function withoutSalesOrder(
	row: RawObject,
	document: BookedDocument,
	rules: UndoRules,
): UndoneBooking {
	const deletes = salesOrderToDelete(row, document);
	const isBegun = cellText(row, 'code') === 'UNDO_STARTED';
	const why = isBegun ? undefined : leftOut(row, cellText(row, 'orderDate'), rules);
	if (why) throw new Finding(why);
	return { ...described(row, 'book'), deletes };
}

/**
 * What is open on a total says nothing of one of its orders.
 *
 * @throws Finding UNDO_IN_TOTAL.
 */
function checkByItself(key: string, booked: readonly BookedDocument[], number: string): void {
	const found = booked.find(({ record }) => cellText(record, 'documentKey') === key);
	if (found && readMember(found.record)) throw new Finding('UNDO_IN_TOTAL', { number });
}

/** @throws Finding UNDO_CREDITED, UNDO_PAID. */
function checkUntouched(
	key: string,
	{ sale, credits }: BookedOrder,
	booked: readonly BookedDocument[],
	own: string,
): void {
	const { invoiceNumber: number } = sale;
	const others = credits.filter(({ orderKey }) => orderKey !== own);
	if (others.length > 0) {
		const numbers = others.map(({ invoiceNumber }) => invoiceNumber);
		throw new Finding('UNDO_CREDITED', { number, credits: numbers });
	}
	const found = booked.find(({ record }) => cellText(record, 'documentKey') === key);
	checkNothingPaid(number, fromEuro(sale.invoiceAmount), found?.openAmount);
	if (sale.beside)
		checkNothingPaid(besideNumber(number), besideAmount(sale), found?.beside?.openAmount);
}

/** Why a booking is left as it is unless somebody chose otherwise. */
function leftOut(row: RawObject, date: string, rules: UndoRules): Reason | undefined {
	const version = cellNumber(row, 'settingsVersion') ?? 0;
	if (!rules.sameSettings && version === rules.settingsVersion) {
		return reason('UNDO_SAME_SETTINGS', { version });
	}
	if (rules.closedPeriods) return undefined;
	const checked = rules.checkedPeriods
		.filter((period) => cellText(period, 'shop') === cellText(row, 'shop'))
		.map((period) => ({
			from: cellText(period, 'periodFrom'),
			until: cellText(period, 'periodUntil'),
		}))
		.find(({ from, until }) => from !== '' && date >= from && date <= until);
	return checked && reason('UNDO_PERIOD_CHECKED', { date, ...checked });
}

function described(row: RawObject, outcome: Outcome, why?: Reason): UndoneBooking {
	const read = (column: string): string => cellText(row, column);
	const total = cellNumber(row, 'total');
	return {
		outcome,
		orderKey: read('orderKey'),
		originalOrderKey: read('orderKey'),
		client: read('client'),
		shop: read('shop'),
		orderId: read('orderId'),
		orderNumber: read('orderNumber'),
		orderStatus: read('orderStatus'),
		invoiceNumber: read('snelStartNumber'),
		orderDate: read('orderDate'),
		salesEntryId: read('salesEntryId'),
		nextVersion: cellVersion(row),
		total: total === null ? null : toEuro(fromEuro(total)),
		vat: cellNumber(row, 'vat'),
		regime: read('regime'),
		fingerprint: '',
		...told(why),
	};
}
