import { Finding } from '../findings';
import type { ShopOrder } from '../order';
import type { ShopSettings } from '../settings';
import type { RawObject } from './fields';
import type { OrderIdentity } from './identity';
import { readJouwWebOrder } from './jouwWeb';
import { readOtherShopOrder } from './otherShop';
import { readWooCommerceOrder } from './wooCommerce';

/** One reader per kind of shop: a new shop is one more line here. */
const readers = {
	jouwWeb: readJouwWebOrder,
	other: readOtherShopOrder,
	wooCommerce: readWooCommerceOrder,
};

/**
 * Reads a raw order into the one language of all shops.
 *
 * @throws Finding when it cannot be read in full, or is not in euros.
 */
export function readOrder(identity: OrderIdentity, raw: RawObject, shop: ShopSettings): ShopOrder {
	const order = readers[shop.kind](identity, raw, shop);
	if (order.currency === 'EUR') return order;
	throw new Finding(
		'CURRENCY_NOT_EUR',
		`The order is in ${order.currency || 'an unknown currency'}.`,
	);
}
