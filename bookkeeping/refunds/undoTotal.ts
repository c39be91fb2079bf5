import { imbalanceOf } from '../documents/balance';
import type { CreditNoteDraft, SalesEntryDraft } from '../documents/draft';
import { mirrored } from '../documents/mirrored';
import { fromEuro, sum } from '../money/money';
import { cellNumber, cellText } from '../orderTable/cell';
import { creditKey, isCreditKey } from '../orderTable/keys';
import { readMember } from '../totals/member';
import type { RawObject } from '../trade/fields';
import { Finding } from '../trade/findings';
import { INVOICE_NUMBER_LENGTH } from '../trade/invoiceNumber';
import { readEntriesOf, type BookedDocument, type BookedOrder } from './booked';

/** A day total that is to be undone as a whole. */
export interface TotalToUndo {
	/** Its row in the order table. */
	row: RawObject;
	/** What was booked of it, with what is still open. */
	booked: readonly BookedDocument[];
	/** The rows of the orders or refunds that are booked in it. */
	members: readonly RawObject[];
	/**
	 * Booking records of credit notes, and rows of refunds that a run may be booking, since its first
	 * order: those on its members keep it from being undone.
	 */
	credits: readonly RawObject[];
}

/** What takes a total back. */
export interface UndoneTotal {
	sale: SalesEntryDraft;
	draft: CreditNoteDraft;
	/** Numbers of the orders that are free again, as the customer knows them. */
	members: string[];
	/** The lowest version of the settings that decided of one of them. */
	settingsVersion: number;
	/** Its credit note is in the books already: what was begun is ended. */
	isBegun: boolean;
}

/**
 * The credit note of all of a day total (dagomzet), sales or refunds: its entry as it stands in
 * SnelStart with the sign turned, on the same accounts, kinds of VAT and texts. Its members are free
 * afterwards. Its key and number are the same however often it is asked for.
 *
 * @returns `undefined` for one that was undone before: nothing is left to do.
 * @throws Finding UNDO_NOT_RECORDED, UNDO_PAID, UNDO_CREDITED, UNDO_TOTAL, and as
 * `readEntriesOf`.
 */
export function undoneTotal({
	row,
	booked,
	members,
	credits,
}: TotalToUndo): UndoneTotal | undefined {
	const key = cellText(row, 'orderKey');
	const inBooks = readEntriesOf(booked, key, cellText(row, 'orderNumber'));
	if (inBooks === undefined) throw new Finding('UNDO_NOT_RECORDED');
	const { sale } = inBooks;
	const own = creditKey(key, 1);
	const isBegun = inBooks.credits.some(({ orderKey }) => orderKey === own);
	const isUnderWay = cellText(row, 'code') === 'UNDO_STARTED' || members.length > 0;
	if (isBegun && !isUnderWay) return undefined;
	if (!isBegun) checkUntouched(inBooks, booked, key, members, credits);
	return {
		sale,
		draft: creditOf(sale, own),
		members: members.map((member) => cellText(member, 'orderNumber')),
		settingsVersion: Math.min(...[row, ...members].map(versionOf)),
		isBegun,
	};
}

const versionOf = (row: RawObject): number => cellNumber(row, 'settingsVersion') ?? 0;

function creditOf(sale: SalesEntryDraft, orderKey: string): CreditNoteDraft {
	const { invoiceNumber: original } = sale;
	const number = numberOfUndone(original);
	const draft: CreditNoteDraft = {
		...mirrored(sale, number, sale.invoiceDate),
		...{ document: 'creditNote', orderKey, orderNumber: number },
		...{ originalInvoiceNumber: original, originalOrderKey: sale.orderKey },
		...{ description: `Credit ${original}`, estimated: false, undoes: true },
	};
	const gap = imbalanceOf(draft);
	if (gap !== 0) throw new Finding('DRAFT_NOT_EXACT', { case: 'gap', gap });
	return draft;
}

/**
 * The number of the credit note that takes a total back: `CWDAG-2026-11-28-U`. With `-U` behind it,
 * which no total has: `CWDAG-2026-11-28` is that of the refunds of the day.
 */
export function numberOfUndone(total: string): string {
	const number = `C${total}-U`;
	return number.length <= INVOICE_NUMBER_LENGTH ? number : number.replaceAll('-', '');
}

/** @throws Finding UNDO_PAID, UNDO_CREDITED, UNDO_TOTAL. */
function checkUntouched(
	{ sale, credits: others }: BookedOrder,
	booked: readonly BookedDocument[],
	key: string,
	members: readonly RawObject[],
	credits: readonly RawObject[],
): void {
	const { invoiceNumber: number } = sale;
	const total = fromEuro(sale.invoiceAmount);
	const found = booked.find(({ record }) => cellText(record, 'documentKey') === key);
	checkNothingPaid(number, total, found?.openAmount);
	const keys = new Set(members.map((member) => cellText(member, 'orderKey')));
	const onMembers = credits.filter((credit) => keys.has(cellText(credit, 'parentKey')));
	const names = [...others.map(({ invoiceNumber }) => invoiceNumber), ...onMembers.map(nameOf)];
	if (names.length > 0) {
		throw new Finding('UNDO_CREDITED', { number, credits: [...new Set(names)] });
	}
	// They are credited once: nobody would do so again.
	const cancelled = members.filter((member) =>
		isCreditKey(cellText(member, 'orderKey'), cellText(member, 'parentKey')),
	);
	if (cancelled.length > 0) {
		const orders = cancelled.map((member) => cellText(member, 'orderNumber'));
		throw new Finding('UNDO_TOTAL', { case: 'cancelled', number, orders });
	}
	const amount = sum(members.map((member) => fromEuro(cellNumber(member, 'total') ?? 0)));
	if (amount !== total) {
		const facts = { number, total, members: members.length, amount };
		throw new Finding('UNDO_TOTAL', { case: 'others', ...facts });
	}
}

/** By what a credit note on a member is found: the negative total that it is in, or its own number. */
const nameOf = (credit: RawObject): string =>
	readMember(credit)?.totalNumber ||
	cellText(credit, 'number', 'snelStartNumber') ||
	cellText(credit, 'orderNumber');

/** @throws Finding UNDO_PAID. */
export function checkNothingPaid(
	number: string,
	total: number,
	openAmount: number | undefined,
): void {
	// An exchange of equal value has nothing to pay.
	if (openAmount === undefined && total === 0) return;
	if (openAmount === undefined) throw new Finding('UNDO_PAID', { case: 'notKnown', number });
	const paid = total - fromEuro(openAmount);
	if (paid !== 0) throw new Finding('UNDO_PAID', { case: 'paid', number, paid });
}
