import type { Order } from '../orderStore';
import { dates } from './clock';
import { minus, type Refund } from './refunds';

type Row = Record<string, unknown>;

/** One piece of the first line, a quarter of the order without lines, or all of it by the status. */
export const refundKinds = ['line', 'amount', 'status'] as const;

/** A refund of an order that has none yet (WC-601). */
export function refundOf(
	order: Order,
	kind: (typeof refundKinds)[number],
	id: number,
	moment: Date,
	nextId: () => number,
): Refund {
	const first = (order.line_items as Row[])[0]!;
	const share = (value: unknown): number =>
		Math.round((Number(value) * 100) / Number(first.quantity));
	const [net, tax] = [share(first.total), share(first.total_tax)];
	const whole = Math.round(Number(order.total) * 100);
	const isLine = kind === 'line' && net + tax > 0;
	const amount = isLine ? net + tax : kind === 'status' ? whole : Math.ceil(whole / 4);
	const isFull = amount === whole;
	const rateId = (first.taxes as Row[])[0]?.id;
	const line = {
		...first,
		id: nextId(),
		quantity: -1,
		subtotal: minus(net),
		subtotal_tax: minus(tax),
		total: minus(net),
		total_tax: minus(tax),
		taxes: rateId === undefined ? [] : [{ id: rateId, total: minus(tax), subtotal: minus(tax) }],
		price: net / 100,
		meta_data: [
			{
				id: nextId(),
				key: '_refunded_item_id',
				value: String(first.id),
				display_key: '_refunded_item_id',
				display_value: String(first.id),
			},
		],
	};
	const taxLines = (order.tax_lines as Row[])
		.filter(({ rate_id }) => rate_id === rateId)
		.map((row) => ({ ...row, id: nextId(), tax_total: minus(tax), shipping_tax_total: '0.00' }));
	return {
		id,
		parent_id: order.id,
		...dates('date_created', moment),
		amount: (amount / 100).toFixed(2),
		reason: kind === 'status' ? 'Order fully refunded.' : '',
		refunded_by: 1,
		refunded_payment: false,
		meta_data: [{ id: nextId(), key: '_refund_type', value: isFull ? 'full' : 'partial' }],
		line_items: isLine ? [line] : [],
		shipping_lines: [],
		tax_lines: isLine ? taxLines : [],
		fee_lines: [],
	};
}
