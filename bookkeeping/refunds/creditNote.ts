import type { Language } from '../codes/facts';
import { imbalanceOf } from '../documents/balance';
import { besideAmount, besideNumber, besideRegime } from '../documents/beside';
import { foreignNote, foreignOf, foreignText } from '../currency/foreignAmount';
import {
	creditNoteDraftSchema,
	salesEntryDraftSchema,
	type CreditNoteDraft,
	type DraftLine,
	type EntryDraft,
	type SalesEntryDraft,
} from '../documents/draft';
import { Finding } from '../trade/findings';
import { formatCents, sum, toEuro, type Cents, vatOnTop } from '../money/money';
import type { ForeignAmount } from '../trade/order';
import type { ShopRefund } from '../trade/refund';
import type { ShopSettings } from '../settings/settings';
import { namedValue, objects, text, type RawObject } from '../trade/fields';
import { fromJson } from '../trade/json';
import { joinWithinLength } from '../trade/text';
import { INVOICE_NUMBER_LENGTH } from '../trade/invoiceNumber';
import { isSameRate, withEnoughLines } from '../documents/centPerLine';
import type { Credit } from './credit';
import { openTotal, type OpenLine, type OpenSale, type OpenVat } from './openSale';

const DESCRIPTION_LENGTH = 250;

/** What a credit note is called and when it is booked. */
export interface CreditNoteNames {
	orderKey: string;
	/** What follows the prefixes: the number of the refund, or of the order when it is cancelled. */
	number: string;
	/** The whole number where the shop's own credit note has one. */
	ownNumber?: string;
	/** yyyy-MM-dd. */
	date: string;
	/** What goes back in the currency of the customer, where the sale was turned into euro. */
	foreignCents?: Cents;
}

/**
 * Drafts a credit note (creditnota): what the credit takes back with the sign turned, on the
 * accounts, rates, cost centre and customer of the original booking, with its own number and the
 * original invoice number in its description (W043, W053, W063).
 *
 * Of a sale in two entries each is taken back by an entry of its own; what takes nothing back but the
 * one beside the order's own has the number of the refund.
 *
 * @throws Finding when it has no line, its number is too long or it does not add up.
 */
export function draftCreditNote(
	credit: Credit,
	booked: EntryDraft,
	names: CreditNoteNames,
	shop: ShopSettings,
	language: Language,
): CreditNoteDraft {
	const { lines, vat, estimated, onLine, notes } = credit;
	const own = lines.filter((line) => !line.beside);
	const apart = lines.filter((line) => line.beside);
	if (own.length === 0 && (vat.length > 0 || apart.length === 0)) {
		throw new Finding('REFUND_ONLY_VAT');
	}
	const customer = booked.beside?.customer;
	const { orderKey, number, ownNumber, date, foreignCents } = names;
	const invoiceNumber = checkedLength(ownNumber ?? numberWithPrefixes(number, shop));
	const head = {
		document: 'creditNote' as const,
		...{ orderKey, orderNumber: booked.orderNumber, invoiceNumber },
		...{ invoiceDate: date, paymentTermDays: booked.paymentTermDays },
		...(booked.deliveryCountry && { deliveryCountry: booked.deliveryCountry }),
		...{ originalOrderKey: booked.orderKey, estimated },
		...(onLine !== undefined && { movedCents: { onLine: minus(onLine) } }),
	};
	if (own.length === 0 && customer) {
		const original = besideNumber(booked.invoiceNumber);
		return proven({
			...head,
			...{ description: describedAs(booked, original), originalInvoiceNumber: original },
			invoiceAmount: minus(sum(apart.map(({ cents }) => cents))),
			customer,
			lines: apart.map(creditLine(original)),
			...{ vat: [], ...besideRegime(language), ofBeside: true, notes },
		});
	}
	const taken = sum([...own, ...vat].map(({ cents }) => cents));
	const foreign: ForeignAmount | undefined =
		booked.foreign && foreignCents !== undefined
			? { ...booked.foreign, total: -foreignCents }
			: undefined;
	if (customer && apart.length > 0) checkedLength(besideNumber(invoiceNumber));
	return proven({
		...head,
		description: describedAs(booked, booked.invoiceNumber, foreign),
		invoiceAmount: minus(taken),
		customer: booked.customer,
		lines: [...withEnoughLines(own, vatOfEach(own, vat)), ...vat.flatMap(vatLine)].map(
			creditLine(booked.invoiceNumber),
		),
		vat: [
			...vat.flatMap(({ percentage, cents, booked: as }) =>
				'vatKind' in as ? [{ vatKind: as.vatKind, percentage, amount: minus(cents) }] : [],
			),
			...booked.vat.filter(({ vatKind }) => vatKind === 'reverseCharge'),
		],
		...(customer &&
			apart.length > 0 && {
				beside: { customer, lines: apart.map(creditLine(besideNumber(booked.invoiceNumber))) },
			}),
		regime: booked.regime,
		regimeReason: booked.regimeReason,
		...(foreign && { foreign: foreignOf(foreign) }),
		notes: foreign ? [foreignNote(foreign, -taken, language), ...notes] : notes,
		originalInvoiceNumber: booked.invoiceNumber,
	});
}

function describedAs(
	{ invoiceNumber, orderNumber }: EntryDraft,
	original: string,
	foreign?: ForeignAmount,
): string {
	return joinWithinLength(
		[
			`Credit ${original}`,
			orderNumber === invoiceNumber ? '' : orderNumber,
			foreign ? foreignText(foreign) : '',
		],
		' / ',
		DESCRIPTION_LENGTH,
	);
}

const creditLine =
	(original: string) =>
	({ cents, beside: _entry, ...line }: OpenLine): DraftLine => {
		void _entry;
		return { ...line, amount: minus(cents), reason: `As in the booking of ${original}` };
	};

/**
 * An amount without lines says nothing of which entry of a sale in two it takes back, unless it is all
 * that is left, or one of them is taken back already.
 *
 * @throws Finding CREDIT_OF_TWO_ENTRIES.
 */
export function checkWhichEntry(
	{ amount, lines }: Pick<ShopRefund, 'amount' | 'lines'>,
	open: OpenSale,
	booked: EntryDraft,
): void {
	if (lines.length > 0 || amount >= openTotal(open)) return;
	const left = (isBeside: boolean): boolean =>
		open.lines.some(({ beside = false, cents }) => beside === isBeside && cents !== 0);
	if (!left(true) || !left(false)) return;
	const [invoice, beside] = [booked.invoiceNumber, besideNumber(booked.invoiceNumber)];
	throw new Finding('CREDIT_OF_TWO_ENTRIES', { invoice, beside, cards: besideAmount(booked) });
}

/** So much VAT may be rounded away line by line, in cents; more was left out on purpose. */
const ROUNDED_AWAY: Cents = 10;

/** VAT of every rate of the lines, also where rounding left none of it. */
function vatOfEach(
	lines: readonly OpenLine[],
	vat: readonly OpenVat[],
): Array<Pick<OpenVat, 'percentage' | 'cents'>> {
	const rates = lines.filter(({ vatKind }) => vatKind !== 'none').map((line) => line.percentage);
	const without = [...new Set(rates)].filter((percentage) => {
		const ofRate = lines.filter((line) => isSameRate(line.percentage, percentage));
		const net = sum(ofRate.map(({ cents }) => cents));
		const isThere = vat.some((row) => isSameRate(row.percentage, percentage));
		return !isThere && Math.abs(vatOnTop(net, percentage)) <= ROUNDED_AWAY;
	});
	return [...vat, ...without.map((percentage) => ({ percentage, cents: 0 }))];
}

function vatLine({ booked, cents }: OpenVat): OpenLine[] {
	return 'line' in booked ? [{ ...booked.line, cents }] : [];
}

/**
 * How the credit note of a refund is called, or that of an order which is cancelled: both prefixes of
 * the shop before the number. Refunds and orders of a WooCommerce share one range of ids, so that a
 * cancelled order never gets the number of a refund.
 *
 * A refund whose own credit note has a number keeps that one, with the prefix of invoices.
 *
 * @param id the shop's id of the refund or the order.
 * @param order the raw order, with its refunds in full; only those have numbers of their own.
 */
export function creditNoteNumberOf(id: string, shop: ShopSettings, order: RawObject = {}): string {
	return ownCreditNoteNumber(id, shop, order) || numberWithPrefixes(id, shop);
}

function numberWithPrefixes(number: string, shop: ShopSettings): string {
	return `${shop.creditNoteNumberPrefix}${shop.invoiceNumberPrefix}${number}`;
}

/** The number of the shop's own credit note; empty where it has none or no setting names its field. */
export function ownCreditNoteNumber(id: string, shop: ShopSettings, order: RawObject): string {
	const { creditNoteNumberField: field, invoiceNumberPrefix } = shop;
	const refund = objects(order, 'refunds').find((one) => text(one, 'id') === id);
	const number = field && refund ? namedValue(refund, field) : '';
	return number === '' ? '' : `${invoiceNumberPrefix}${number}`;
}

/** @throws Finding INVOICE_NUMBER_TOO_LONG. */
function checkedLength(number: string): string {
	const { length } = number;
	if (length <= INVOICE_NUMBER_LENGTH) return number;
	throw new Finding('INVOICE_NUMBER_TOO_LONG', { case: 'creditNote', number, length });
}

/**
 * A draft that was kept when it was booked.
 *
 * @param value the draft, or the text of it as tables hold it.
 * @param orderKey the order it must belong to.
 * @throws Finding BOOKED_DRAFT_INVALID.
 */
export function readBookedDraft(value: unknown, orderKey: string): SalesEntryDraft {
	const result = salesEntryDraftSchema.safeParse(fromJson(value));
	if (result.success) {
		if (result.data.orderKey === orderKey) return result.data;
		throw new Finding('BOOKED_DRAFT_INVALID', { case: 'otherOrder' });
	}
	const field = result.error.issues[0]?.path.join('.') ?? '';
	throw new Finding('BOOKED_DRAFT_INVALID', { case: 'field', field: field || 'all' });
}

/**
 * Credit notes that were kept when they were booked.
 *
 * @param value a list of drafts, or of their texts.
 * @param orderKey the order they must belong to.
 * @throws Finding BOOKED_DRAFT_INVALID.
 */
export function readBookedCreditNotes(value: unknown, orderKey: string): CreditNoteDraft[] {
	const list = fromJson(value);
	return (Array.isArray(list) ? list : [list]).map((one) => {
		const result = creditNoteDraftSchema.safeParse(fromJson(one));
		if (result.success && result.data.originalOrderKey === orderKey) return result.data;
		throw new Finding('BOOKED_DRAFT_INVALID', { case: 'creditNote' });
	});
}

function minus(cents: Cents): number {
	return toEuro(cents === 0 ? 0 : -cents);
}

/** No credit note leaves without proof that it adds up and keeps to every length. */
function proven(draft: CreditNoteDraft): CreditNoteDraft {
	const gap = imbalanceOf(draft);
	const checked = creditNoteDraftSchema.safeParse(draft);
	if (checked.success && gap === 0) return draft;
	const field = checked.error?.issues[0]?.path.join('.') ?? `a gap of ${formatCents(gap)}`;
	throw new Finding(
		'DRAFT_NOT_EXACT',
		field ? { case: 'creditNote', field } : { case: 'creditNoteGap', gap },
	);
}
