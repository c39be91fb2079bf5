import type { IDataObject } from 'n8n-workflow';

import { openRoute } from '../shared/keysOnTheWay';
import { withShopKeys } from '../shared/wooCommerce/authenticate';
import type { Ask } from './n8n';

/** What keys open, or why they open nothing. */
export type Opened =
	| { administrationId: string; administration: string }
	| { refusedWith: number }
	| { notReached: string };

const overHttp: Opened = { notReached: 'KEYS_OVER_HTTP' };

/** Asks SnelStart for a token and for the name of the administration. */
export async function openAdministration(
	ask: Ask,
	{ clientKey = '' }: Readonly<Record<string, string>>,
	{ tokenUrl, baseUrl, subscriptionKey, allowHttp }: IDataObject,
): Promise<Opened> {
	const [token, base] = [String(tokenUrl).trim(), String(baseUrl).trim().replace(/\/+$/, '')];
	if (openRoute(token, 'Token URL', allowHttp) || openRoute(base, 'Base URL', allowHttp)) {
		return overHttp;
	}
	const form = new URLSearchParams({ grant_type: 'clientkey', clientkey: clientKey });
	const given = await ask(
		'POST',
		token,
		{ 'Content-Type': 'application/x-www-form-urlencoded' },
		form.toString(),
	);
	const { access_token: access } = (given.body ?? {}) as { access_token?: unknown };
	if (given.status !== 200 || typeof access !== 'string') return closed(given);
	const company = await ask('GET', `${base}/companyInfo`, {
		Authorization: `Bearer ${access}`,
		'Ocp-Apim-Subscription-Key': String(subscriptionKey),
	});
	const about = (company.body ?? {}) as IDataObject;
	const { administratieIdentifier: id, administratieNaam: name } = about;
	if (company.status !== 200 || typeof id !== 'string') return closed(company);
	return { administrationId: id, administration: String(name ?? '') };
}

/**
 * Asks the shop that was invited for one order: keys of another shop open nothing there. As ever the
 * keys go over https only; over http they sign the request.
 */
export async function openShop(
	ask: Ask,
	keys: Readonly<Record<string, string>>,
	address: string,
): Promise<Opened> {
	const asked = { url: '/wp-json/wc/v3/orders', qs: { per_page: 1, _fields: 'id' } };
	const { url, headers } = withShopKeys({ ...keys, url: address }, asked);
	const answer = await ask('GET', url, (headers ?? {}) as Record<string, string>);
	if (answer.status !== 200 || !Array.isArray(answer.body)) return closed(answer);
	return { administrationId: '', administration: '' };
}

/** Too many calls, or too late: nothing was said of the keys. */
const SAYS_NOTHING = [408, 429];

const closed = ({ status, error }: { status: number; error?: string }): Opened =>
	status >= 400 && status < 500 && !SAYS_NOTHING.includes(status)
		? { refusedWith: status }
		: { notReached: error ?? `HTTP ${status}` };
