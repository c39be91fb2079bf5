import { because } from '../build/because';
import type { Kind, Node } from '../build/flow';
import { getRows, is } from './table';

/** The newest settings of a client. */
export const readSettings = (client: string): Kind =>
	getRows('ClientSettings', { where: [is('client', client)], limit: 1, highest: 'version' });

/** Whether an account or a shop goes by the categories of products, which orders do not state (W087). */
export const needsCategories = (settings: Node): string =>
	because(
		'the settings are JSON, and any of two of them asks for it',
		`={{ ((settings) => (settings.shops ?? []).some((shop) => shop.categoriesToBook?.length > 0) || (settings.productAccounts ?? []).some((row) => row.category))(JSON.parse($('${settings.node}').first().json.settings ?? '{}')) }}`,
	);
