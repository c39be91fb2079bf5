import { because } from '../build/because';
import type { Kind, Node } from '../build/flow';
import { getRows, is } from './table';

/** What an order is read together with, as expressions. */
export interface Joined {
	/** Whether lines get the categories of their products. */
	productCategories: string;
	/** The countries outside of which customers' records are read for a VAT number. */
	customersOutside: string;
}

/** The newest settings of a client. */
export const readSettings = (client: string): Kind =>
	getRows('ClientSettings', { where: [is('client', client)], limit: 1, highest: 'version' });

/** Whether an account or a shop goes by the categories of products, which orders do not state (W087). */
const needsCategories = (settings: Node): string =>
	because(
		'the settings are JSON, and any of two of them asks for it',
		`={{ ((settings) => (settings.shops ?? []).some((shop) => shop.categoriesToBook?.length > 0) || (settings.productAccounts ?? []).some((row) => row.category))(JSON.parse($('${settings.node}').first().json.settings ?? '{}')) }}`,
	);

/** The countries of the shops whose customers' records are read for VAT numbers, with commas between. */
const customersOutside = (settings: Node): string =>
	because(
		'the settings are JSON, and those saved before have no such choice',
		`={{ ((settings) => (settings.shops ?? []).filter((shop) => shop.kind === 'wooCommerce' && shop.customerVatNumbers !== 'leave').map((shop) => shop.country ?? 'NL').join(','))(JSON.parse($('${settings.node}').first().json.settings ?? '{}')) }}`,
	);

/** What the settings of a client ask for beside its orders. */
export const joinedBy = (settings: Node): Joined => ({
	productCategories: needsCategories(settings),
	customersOutside: customersOutside(settings),
});
