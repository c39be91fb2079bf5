import type { FilledCredential, Ask } from './tryKeys';
import { send } from './tryKeys';
import { reason, Trouble } from './trouble';

type Data = Record<string, unknown>;

const PER_PAGE = 100;
const MOST_PAGES = 3;

/**
 * The last orders of a shop, newest first: some hundreds of WooCommerce, one page of JouwWeb.
 *
 * @throws Trouble when the shop does not give them
 */
export async function recentOrders(
	{ wanted, secrets }: FilledCredential,
	website: string,
	ask: Ask,
): Promise<Data[]> {
	const data: Data = { ...wanted.data, ...secrets };
	return wanted.type === 'wooCommerceStoreApi'
		? await ofWooCommerce(data, ask)
		: await ofJouwWeb(data, website, ask);
}

async function ofWooCommerce(
	{ url, keysInQuery, consumerKey, consumerSecret }: Data,
	ask: Ask,
): Promise<Data[]> {
	const found: Data[] = [];
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const address = new URL(`${String(url).replace(/\/+$/, '')}/wp-json/wc/v3/orders`);
		address.searchParams.set('per_page', String(PER_PAGE));
		address.searchParams.set('page', String(page));
		if (keysInQuery === true) {
			address.searchParams.set('consumer_key', String(consumerKey));
			address.searchParams.set('consumer_secret', String(consumerSecret));
		}
		const pair = `${String(consumerKey)}:${String(consumerSecret)}`;
		const headers = { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
		const orders = await listFrom(ask, address.href, keysInQuery === true ? {} : headers);
		found.push(...orders);
		if (orders.length < PER_PAGE) break;
	}
	return found;
}

async function ofJouwWeb(
	{ baseUrl, headerName, prefix, token, ordersPath }: Data,
	website: string,
	ask: Ask,
): Promise<Data[]> {
	const path = String(ordersPath ?? '/websites/{websiteId}/orders').replace(
		'{websiteId}',
		encodeURIComponent(website),
	);
	const headers = { [String(headerName)]: `${String(prefix)} ${String(token)}`.trim() };
	return await listFrom(ask, `${String(baseUrl).replace(/\/+$/, '')}${path}`, headers);
}

async function listFrom(
	ask: Ask,
	address: string,
	headers: Record<string, string>,
): Promise<Data[]> {
	const { origin, pathname } = new URL(address);
	const refused = (words: string) =>
		new Trouble(reason('SHOP_UNREAD', { address: `${origin}${pathname}`, words }));
	const answer = await send(ask, address, { headers }).catch((error: unknown) =>
		Promise.reject(refused(error instanceof Error ? error.message : 'no answer')),
	);
	const text = await answer.text();
	if (!answer.ok) throw refused(`HTTP ${answer.status} ${text.slice(0, 200)}`);
	try {
		const body = JSON.parse(text) as unknown;
		const lists = Array.isArray(body) ? [body] : Object.values(body as Data).filter(Array.isArray);
		const [list] = lists;
		if (list) return list as Data[];
	} catch {
		// Told below, as any other answer that is no list.
	}
	throw refused('the answer holds no list of orders');
}
