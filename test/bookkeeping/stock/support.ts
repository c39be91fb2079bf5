import { readArticles, type Article } from '../../../bookkeeping/stock/article';
import { readShopItems, type ShopItem } from '../../../bookkeeping/stock/shopItem';

type Json = Record<string, unknown>;

/** A product as WooCommerce's API sends it: simple, published, its stock kept. */
export const product = (id: number, sku: string | null, changes: Json = {}): Json => ({
	id,
	parent_id: 0,
	name: `Product ${id}`,
	type: 'simple',
	status: 'publish',
	sku,
	manage_stock: true,
	stock_quantity: 10,
	backorders: 'no',
	regular_price: '12.10',
	price: '12.10',
	tax_class: '',
	tax_status: 'taxable',
	...changes,
});

export const variation = (id: number, parent: number, sku: string, changes: Json = {}): Json =>
	product(id, sku, { parent_id: parent, type: 'variation', name: 'L, Blue', ...changes });

/** An article as the SnelStart node gives it: in use, its stock kept. */
export const article = (code: string, freeStock: number, changes: Json = {}): Json => ({
	id: `id of ${code}`,
	code,
	inactive: false,
	stockKept: true,
	stock: freeStock,
	freeStock,
	...changes,
});

/** An order made at a moment (GMT) that took pieces off the stock of products. */
export const order = (
	id: number,
	moment: string,
	lines: Array<{ product: number; variation?: number; pieces: number }>,
): Json => ({
	id,
	date_created_gmt: moment,
	line_items: lines.map((line) => ({
		product_id: line.product,
		variation_id: line.variation ?? 0,
		quantity: line.pieces,
		meta_data: [{ id: 1, key: '_reduced_stock', value: String(line.pieces) }],
	})),
});

export const items = (...rows: Json[]): ShopItem[] => readShopItems(rows);
export const articles = (...rows: Json[]): Article[] => readArticles(rows);
export const codesOf = (problems: ReadonlyArray<{ code: string; sku: string }>): string[][] =>
	problems.map(({ code, sku }) => [code, sku]);
