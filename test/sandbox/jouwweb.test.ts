import { startSandbox, type Sandbox } from '../../sandbox';
import { putJson, request, type Got, type Json } from './client';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => request(`${sandbox.jouwWeb.origin}/_sandbox/reset`, { method: 'POST' }));

const get = (path: string, authorization = `Bearer ${sandbox.jouwWeb.token}`): Promise<Got> =>
	request(sandbox.jouwWeb.baseUrl + path, { headers: { Authorization: authorization } });
const orders = (query = ''): Promise<Got> =>
	get(`/websites/${sandbox.jouwWeb.websiteId}/orders?limit=100&${query}`);
const ids = async (query: string): Promise<number[]> =>
	(await orders(query)).json.data.map((order: Json) => order.id);

it('wants its token', async () => {
	for (const wrong of ['Bearer x', sandbox.jouwWeb.token, `Basic ${sandbox.jouwWeb.token}`]) {
		const got = await get('/websites', wrong);
		expect([got.status, got.json.error]).toEqual([401, 'unauthorized']);
	}
	expect((await get('/websites')).status).toBe(200);
});

it('lists two websites, one without orders', async () => {
	const { json } = await get('/websites');
	expect(json.data.map((website: Json) => website.country)).toEqual(['NL', 'NL']);
	const empty = json.data.find((website: Json) => String(website.id) !== sandbox.jouwWeb.websiteId);
	const got = await get(`/websites/${empty.id}/orders`);
	expect(got.json).toMatchObject({ data: [], meta: { current_page: 1, last_page: 1, total: 0 } });
	expect((await get('/websites/1/orders')).status).toBe(404);
});

it('pages in two layouts', async () => {
	const path = `/websites/${sandbox.jouwWeb.websiteId}/orders?limit=10`;
	const first = await get(path);
	expect(first.json.meta).toEqual({ current_page: 1, last_page: 2, per_page: 10, total: 17 });
	const second = await get(`${path}&page=2`);
	const seen = [...first.json.data, ...second.json.data].map((order: Json) => order.id);
	expect(new Set(seen).size).toBe(17);
	expect((await get(`${path}&page=0`)).status).toBe(400);
	await putJson(`${sandbox.jouwWeb.origin}/_sandbox/switches`, { layout: 'links' });
	const bare = await get(path);
	expect(bare.json).toHaveLength(10);
	expect(bare.headers.get('Link')).toContain('page=2>; rel="next"');
	expect((await get(`${path}&page=2`)).headers.get('Link')).toBeNull();
});

it('filters by creation, change and status, unless filters are ignored', async () => {
	expect(await ids('createdAfter=2026-10-15T14:05:00%2B02:00')).toEqual([440017, 440016, 440015]);
	expect(await ids('updatedAfter=2026-10-16T00:00:00Z')).toEqual([440017, 440016]);
	expect(await ids('status=new')).toEqual([440008]);
	expect(await ids('status=new,processed')).toHaveLength(17);
	expect((await orders('createdAfter=gisteren')).status).toBe(400);
	sandbox.jouwWeb.switches.filters = 'ignored';
	expect(await ids('status=new')).toHaveLength(17);
});

it('answers one order and takes another', async () => {
	const path = `/websites/${sandbox.jouwWeb.websiteId}/orders`;
	expect((await get(`${path}/440015`)).json.totalPrice).toBe(94.1);
	expect((await get(`${path}/1`)).status).toBe(404);
	await putJson(`${sandbox.jouwWeb.origin}/_sandbox/orders/5`, { orderNumber: 'X', status: 'new' });
	expect((await get(`${path}/5`)).json).toEqual({ id: 5, orderNumber: 'X', status: 'new' });
	await request(`${sandbox.jouwWeb.origin}/_sandbox/reset`, { method: 'POST' });
	expect((await get(`${path}/5`)).status).toBe(404);
});

it('adds orders from a seed, always the same', async () => {
	const seed = async () => {
		const door = `${sandbox.jouwWeb.origin}/_sandbox/seed`;
		const body = JSON.stringify({ count: 300, seed: 7, from: '2026-01-01' });
		await request(door, { method: 'POST', body });
		return JSON.stringify(sandbox.jouwWeb.orders.slice(-300));
	};
	const first = await seed();
	sandbox.jouwWeb.reset();
	expect(await seed()).toBe(first);
	expect((await orders()).json.meta.total).toBe(317);
});

it('gives tokens by OAuth2: a code once, a refresh token once', async () => {
	const { origin, oauth } = sandbox.jouwWeb;
	const query = `response_type=code&client_id=${oauth.clientId}&redirect_uri=http://a.example/b&state=s`;
	const allowed = await request(`${origin}/oauth/authorize?${query}`, { redirect: 'manual' });
	const back = new URL(allowed.headers.get('Location')!);
	expect(back.searchParams.get('state')).toBe('s');
	const token = (form: Record<string, string>, client_secret = oauth.clientSecret) =>
		request(`${origin}/oauth/token`, {
			method: 'POST',
			body: new URLSearchParams({ client_id: oauth.clientId, client_secret, ...form }),
		});
	const grant = {
		grant_type: 'authorization_code',
		code: back.searchParams.get('code')!,
		redirect_uri: 'http://a.example/b',
	};
	expect((await token(grant, 'wrong')).json.error).toBe('invalid_client');
	const first = (await token(grant)).json;
	expect((await token(grant)).json.error).toBe('invalid_grant');
	expect((await get('/websites', `Bearer ${first.access_token}`)).status).toBe(200);
	const renewal = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
	await request(`${origin}/_sandbox/expire-tokens`, { method: 'POST' });
	expect((await get('/websites', `Bearer ${first.access_token}`)).status).toBe(401);
	const second = (await token(renewal)).json;
	expect((await get('/websites', `Bearer ${second.access_token}`)).status).toBe(200);
	expect((await token(renewal)).json.error).toBe('invalid_grant');
	await request(`${origin}/_sandbox/revoke-tokens`, { method: 'POST' });
	const last = { grant_type: 'refresh_token', refresh_token: second.refresh_token };
	expect((await token(last)).json.error).toBe('invalid_grant');
});

describe('the recorded orders', () => {
	const cents = (euros: number): number => Math.round(euros * 100);
	/** The one order that is wrong on purpose. */
	const wrong = 440010;

	it('add up to the cent, gross and VAT', async () => {
		for (const order of (await orders()).json.data) {
			const sum = (field: string): number =>
				order.orderLines.reduce((total: number, line: Json) => total + cents(line[field]), 0);
			const gross = sum('totalPrice') + cents(order.shippingCost) + cents(order.discountAmount);
			const vat =
				sum('totalTaxAmount') + cents(order.shippingTaxAmount) + cents(order.discountTaxAmount);
			expect([order.id, gross === cents(order.totalPrice)]).toEqual([order.id, order.id !== wrong]);
			expect([order.id, vat]).toEqual([order.id, cents(order.totalTaxAmount)]);
			expect(order.updatedAt).toBe(order.createdAt);
		}
	});

	it('are each of their own day', async () => {
		const days = (await orders()).json.data.map((order: Json) => order.createdAt.slice(0, 10));
		expect(new Set(days).size).toBe(17);
	});
});
