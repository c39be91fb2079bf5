import type { IDataObject } from 'n8n-workflow';

import { at } from '../../shared/at';

/** Ten fields at most, nothing that names the customer; amounts as JouwWeb sends them. */
export function simplifyOrder(order: IDataObject): IDataObject {
	const first = (...paths: string[]): IDataObject[string] =>
		paths
			.map((path) => at(order, path) as IDataObject[string])
			.find((value) => value !== undefined && value !== '') ?? null;
	return {
		id: first('id'),
		orderNumber: first('orderNumber'),
		status: first('status'),
		createdAt: first('createdAt', 'date_created'),
		paymentMethod: first('paymentMethod'),
		totalPrice: first('totalPrice', 'price.total'),
		totalTaxAmount: first('totalTaxAmount'),
		discountAmount: first('discountAmount'),
		shippingCost: first('shippingCost'),
		country: first('shippingAddress.country', 'paymentAddress.country'),
	};
}
