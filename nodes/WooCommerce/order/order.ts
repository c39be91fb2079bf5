import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { chosenId, locator } from '../blocks/fields';
import type { Simplified } from '../blocks/simplify';
import type { Place } from '../transport';

export const orders: Place = { path: '/orders', what: 'order' };

export const orderPlace = (id: string): Place => ({ path: `/orders/${id}`, what: 'order' });

export const simplifiedOrder: Simplified = {
	id: 'id',
	number: 'number',
	status: 'status',
	createdAt: 'date_created_gmt',
	modifiedAt: 'date_modified_gmt',
	paidAt: 'date_paid_gmt',
	currency: 'currency',
	total: 'total',
	totalTax: 'total_tax',
	paymentMethod: 'payment_method_title',
};

export const orderField: INodeProperties = locator(
	'orderId',
	'Order',
	'searchOrders',
	"The order; its ID in WordPress may differ from the order's number",
);

/** @throws NodeOperationError when it is not a whole number */
export function chosenOrder(this: IExecuteFunctions, itemIndex: number): string {
	return chosenId.call(this, 'orderId', 'Order', itemIndex);
}
