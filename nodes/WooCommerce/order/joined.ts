import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { customersOutsideField, withCustomerRecords } from './customerRecords';
import { productCategoriesField, withProductCategories } from './productCategories';

/** What orders can be read together with. */
export const joinedFields = [productCategoriesField, customersOutsideField];

/** Orders with what else the item asks for, which WooCommerce does not put on them. */
export async function withJoined(
	this: IExecuteFunctions,
	orders: readonly IDataObject[],
	itemIndex: number,
): Promise<IDataObject[]> {
	const withCategories = await withProductCategories.call(this, orders, itemIndex);
	return await withCustomerRecords.call(this, withCategories, itemIndex);
}
