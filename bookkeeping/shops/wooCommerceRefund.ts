import { Finding } from '../trade/findings';
import type { ChargedVat, ShopLine } from '../trade/order';
import type { RefundLine, ShopRefund } from '../trade/refund';
import {
	cents,
	isObject,
	objects,
	refuseUnknownMoney,
	text,
	type RawObject,
} from '../trade/fields';
import { shopDate } from './shopDate';
import { readLine, readRates } from './wooCommerce';

/** Money fields of a refund that are read here. */
const KNOWN_FIELDS = new Set(['amount', 'line_items', 'shipping_lines', 'fee_lines', 'tax_lines']);

/** The lists of lines, in an order as in its refunds. */
const LISTS = [
	{ field: 'line_items', role: 'product' },
	{ field: 'shipping_lines', role: 'shipping' },
	{ field: 'fee_lines', role: 'fee' },
] as const;

/**
 * The number of a WooCommerce refund. Refunds get rising numbers, so that they say which of two
 * refunds came first, also within one second.
 *
 * @throws Finding REFUND_UNREADABLE when the item is no refund.
 */
export function readRefundId(raw: unknown): { id: string; raw: RawObject } {
	const id = isObject(raw) ? text(raw, 'id') : '';
	if (!isObject(raw) || !/^\d{1,15}$/.test(id)) {
		throw new Finding('REFUND_UNREADABLE', 'The item is no refund: its field "id" is no number.');
	}
	return { id, raw };
}

/** The ids of the refunds that the order itself names. */
export function refundIdsOf(order: RawObject): string[] {
	return objects(order, 'refunds').map((refund) => text(refund, 'id'));
}

/**
 * Reads a WooCommerce refund (WC-601): `amount` is positive, its lines are
 * negative and name the line of the order in `_refunded_item_id`.
 *
 * @param order the raw order the refund belongs to.
 * @param zone IANA zone of the shop.
 * @throws Finding when a field that carries money cannot be read.
 */
export function readWooCommerceRefund(raw: RawObject, order: RawObject, zone: string): ShopRefund {
	refuseUnknownMoney(raw, KNOWN_FIELDS, 'The refund');
	const ownRates = readRates(raw);
	const orderRates = readRates(order);
	const rates = new Map([...ownRates, ...orderRates]);
	const originals = readOriginals(order, orderRates);
	return {
		id: readRefundId(raw).id,
		date: shopDate(
			[
				{ value: raw.date_created_gmt, zone: 'utc' },
				{ value: raw.date_created, zone },
			],
			zone,
		),
		amount: cents(raw, 'amount', 'The refund'),
		lines: LISTS.flatMap(({ field, role }) =>
			objects(raw, field).map((line) => readRefundLine(role, line, rates, originals)),
		),
		vatPerRate: [...ownRates.values()].map(negated),
	};
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
