import { z } from 'zod';

import { readRows } from './readRows';
import { keyOf, type ShopItem } from './shopItem';

/** Pieces that the shop took off the stock of its products for one order. */
export interface HeldStock {
	orderId: string;
	/** yyyy-MM-ddTHH:mm:ss in GMT. */
	createdAt: string;
	/** Key of the product or variation whose stock it was → pieces. */
	pieces: ReadonlyMap<string, number>;
}

const id = z.number().int().nullish();
const orderSchema = z.object({
	id: z.number().int().positive(),
	date_created_gmt: z.string().min(1),
	line_items: z.array(
		z.object({
			product_id: id,
			variation_id: id,
			meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })).nullish(),
		}),
	),
});

/**
 * Reads what orders hold of the stock. WooCommerce writes on each order line how many pieces it took
 * off (`_reduced_stock`) and takes them off that note again when it puts them back, for a refund or
 * a cancelled order. So the note says exactly what the order holds, whatever its status.
 *
 * @throws Error that names the row, when it is not an order
 */
export function readHeldStock(rows: readonly unknown[], items: readonly ShopItem[]): HeldStock[] {
	const known = new Map(items.map((item) => [keyOf(item), item]));
	return readRows(orderSchema, rows, 'an order of WooCommerce').map((order) => {
		const { id: orderId, date_created_gmt: createdAt, line_items: lines } = order;
		const pieces = new Map<string, number>();
		for (const { product_id, variation_id, meta_data } of lines) {
			const note = (meta_data ?? []).find(({ key }) => key === '_reduced_stock');
			const taken = Number(note?.value ?? 0);
			if (!Number.isFinite(taken) || taken === 0) continue;
			const line = { productId: product_id ?? 0, variationId: variation_id || null };
			const ofProduct = known.get(keyOf(line))?.stockAt === 'product';
			const key = keyOf(ofProduct ? { ...line, variationId: null } : line);
			pieces.set(key, (pieces.get(key) ?? 0) + taken);
		}
		return { orderId: String(orderId), createdAt, pieces };
	});
}

/** Pieces that the orders hold together, by the key of the product. */
export function heldByKey(orders: readonly HeldStock[]): Map<string, number> {
	const total = new Map<string, number>();
	for (const { pieces } of orders) {
		for (const [key, count] of pieces) total.set(key, (total.get(key) ?? 0) + count);
	}
	return total;
}
