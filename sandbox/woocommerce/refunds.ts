import type { Answer } from '../http';
import { isRecord } from '../http';
import { readData, type Order } from '../orderStore';
import { dates } from './clock';
import { failure } from './errors';

export type Refund = Order & { parent_id: number };
type Row = Record<string, unknown>;

const rows = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const cents = (value: unknown): number => Math.round(Number(value) * 100);
/** Cents as a negative amount; nothing is not negative. */
export const minus = (amount: number): string =>
	amount === 0 ? '0.00' : (-amount / 100).toFixed(2);
const lists = ['line_items', 'shipping_lines', 'fee_lines'] as const;

/** The refunds that were recorded, and their orders as they were afterwards. */
export const recordedRefunds = (): Refund[] =>
	readData('woocommerce', 'refunds', 'refunds_global_list.json') as Refund[];
const recordedOrders = (): Order[] =>
	['order_after_partial_refund', 'order_fully_refunded_items', 'order_refunded_by_status'].map(
		(file) => readData('woocommerce', 'refunds', `${file}.json`) as Order,
	);

/** What the order itself says of its refunds. */
export const brief = ({ id, reason, amount }: Refund): Row => ({
	id,
	reason,
	total: minus(cents(amount)),
});

export interface RefundBook {
	all(): readonly Refund[];
	of(orderId: number): Refund[];
	/** POST /orders/:id/refunds (WC-601). */
	create(order: Order, body: Row): Answer;
	/** What setting the status to refunded does: one refund without lines of what was left. */
	refundRest(order: Order): void;
	/** Puts a refund in, or replaces it; its order names it from then on. */
	put(refund: Refund): void;
	/** Takes a refund out; the order's date of change stays (WC-305). */
	remove(id: number): Refund | undefined;
	/** Adds many whose orders name them already. */
	addAll(added: readonly Refund[]): void;
	/** Lets all recorded refunds happen. */
	playRecorded(): void;
	reset(): void;
}

interface Shop {
	orders: readonly Order[];
	putOrder(order: Order): void;
	/** Tells webhooks that an order changed. */
	changed(orderId: number): void;
	nextId(): number;
	now(): Date;
}

export function createRefunds(shop: Shop): RefundBook {
	let refunds: Refund[] = [];
	const of = (orderId: number): Refund[] =>
		refunds.filter((one) => one.parent_id === orderId).sort((a, b) => b.id - a.id);
	const left = (order: Order): number =>
		cents(order.total) - of(order.id).reduce((sum, { amount }) => sum + cents(amount), 0);

	const nameIn = (orderId: number, changes: Row): void => {
		const order = shop.orders.find(({ id }) => id === orderId);
		if (order) shop.putOrder({ ...order, ...changes, refunds: of(orderId).map(brief) });
	};

	const add = (order: Order, refund: Row): Refund => {
		const made = {
			id: shop.nextId(),
			parent_id: order.id,
			...dates('date_created', shop.now()),
			reason: '',
			refunded_by: 1,
			refunded_payment: false,
			line_items: [],
			shipping_lines: [],
			tax_lines: [],
			fee_lines: [],
			...refund,
		} as unknown as Refund;
		const partial = left(order) - cents(made.amount) > 0;
		made.meta_data = [{ id: made.id, key: '_refund_type', value: partial ? 'partial' : 'full' }];
		refunds.push(made);
		nameIn(order.id, {
			...dates('date_modified', shop.now()),
			...(!partial && { status: 'refunded' }),
		});
		shop.changed(order.id);
		return made;
	};

	return {
		all: () => refunds,
		of,
		create(order, body) {
			const asked = rows(body.line_items);
			const refunded = asked.map((line) => refundLine(order, line));
			if (refunded.includes(undefined)) return cannot('Invalid line item.', 400);
			const lines = refunded.flatMap((line) => line ?? []);
			const ofLines = lines.reduce((sum, { net, tax }) => sum + net + tax, 0);
			const amount = body.amount === undefined ? ofLines : cents(body.amount);
			if (!(amount >= 0)) {
				return failure(
					400,
					'woocommerce_rest_invalid_order_refund',
					'Refund amount must be greater than zero.',
				);
			}
			if (amount > left(order)) return cannot('Invalid refund amount.');
			if (body.api_refund !== false) {
				return cannot('The payment gateway for this order does not support automatic refunds.');
			}
			const made = add(order, {
				amount: (amount / 100).toFixed(2),
				reason: String(body.reason ?? ''),
				...Object.fromEntries(
					lists.map((name) => [
						name,
						lines.filter(({ list }) => list === name).map(({ row }) => row(shop.nextId())),
					]),
				),
				tax_lines: taxLines(order, lines),
			});
			return { status: 201, json: withoutParent(made) };
		},
		refundRest(order) {
			const rest = left(order);
			if (rest <= 0) return;
			add(order, { amount: (rest / 100).toFixed(2), reason: 'Order fully refunded.' });
		},
		put(refund) {
			refunds = [...refunds.filter(({ id }) => id !== refund.id), refund];
			nameIn(refund.parent_id, dates('date_modified', shop.now()));
			shop.changed(refund.parent_id);
		},
		remove(id) {
			const gone = refunds.find((one) => one.id === id);
			refunds = refunds.filter((one) => one !== gone);
			if (gone) nameIn(gone.parent_id, {});
			return gone;
		},
		addAll(added) {
			refunds = [...refunds, ...added];
		},
		playRecorded() {
			const known = new Set(recordedRefunds().map(({ id }) => id));
			refunds = [...refunds.filter(({ id }) => !known.has(id)), ...recordedRefunds()];
			for (const order of recordedOrders()) shop.putOrder(order);
			for (const refund of recordedRefunds()) {
				nameIn(refund.parent_id, {
					date_modified: refund.date_created,
					date_modified_gmt: refund.date_created_gmt,
				});
			}
		},
		reset: () => void (refunds = []),
	};
}

/** A refund read by its order does not name that order. */
export const withoutParent = (refund: Refund): Row =>
	Object.fromEntries(Object.entries(refund).filter(([name]) => name !== 'parent_id'));

const cannot = (message: string, status = 500): Answer => ({
	status,
	json: { code: 'woocommerce_rest_cannot_create_order_refund', message, data: status },
});

interface RefundedLine {
	list: (typeof lists)[number];
	net: number;
	tax: number;
	taxes: Array<{ rate: number; amount: number }>;
	row: (id: number) => Row;
}

/** One asked line as a negative copy of the order's own; undefined when the order has no such line. */
function refundLine(order: Order, asked: Row): RefundedLine | undefined {
	for (const list of lists) {
		const original = rows(order[list]).find(({ id }) => id === Number(asked.id));
		if (!original) continue;
		const net = cents(asked.refund_total ?? 0);
		const taxes = rows(asked.refund_tax).map(({ id, refund_total }) => ({
			rate: Number(id),
			amount: cents(refund_total),
		}));
		const tax = taxes.reduce((sum, { amount }) => sum + amount, 0);
		const quantity = Number(asked.quantity ?? 0);
		const subtotals =
			list === 'line_items'
				? { quantity: -quantity, subtotal: minus(net), subtotal_tax: minus(tax) }
				: {};
		return {
			list,
			net,
			tax,
			taxes,
			row: (id) => ({
				...original,
				id,
				...subtotals,
				total: minus(net),
				total_tax: minus(tax),
				taxes: taxes.map(({ rate, amount }) => ({
					id: rate,
					total: minus(amount),
					subtotal: list === 'line_items' ? minus(amount) : '',
				})),
				meta_data: [{ id, key: '_refunded_item_id', value: String(asked.id) }],
				...(quantity > 0 && { price: net / quantity / 100 }),
			}),
		};
	}
	return undefined;
}

function taxLines(order: Order, lines: readonly RefundedLine[]): Row[] {
	return rows(order.tax_lines).flatMap((original) => {
		const of = (shipping: boolean): number =>
			lines
				.filter(({ list }) => (list === 'shipping_lines') === shipping)
				.flatMap(({ taxes }) => taxes)
				.filter(({ rate }) => rate === original.rate_id)
				.reduce((sum, { amount }) => sum + amount, 0);
		const used = lines.some(({ taxes }) => taxes.some(({ rate }) => rate === original.rate_id));
		const sums = { tax_total: minus(of(false)), shipping_tax_total: minus(of(true)) };
		return used ? [{ ...original, ...sums, meta_data: [] }] : [];
	});
}
