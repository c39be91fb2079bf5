import type { Place } from '../../codes/facts';
import { Finding } from '../../trade/findings';
import { sum, vatOnTop, type Cents } from '../../money/money';
import type { ShopLine, ShopOrder, SpreadAmount } from '../../trade/order';
import { ratesInForce } from '../../trade/vatRates';
import { normaliseVatNumber } from '../../trade/vatNumber';
import {
	categories,
	cents,
	object,
	objects,
	optionalCents,
	statedCents,
	text,
	unknownMoney,
	type RawObject,
	idOf,
} from '../../trade/fields';
import { readAddress } from '../address';
import { isPaymentName } from '../paymentName';
import { shopDate } from '../shopDate';
import { namedText, vatNumberElsewhere } from '../vatNumberElsewhere';
import type { NamedFields, OrderIdentity, ReadingRules } from '../shop';

const ADDRESS = {
	...{ firstName: 'firstName', lastName: 'lastName', company: 'companyName' },
	...{ street: ['streetAddress'], postcode: 'postalCode', city: 'city', country: 'country' },
};
const CENT_IN_MICROS = 10_000;
const KNOWN_ORDER_FIELDS = new Set([
	...['totalPrice', 'totalTaxAmount', 'price', 'discountAmount', 'discountTaxAmount'],
	...['shippingCost', 'shippingTaxAmount', 'taxNumber', 'orderLines', 'orderlines'],
]);
/** Amounts inside `price` (J090) that repeat the total, its VAT, the discount or the shipping. */
const REPEATED_IN_PRICE = /total|tax|discount|shipping/i;
const NONE: ReadonlySet<string> = new Set();
const KNOWN_LINE_FIELDS = new Set([
	...['totalPrice', 'totalTaxAmount', 'taxPercentage'],
	// Unit amounts are line amounts divided by the quantity (J108): they repeat what is read.
	...['price', 'unitPrice', 'taxAmount', 'unitTaxAmount'],
]);
/** Lines of these types are goods and services (J100); others repeat shipping or discount. */
const BOOKED_LINE_TYPES = ['article', 'custom'];
/** A gift card: what was paid with it where it lowers the order, else one that is sold. */
const GIFT_CARD_TYPE = 'giftcard';
/** A stated percentage may miss the stated VAT by this much before it contradicts it. */
const RATE_TOLERANCE: Cents = 2;

interface RawLine {
	raw: RawObject;
	title: string;
	gross: Cents;
	vat: Cents;
	percentage?: number;
}

/** The day of the order. */
export const orderedOn = (raw: RawObject, { zone, cutOffHour }: ReadingRules): string =>
	shopDate(
		[
			{ value: raw.createdAt, zone },
			{ value: raw.date_created, zone },
		],
		zone,
		cutOffHour,
	);

/**
 * Reads a JouwWeb order in the field layout of the manual (J080-J132). Amounts of lines are with
 * VAT; shipping and discount are one amount for the whole order. Rates without a percentage are
 * looked for in the delivery country and in that of the shop.
 *
 * @throws Finding when a field that carries money cannot be read or explained.
 */
export function readJouwWebOrder(
	identity: OrderIdentity,
	raw: RawObject,
	rules: ReadingRules,
	fields: NamedFields,
): ShopOrder {
	const { ignored } = fields;
	const { country: shopCountry, invoiceNumberField } = rules;
	const unexplained = [
		...unknownMoney(raw, KNOWN_ORDER_FIELDS, ignored),
		...unknownMoney(withoutRepeats(object(raw, 'price')), NONE, ignored),
		...rawLines(raw).flatMap((line) => unknownMoney(line, KNOWN_LINE_FIELDS, ignored)),
	];
	const customer = object(raw, 'customer');
	const billing = readAddress(object(raw, 'paymentAddress'), ADDRESS);
	const shipping = readAddress(object(raw, 'shippingAddress'), ADDRESS);
	const holders = [customer, object(raw, 'paymentAddress'), object(raw, 'shippingAddress')];
	const vatNumber = normaliseVatNumber(
		namedText(raw, holders, fields.vatNumber) ||
			text(raw, 'taxNumber') ||
			text(customer, 'taxNumber'),
		billing.country,
	);
	const suspect =
		vatNumber === ''
			? vatNumberElsewhere(raw, [shipping.country, billing.country], fields, holders)
			: undefined;
	const date = orderedOn(raw, rules);
	const rateCountries = [shipping.country || billing.country || shopCountry, shopCountry];
	const allLines = readLines(raw);
	const cards = allLines.filter(isCard);
	const spent = cards.filter(({ gross }) => gross < 0);
	const sold = cards.filter(({ gross }) => gross > 0);
	const paidByGiftCard = -sum(spent.map(({ gross }) => gross)) || 0;
	const total = readTotal(raw) + paidByGiftCard;
	const all = allLines.filter((line) => !cards.includes(line));
	const spread = readSpread(raw);
	const reading = chooseReading(all, spread, total - sum(sold.map(({ gross }) => gross)));
	return {
		id: identity.id,
		number: identity.number,
		status: identity.status,
		invoiceNumber: invoiceNumberField ? text(raw, invoiceNumberField) : identity.number,
		currency: text(raw, 'currency') || 'EUR',
		date,
		paymentMethod: { code: text(raw, 'paymentMethod'), title: text(raw, 'paymentMethod') },
		total,
		paidByGiftCard,
		lines: [
			...completeRates(reading.lines, rateCountries, date).map(toShopLine),
			...sold.map(soldCard),
		],
		spread: reading.spread,
		vatPerRate: [],
		statedVat: statedCents(raw, 'totalTaxAmount', 'order'),
		billing,
		shipping,
		pickUp: false,
		email: text(raw, 'emailAddress') || text(customer, 'emailAddress'),
		phone: text(raw, 'phoneNumber') || text(customer, 'phoneNumber'),
		vatNumber,
		...(suspect && { vatNumberElsewhere: suspect }),
		chamberOfCommerceNumber: namedText(raw, holders, fields.chamberOfCommerce),
		refundCount: 0,
		...(unexplained.length > 0 && { unexplained: [...new Set(unexplained)] }),
	};
}

/** Outside VAT: a line of that type, or one that the owner typed in below zero by the name of a payment. */
function isCard({ type, title, gross, vat }: RawLine & { type: string }): boolean {
	return vat === 0 && (type === GIFT_CARD_TYPE || (gross < 0 && isPaymentName(title)));
}

function withoutRepeats(price: RawObject): RawObject {
	const others = Object.entries(price).filter(([field]) => !REPEATED_IN_PRICE.test(field));
	return Object.fromEntries(others);
}

/** `totalPrice`, or the nested `price.total` (J087, J090); both filled must agree. */
function readTotal(raw: RawObject): Cents {
	const nested = object(raw, 'price');
	if (raw.totalPrice === undefined || raw.totalPrice === null) {
		return cents(nested, 'total', 'price');
	}
	const total = cents(raw, 'totalPrice', 'order');
	const other =
		nested.total === undefined || nested.total === null ? total : cents(nested, 'total', 'price');
	if (other !== total) {
		throw new Finding('TOTAL_MISMATCH', { case: 'twoTotals', total, other });
	}
	return total;
}

function rawLines(raw: RawObject): readonly RawObject[] {
	return objects(raw, raw.orderLines === undefined ? 'orderlines' : 'orderLines');
}

function readLines(raw: RawObject): Array<RawLine & { type: string }> {
	return rawLines(raw).map((line, index) => {
		const place = `line ${index + 1}` as const;
		return {
			raw: line,
			type: text(line, 'type').toLowerCase() || 'article',
			title: text(line, 'title'),
			gross: cents(line, 'totalPrice', place),
			vat: optionalCents(line, 'totalTaxAmount', place),
			percentage: readPercentage(line.taxPercentage, place),
		};
	});
}

/** A percentage below 1 is a fraction (J103, decision A5): 0.21 means 21, 0 stays 0, 1 stays 1. */
function readPercentage(value: unknown, place: Place): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const stated = typeof value === 'string' ? Number(value.replace('%', '').trim()) : Number(value);
	if (!Number.isFinite(stated) || stated < 0 || stated > 100) {
		throw new Finding('ORDER_UNREADABLE', { case: 'noPercentage', place, field: 'taxPercentage' });
	}
	const percentage = stated > 0 && stated < 1 ? stated * 100 : stated;
	return Math.round(percentage * 10_000) / 10_000;
}

/** Shipping and discount of the order; the sign of the discount differs per shop (D-J089). */
function readSpread(raw: RawObject): { shipping: SpreadAmount[]; discount: SpreadAmount[] } {
	const amounts = (role: SpreadAmount['role'], field: string, vatField: string) => {
		const sign = role === 'discount' ? -1 : 1;
		const gross = sign * Math.abs(optionalCents(raw, field, 'order'));
		const vat = sign * Math.abs(optionalCents(raw, vatField, 'order'));
		return gross === 0 && vat === 0 ? [] : [{ role, gross, vat }];
	};
	return {
		shipping: amounts('shipping', 'shippingCost', 'shippingTaxAmount'),
		discount: amounts('discount', 'discountAmount', 'discountTaxAmount'),
	};
}

/**
 * Settles what the layout leaves open by the order's total: whether the lines already contain the
 * discount (D-J089, both readings tried, exactly one must balance) and whether lines of
 * other types count (D-JW-LINES: only when nothing else makes the total fit).
 */
function chooseReading(
	all: Array<RawLine & { type: string }>,
	spread: { shipping: SpreadAmount[]; discount: SpreadAmount[] },
	total: Cents,
): { lines: RawLine[]; spread: SpreadAmount[] } {
	const goods = all.filter(({ type }) => BOOKED_LINE_TYPES.includes(type));
	const withDiscount = [...spread.discount, ...spread.shipping];
	const usual = { lines: goods, spread: withDiscount };
	const readings = [usual];
	if (spread.discount.length > 0) readings.push({ lines: goods, spread: spread.shipping });
	const fitting = readings.filter((reading) => balances(reading, total));
	if (fitting.length > 1) {
		throw new Finding('DISCOUNT_UNCLEAR', { total });
	}
	if (fitting[0]) return fitting[0];
	const everything = [
		{ lines: all, spread: withDiscount },
		{ lines: all, spread: spread.shipping },
		{ lines: all, spread: [] },
	].find((reading) => goods.length < all.length && balances(reading, total));
	return everything ?? usual;
}

function balances(reading: { lines: RawLine[]; spread: SpreadAmount[] }, total: Cents): boolean {
	return sum([...reading.lines, ...reading.spread].map(({ gross }) => gross)) === total;
}

/**
 * Gives every line its percentage: the stated one when it fits the amounts, else the rate in force
 * that fits within a cent (J104); several fit: the one that other lines use (D-J104).
 */
function completeRates(
	lines: readonly RawLine[],
	countries: readonly string[],
	date: string,
): Array<RawLine & { percentage: number }> {
	const used = new Set(lines.flatMap(({ percentage }) => (percentage ? [percentage] : [])));
	return lines.map((line, index) => {
		const place = `line ${index + 1}` as const;
		if (line.percentage !== undefined) {
			if (deviation(line, line.percentage) > RATE_TOLERANCE) {
				throw new Finding('RATE_CONTRADICTS_AMOUNTS', {
					case: 'line',
					place,
					rate: line.percentage,
					vat: line.vat,
					gross: line.gross,
				});
			}
			return { ...line, percentage: line.percentage };
		}
		return { ...line, percentage: derivedRate(line, used, countries, date, place) };
	});
}

function derivedRate(
	line: RawLine,
	used: ReadonlySet<number>,
	countries: readonly string[],
	date: string,
	place: Place,
): number {
	if (line.gross === 0 && line.vat === 0) return 0;
	if (line.vat === 0 && deviation(line, 0) === 0 && used.size === 0) return 0;
	const fittingRates = (where: 'everywhere' | 'anywhere') => {
		const rates = countries.flatMap((country) => ratesInForce(country, date, where));
		const known = new Set([0, ...rates]);
		return [...known].filter((percentage) => deviation(line, percentage) <= 1);
	};
	const usual = fittingRates('everywhere');
	const fitting = usual.length > 0 ? usual : fittingRates('anywhere');
	if (fitting.length === 1 && fitting[0] !== undefined) return fitting[0];
	const shared = fitting.filter((percentage) => used.has(percentage));
	if (shared.length === 1 && shared[0] !== undefined) return shared[0];
	const { vat, gross } = line;
	if (fitting.length === 0) {
		throw new Finding('UNKNOWN_VAT_RATE', { case: 'amounts', place, vat, gross });
	}
	throw new Finding('RATE_AMBIGUOUS', { place, vat, gross, rates: fitting.sort((a, b) => a - b) });
}

/** Cents between the stated VAT and the VAT that follows from the net amount at this rate. */
function deviation(line: RawLine, percentage: number): Cents {
	return Math.abs(line.vat - vatOnTop(line.gross - line.vat, percentage));
}

/** Outside VAT: which goods it will buy, and at which rate, is not known yet. */
function soldCard(line: RawLine): ShopLine {
	return { ...toShopLine({ ...line, percentage: 0 }), vat: [], giftCard: true };
}

function toShopLine(line: RawLine & { percentage: number }): ShopLine {
	const net = (line.gross - line.vat) * CENT_IN_MICROS;
	return {
		id: idOf(line.raw),
		role: 'product',
		title: line.title,
		sku: text(line.raw, 'sku') || text(line.raw, 'articleNumber'),
		categories: categories(line.raw),
		quantity: text(line.raw, 'quantity') || '1',
		net,
		netBeforeDiscount: net,
		vat: [{ percentage: line.percentage, amount: line.vat * CENT_IN_MICROS }],
	};
}
