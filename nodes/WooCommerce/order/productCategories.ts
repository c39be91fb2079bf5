import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { product } from '../kinds';
import { listByIds } from '../transport';

export const productCategoriesField: INodeProperties = {
	displayName: 'Product Categories',
	name: 'productCategories',
	type: 'boolean',
	default: false,
	description:
		"Whether to put the categories of each product on its order lines, in the field 'categories'. Its products are read for that, a hundred per request.",
	displayOptions: { show: { simplify: [false] } },
};

/**
 * Orders with the names of their products' categories on the lines, which WooCommerce itself does not
 * put there (W087). The line of a product that the shop does not give any more stays without.
 */
export async function withProductCategories(
	this: IExecuteFunctions,
	orders: readonly IDataObject[],
	itemIndex: number,
): Promise<IDataObject[]> {
	if (this.getNodeParameter('productCategories', itemIndex, false) !== true) return [...orders];
	const ids = orders.flatMap((order) => linesOf(order).map(productIdOf)).filter(Boolean);
	const place = { path: product.path(''), what: product.what };
	const query = { _fields: 'id,categories', orderby: 'id', order: 'asc' };
	const rows = ids.length === 0 ? [] : await listByIds.call(this, place, ids, query);
	const categories = new Map(rows.map((row) => [String(row.id), row.categories]));
	return orders.map((order) => ({
		...order,
		...(Array.isArray(order.line_items) && {
			line_items: linesOf(order).map((line) => {
				const known = categories.get(productIdOf(line));
				return Array.isArray(known) ? { ...line, categories: known as IDataObject[] } : line;
			}),
		}),
	}));
}

function linesOf({ line_items: lines }: IDataObject): IDataObject[] {
	return Array.isArray(lines) ? (lines as IDataObject[]) : [];
}

/** Empty for a line that has no product, or none any more. */
function productIdOf({ product_id: id }: IDataObject): string {
	return typeof id === 'number' && id > 0 ? String(id) : '';
}
