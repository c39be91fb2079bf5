import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { at } from '../../shared/at';
import { connectionOf } from '../connection';
import { limitOf, limitParameters } from '../limit';
import { pathTo, readList } from '../transport';
import { websiteId } from '../website/parameter';

const show = { resource: ['product'], operation: ['getMany'] };

export const getManyDescription: INodeProperties[] = [
	...limitParameters(show),
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show },
	},
];

/** Reads the products of a website, in the order JouwWeb lists them. */
export async function getMany(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const limit = limitOf.call(this, itemIndex);
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	const authentication = this.getNodeParameter('authentication', itemIndex) as string;
	const connection = await connectionOf.call(this, authentication);
	const path = pathTo(connection.layout.productsPath, {
		websiteId: websiteId.call(this, itemIndex),
	});
	const found: IDataObject[] = [];
	await readList.call(this, connection, { path }, (products) => {
		found.push(...products);
		return found.length >= limit;
	});
	const products = found.slice(0, limit);
	return simplify ? products.map(simplifyProduct) : products;
}

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
