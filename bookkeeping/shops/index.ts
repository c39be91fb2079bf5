import { Finding } from '../trade/findings';
import { isObject, objectsIn, type RawObject } from '../trade/fields';
import { cleanText } from '../trade/text';
import { jouwWeb } from './jouwWeb/shop';
import { otherShop } from './other/shop';
import { shopify } from './shopify/shop';
import type { ListedRefund } from '../trade/refund';
import type { OrderIdentity, ReadingRules, Shop } from './shop';
import { wooCommerce } from './wooCommerce/shop';

const list = { jouwWeb, other: otherShop, shopify, wooCommerce } satisfies Record<string, Shop>;

export type ShopKind = keyof typeof list;

/** Every kind of shop by the word that settings have for it: a new shop is one more entry here. */
export const shops: Record<ShopKind, Shop> = list;

export const shopKinds = Object.keys(list) as [ShopKind, ...ShopKind[]];

/**
 * Reads id, number and status of a raw order.
 *
 * @throws Finding ORDER_UNREADABLE when the item is not an order of this kind of shop.
 */
export function readIdentity(kind: ShopKind, raw: unknown): OrderIdentity & { raw: RawObject } {
	const id = isObject(raw) ? cleanText(raw.id) : '';
	if (!isObject(raw) || id === '') {
		throw new Finding('ORDER_UNREADABLE', { case: 'noId' });
	}
	const { number, status } = shops[kind].identity(raw);
	return { raw, id, number, status };
}

/** The refunds that an order names; none of a shop that sends no refunds. */
export function listedRefunds(
	kind: ShopKind,
	order: RawObject,
	rules: ReadingRules,
): ListedRefund[] {
	return shops[kind].refunds?.listed(order, rules) ?? [];
}

/**
 * The payment provider's ids of an order. Whatever the shop, `payments` and a row of the order table
 * have them too; the row holds them as one text with spaces between them.
 *
 * @param kind left out: the item may come from any shop.
 */
export function paymentIdsOf(raw: RawObject, kind?: ShopKind): string[] {
	const { paymentIds = [] } = raw;
	const listed = Array.isArray(paymentIds) ? paymentIds : [paymentIds];
	const ids = [
		...listed.flatMap((value) => cleanText(value).split(' ')),
		cleanText(raw.paymentId),
		...(kind
			? shops[kind].paymentIds(raw)
			: shopKinds.flatMap((one) => shops[one].paymentIds(raw))),
		...objectsIn(raw.payments).map((payment) => cleanText(payment.id)),
	].filter((id) => id !== '');
	return ids.length < 2 ? ids : [...new Set(ids)];
}
