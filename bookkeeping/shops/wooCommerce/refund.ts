import type { ChargedVat, ShopLine } from '../../trade/order';
import { readMicros, roundToCents, sum } from '../../money/money';
import type { ListedRefund, RefundLine, ShopRefund } from '../../trade/refund';
import { cents, objects, refuseUnknownMoney, text, type RawObject } from '../../trade/fields';
import { readRefundId } from '../refundId';
import type { ReadingRules } from '../shop';
import { dateOrNone, shopDate } from '../shopDate';
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
export function listedRefunds(order: RawObject, { zone }: ReadingRules): ListedRefund[] {
	return objects(order, 'refunds').map((refund) => {
		const micros = readMicros(refund.amount ?? refund.total);
		return {
			id: text(refund, 'id'),
			amount: micros === undefined ? undefined : Math.abs(roundToCents(micros)),
			state: stateOf(refund),
			date: dateOrNone(momentsOf(refund, zone), zone),
		};
	});
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
 * @param order the raw order the refund belongs to.
 * @throws Finding when a field that carries money cannot be read.
 */
export function readWooCommerceRefund(
	raw: RawObject,
	order: RawObject,
	{ zone }: ReadingRules,
): ShopRefund {
	refuseUnknownMoney(raw, KNOWN_FIELDS, 'refund');
	const ownRates = readRates(raw);
	const orderRates = readRates(order);
	const rates = new Map([...ownRates, ...orderRates]);
	const originals = readOriginals(order, orderRates);
	const amount = cents(raw, 'amount', 'refund');
	const lines = LISTS.flatMap(({ field, role }) =>
		objects(raw, field).map((line) => readRefundLine(role, line, rates, originals)),
	);
	const vatPerRate = [...ownRates.values()];
	// A point-of-sale app stores lines with the wrong sign: they make the amount as they stand.
	const isPositive = amount > 0 && totalOf(lines) === -amount;
	return {
		id: readRefundId(raw).id,
		date: shopDate(momentsOf(raw, zone), zone),
		amount,
		lines: isPositive ? lines.map(withOtherSign) : lines,
		vatPerRate: isPositive ? vatPerRate : vatPerRate.map(negated),
	};
}

/** Lines with their VAT, in cents. */
function totalOf(lines: readonly RefundLine[]): number {
	return roundToCents(
		sum(lines.flatMap(({ net, vat }) => [net, ...vat.map(({ amount }) => amount)])),
	);
}

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
