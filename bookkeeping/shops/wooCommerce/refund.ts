import { Finding } from '../../trade/findings';
import type { ChargedVat, ShopLine } from '../../trade/order';
import { readMicros, roundToCents, sum, type Cents } from '../../money/money';
import type { ListedRefund, RefundLine, ShopRefund } from '../../trade/refund';
import { cents, objects, text, unknownMoney, type RawObject } from '../../trade/fields';
import { readRefundId } from '../refundId';
import type { ReadingRules } from '../shop';
import { dateOrNone, shopDate } from '../shopDate';
import { readCards, worthOfRefund } from './giftCards';
import { readLine, readRates } from './order';

/** Money fields of a refund that are read here. */
const KNOWN_FIELDS = new Set(['amount', 'line_items', 'shipping_lines', 'fee_lines', 'tax_lines']);

/** The lists of lines, in an order as in its refunds. */
const LISTS = [
	{ field: 'line_items', role: 'product' },
	{ field: 'shipping_lines', role: 'shipping' },
	{ field: 'fee_lines', role: 'fee' },
] as const;

/**
 * The refunds of an order: it lists id and amount only; the refund itself, put in its place, says
 * when and how it was paid back.
 */
export function listedRefunds(order: RawObject, rules: ReadingRules): ListedRefund[] {
	const { zone } = rules;
	const refunds = objects(order, 'refunds');
	const toCards = backToCards(order, refunds, rules);
	return refunds.map((refund) => {
		const money = moneyOf(refund);
		const toCard = toCards.get(refund) ?? 0;
		return {
			id: text(refund, 'id'),
			amount: money === undefined ? undefined : money + toCard,
			toCard,
			state: stateOf(refund),
			date: dateOrNone(momentsOf(refund, zone), zone),
		};
	});
}

/** What goes back through the payment method or by hand, as the shop has it. */
function moneyOf(refund: RawObject): Cents | undefined {
	const micros = readMicros(refund.amount ?? refund.total);
	return micros === undefined ? undefined : Math.abs(roundToCents(micros));
}

/**
 * WooCommerce gives back no more money than was paid in money: what refunded lines are worth beyond
 * the amount went back to the card, as far as it paid, once no money is left or where none goes back.
 * A refund of all the money that names no lines is made by the status `refunded`, at which the plugins
 * fill the card again (D-CARD-BACK).
 */
function backToCards(
	order: RawObject,
	refunds: readonly RawObject[],
	{ orderFields }: ReadingRules,
): Map<RawObject, Cents> {
	const back = new Map<RawObject, Cents>();
	if (refunds.length === 0) return back;
	let left = readCards(order, objects(order, 'meta_data'), orderFields?.payments).paid;
	if (left === 0) return back;
	let money = cents(order, 'total', 'order');
	const inTurn = [...refunds].sort((a, b) => Number(a.id) - Number(b.id));
	for (const refund of inTurn) {
		const amount = moneyOf(refund) ?? 0;
		money -= amount;
		if (stateOf(refund) === 'detailsMissing') continue;
		const lines = worthOfRefund(refund);
		const isLast = !lines && money <= 0 && text(order, 'status') === 'refunded';
		// Money that is still there would have gone back first, unless the refund gives none at all.
		const isBeyond = lines && (amount === 0 || money <= 0);
		const beyond = isBeyond ? lines.worth - amount : isLast ? left : 0;
		if (beyond <= 0 || beyond > left + (lines?.tolerance ?? 0)) continue;
		back.set(refund, Math.min(beyond, left));
		left -= Math.min(beyond, left);
	}
	return back;
}

function stateOf(refund: RawObject): ListedRefund['state'] {
	if (!('refunded_payment' in refund)) return 'detailsMissing';
	return refund.refunded_payment === true ? 'paid' : 'outside';
}

function momentsOf(refund: RawObject, zone: string): Array<{ value: unknown; zone: string }> {
	return [
		{ value: refund.date_created_gmt, zone: 'utc' },
		{ value: refund.date_created, zone },
	];
}

/**
 * Reads a WooCommerce refund (WC-601): `amount` is positive, its lines are
 * negative and name the line of the order in `_refunded_item_id`.
 *
 * @param order the raw order the refund belongs to, with its refunds in full.
 * @throws Finding when a field that carries money cannot be read.
 */
export function readWooCommerceRefund(
	raw: RawObject,
	order: RawObject,
	rules: ReadingRules,
): ShopRefund {
	const { zone, cutOffHour, orderFields } = rules;
	const ownRates = readRates(raw);
	const orderRates = readRates(order);
	const rates = new Map([...ownRates, ...orderRates]);
	const originals = readOriginals(order, orderRates);
	// Points of sale write it below zero, as the order lists it.
	const amount = Math.abs(cents(raw, 'amount', 'refund'));
	const lines = LISTS.flatMap(({ field, role }) =>
		objects(raw, field).map((line) => readRefundLine(role, line, rates, originals)),
	);
	const { id } = readRefundId(raw);
	const toCards = backToCards(order, objects(order, 'refunds'), rules);
	const toCard = sum([...toCards].map(([one, cent]) => (text(one, 'id') === id ? cent : 0)));
	const signed = withSigns(lines, [...ownRates.values()], amount + toCard);
	const shipping = unlistedShipping(signed.lines, amount + toCard, order, id, orderRates);
	// As in orders the balance decides about fields that nobody knows (D-UNKNOWN-MONEY).
	const [field, ...others] = unknownMoney(raw, KNOWN_FIELDS, namedIn(orderFields));
	if (field !== undefined && Math.abs(totalOf(lines)) !== amount + toCard) {
		throw new Finding('UNEXPLAINED_AMOUNT', { case: 'field', place: 'refund', field });
	}
	return {
		id,
		date: shopDate(momentsOf(raw, zone), zone, cutOffHour),
		amount: amount + toCard,
		...(toCard > 0 && { toCard }),
		...(field !== undefined && { unexplained: [field, ...others] }),
		...(shipping.length > 0 && { withShipping: true }),
		lines: holdsMoney(lines) ? [...signed.lines, ...shipping] : [],
		vatPerRate: shipping.length > 0 ? [] : signed.vatPerRate,
	};
}

/**
 * Lines and VAT with the sign of money that goes back. Points of sale and plugins store all lines with
 * the other sign, or those of the shipping: they make the amount once they are turned.
 *
 * @param stated VAT per rate, as the refund has it.
 */
function withSigns(
	lines: readonly RefundLine[],
	stated: readonly ChargedVat[],
	amount: Cents,
): Pick<ShopRefund, 'lines' | 'vatPerRate'> {
	const total = totalOf(lines);
	if (amount > 0 && total === -amount) {
		return { lines: lines.map(withOtherSign), vatPerRate: [...stated] };
	}
	const turned = lines.map((line) => (isTurned(line) ? withOtherSign(line) : line));
	if (total !== amount && totalOf(turned) === amount) return { lines: turned, vatPerRate: [] };
	return { lines: [...lines], vatPerRate: stated.map(negated) };
}

/** A line that takes something else back than was sold: more of a price, or less of a negative fee. */
const isTurned = ({ role, net, original }: RefundLine): boolean =>
	original ? net * original.net < 0 : net < 0 && role !== 'fee';

/**
 * The shipping of the order, where the refund does not list it and just that is between its lines and
 * its amount: old versions of WooCommerce give no shipping lines of a refund.
 */
function unlistedShipping(
	lines: readonly RefundLine[],
	amount: Cents,
	order: RawObject,
	id: string,
	rates: ReadonlyMap<string, ChargedVat>,
): RefundLine[] {
	const gap = amount - totalOf(lines);
	if (gap <= 0 || !holdsMoney(lines) || lines.some(isShipping)) return [];
	const shipping = objects(order, 'shipping_lines').map((line): RefundLine => {
		const original = readLine('shipping', line, rates);
		const { title, net, vat } = original;
		return { role: 'shipping', title, quantity: '1', net, vat, original };
	});
	const isBefore = (other: RawObject): boolean => Number(other.id) < Number(id);
	const before = objects(order, 'refunds').filter(isBefore);
	return totalOf(shipping) === gap && !before.some((other) => tookShipping(other, gap))
		? shipping
		: [];
}

const isShipping = ({ role, net }: RefundLine): boolean => role === 'shipping' && net !== 0;

/** Whether an earlier refund, in full, gave the shipping back: in a line, or in its amount only. */
function tookShipping(refund: RawObject, shipping: Cents): boolean {
	const lists = LISTS.flatMap(({ field }) => objects(refund, field));
	if (lists.length === 0) return false;
	const worth = worthOfRefund(refund)?.worth ?? 0;
	const gap = (moneyOf(refund) ?? 0) - worth;
	return gap === shipping || objects(refund, 'shipping_lines').length > 0;
}

/** What the settings say of: no money, or money that is counted elsewhere. */
const namedIn = (fields: ReadingRules['orderFields']): string[] =>
	fields ? [...fields.ignored, ...fields.payments] : [];

/** Lines with their VAT, in cents. */
function totalOf(lines: readonly RefundLine[]): number {
	return roundToCents(
		sum(lines.flatMap(({ net, vat }) => [net, ...vat.map(({ amount }) => amount)])),
	);
}

/**
 * Whether the lines say what goes back: where somebody typed the amount himself, they may tell only
 * which articles come back into stock.
 */
const holdsMoney = (lines: readonly RefundLine[]): boolean =>
	lines.some(({ net, vat }) => net !== 0 || vat.some(({ amount }) => amount !== 0));

function withOtherSign(line: RefundLine): RefundLine {
	return { ...line, net: flipped(line.net), vat: line.vat.map(negated) };
}

/** The lines of the order by their ids. */
function readOriginals(
	order: RawObject,
	rates: ReadonlyMap<string, ChargedVat>,
): Map<string, ShopLine> {
	return new Map(
		LISTS.flatMap(({ field, role }) =>
			objects(order, field).map((line): [string, ShopLine] => [
				text(line, 'id'),
				readLine(role, line, rates),
			]),
		),
	);
}

function readRefundLine(
	role: ShopLine['role'],
	line: RawObject,
	rates: ReadonlyMap<string, ChargedVat>,
	originals: ReadonlyMap<string, ShopLine>,
): RefundLine {
	const { title, net, vat } = readLine(role, line, rates);
	const link = objects(line, 'meta_data').find((meta) => meta.key === '_refunded_item_id');
	const original = link && originals.get(text(link, 'value'));
	return {
		role,
		title,
		quantity: text(line, 'quantity').replace(/^-/, '') || '1',
		net: flipped(net),
		vat: vat.map(negated),
		...(original && { original }),
	};
}

function negated({ percentage, amount }: ChargedVat): ChargedVat {
	return { percentage, amount: flipped(amount) };
}

function flipped(amount: number): number {
	return amount === 0 ? 0 : -amount;
}
