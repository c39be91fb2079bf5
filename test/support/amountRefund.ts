import type { Sandbox } from '../../sandbox/index';

type Refund = Parameters<Sandbox['wooCommerce']['putRefund']>[0];

/**
 * A refund of an amount without lines, as the shop's own form makes one.
 *
 * @param moment without a zone, in UTC
 */
export const amountRefund = (
	id: number,
	orderId: number,
	amount: string,
	moment: string,
): Refund => {
	const lists = ['line_items', 'shipping_lines', 'fee_lines', 'tax_lines', 'meta_data'];
	return {
		...{ id, parent_id: orderId, amount, reason: '', refunded_payment: false },
		...{ date_created: moment, date_created_gmt: moment },
		...Object.fromEntries(lists.map((name) => [name, []])),
	} as Refund;
};
