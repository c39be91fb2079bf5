import type { IDataObject } from 'n8n-workflow';

import { at } from '../shared/at';
import { listFields, readLimit, simplifyField } from '../shared/listFields';
import type { Resource } from '../shared/kit/resource';
import { connectionIn } from './connection';
import { readUpTo } from './readUpTo';
import { pathTo } from './transport';
import { websiteId, websiteParameter } from './website/parameter';

/** The products of a website, in the order JouwWeb lists them. */
export const product: Resource = {
	name: 'Product',
	start: 'getMany',
	operations: {
		getMany: {
			name: 'Get Many',
			action: 'Get many products',
			description: 'Read the products of a webshop',
			fields: [websiteParameter, ...listFields, simplifyField],
			async execute(itemIndex) {
				const limit = readLimit.call(this, itemIndex);
				const connection = await connectionIn.call(this, itemIndex);
				const ids = { websiteId: websiteId.call(this, itemIndex) };
				const path = pathTo(connection.layout.productsPath, ids);
				const products = await readUpTo.call(this, connection, { path }, limit);
				const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
				return simplify ? products.map(simplifyProduct) : products;
			},
		},
	},
};

/** No field of a product is documented, so every usual name is tried. */
function simplifyProduct(product: IDataObject): IDataObject {
	const first = (...paths: string[]): IDataObject[string] =>
		paths
			.map((path) => at(product, path) as IDataObject[string])
			.find((value) => value !== undefined && value !== '') ?? null;
	return {
		id: first('id'),
		title: first('title', 'name'),
		sku: first('sku', 'articleNumber', 'code'),
		price: first('price', 'price.amount', 'totalPrice'),
		taxPercentage: first('taxPercentage', 'vatPercentage'),
		stock: first('stock', 'stockQuantity', 'inventory'),
		updatedAt: first('updatedAt', 'date_updated', 'updated_at'),
	};
}
