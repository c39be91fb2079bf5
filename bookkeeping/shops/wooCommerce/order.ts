import type { Place } from '../../codes/facts';
import { Finding } from '../../trade/findings';
import { roundToCents } from '../../money/money';
import type { ChargedVat, ShopLine, ShopOrder } from '../../trade/order';
import { isCountryCode } from '../../trade/countryNames';
import { hasVatNumberFormat, normaliseVatNumber } from '../../trade/vatNumber';
import {
	categories,
	cents,
	objectIn,
	microsIn,
	objects,
	objectsIn,
	optionalMicrosIn,
	statedCents,
	text,
	those,
	unknownMoney,
	type RawObject,
} from '../../trade/fields';
import { cleanText } from '../../trade/text';
import { readAddress } from '../address';
import { shopDate } from '../shopDate';
import { vatNumberElsewhere } from '../vatNumberElsewhere';
import { CARD_LISTS, readCards, sellsCard, topUpsIn } from './giftCards';
import { centsMoved, settledByTotalTax } from './totalTax';
import { customerRecordOf } from './customerRecord';
import type { NamedFields, OrderIdentity, PaymentMethod, ReadingRules } from '../shop';

const ADDRESS = {
	...{ firstName: 'first_name', lastName: 'last_name', company: 'company', postcode: 'postcode' },
	...{ street: ['address_1', 'address_2'], city: 'city', country: 'country' },
};
/** Money fields of an order that are read here, or that only repeat what is read. */
const KNOWN_FIELDS = new Set([
	...['total', 'total_tax', 'discount_total', 'discount_tax', 'shipping_total', 'shipping_tax'],
	...['cart_tax', 'prices_include_tax', 'tax_lines', 'fee_lines', 'coupon_lines', 'line_items'],
	...CARD_LISTS,
	// What the goods cost the shop: no part of the sale.
	'cost_of_goods_sold',
]);
/** The same for a line; the subtotal's VAT, unit price and amount of a fee repeat what is read. */
const KNOWN_LINE_FIELDS = new Set([
	...['total', 'total_tax', 'subtotal', 'subtotal_tax', 'taxes', 'price', 'amount'],
	...['tax_class', 'tax_status', 'cost_of_goods_sold'],
]);

/** Where plugins put the VAT number of the customer (WC-911), in this order. */
const VAT_NUMBER_KEYS = ranked([
	...['_billing_vat_number', '_vat_number', '_billing_eu_vat_number', 'vat_number', 'VAT Number'],
	...['yweu_billing_vat', 'billing_vat', '_billing_vat_id', '_billing_vat', 'billing_vat_number'],
	...['billing_eu_vat_number', 'btw_nummer', 'btwnummer', '_billing_btw_nummer', 'btw_nr'],
	...['vatnr', 'vat_nr', 'vatnumber', 'vat_id', '_billing_tax_number', '_billing_eu_vat', 'btwnr'],
	...['_billing_dic', '_billing_nif', '_shipping_vat_id'],
]);
/** A field of the block checkout: the namespace is that of the shop's own code. */
const BLOCK_VAT_NUMBER = /^_wc_(billing|other|shipping)\/[^/]+\/vat_number$/;
const CHAMBER_OF_COMMERCE_KEYS = ranked([
	...['billing_kvk', '_billing_kvk', 'kvk', 'kvk_nummer', 'billing_coc', 'coc_number'],
]);
const LINE_LISTS = ['line_items', 'shipping_lines', 'fee_lines'];

/** The day of the order. */
export const orderedOn = (raw: RawObject, { zone, cutOffHour }: ReadingRules): string =>
	shopDate(
		[
			{ value: raw.date_created_gmt, zone: 'utc' },
			{ value: raw.date_created, zone },
		],
		zone,
		cutOffHour,
	);

/**
 * Reads a WooCommerce order (REST v3, versions 9 and 10). All line amounts are without VAT; the VAT
 * per rate comes from the order's own tax lines, `price` is never looked at (WC-501 to WC-516).
 *
 * @throws Finding when a field that carries money cannot be read.
 */
export function readWooCommerceOrder(
	identity: OrderIdentity,
	raw: RawObject,
	rules: ReadingRules,
	fields: NamedFields,
): ShopOrder {
	const explained = [...fields.ignored, ...fields.payments];
	const unexplained = unknownMoney(raw, KNOWN_FIELDS, explained);
	for (const list of LINE_LISTS) {
		for (const line of objects(raw, list)) {
			unexplained.push(...unknownMoney(line, KNOWN_LINE_FIELDS, explained));
		}
	}
	const rawBilling = objectIn(raw.billing);
	const billing = readAddress(rawBilling, ADDRESS);
	const rates = readRates(raw);
	const shippingLines = objectsIn(raw.shipping_lines);
	const metaData = objectsIn(raw.meta_data);
	const cards = readCards(raw, metaData, fields.payments);
	const articles = objectsIn(raw.line_items);
	const topUps = topUpsIn(metaData, articles);
	const lines = [
		...articles.map((line) => {
			const read = readLine('product', line, rates);
			if (topUps.includes(line)) read.giftCard = true;
			return read;
		}),
		...shippingLines.map((line) => readLine('shipping', line, rates)),
		...cards.fees.map((line) => readLine('fee', line, rates)),
	];
	const statedVat = statedCents(raw, 'total_tax', 'order');
	const shipping = readAddress(objectIn(raw.shipping), ADDRESS);
	const ownNumber = readVatNumber(raw, metaData, fields.vatNumber);
	const record = ownNumber === '' ? customerRecordOf(raw) : undefined;
	const kept = record && 'kept' in record ? record.kept : undefined;
	const numberOfRecord = kept
		? readVatNumber(kept, objectsIn(kept.meta_data), fields.vatNumber)
		: '';
	const vatNumber = ownNumber || numberOfRecord;
	const countries =
		shipping.country === billing.country ? [billing.country] : [shipping.country, billing.country];
	const suspect =
		vatNumber === ''
			? (vatNumberElsewhere(raw, countries, fields) ??
				(kept && vatNumberElsewhere(kept, countries, fields)))
			: undefined;
	const stored = [...rates.values()];
	const vatPerRate = settledByTotalTax(stored, statedVat, lines.length);
	const onVat = centsMoved(stored, vatPerRate);
	// Set one by one: literals with conditional spreads are slow.
	const order: ShopOrder = {
		id: identity.id,
		number: identity.number,
		status: identity.status,
		invoiceNumber: rules.invoiceNumberField
			? metaValue(metaData, new Map([[rules.invoiceNumberField, 0]]))
			: identity.number,
		currency: cleanText(raw.currency),
		date: orderedOn(raw, rules),
		paymentMethod: paymentMethodOf(raw),
		// The total of the order is less by what cards paid (D-PART-PAID).
		total: cents(raw, 'total', 'order') + cards.paid,
		paidByGiftCard: cards.paid,
		lines,
		spread: [],
		vatPerRate,
		statedVat,
		billing,
		shipping,
		pickUp: shippingLines.some((line) => fields.pickUpMethods.includes(methodOf(line))),
		email: cleanText(rawBilling.email),
		phone: cleanText(rawBilling.phone),
		vatNumber: normaliseVatNumber(
			orOneOfForm(vatNumber, (kept && objectsIn(kept.meta_data)) ?? metaData, billing.country),
			billing.country,
		),
		chamberOfCommerceNumber:
			namedText(raw, metaData, fields.chamberOfCommerce) ||
			metaValue(metaData, CHAMBER_OF_COMMERCE_KEYS),
		refundCount: objectsIn(raw.refunds).length,
	};
	const customerId = cleanText(raw.customer_id);
	if (customerId !== '' && customerId !== '0') order.customerId = customerId;
	if (cards.asDiscount > 0) order.creditAsDiscount = cards.asDiscount;
	if (onVat !== 0) order.centsOnVat = onVat;
	if (suspect) order.vatNumberElsewhere = suspect;
	if (numberOfRecord !== '') order.vatNumberOfRecord = true;
	if (record && 'notRead' in record) order.customerNotRead = record.notRead;
	if (record && 'gone' in record) order.customerGone = true;
	if (unexplained.length > 0) order.unexplained = [...new Set(unexplained)];
	const countriesCharging = chargedBy(rates);
	if (countriesCharging.length > 0) order.chargedBy = countriesCharging;
	const marketplace = marketplacePart(raw, metaData);
	if (marketplace) order.marketplace = marketplace;
	return order;
}

/** The shipping method; versions before 3.4 wrote its instance behind it: `local_pickup:5`. */
const methodOf = ({ method_id }: RawObject): string => cleanText(method_id).replace(/:.*$/, '');

/** What marketplace plugins call the mark of an order that they divided: Dokan, MultiVendorX. */
const HAS_SUB_ORDERS = /^_?has_(\w+_)?sub_order$/;

/** How plugins make the order for what is left after a deposit: WooCommerce Deposits, YITH. */
const MADE_FOR_BALANCE = ['wc_deposits', 'yith_wcdp_balance_order'];

/**
 * An order of what is left after a deposit names the order of the deposit as its parent too, but each
 * charges a part of its own of the sale: both are booked.
 */
const isBalanceOfDeposit = (raw: RawObject, metaData: readonly RawObject[]): boolean =>
	MADE_FOR_BALANCE.includes(cleanText(raw.created_via)) ||
	metaData.some(({ key }) => key === '_has_full_payment');

function marketplacePart(raw: RawObject, metaData: readonly RawObject[]): ShopOrder['marketplace'] {
	if (isBalanceOfDeposit(raw, metaData)) return undefined;
	const parent = cleanText(raw.parent_id);
	if (parent !== '' && parent !== '0') return { part: 'subOrder', parent };
	const isDivided = metaData.some(
		({ key, value }) =>
			typeof key === 'string' &&
			HAS_SUB_ORDERS.test(key) &&
			![undefined, null, false, 0, '', '0', 'no'].includes(value as string),
	);
	return isDivided ? { part: 'parent' } : undefined;
}

/** The countries whose rates charged VAT, as far as the codes of the rates say so (D-WHOSE-VAT). */
function chargedBy(rates: ReadonlyMap<string, Rate>): string[] {
	const countries = new Set<string>();
	for (const { amount, country } of rates.values()) {
		if (amount !== 0 && country !== undefined) countries.add(country);
	}
	return [...countries];
}

export function paymentMethodOf(raw: RawObject): PaymentMethod {
	const code = cleanText(raw.payment_method);
	return { code, title: cleanText(raw.payment_method_title) || code };
}

/** A rate of the shop, with the country it was made for. */
interface Rate extends ChargedVat {
	/** Left out when the rate is for every country, or its code does not say. */
	country?: string;
}

/** `NL-BTW 21%-1`: country, state if any, name and priority of a rate. */
function countryOfRate(taxLine: RawObject): string | undefined {
	const [, code] = /^([A-Za-z]{2})-.+-\d+$/.exec(cleanText(taxLine.rate_code)) ?? [];
	const country = code?.toUpperCase();
	return country !== undefined && isCountryCode(country) ? country : undefined;
}

/** VAT per rate, by the rate id that lines refer to. */
export function readRates(raw: RawObject): Map<string, Rate> {
	const rates = new Map<string, Rate>();
	for (const taxLine of objectsIn(raw.tax_lines)) {
		const percentage = percentageOf(taxLine);
		if (percentage === undefined) {
			throw new Finding('TAX_LINE_MISSING', {
				case: 'percentage',
				rate: cleanText(taxLine.rate_code),
			});
		}
		const place = `rate ${percentage}` as const;
		const amount =
			microsIn(taxLine.tax_total, 'tax_total', place) +
			optionalMicrosIn(taxLine.shipping_tax_total, 'shipping_tax_total', place);
		rates.set(cleanText(taxLine.rate_id), { percentage, amount, country: countryOfRate(taxLine) });
	}
	return rates;
}

/**
 * The percentage of a tax line. Versions before `rate_percent` have it in the words of their code or
 * label only (`NL-BTW 21%-1`): whether it is right shows in the amounts.
 */
function percentageOf(taxLine: RawObject): number | undefined {
	const { rate_percent: percent } = taxLine;
	// Orders of before it was kept have null.
	if (percent !== undefined && percent !== null && percent !== '') {
		const stated = Number(percent);
		return Number.isFinite(stated) ? stated : undefined;
	}
	const said = ['rate_code', 'label'].flatMap((field) => {
		const [, digits] = /(\d+(?:[.,]\d+)?)\s*%/.exec(text(taxLine, field)) ?? [];
		return digits === undefined ? [] : [Number(digits.replace(',', '.'))];
	});
	const [first] = said;
	return said.every((one) => one === first) ? first : undefined;
}

/** One line of an order or of a refund. @throws Finding when an amount or its rate is missing. */
export function readLine(
	role: ShopLine['role'],
	line: RawObject,
	rates: ReadonlyMap<string, ChargedVat>,
): ShopLine {
	const place = () => `${role} line ${cleanText(line.id)}` as const;
	const net = microsIn(line.total, 'total', place);
	const vat = readTaxes(line, rates, place);
	const read: ShopLine = {
		role,
		title: cleanText(line.name) || cleanText(line.method_title),
		sku: cleanText(line.sku),
		categories: categories(line),
		quantity: cleanText(line.quantity) || '1',
		net,
		netBeforeDiscount:
			role === 'product' ? optionalMicrosIn(line.subtotal, 'subtotal', place) : net,
		vat: withLineTotal(vat, optionalMicrosIn(line.total_tax, 'total_tax', place)),
		id: cleanText(line.id) || undefined,
	};
	if (role === 'product' && sellsCard(line)) read.giftCard = true;
	return read;
}

/** The VAT of a line per rate; a rate that it leaves empty has none. */
function readTaxes(
	line: RawObject,
	rates: ReadonlyMap<string, ChargedVat>,
	place: () => Place,
): ChargedVat[] {
	const charged = those(objectsIn(line.taxes), ({ total }) => cleanText(total) !== '');
	return charged.map((tax) => {
		const rateId = cleanText(tax.id);
		const rate = rates.get(rateId);
		if (!rate) throw new Finding('TAX_LINE_MISSING', { case: 'rate', place: place(), rateId });
		return { percentage: rate.percentage, amount: microsIn(tax.total, 'total', place) };
	});
}

/**
 * Some versions give the parts per rate unrounded or not adding up, and only the line's own VAT
 * total right (HC-23): with one rate, the total counts.
 */
function withLineTotal(vat: ChargedVat[], lineTotal: number): ChargedVat[] {
	let only: ChargedVat | undefined;
	for (const part of vat) {
		if (part.amount === 0) continue;
		if (only) return vat;
		only = part;
	}
	if (!only || roundToCents(lineTotal) === roundToCents(only.amount)) return vat;
	return vat.map((part) => (part === only ? { ...part, amount: lineTotal } : part));
}

function readVatNumber(
	raw: RawObject,
	metaData: readonly RawObject[],
	named: readonly string[],
): string {
	const billing = objectIn(raw.billing);
	return (
		namedText(raw, metaData, named) ||
		cleanText(raw.vat_number) ||
		metaValue(metaData, VAT_NUMBER_KEYS) ||
		blockVatNumber(metaData) ||
		cleanText(billing.vat_id) ||
		cleanText(billing.vat_number) ||
		cleanText(objectIn(raw.shipping).vat_id)
	);
}

/** What is none, as `geen`, hides no number in another of the usual fields. */
function orOneOfForm(first: string, metaData: readonly RawObject[], country: string): string {
	const hasForm = (value: string) => hasVatNumberFormat(normaliseVatNumber(value, country));
	if (first === '' || hasForm(first)) return first;
	const others = metaData.filter(({ key }) => VAT_NUMBER_KEYS.has(String(key)));
	return others.map(({ value }) => cleanText(value)).find(hasForm) ?? first;
}

/** The filled text of a field that the settings name, in the metadata or at the top of the order. */
function namedText(
	raw: RawObject,
	metaData: readonly RawObject[],
	named: readonly string[],
): string {
	if (named.length === 0) return '';
	const [atTop = ''] = named.map((field) => text(raw, field)).filter((value) => value !== '');
	return metaValue(metaData, ranked(named)) || atTop;
}

function blockVatNumber(metaData: readonly RawObject[]): string {
	const filled = metaData.find(
		(meta) => BLOCK_VAT_NUMBER.test(String(meta.key)) && cleanText(meta.value) !== '',
	);
	return filled ? cleanText(filled.value) : '';
}

/** The filled text of the meta field whose key comes first in the list. */
function metaValue(metaData: readonly RawObject[], keys: ReadonlyMap<string, number>): string {
	let best = Infinity;
	let value = '';
	for (const meta of metaData) {
		const rank = typeof meta.key === 'string' ? keys.get(meta.key) : undefined;
		if (rank === undefined || rank >= best) continue;
		const found = cleanText(meta.value);
		if (found === '') continue;
		best = rank;
		value = found;
	}
	return value;
}

/** Keys with their place in the order in which they are looked at. */
function ranked(keys: readonly string[]): ReadonlyMap<string, number> {
	return new Map(keys.map((key, rank) => [key, rank]));
}
