import { z } from 'zod';

import { cleanText } from '../trade/text';
import { readRows } from './readRows';

/** A product or variation of a shop, as far as stock and articles need it. */
export interface ShopItem {
	/** Of a variation: the product it belongs to. */
	productId: number;
	/** `null` for a product. */
	variationId: number | null;
	/** Whether it is sold itself; a variable or grouped product is not, its parts are. */
	isSold: boolean;
	/** Whether customers can see it. */
	isPublished: boolean;
	name: string;
	/** Empty when it has none. */
	sku: string;
	/** Where the shop keeps its stock; a variation may leave that to its product. */
	stockAt: 'itself' | 'product' | 'nowhere';
	/** Pieces; 0 when the shop states none. */
	stock: number;
	/** Whether it may be sold below zero. */
	backorders: boolean;
	/** As the shop writes it; empty when it has none. */
	price: string;
	/** Empty for the standard class. */
	taxClass: string;
	isTaxed: boolean;
}

const text = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

const rowSchema = z.object({
	id: z.number().int().positive(),
	parent_id: z.number().int().nullish(),
	name: text,
	type: text,
	status: text,
	sku: text,
	manage_stock: z.union([z.boolean(), z.literal('parent')]).nullish(),
	stock_quantity: z.number().nullish(),
	backorders: text,
	regular_price: text,
	price: text,
	tax_class: text,
	tax_status: text,
	attributes: z.array(z.object({ option: text }).passthrough()).nullish(),
});
type Row = z.infer<typeof rowSchema>;

const NOT_SOLD = ['variable', 'grouped', 'variable-subscription'];

/**
 * Reads products and variations as WooCommerce's API sends them, in any order. Older versions send
 * variations without a name; their attributes stand in for it.
 *
 * @throws Error that names the row, when it is not a product
 */
export function readShopItems(rows: readonly unknown[]): ShopItem[] {
	const read = readRows(rowSchema, rows, 'a product of WooCommerce');
	const products = new Map(read.filter((row) => !isVariation(row)).map((row) => [row.id, row]));
	return read.map((row) => toItem(row, products.get(row.parent_id ?? 0)));
}

const isVariation = ({ type, parent_id }: Row): boolean =>
	type === 'variation' || (type === '' && Boolean(parent_id));

function toItem(row: Row, parent: Row | undefined): ShopItem {
	const ofProduct = isVariation(row);
	const ownClass = row.tax_class === 'parent' ? (parent?.tax_class ?? '') : row.tax_class;
	const options = (row.attributes ?? []).map(({ option }) => option).filter(Boolean);
	const ownName = row.name || options.join(', ');
	return {
		productId: ofProduct ? (row.parent_id ?? 0) : row.id,
		variationId: ofProduct ? row.id : null,
		isSold: !NOT_SOLD.includes(row.type),
		isPublished: [row.status, ...(parent ? [parent.status] : [])].every(
			(status) => status === 'publish' || status === 'private' || status === '',
		),
		name: cleanText(parent ? `${parent.name} - ${ownName}` : ownName),
		sku: row.sku,
		stockAt:
			row.manage_stock === 'parent' ? 'product' : row.manage_stock === true ? 'itself' : 'nowhere',
		stock: row.stock_quantity ?? 0,
		backorders: row.backorders !== '' && row.backorders !== 'no',
		price: row.regular_price || row.price,
		taxClass: ownClass === 'standard' ? '' : ownClass,
		isTaxed: row.tax_status === '' || row.tax_status === 'taxable',
	};
}

/** The same for a product and a variation of it. */
export const keyOf = ({
	productId,
	variationId,
}: Pick<ShopItem, 'productId' | 'variationId'>): string => `${productId}/${variationId ?? 0}`;
