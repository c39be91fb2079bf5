import type { IDataObject } from 'n8n-workflow';

/** The fields a simplified order is made of, as WooCommerce names them. */
export const simplifiedFields = [
	'id',
	'number',
	'status',
	'date_created_gmt',
	'date_modified_gmt',
	'date_paid_gmt',
	'currency',
	'total',
	'total_tax',
	'payment_method_title',
] as const;

/** Ten fields at most, nothing about the customer; moments with their zone, amounts as text. */
export function simplifyOrder(order: IDataObject): IDataObject {
	return {
		id: order.id,
		number: order.number,
		status: order.status,
		createdAt: inGmt(order.date_created_gmt),
		modifiedAt: inGmt(order.date_modified_gmt),
		paidAt: inGmt(order.date_paid_gmt),
		currency: order.currency,
		total: order.total,
		totalTax: order.total_tax,
		paymentMethod: order.payment_method_title,
	};
}

/** The shop's `_gmt` fields come without the Z that says so. */
function inGmt(moment: unknown): string | null {
	return typeof moment === 'string' && moment !== '' ? `${moment}Z` : null;
}
