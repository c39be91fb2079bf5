import { draftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { cellText } from '../orderTable/cell';
import { isCreditKey, orderKey, refundKey } from '../orderTable/keys';
import { besideAmount, besideNumber } from '../documents/beside';
import type { CreditNoteDraft, EntryDraft, SalesEntryDraft } from '../documents/draft';
import { reason, told, type Reason, type Told } from '../codes/register';
import { Finding, reasonOf } from '../trade/findings';
import {
	formatCents,
	fromEuro,
	roundingTolerance,
	roundToCents,
	sum,
	toEuro,
	type Cents,
} from '../money/money';
import type { Settings, ShopSettings } from '../settings/settings';
import { objects, text, type RawObject } from '../trade/fields';
import { listedRefunds, readIdentity, shops } from '../shops';
import { readRefundId } from '../shops/refundId';
import type { OrderIdentity, Shop } from '../shops/shop';
import type { Outcome } from '../orders/transform';
import { backToCard } from './backToCard';
import { isUndone, readEntriesOf, type BookedDocument, type BookedOrder } from './booked';
import { creditOf, type Credit } from './credit';
import { inCurrencyOfBooks } from './foreignRefund';
import {
	checkWhichEntry,
	draftCreditNote,
	ownCreditNoteNumber,
	readBookedCreditNotes,
	readBookedDraft,
} from './creditNote';
import { whenClosedOf } from '../documents/openDay';
import { basketOf, openRates, openSale, openTotal, type OpenSale } from './openSale';
import type { ShopRefund } from '../trade/refund';
import { oldInvoiceOf } from '../settings/oldInvoices';
import { shopOf } from '../settings/shopOf';
import { saleOf } from './sale';
import { refundTotalOf } from '../totals/belongs';
import { readMember } from '../totals/member';

export type SaleState = 'booked' | 'credited' | 'notKnown';

/** What a refund is judged by. */
export interface RefundInput {
	/** The raw order, as the shop sends it. */
	order: unknown;
	/** The raw refund. */
	refund: unknown;
	/**
	 * The refunds of the order; those made after this one, and this one itself, may be among them.
	 * Every refund that the order names and that came before this one must be there.
	 */
	earlierRefunds?: readonly unknown[];
	/** The draft that was booked, when it was kept; else it is made again from the order. */
	bookedDraft?: unknown;
	/** The credit notes that were booked before, when they were kept; instead of earlier refunds. */
	earlierCreditNotes?: unknown;
	/**
	 * What was booked of the order, of those of others too; left out when nobody looked it up. It
	 * counts before everything that settings and shop say today.
	 */
	booked?: readonly BookedDocument[];
	/**
	 * What is known of the sale: it is in the books, so that the status of the order does not tell any
	 * more whether it will be; or it is credited in full there, so that nothing is left of it.
	 */
	saleState?: SaleState;
}

/** What becomes of one refund. Holds no personal data outside `draft`. */
export interface TransformedRefund extends Told {
	outcome: Outcome;
	/** Client, shop, order and the shop's own id of the refund. */
	orderKey: string;
	originalOrderKey: string;
	client: string;
	shop: string;
	orderId: string;
	orderNumber: string;
	orderStatus: string;
	/** The calendar day of the refund in the shop's zone, yyyy-MM-dd; empty when it cannot be read. */
	orderDate: string;
	refundId: string;
	/** Euro with VAT, negative; `null` as long as it is not known. */
	total: number | null;
	/** VAT in euro, negative; `null` as long as it is not known. */
	vat: number | null;
	regime: string;
	/** Total and amounts per rate. */
	fingerprint: string;
	estimated: boolean;
	draft?: CreditNoteDraft;
}

/**
 * Turns one refund of an order into a credit note (creditnota), or says why not (W005, W043). Never
 * throws: whatever the refund holds, it ends as book, wait, nothing to book or attention.
 *
 * @param shopName which of the settings' shops it comes from.
 */
export function transformRefund(
	input: RefundInput,
	shopName: string,
	settings: Settings,
): TransformedRefund {
	const known: Known = { client: settings.client, shop: shopName };
	try {
		return decide(known, input, shopOf(shopName, settings), settings);
	} catch (error) {
		return described(known, ...unbooked(error));
	}
}

/** What becomes of a document that a rule stopped; who did not answer is asked again. */
export function unbooked(error: unknown): [Outcome, Reason] {
	const why = reasonOf(error);
	return [why.code === 'BOOKED_ENTRY_NOT_READ' ? 'wait' : 'attention', why];
}

/**
 * The refunds that an order names and the shop did not give when it was asked for them: each is to be
 * asked for again. Never throws.
 *
 * @param answer what the shop answered, as a code.
 */
export function unreadRefunds(
	order: unknown,
	answer: string,
	shopName: string,
	settings: Settings,
): TransformedRefund[] {
	const known: Known = { client: settings.client, shop: shopName };
	try {
		const shop = shopOf(shopName, settings);
		const { raw, ...identity } = readIdentity(shop.kind, order);
		return listedRefunds(shop.kind, raw, shop).map(({ id, date }) =>
			described(
				{ ...known, identity, refundId: id, date },
				'wait',
				reason('REFUND_NOT_READ', { case: 'refund', answer }),
			),
		);
	} catch (error) {
		return [described(known, 'attention', reasonOf(error))];
	}
}

/**
 * A refund as its shop states it, in the currency of the customer; `undefined` when it cannot be read.
 * Never throws.
 */
export function statedRefund(
	{ order, refund, earlierRefunds = [] }: RefundInput,
	shopName: string,
	settings: Settings,
): ShopRefund | undefined {
	try {
		const shop = shopOf(shopName, settings);
		const { raw } = readIdentity(shop.kind, order);
		const own = readRefundId(refund).raw;
		return refundsOf(shop).read(own, withRefunds(raw, [...earlierRefunds, own]), shop);
	} catch {
		return undefined;
	}
}

interface Known {
	client: string;
	shop: string;
	identity?: OrderIdentity;
	refundId?: string;
	date?: string;
	draft?: CreditNoteDraft;
}

function decide(
	known: Known,
	input: RefundInput,
	shop: ShopSettings,
	settings: Settings,
): TransformedRefund {
	const { raw: rawOrder, ...identity } = readIdentity(shop.kind, input.order);
	known.identity = identity;
	const refunds = refundsOf(shop);
	const { id, raw: rawRefund } = readRefundId(input.refund);
	known.refundId = id;
	const raw = withRefunds(rawOrder, [...(input.earlierRefunds ?? []), rawRefund]);
	const stated = refunds.read(rawRefund, raw, shop);
	known.date = stated.date;
	if (stated.amount === 0) {
		const ofLines = worthOf(stated);
		if (Math.abs(ofLines) > roundingTolerance(stated.lines.length)) {
			throw new Finding('REFUND_AMOUNT_DIFFERS', { amount: 0, ofLines });
		}
		return described(known, 'nothingToBook', reason('REFUND_EMPTY'));
	}
	const invoice = oldInvoiceOf(identity.number, shop);
	if (invoice !== undefined && shop.bookFrom && stated.date < shop.bookFrom) {
		const why = reason('BOOKED_BEFORE', { invoice, bookFrom: shop.bookFrom });
		return described(known, 'nothingToBook', why);
	}
	if (input.saleState === 'credited') {
		return described(known, 'nothingToBook', reason('CREDITED_IN_FULL', { case: 'books' }));
	}
	const entries = readEntriesOf(input.booked ?? [], originalKeyOf(known), identity.number);
	const inBooks = isUndone(entries) ? undefined : entries;
	// An undo that broke off took the sale back and did not have it booked again yet.
	if (entries && !inBooks && input.saleState === 'booked') {
		return described(known, 'wait', reason('SALE_NOT_BOOKED_YET', { order: identity.number }));
	}
	const isBooked =
		inBooks !== undefined || input.bookedDraft !== undefined || input.saleState === 'booked';
	const waiting = isBooked ? undefined : decideByStatus(identity, raw, shop);
	if (waiting) return described(known, waiting.outcome, waiting.why);
	const sale = bookedSale(inBooks, input, originalKeyOf(known)) ?? saleOf(raw, shop, settings);
	// Only the entry itself tells what another connector booked.
	if ('draft' in sale && sale.draft.bookedBefore) {
		return described(known, 'wait', reason('SALE_NOT_BOOKED_YET', { order: identity.number }));
	}
	if ('notBooked' in sale) {
		const { outcome, why } = decideWithoutSale(sale.notBooked, stated, shop);
		return described(known, outcome, why);
	}
	const booked = sale.draft;
	const { refund, foreignCents } = inCurrencyOfBooks(stated, raw, booked, shop);
	const credits = inBooks?.credits ?? [];
	const open = openBefore(id, input, { booked, credits, raw: rawOrder, shop, settings });
	checkWhichEntry(refund, open, booked);
	// Where all that is left goes back, so does what the card paid.
	if (booked.giftCard && refund.lines.length === 0 && refund.amount !== openTotal(open)) {
		throw new Finding('REFUND_GIFT_CARD');
	}
	const { lineLanguage: language } = settings;
	const credit = creditOf(refund, open, basketOf(booked), settings);
	const { creditNoteNumberField: field } = shop;
	const ownNumber = field ? ownCreditNoteNumber(id, shop, raw) : undefined;
	if (field && ownNumber === '') throw new Finding('INVOICE_NUMBER_MISSING', { field });
	const names = { orderKey: keyOf(known), number: id, ownNumber, date: refund.date, foreignCents };
	const draft: CreditNoteDraft = {
		...draftCreditNote(
			withoutRecord(credit, input, inBooks !== undefined, language),
			booked,
			names,
			shop,
			language,
		),
		...backToCard(stated.toCard ?? 0, booked),
		...whenClosedOf(settings),
	};
	if (stated.withShipping) {
		draft.notes = [...draft.notes, draftText(language, 'refundOfShipping')];
	}
	if (stated.unexplained) {
		const field = stated.unexplained.join('", "');
		draft.notes = [...draft.notes, draftText(language, 'refundFieldIgnored', { field })];
	}
	const counted = (rules: ShopSettings & { cutOffHour: number }): string =>
		refunds.read(rawRefund, raw, rules).date;
	known.draft = inItsTotal(draft, { input, booked, counted }, shop, settings);
	return { ...described(known, 'book'), draft: known.draft };
}

/**
 * The draft with the negative total that it is booked in, where it does not go into the books by
 * itself (`refundTotalOf`).
 *
 * @param counted the day on which the shop counts it, yyyy-MM-dd, with the hour at which it closes its day.
 */
export function inItsTotal(
	draft: CreditNoteDraft,
	{
		input,
		booked,
		counted,
	}: {
		input: Pick<RefundInput, 'booked'>;
		booked: EntryDraft;
		counted: (rules: ShopSettings & { cutOffHour: number }) => string;
	},
	shop: ShopSettings,
	settings: Settings,
): CreditNoteDraft {
	const sale = input.booked?.find(
		({ record }) => cellText(record, 'documentKey') === draft.originalOrderKey,
	);
	const cutOffHour = settings.dayTotals.find((row) => row.shop === shop.shop)?.cutOffHour ?? 0;
	const day = cutOffHour === 0 ? draft.invoiceDate : counted({ ...shop, cutOffHour });
	const about = { sale: sale && readMember(sale.record), booked, day };
	const dayTotal = refundTotalOf(draft, about, shop, settings);
	return dayTotal ? { ...draft, dayTotal } : draft;
}

/** The sale as it is in the books, where that is known. @throws Finding BOOKED_DRAFT_INVALID. */
export function bookedSale(
	inBooks: BookedOrder | undefined,
	{ bookedDraft }: Pick<RefundInput, 'bookedDraft'>,
	orderKeyOfSale: string,
): { draft: SalesEntryDraft } | undefined {
	if (inBooks) return { draft: inBooks.sale };
	return bookedDraft === undefined
		? undefined
		: { draft: readBookedDraft(bookedDraft, orderKeyOfSale) };
}

/** Says so where the books were looked at and do not tell what was booked. */
export function withoutRecord(
	credit: Credit,
	{ booked, bookedDraft }: Pick<RefundInput, 'bookedDraft' | 'booked'>,
	isKnown: boolean,
	language: Language,
): Credit {
	if (isKnown || booked === undefined || bookedDraft !== undefined) return credit;
	return { ...credit, notes: [...credit.notes, draftText(language, 'withoutRecord')] };
}

/** What the lines of a refund take back, with VAT. */
function worthOf({ lines }: ShopRefund): Cents {
	return roundToCents(
		sum(lines.flatMap(({ net, vat }) => [net, ...vat.map(({ amount }) => amount)])),
	);
}

/** The order with these refunds in full where it lists them in short. */
function withRefunds(raw: RawObject, refunds: readonly unknown[]): RawObject {
	const full = new Map(
		refunds.map((one) => readRefundId(one)).map(({ id, raw: own }) => [id, own]),
	);
	const listed = objects(raw, 'refunds').map((short) => {
		const id = text(short, 'id');
		const own = full.get(id) ?? short;
		full.delete(id);
		return own;
	});
	return { ...raw, refunds: [...listed, ...full.values()] };
}

/** @throws Finding REFUNDS_NOT_OFFERED. */
function refundsOf({ kind, shop }: ShopSettings): NonNullable<Shop['refunds']> {
	const { refunds } = shops[kind];
	if (refunds) return refunds;
	throw new Finding('REFUNDS_NOT_OFFERED', { shop });
}

/** A refund follows its order: no credit note without a booking (D-FOUR-ENDS). */
function decideByStatus(
	{ status }: OrderIdentity,
	raw: RawObject,
	shop: ShopSettings,
): { outcome: Outcome; why: Reason } | undefined {
	if (shop.statusesToBook.includes(status)) return undefined;
	if (!shop.statusesToSkip.includes(status)) {
		return { outcome: 'wait', why: reason('REFUND_ORDER_NOT_BOOKED', { status }) };
	}
	const wasPaid = shops[shop.kind].payment(raw, shop, []).state === 'paid';
	return {
		outcome: wasPaid ? 'attention' : 'nothingToBook',
		why: reason('REFUND_ORDER_SKIPPED', { case: wasPaid ? 'paid' : 'unpaid', status }),
	};
}

/**
 * A refund of an order that is not booked: nothing to book either. But money that goes back after
 * the first date for an order from before it is in nobody's books yet (W087).
 */
function decideWithoutSale(
	why: Reason,
	{ amount, date }: ShopRefund,
	{ bookFrom }: ShopSettings,
): { outcome: Outcome; why: Reason } {
	if (why.code === 'FREE_ORDER') {
		const exceeds = reason('REFUND_EXCEEDS_ORDER', { case: 'free', refund: amount });
		return { outcome: 'attention', why: exceeds };
	}
	if (why.code === 'BEFORE_FIRST_DATE' && bookFrom && date >= bookFrom) {
		const earlier = reason('REFUND_OF_EARLIER_ORDER', { why, refunded: date });
		return { outcome: 'attention', why: earlier };
	}
	return { outcome: 'nothingToBook', why };
}

interface Context {
	booked: EntryDraft;
	/** The credit notes that are in the books. */
	credits: readonly CreditNoteDraft[];
	/** The raw order. */
	raw: RawObject;
	shop: ShopSettings;
	settings: Settings;
}

/** What was left of the order before a refund; of all refunds when none is named. */
export function openBefore(
	refundId: string | undefined,
	{ earlierRefunds = [], earlierCreditNotes }: Omit<RefundInput, 'order' | 'refund'>,
	context: Context,
): OpenSale {
	const { booked } = context;
	const raw = withRefunds(context.raw, earlierRefunds);
	if (earlierCreditNotes !== undefined) {
		const notes = readBookedCreditNotes(earlierCreditNotes, booked.orderKey);
		return openSale(
			booked,
			notes.filter((note) => lowersSale(note, booked, refundId)),
		);
	}
	const isEarlier = (id: string) => refundId === undefined || Number(id) < Number(refundId);
	const earlier = new Map<string, RawObject>();
	for (const one of earlierRefunds) {
		const { id, raw: own } = readRefundId(one);
		if (isEarlier(id)) earlier.set(id, own);
	}
	const credits = context.credits.filter((note) => lowersSale(note, booked, refundId));
	const isInBooks = (id: string) =>
		context.credits.some(({ orderKey: key }) => key === refundKey(booked.orderKey, id));
	const missing = listedRefunds(context.shop.kind, context.raw, context.shop)
		.map(({ id }) => id)
		.filter((id) => isEarlier(id) && !earlier.has(id) && !isInBooks(id));
	if (missing.length > 0) {
		throw new Finding('REFUNDS_INCOMPLETE', { refunds: missing });
	}
	const toCome = [...earlier.keys()].filter((id) => !isInBooks(id));
	for (const id of toCome.sort((a, b) => Number(a) - Number(b))) {
		const credit = earlierCredit(id, earlier.get(id) ?? {}, credits, { ...context, raw });
		if (credit instanceof Finding) throw credit;
		if (credit) credits.push(credit);
	}
	return openSale(booked, credits);
}

/** Not this refund itself, and not the credit note by which a correction took back a former entry. */
function lowersSale(
	{ orderKey, originalInvoiceNumber: original }: CreditNoteDraft,
	{ orderKey: keyOfOrder, invoiceNumber }: EntryDraft,
	refundId: string | undefined,
): boolean {
	if (orderKey === refundKey(keyOfOrder, refundId)) return false;
	if (!isCreditKey(orderKey, keyOfOrder)) return true;
	return original === invoiceNumber || original === besideNumber(invoiceNumber);
}

/** The credit note an earlier refund led to, by the same rules; or why that is not clear. */
function earlierCredit(
	id: string,
	rawRefund: RawObject,
	before: readonly CreditNoteDraft[],
	{ booked, raw, shop, settings }: Context,
): CreditNoteDraft | Finding | undefined {
	try {
		const stated = refundsOf(shop).read(rawRefund, raw, shop);
		if (stated.amount === 0) return undefined;
		const { refund, foreignCents } = inCurrencyOfBooks(stated, raw, booked, shop);
		const open = openSale(booked, before);
		checkWhichEntry(refund, open, booked);
		const credit = creditOf(refund, open, basketOf(booked), settings);
		const key = refundKey(booked.orderKey, id);
		const names = { orderKey: key, number: id, date: refund.date, foreignCents };
		return draftCreditNote(credit, booked, names, shop, settings.lineLanguage);
	} catch (error) {
		return new Finding('EARLIER_REFUND_UNCLEAR', { refund: id, why: reasonOf(error) });
	}
}

function described(known: Known, outcome: Outcome, why?: Reason): TransformedRefund {
	const { client, shop, identity, refundId = '', date = '', draft } = known;
	return {
		outcome,
		orderKey: keyOf(known),
		originalOrderKey: originalKeyOf(known),
		client,
		shop,
		orderId: identity?.id ?? '',
		orderNumber: identity?.number ?? '',
		orderStatus: identity?.status ?? '',
		orderDate: date,
		refundId,
		total: draft ? totalOf(draft) : null,
		vat: draft ? vatTotal(draft) : null,
		regime: draft?.regime ?? '',
		fingerprint: draft ? creditFingerprint(draft) : '',
		estimated: draft?.estimated ?? false,
		...told(why),
	};
}

/** What a draft comes to in euro, with what stands beside it. */
export const totalOf = (draft: EntryDraft): number =>
	toEuro(fromEuro(draft.invoiceAmount) + besideAmount(draft));

/** VAT of a draft in euro. */
export function vatTotal({ vat, lines }: EntryDraft): number {
	const foreign = lines.filter(({ role }) => role === 'vat');
	return toEuro(sum([...vat, ...foreign].map(({ amount }) => fromEuro(amount))));
}

/** Total and amounts per rate, readable (J035). */
export function creditFingerprint(draft: CreditNoteDraft): string {
	const { beside: _entry, ...own } = draft;
	void _entry;
	const rates = openRates(openSale(own, []));
	return [
		`EUR ${draft.invoiceAmount.toFixed(2)}`,
		...(draft.beside ? [`${BESIDE}${formatCents(besideAmount(draft))}`] : []),
		...rates.map((rate) => `${rate.percentage}% ${formatCents(rate.net)}+${formatCents(rate.vat)}`),
	].join(' | ');
}

const BESIDE = 'beside ';

/** What a credit note takes back in an entry beside its own, by its fingerprint. */
export const besideInFingerprint = (fingerprint: string): Cents =>
	sum(
		fingerprint
			.split(' | ')
			.filter((part) => part.startsWith(BESIDE))
			.map((part) => fromEuro(Number(part.slice(BESIDE.length)))),
	);

function originalKeyOf({ client, shop, identity }: Known): string {
	return orderKey(client, shop, identity?.id);
}

function keyOf(known: Known): string {
	return refundKey(originalKeyOf(known), known.refundId);
}
