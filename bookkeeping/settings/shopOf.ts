import { Finding } from '../trade/findings';
import type { Settings, ShopSettings } from './settings';

/** The shop of the settings by its name. @throws Finding SHOP_NOT_IN_SETTINGS. */
export function shopOf(name: string, settings: Settings): ShopSettings {
	const shop = settings.shops.find((entry) => entry.shop === name);
	if (shop) return shop;
	throw new Finding('SHOP_NOT_IN_SETTINGS', { shop: name });
}
