import { Finding } from '../trade/findings';
import type { Settings, ShopSettings } from './settings';

/** A shop with the fields that the settings name: whoever reads its orders and refunds goes by both. */
export type ShopWithFields = ShopSettings & Pick<Settings, 'orderFields'>;

const known = new WeakMap<ShopSettings, ShopWithFields>();

/** The shop of the settings by its name; `undefined` when there is none. */
export function findShop(
	name: string,
	{ shops, orderFields }: Settings,
): ShopWithFields | undefined {
	const shop = shops.find((entry) => entry.shop === name);
	if (!shop) return undefined;
	const before = known.get(shop);
	if (before?.orderFields === orderFields) return before;
	const made = { ...shop, orderFields };
	known.set(shop, made);
	return made;
}

/** The same. @throws Finding SHOP_NOT_IN_SETTINGS. */
export function shopOf(name: string, settings: Settings): ShopWithFields {
	const shop = findShop(name, settings);
	if (shop) return shop;
	throw new Finding('SHOP_NOT_IN_SETTINGS', { shop: name });
}
