import { createHmac, randomUUID } from 'node:crypto';
import { startSandbox, type Sandbox } from '../../sandbox';
import { putJson, request, type Got, type Json } from './client';

const clock = Date.parse('2026-11-22T12:00:00Z');
let sandbox: Sandbox;
let api: string;
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => new Date(clock) });
	api = `${sandbox.wooCommerce.url}/wp-json/wc/v3`;
});
afterAll(() => sandbox.stop());
afterEach(() => request(`${sandbox.wooCommerce.url}/_sandbox/reset`, { method: 'POST' }));

const basic = (key: string, secret: string): Record<string, string> => ({
	Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
});
const keys = () => [sandbox.wooCommerce.consumerKey, sandbox.wooCommerce.consumerSecret] as const;
/** A request as it comes through a proxy that ended TLS. */
const get = (path: string): Promise<Got> =>
	request(api + path, { headers: { ...basic(...keys()), 'X-Forwarded-Proto': 'https' } });
const ids = async (query: string): Promise<number[]> =>
	(await get(`/orders?per_page=100&_fields=id&${query}`)).json.map((order: Json) => order.id);

/** An independent OAuth 1.0a signer: RFC 5849 section 3.4, written for this test alone. */
function sign(
	url: string,
	change: Partial<Record<string, string>> = {},
	signedUrl = url,
	secret = sandbox.wooCommerce.consumerSecret,
): URLSearchParams {
	const rfc3986 = (text: string): string =>
		[...Buffer.from(text)]
			.map((byte) => {
				const sign = String.fromCharCode(byte);
				return /[A-Za-z0-9\-._~]/.test(sign)
					? sign
					: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
			})
			.join('');
	const parameters = new URLSearchParams(new URL(url).search);
	const oauth = {
		oauth_consumer_key: sandbox.wooCommerce.consumerKey,
		oauth_timestamp: String(Math.floor(clock / 1000)),
		oauth_nonce: randomUUID(),
		oauth_signature_method: 'HMAC-SHA256',
		...change,
	};
	for (const [name, value] of Object.entries(oauth)) if (value) parameters.set(name, value);
	const pairs = [...parameters].map(([name, value]) => `${rfc3986(name)}=${rfc3986(value)}`).sort();
	const { origin, pathname } = new URL(signedUrl);
	const base = `GET&${rfc3986(origin + pathname)}&${rfc3986(pairs.join('&'))}`;
	const hash = oauth.oauth_signature_method === 'HMAC-SHA1' ? 'sha1' : 'sha256';
	const signature = createHmac(hash, `${secret}&`).update(base).digest('base64');
	parameters.set('oauth_signature', signature);
	return parameters;
}
const bare = (url: string): string => url.split('?')[0] ?? '';
const signed = (url: string, ...rest: [Partial<Record<string, string>>?, string?, string?]) =>
	request(`${bare(url)}?${sign(url, ...rest)}`);

describe('keys', () => {
	const nobody = {
		code: 'woocommerce_rest_cannot_view',
		message: 'Sorry, you cannot list resources.',
		data: { status: 401 },
	};

	it('count over TLS only: Basic over http is the same as no key', async () => {
		const none = await request(`${api}/orders`);
		const plain = await request(`${api}/orders`, { headers: basic(...keys()) });
		expect([none.status, none.json]).toEqual([401, nobody]);
		expect([plain.status, plain.json]).toEqual([401, nobody]);
		expect((await get('/orders')).status).toBe(200);
	});

	it('may stand in the query over TLS', async () => {
		const [key, secret] = keys();
		const url = `${api}/orders?consumer_key=${key}&consumer_secret=${secret}`;
		expect((await request(url)).status).toBe(401);
		expect((await request(url, { headers: { 'X-Forwarded-Proto': 'https' } })).status).toBe(200);
		expect(JSON.stringify(sandbox.wooCommerce.journal.entries)).not.toContain(secret);
	});

	it('name a wrong secret', async () => {
		const headers = { ...basic(keys()[0], 'cs_x'), 'X-Forwarded-Proto': 'https' };
		const got = await request(`${api}/orders`, { headers });
		expect([got.status, got.json.message]).toEqual([401, 'Consumer secret is invalid.']);
	});

	it('are not read with ?rest_route=, but are with /index.php', async () => {
		const headers = { ...basic(...keys()), 'X-Forwarded-Proto': 'https' };
		const { url } = sandbox.wooCommerce;
		expect((await request(`${url}/?rest_route=/wc/v3/orders`, { headers })).status).toBe(401);
		expect((await request(`${url}/index.php/wp-json/wc/v3/orders`, { headers })).status).toBe(200);
	});
});

describe('OAuth 1.0a over plain http', () => {
	const messageOf = ({ status, json }: Got) => [status, json.code, json.message];
	const wrong = (message: string) => [401, 'woocommerce_rest_authentication_error', message];

	it.each(['HMAC-SHA256', 'HMAC-SHA1'])('opens with %s in the query', async (method) => {
		const got = await signed(`${api}/orders?per_page=2&status=on-hold,processing&search=é+%26=`, {
			oauth_signature_method: method,
		});
		expect([got.status, got.json.length]).toEqual([200, 2]);
	});

	it('opens with the signature in the header', async () => {
		const url = `${api}/orders?per_page=3`;
		const oauth = [...sign(url)].filter(([name]) => name.startsWith('oauth_'));
		const header = oauth
			.map(([name, value]) => `${name}="${encodeURIComponent(value)}"`)
			.join(', ');
		const got = await request(url, { headers: { Authorization: `OAuth ${header}` } });
		expect([got.status, got.json.length]).toEqual([200, 3]);
	});

	it('refuses an unknown key and a wrong secret', async () => {
		const unknown = await signed(`${api}/orders`, { oauth_consumer_key: 'ck_x' });
		expect(messageOf(unknown)).toEqual(wrong('Consumer key is invalid.'));
		const secret = await signed(`${api}/orders`, {}, undefined, 'cs_x');
		const mismatch = wrong('Invalid signature - provided signature does not match.');
		expect(messageOf(secret)).toEqual(mismatch);
	});

	it('refuses a signature over another query, host or scheme', async () => {
		const mismatch = wrong('Invalid signature - provided signature does not match.');
		const url = `${api}/orders`;
		const changed = sign(url);
		changed.set('per_page', '5');
		expect(messageOf(await request(`${url}?${changed}`))).toEqual(mismatch);
		const host = url.replace('127.0.0.1', 'localhost');
		expect(messageOf(await signed(url, {}, host))).toEqual(mismatch);
		const tls = { headers: { 'X-Forwarded-Proto': 'https' } };
		expect(messageOf(await request(`${url}?${sign(url)}`, tls))).toEqual(mismatch);
		const overTls = sign(url, {}, url.replace('http:', 'https:'));
		expect((await request(`${url}?${overTls}`, tls)).status).toBe(200);
	});

	it('refuses an old timestamp and a nonce that was used', async () => {
		const ago = (seconds: number) => String(Math.floor(clock / 1000) - seconds);
		const url = `${api}/orders`;
		const late = await signed(url, { oauth_timestamp: ago(901) });
		expect(messageOf(late)).toEqual(wrong('Invalid timestamp.'));
		expect((await signed(url, { oauth_timestamp: ago(900) })).status).toBe(200);
		const once = `${url}?${sign(url)}`;
		expect((await request(once)).status).toBe(200);
		const again = wrong('Invalid nonce - nonce has already been used.');
		expect(messageOf(await request(once))).toEqual(again);
	});

	it('names missing parameters and unknown methods', async () => {
		const missing = await signed(`${api}/orders`, { oauth_nonce: '' });
		expect(messageOf(missing)).toEqual([
			401,
			'woocommerce_rest_authentication_missing_parameter',
			'Missing OAuth parameter oauth_nonce',
		]);
		const method = await signed(`${api}/orders`, { oauth_signature_method: 'PLAINTEXT' });
		expect(messageOf(method)).toEqual(wrong('Invalid signature - signature method is invalid.'));
	});
});

describe('GET /orders', () => {
	it('pages with totals and links', async () => {
		const first = await get('/orders?per_page=12');
		expect(first.json).toHaveLength(12);
		expect(first.headers.get('X-WP-Total')).toBe('30');
		expect(first.headers.get('X-WP-TotalPages')).toBe('3');
		expect(first.headers.get('Link')).toMatch(/orders\?per_page=12&page=2>; rel="next"$/);
		const last = await get('/orders?per_page=12&page=3');
		expect(last.json).toHaveLength(6);
		expect(last.headers.get('Link')).toMatch(/page=2>; rel="prev"$/);
		const seen = [...first.json, ...(await get('/orders?per_page=12&page=2')).json, ...last.json];
		expect(new Set(seen.map((order: Json) => order.id)).size).toBe(30);
	});

	it('answers an empty list with totals of 0 past the end', async () => {
		const got = await get('/orders?per_page=100&page=2');
		expect([got.status, got.json, got.headers.get('X-WP-Total')]).toEqual([200, [], '0']);
		expect(got.headers.get('X-WP-TotalPages')).toBe('0');
	});

	it.each([
		['per_page=101', 'per_page must be between 1 (inclusive) and 100 (inclusive)'],
		['per_page=0', 'per_page must be between 1 (inclusive) and 100 (inclusive)'],
		['page=0', 'page must be greater than or equal to 1'],
		['per_page=x', 'per_page is not of type integer.'],
		[
			'status=betaald',
			'status[0] is not one of any, trash, pending, processing, on-hold, completed, cancelled, refunded, failed, checkout-draft.',
		],
		['modified_after=2026-11-22', 'Invalid date.'],
		['modified_after=gisteren', 'Invalid date.'],
		['orderby=total', 'orderby is not one of date, id, include, title, slug, modified.'],
		['order=up', 'order is not one of asc, desc.'],
		['include=a', 'include[0] is not of type integer.'],
	])('refuses %s', async (query, message) => {
		const got = await get(`/orders?${query}`);
		const name = query.split('=')[0] ?? '';
		expect(got.status).toBe(400);
		expect(got.json).toMatchObject({
			code: 'rest_invalid_param',
			message: `Invalid parameter(s): ${name}`,
			data: { status: 400, params: { [name]: message } },
		});
	});

	it('filters by status; any leaves out trash', async () => {
		expect(await ids('status=completed,failed')).toEqual([48, 46]);
		expect(await ids('status[]=completed&status[]=failed')).toEqual([48, 46]);
		const order = sandbox.wooCommerce.orders.find(({ id }) => id === 46);
		const door = `${sandbox.wooCommerce.url}/_sandbox/orders/46`;
		await putJson(door, { ...order, status: 'trash' });
		expect(await ids('')).toHaveLength(29);
		expect(await ids('status=any')).not.toContain(46);
		expect(await ids('status=trash')).toEqual([46]);
		expect(await ids('status=any,trash')).not.toContain(46);
		expect((await get('/orders/46')).json.status).toBe('trash');
	});

	it('includes, excludes, selects fields and sorts', async () => {
		expect(await ids('include=28,30,2633&exclude=30')).toEqual([2633, 28]);
		expect(await ids('include=28,30,2633&orderby=id&order=asc')).toEqual([28, 30, 2633]);
		const modified = await get('/orders?orderby=modified&order=asc&_fields=date_modified_gmt');
		const dates = modified.json.map((order: Json) => order.date_modified_gmt);
		expect(dates).toEqual([...dates].sort());
		const fields = await get('/orders/28?_fields=id,billing.country');
		expect(fields.json).toEqual({ id: 28, billing: { country: 'NL' } });
	});

	it('is exclusive in its dates, to the second', async () => {
		// Order 28 was made and changed at 00:47:16 GMT, order 29 was changed a second later.
		const only = 'include=28,29&dates_are_gmt=true';
		expect(await ids(`${only}&modified_after=2026-11-22T00:47:15`)).toEqual([29, 28]);
		expect(await ids(`${only}&modified_after=2026-11-22T00:47:16`)).toEqual([29]);
		expect(await ids(`${only}&modified_before=2026-11-22T00:47:17`)).toEqual([28]);
		expect(await ids(`${only}&after=2026-11-22T00:47:16`)).toEqual([]);
		expect(await ids(`${only}&before=2026-11-22T00:47:17`)).toEqual([29, 28]);
	});

	it('has the Z trap: Z with dates_are_gmt=true is an hour off in winter', async () => {
		const all = 'include=28,29,30';
		const half = 'modified_after=2026-11-22T00:40:00';
		expect(await ids(`${all}&${half}&dates_are_gmt=true`)).toHaveLength(3);
		expect(await ids(`${all}&${half}Z&dates_are_gmt=true`)).toEqual([]);
		expect(await ids(`${all}&${half}Z&dates_are_gmt=false`)).toHaveLength(3);
		expect(await ids(`${all}&${half}Z`)).toHaveLength(3);
		// Without suffix and without dates_are_gmt the value is the shop's wall clock.
		expect(await ids(`${all}&modified_after=2026-11-22T01:40:00`)).toHaveLength(3);
		expect(await ids(`${all}&modified_after=2026-11-22T01:48:00`)).toEqual([]);
	});

	it('is two hours off in summer', async () => {
		const order = { ...sandbox.wooCommerce.orders[0], id: 9001 };
		const summer = {
			date_modified: '2026-07-01T14:00:00',
			date_modified_gmt: '2026-07-01T12:00:00',
		};
		await putJson(`${sandbox.wooCommerce.url}/_sandbox/orders/9001`, { ...order, ...summer });
		const trap = (time: string) => ids(`include=9001&dates_are_gmt=true&modified_after=${time}`);
		expect(await trap('2026-07-01T10:30:00Z')).toEqual([]);
		expect(await trap('2026-07-01T09:30:00Z')).toEqual([9001]);
		expect(await trap('2026-07-01T11:30:00')).toEqual([9001]);
	});
});

describe('the rest of the shop', () => {
	it('answers one order, or 404', async () => {
		expect((await get('/orders/28')).json).toMatchObject({ id: 28, total: '62.30' });
		const got = await get('/orders/1');
		expect([got.status, got.json.code]).toEqual([404, 'woocommerce_rest_shop_order_invalid_id']);
	});

	it('answers its settings', async () => {
		for (const path of ['/settings/general', '/settings/tax', '/taxes', '/payment_gateways']) {
			expect((await get(path)).json).toEqual(expect.any(Array));
		}
		expect((await get('/system_status')).json.environment.version).toBe('10.5.0');
		expect((await get('/data/currencies/current')).json.code).toBe('EUR');
		expect((await get('/reports')).json.code).toBe('rest_no_route');
	});
});
