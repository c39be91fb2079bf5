import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { orderKey } from '../orderTable/keys';
import { hasCategory } from '../documents/accounts';
import { oldInvoiceOf } from '../settings/oldInvoices';
import { shopOf } from '../settings/shopOf';
import { foreignNote, foreignOf } from '../currency/foreignAmount';
import type { SalesEntryDraft, SalesOrderDraft } from '../documents/draft';
import type { StatedTotal } from '../codes/remarks';
import { reason, told, type Reason, type Told } from '../codes/register';
import { Finding, reasonOf } from '../trade/findings';
import { whenClosedOf } from '../documents/openDay';
import { fingerprintOf } from '../documents/fingerprint';
import { readMicros, roundToCents, sum, toEuro, roundingTolerance } from '../money/money';
import type { ShopOrder } from '../trade/order';
import { addressedTo, partlyTaxed, partlyTaxedNotes } from '../vat/partlyTaxed';
import { rateLines, type RatedOrder } from '../vat/ratedLines';
import { settleNumbers } from '../vat/customerNumbers';
import { settleStatedVat } from '../vat/settleStatedVat';
import { sellsCard } from '../vat/regime';
import { regimeOfOrder } from '../vat/regimeOfOrder';
import { ossLines } from '../vat/ossLines';
import { untaxedNotes } from '../vat/untaxed';
import { chargedInEuro } from '../documents/charged';
import { cardWithVatNotes } from '../documents/cardWithVat';
import { besideAmount, besideNumber, untaxedApart } from '../documents/beside';
import { besideOf, draftSalesEntry } from '../documents/salesEntry';
import { draftSalesOrder } from '../documents/salesOrder';
import { namesMethod } from '../settings/paymentMethodRow';
import type { Settings, ShopSettings } from '../settings/settings';
import { countryCode } from '../trade/countries';
import { isObject, type RawObject } from '../trade/fields';
import { paymentIdsOf, readIdentity, shops, type ShopKind } from '../shops';
import { entryDateOf } from '../shops/entryDate';
import type { OrderIdentity, ReadingRules } from '../shops/shop';
import { readOrder } from './readOrder';
import { dayTotalOf } from '../totals/belongs';
import {
	checkDigitWarnings,
	judgeVatNumber,
	knownOfNumber,
	type VatAnswer,
} from '../vat/vatNumberCheck';
import { ratesInForce } from '../trade/vatRates';

/** The four ends of an order: nothing is guessed, nothing is dropped (D-FOUR-ENDS). */
export type Outcome = 'book' | 'wait' | 'nothingToBook' | 'attention';

/** What becomes of one order. Holds no personal data outside `draft`. */
export interface TransformedOrder extends Told {
	outcome: Outcome;
	/** Client, shop and the shop's own id of the order. */
	orderKey: string;
	client: string;
	shop: string;
	orderId: string;
	orderNumber: string;
	orderStatus: string;
	/** The calendar day of the order in the shop's zone, yyyy-MM-dd; empty when it cannot be read. */
	orderDate: string;
	/** Euro with VAT; `null` when it cannot be read. */
	total: number | null;
	/** VAT of the order in euro; `null` as long as it is not known. */
	vat: number | null;
	regime: string;
	/** Whatever decides what is booked: a later change of the order shows here (J035). */
	fingerprint: string;
	/** The payment provider's ids, with spaces between them: a payout names the order by one of them. */
	paymentIds: string;
	/** As the customer saw it, else its code; empty as long as the order was not read in full. */
	paymentMethod: string;
	draft?: SalesEntryDraft | SalesOrderDraft;
}

/**
 * Turns one raw order of a shop into a draft for the books, or says why not. Never throws: whatever
 * the order holds, it ends as book, wait, nothing to book or attention.
 *
 * @param raw the order as the shop sends it.
 * @param shopName which of the settings' shops it comes from.
 * @param vatAnswers what VIES said of the numbers that `transformUnchecked` names.
 */
export function transformOrder(
	raw: unknown,
	shopName: string,
	settings: Settings,
	vatAnswers: VatAnswers = new Map(),
): TransformedOrder {
	return transformKnown({ client: settings.client, shop: shopName, raw }, settings, vatAnswers);
}

/**
 * The same for an order as it was sold, whatever its status and its refunds are now; its VAT number
 * was checked when it was booked, and is not checked again.
 */
export function transformAsSold(
	raw: unknown,
	shopName: string,
	settings: Settings,
): TransformedOrder {
	const known: Known = { client: settings.client, shop: shopName, raw, asSold: true };
	return transformKnown(known, byForm(settings), new Map());
}

/** Of an order that may have been sent before the shop took it back: it is only looked up. */
export interface LookedUpOrder extends TransformedOrder {
	/** What stands in its row when SnelStart does not have it. */
	otherwise: Pick<TransformedOrder, 'outcome' | keyof Told>;
}

/**
 * What is to be asked of SnelStart for an order whose row does not say whether it was sent, and that
 * is not to be booked by now: cancelled, refunded. What is there is booked, and credited like any
 * other order that the shop took back.
 *
 * @param now what becomes of it as the shop has it.
 * @returns `undefined` where the order as it was sold gives no draft.
 */
export function toLookUp(
	raw: unknown,
	now: TransformedOrder,
	settings: Settings,
): LookedUpOrder | undefined {
	const { draft, ...sold } = transformAsSold(raw, now.shop, settings);
	if (!draft) return undefined;
	const { outcome, code, message, tip, facts } = now;
	return {
		...{ ...sold, otherwise: { outcome, code, message, tip, facts } },
		draft: { ...draft, lookUpOnly: true },
	};
}

/** Of a VAT number that was checked before, only its form is looked at. */
const byForm = (settings: Settings): Settings => ({
	...settings,
	vatNumberCheck: { ...settings.vatNumberCheck, use: 'formOnly' },
});

/** An order transformed before anybody was asked about VAT numbers. */
export interface UncheckedOrder {
	transformed: TransformedOrder;
	/** The order's VAT number, normalised: an answer about it may change what becomes of the order. */
	vatNumber: string;
	/**
	 * The numbers without whose check the order cannot be booked as it is: none, or the one of an ICP
	 * order that is right in every other way (J044).
	 */
	toCheck: string[];
	/** The order as far as it was read: shown beside its draft in a preview. */
	order?: ShopOrder;
}

/**
 * Transforms an order without answers of VIES, and tells which number VIES has to be asked about.
 *
 * @param isBooked whether an order with this key is in the books: its number was checked then.
 */
export function transformUnchecked(
	raw: unknown,
	shopName: string,
	settings: Settings,
	isBooked: (orderKey: string) => boolean = () => false,
): UncheckedOrder {
	const known: Known = { client: settings.client, shop: shopName, raw };
	const transformed = transformKnown(known, settings, new Map());
	if (known.vatNumberToCheck !== undefined && isBooked(transformed.orderKey)) {
		return transformUnchecked(raw, shopName, byForm(settings));
	}
	return {
		transformed,
		order: known.order,
		vatNumber: known.order?.vatNumber ?? '',
		toCheck:
			settings.vatNumberCheck.use === 'vies' && known.vatNumberToCheck !== undefined
				? [known.vatNumberToCheck]
				: [],
	};
}

type VatAnswers = ReadonlyMap<string, VatAnswer>;

function transformKnown(
	known: Known,
	settings: Settings,
	vatAnswers: VatAnswers,
): TransformedOrder {
	const { shop: shopName, raw } = known;
	known.settings = settings;
	try {
		const shop = shopOf(shopName, settings);
		known.kind = shop.kind;
		known.rules = shop;
		const identity = readIdentity(shop.kind, raw);
		known.identity = identity;
		known.oldInvoice = oldInvoiceOf(identity.number, shop);
		const waiting = known.asSold
			? undefined
			: known.oldInvoice === undefined
				? decideByStatus(identity, shop)
				: decideBookedBefore(known.oldInvoice, identity, shop, settings);
		if (waiting) return described(known, waiting.outcome, waiting.why);
		if (known.oldInvoice === undefined) return decide(known, identity, shop, settings, vatAnswers);
		known.asSold = true;
		return decide(known, identity, shop, byForm(settings), vatAnswers);
	} catch (error) {
		return described(known, 'attention', reasonOf(error));
	}
}

interface Known {
	client: string;
	shop: string;
	raw: unknown;
	/** Whatever its status and its refunds are now. */
	asSold?: true;
	settings?: Settings;
	kind?: ShopKind;
	rules?: ReadingRules;
	identity?: OrderIdentity;
	order?: ShopOrder;
	rated?: RatedOrder;
	regime?: string;
	/** The invoice of another connector that it is. */
	oldInvoice?: string | undefined;
	/** Of an ICP order that can be booked but for this. */
	vatNumberToCheck?: string;
}

/** Orders whose status is not chosen wait; nothing is ever booked by status alone (J032, J033). */
function decideByStatus(
	{ status }: OrderIdentity,
	shop: ShopSettings,
): { outcome: Outcome; why: Reason } | undefined {
	if (shop.statusesToBook.includes(status)) return undefined;
	return shop.statusesToSkip.includes(status)
		? { outcome: 'nothingToBook', why: reason('STATUS_SKIPPED', { case: 'order', status }) }
		: {
				outcome: 'wait',
				why: reason('STATUS_NOT_YET', { status, statuses: shop.statusesToBook }),
			};
}

/**
 * An order that another connector booked is in the books whatever its status is now; but whether one
 * that the shop took back is credited there too, only a person can tell.
 */
function decideBookedBefore(
	invoice: string,
	{ status }: OrderIdentity,
	{ statusesToSkip, bookFrom = '' }: ShopSettings,
	{ document }: Settings,
): { outcome: Outcome; why: Reason } | undefined {
	if (document === 'salesOrder') {
		return { outcome: 'nothingToBook', why: reason('BOOKED_BEFORE', { invoice, bookFrom }) };
	}
	if (!statusesToSkip.includes(status)) return undefined;
	const why = reason('OLD_INVOICE_UNCLEAR', { case: 'takenBack', invoice, status });
	return { outcome: 'attention', why };
}

/**
 * A marketplace order and its sub-orders are one sale: the settings say which of them is booked.
 *
 * @returns why it is left alone. @throws Finding MARKETPLACE_ORDER when the settings do not say.
 */
function decideByMarketplace(
	{ marketplace }: ShopOrder,
	{ marketplaceOrders }: ShopSettings,
): Reason | undefined {
	if (!marketplace) return undefined;
	const facts =
		marketplace.part === 'parent'
			? ({ case: 'parent' } as const)
			: ({ case: 'subOrder', parent: marketplace.parent } as const);
	if (marketplaceOrders === 'attention') throw new Finding('MARKETPLACE_ORDER', facts);
	const isBooked = (marketplaceOrders === 'parents') === (marketplace.part === 'parent');
	return isBooked ? undefined : reason('MARKETPLACE_ORDER_SKIPPED', facts);
}

/** Orders outside the part of the shop that has gone live are left alone (W087). */
function decideByPhase(
	{ date, paymentMethod }: ShopOrder,
	{ bookFrom, paymentMethodsToBook }: ShopSettings,
): Reason | undefined {
	if (bookFrom && date < bookFrom) return reason('BEFORE_FIRST_DATE', { date, bookFrom });
	const isForAll = paymentMethodsToBook.length === 0;
	if (isForAll || namesMethod(paymentMethodsToBook, paymentMethod)) return undefined;
	return reason('PAYMENT_METHOD_NOT_LIVE', {
		method: paymentMethod.code,
		methods: paymentMethodsToBook,
	});
}

/**
 * Which orders have gone live by the categories of their products (W087): all products in one, the
 * order is booked; none, it is left alone, and the sentence says why; some, nothing is guessed.
 *
 * @throws Finding CATEGORIES_NOT_STATED, CATEGORY_PARTLY_LIVE.
 */
function decideByCategory(
	{ lines }: ShopOrder,
	{ categoriesToBook }: ShopSettings,
): Reason | undefined {
	if (categoriesToBook.length === 0) return undefined;
	const products = lines.filter(({ role }) => role === 'product');
	const live = products.filter(({ categories }) => {
		if (categories) return hasCategory(categories, categoriesToBook);
		throw new Finding('CATEGORIES_NOT_STATED', { case: 'toBook' });
	});
	if (live.length === products.length) return undefined;
	if (live.length === 0) return reason('CATEGORY_NOT_LIVE', { categories: categoriesToBook });
	throw new Finding('CATEGORY_PARTLY_LIVE', {
		live: live.length,
		products: products.length,
		categories: categoriesToBook,
	});
}

function decide(
	known: Known,
	identity: OrderIdentity & { raw: RawObject },
	shop: ShopSettings,
	settings: Settings,
	vatAnswers: VatAnswers,
): TransformedOrder {
	const read = readOrder(identity, identity.raw, shop, settings);
	known.order = read;
	const isOld = known.oldInvoice !== undefined;
	const notLive = isOld
		? undefined
		: (decideByPhase(read, shop) ??
			decideByMarketplace(read, shop) ??
			decideByCategory(read, shop));
	if (notLive) return described(known, 'nothingToBook', notLive);
	if (read.refundCount > 0 && !known.asSold && settings.ordersWithRefunds === 'attention') {
		throw new Finding('ORDER_HAS_REFUNDS', { refunds: read.refundCount });
	}
	const dated = entryDateOf(identity.raw, read.date, shop);
	if ('waits' in dated && !known.asSold) return described(known, 'wait', dated.waits);
	const { lineLanguage: language } = settings;
	const country = addressedTo(read, countryCode(shop.country));
	const inForce = () => ratesInForce(country, read.date, 'everywhere');
	const ofLines = rateLines(read, language, partlyTaxed(settings, country), inForce);
	known.rated = ofLines;
	const { order: numbered, notes: leftOff } = settleNumbers(read, ofLines, language);
	known.order = numbered;
	const { rated, cents: onVat } = settleStatedVat(numbered, ofLines);
	known.rated = rated;
	const order = onVat === 0 ? numbered : { ...numbered, centsOnVat: onVat };
	const leftOut = unexplainedNotes(order, rated, language);
	if (order.total === 0 && isFree(rated)) {
		return described(known, 'nothingToBook', reason('FREE_ORDER', { case: 'order' }));
	}
	const { decision, notes: evidence } = regimeOfOrder(order, rated, shop, settings);
	known.regime = decision.regime;
	const untaxed = untaxedNotes(order, rated, decision, shop, settings);
	const isOrder = settings.document === 'salesOrder';
	const drafted = isOrder ? draftSalesOrder : draftSalesEntry;
	const apart =
		isOrder || isOld
			? { order, rated, beside: [] }
			: untaxedApart(order, rated, decision, settings);
	const booked = ossLines(apart.rated, decision, settings);
	const draft = drafted(apart.order, booked.rated, decision, shop, settings, keyOf(known));
	const beside = apart.beside.length > 0 && besideOf(order, apart.beside, decision, shop, settings);
	const { foreign } = order;
	const notes = foreign
		? [foreignNote(foreign, order.total, language), ...draft.notes]
		: [...draft.notes];
	if (beside) {
		const [amount, number] = [besideAmount({ beside }), besideNumber(draft.invoiceNumber)];
		const isCards = apart.beside.every((line) => sellsCard(line, settings));
		notes.push(draftText(language, isCards ? 'cardApart' : 'untaxedApart', { amount, number }));
	}
	const partly = partlyTaxedNotes(rated.lines, language);
	notes.push(...evidence, ...untaxed, ...partly, ...booked.notes, ...leftOut, ...leftOff);
	notes.push(...cardWithVatNotes(rated, language), ...testModeNotes(identity.raw, shop, language));
	if (decision.regime === 'icp') {
		if (!isOld) known.vatNumberToCheck = order.vatNumber;
		const verdict = judgeVatNumber(order.vatNumber, settings.vatNumberCheck, vatAnswers, language);
		if (verdict.may !== 'book') return described(known, verdict.may, verdict.why);
		notes.push(...verdict.notes);
	}
	if (vatAnswers.get(order.vatNumber)?.status !== 'valid') {
		notes.push(...checkDigitWarnings(order.vatNumber, language));
	}
	// Set one by one: copying a draft to add to it is slow.
	draft.charged = chargedInEuro(rated);
	draft.notes = notes;
	if ('date' in dated) draft.invoiceDate = dated.date;
	const { consultationNumber } = vatAnswers.get(order.vatNumber) ?? {};
	if (consultationNumber) draft.consultationNumber = consultationNumber;
	if (decision.regime === 'icp' && !isOld) {
		draft.vatNumberCheck = knownOfNumber(order.vatNumber, settings.vatNumberCheck, vatAnswers);
	}
	if (foreign) draft.foreign = foreignOf(foreign);
	if (draft.document === 'salesEntry') {
		const { whenClosed } = whenClosedOf(settings);
		if (whenClosed) draft.whenClosed = whenClosed;
		if (beside) draft.beside = beside;
		if (known.oldInvoice !== undefined) {
			draft.bookedBefore = true;
			notes.push(draftText(language, 'bookedBefore', { invoice: known.oldInvoice }));
		}
		const dayTotal = known.asSold
			? undefined
			: dayTotalOf(draft, order, identity.raw, shop, settings);
		if (dayTotal) draft.dayTotal = dayTotal;
	}
	if (!known.asSold && shop.approveFirst) draft.approveFirst = true;
	const transformed = described(known, 'book');
	transformed.draft = draft;
	return transformed;
}

/** An order that was paid in test mode is booked as the shop has it, but brings no money. */
function testModeNotes(raw: RawObject, { kind }: ShopSettings, language: Language): DraftText[] {
	const field = shops[kind].testMarker?.(raw);
	return field === undefined ? [] : [draftText(language, 'testMode', { field })];
}

/**
 * Fields that may hold money are decided by balance: an order that adds up to the cent without them
 * is booked, and says so.
 *
 * @throws Finding UNEXPLAINED_AMOUNT that names them when the order does not add up.
 */
function unexplainedNotes(
	{ total, unexplained = [] }: ShopOrder,
	{ lines, vat }: RatedOrder,
	language: Language,
): DraftText[] {
	if (unexplained.length === 0) return [];
	const field = unexplained.join('", "');
	const booked = [...lines.map(({ net, discount }) => net - discount), ...vat.map((v) => v.amount)];
	if (sum(booked) !== total) {
		throw new Finding('UNEXPLAINED_AMOUNT', { case: 'field', place: 'order', field });
	}
	return [draftText(language, 'fieldIgnored', { field })];
}

/**
 * Whether discounts took off all there was, but for the cents of rounding. Where lines or fees below
 * zero cancel others, as in an exchange, turnover moves between accounts and is booked.
 */
function isFree({ lines, vat }: RatedOrder): boolean {
	const nets = lines.map(({ net, discount }) => net - discount);
	if (lines.some(({ role }, index) => role !== 'discount' && (nets[index] ?? 0) < 0)) return false;
	const left = sum(nets) + sum(vat.map(({ amount }) => amount));
	return Math.abs(left) <= roundingTolerance(lines.length);
}

function described(known: Known, outcome: Outcome, why?: Reason): TransformedOrder {
	const { client, shop, identity, settings, order, rated } = known;
	const stated = order ? undefined : statedTotal(known);
	return {
		outcome,
		orderKey: keyOf(known),
		client,
		shop,
		orderId: identity?.id ?? '',
		orderNumber: identity?.number ?? '',
		orderStatus: identity?.status ?? '',
		orderDate: order ? order.date : statedDay(known),
		total: order ? toEuro(order.total) : (stated?.euro ?? null),
		vat: rated ? toEuro(sum(rated.vat.map(({ amount }) => amount))) : null,
		regime: known.regime ?? '',
		fingerprint: order && rated && settings ? fingerprintOf(order, rated, settings) : '',
		paymentIds: isObject(known.raw) ? paymentIdsOf(known.raw, known.kind).join(' ') : '',
		paymentMethod: order ? order.paymentMethod.title || order.paymentMethod.code : '',
		...told(why && stated?.foreign ? { ...why, facts: { ...why.facts, ...stated.foreign } } : why),
	};
}

/** For orders that are not read in full: the day that the shop states. */
function statedDay({ raw, kind, rules }: Known): string {
	if (!isObject(raw) || !kind || !rules) return '';
	try {
		return shops[kind].orderedOn(raw, rules);
	} catch {
		return '';
	}
}

/**
 * For orders that are not read in full: what the shop calls the total. In another currency it is no
 * amount for a table of euros, so it is told in words.
 */
function statedTotal({
	raw,
	kind,
}: Known): { euro: number | null; foreign?: StatedTotal } | undefined {
	if (!isObject(raw) || !kind) return undefined;
	const stated = shops[kind].stated(raw);
	const micros = readMicros(stated.total);
	if (micros === undefined) return undefined;
	const cents = roundToCents(micros);
	const currency = stated.currency.toUpperCase();
	if (['', 'EUR'].includes(currency)) return { euro: toEuro(cents) };
	if (!/^[A-Z]{3}$/.test(currency)) return { euro: null };
	return { euro: null, foreign: { totalCurrency: currency, totalAmount: cents } };
}

function keyOf({ client, shop, identity }: Known): string {
	return orderKey(client, shop, identity?.id);
}
