import { orderInEuro } from '../currency/convert';
import { rateOf } from '../currency/findRate';
import type { ShopOrder } from '../trade/order';
import type { Settings, ShopSettings } from '../settings/settings';
import type { RawObject } from '../trade/fields';
import { shops } from '../shops';
import type { OrderIdentity } from '../shops/shop';

/**
 * Reads a raw order into the one language of all shops, in euro.
 *
 * @throws Finding when it cannot be read in full, or has no exchange rate.
 */
export function readOrder(
	identity: OrderIdentity,
	raw: RawObject,
	shop: ShopSettings,
	settings: Settings,
): ShopOrder {
	const order = shops[shop.kind].order(identity, raw, shop, settings.orderFields);
	if (order.currency === 'EUR') return order;
	const currency = order.currency.toUpperCase();
	if (currency === 'EUR') return { ...order, currency };
	const foreign = { ...order, currency };
	return orderInEuro(foreign, rateOf(foreign, raw, settings));
}
