import type { IDataObject } from 'n8n-workflow';

import { openRoute } from '../shared/keysOnTheWay';
import { withShopKeys } from '../shared/wooCommerce/authenticate';
import type { Answered, Ask } from './n8n';

/** What keys open, or why they open nothing. */
export type Opened =
	| { administrationId: string; administration: string }
	/** `isKey`: the service itself said that the key is worth nothing, and not only that it may not. */
	| { refusedWith: number; isKey?: true }
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
	if (saysKeyIsWrong(given)) return { refusedWith: given.status, isKey: true };
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
 * SnelStart's own word about a client key that is not or no longer known: 400 with the sentence that
 * names it (SS-110), or OAuth's word for it. Any other refusal may be about the subscription key, a
 * right or a gateway.
 */
function saysKeyIsWrong({ status, body }: Answered): boolean {
	const { error } = (body ?? {}) as { error?: unknown };
	return status === 400 && typeof error === 'string' && KEY_IS_WRONG.test(error);
}
const KEY_IS_WRONG = /^invalid_(client|grant)$|parameter clientkey/i;

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
