import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { listSearch, loadOptions, runNode } from '../../support/engine';
import type { RunNodeOptions } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());
beforeEach(() => sandbox.jouwWeb.reset());

const credentials = (layout: ICredentialDataDecryptedObject = {}) => ({
	jouwWebTokenApi: { baseUrl: sandbox.jouwWeb.baseUrl, token: sandbox.jouwWeb.token, ...layout },
});
/** What a user would enter for the other layout of the stand-in. */
const otherLayout = {
	apiLayout: 'own',
	websitesPath: '/v9/shops',
	ordersPath: 'v9/shops/{websiteId}/sales',
	orderPath: '/v9/shops/{websiteId}/sales/{orderId}',
	productsPath: '/v9/shops/{websiteId}/articles',
	listKey: 'result.rows, shops',
	paging: 'cursor',
	nextKey: 'more.token',
	cursorParameter: 'token',
	pageSizeParameter: 'per_page',
	pageSize: 7,
	createdAfterParameter: 'since',
	updatedAfterParameter: 'changed_since',
	statusParameter: 'state',
	dateFormat: 'seconds',
	fieldNames:
		'orderNumber = number, createdAt=placed_on, updatedAt=modified_on, status=state\norderLines=rows; line.title = name, line.taxPercentage = line.vat_rate',
};

async function run(parameters: INodeParameters, more: Partial<RunNodeOptions> = {}) {
	const { outputs, error } = await runNode({
		node: new JouwWeb(),
		parameters: {
			resource: 'order',
			operation: 'getMany',
			website: { __rl: true, mode: 'list', value: sandbox.jouwWeb.websiteId },
			returnAll: true,
			simplify: false,
			...parameters,
		},
		credentials: credentials(),
		...more,
	});
	return { items: outputs[0] ?? [], error };
}

const newOrders = (count: number) => {
	for (let index = 0; index < count; index++) {
		const createdAt = `2026-11-0${1 + (index % 9)}T10:00:00+01:00`;
		sandbox.jouwWeb.putOrder({
			id: 900_000 + index,
			orderNumber: `N${index}`,
			status: index % 2 === 0 ? 'Processed' : 'new',
			createdAt,
			updatedAt: createdAt,
		});
	}
};

describe.each(['data', 'links'] as const)('a shop with the layout "%s"', (layout) => {
	beforeEach(() => {
		sandbox.jouwWeb.switches.layout = layout;
	});

	it('gives every order once, over small pages', async () => {
		newOrders(35);
		const { items, error } = await run(
			{},
			{ credentials: credentials({ apiLayout: 'own', pageSize: 10 }) },
		);
		expect(error).toBeUndefined();
		const ids = items.map(({ json }) => json.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect([...ids].sort()).toEqual(sandbox.jouwWeb.orders.map(({ id }) => id).sort());
	});

	it.each(['obeyed', 'ignored'] as const)('filters when its own are %s', async (filters) => {
		sandbox.jouwWeb.switches.filters = filters;
		newOrders(18);
		const { items } = await run({
			filters: { createdAfter: '2026-11-05T10:00:00', statuses: ['Processed', 'shipped'] },
		});
		expect(items).toHaveLength(5);
		for (const { json } of items) {
			expect(json.status).toBe('Processed');
			expect(String(json.createdAt) >= '2026-11-05T10:00:00+01:00').toBe(true);
		}
	});
});

it('leaves out what was placed at or after the end of a period', async () => {
	newOrders(18);
	const days = { createdAfter: '2026-11-05T00:00:00', createdBefore: '2026-11-06T00:00:00' };
	const { items } = await run({ filters: days });
	const all = sandbox.jouwWeb.orders.map(({ id, createdAt }) => [id, String(createdAt)] as const);
	const within = all.filter(([, moment]) => moment.startsWith('2026-11-05'));
	expect(within.length).toBeGreaterThan(0);
	expect(items.map(({ json }) => json.id).sort()).toEqual(within.map(([id]) => id).sort());
});

describe('a shop with nothing of what is assumed', () => {
	const other = { credentials: () => credentials(otherLayout) };
	beforeEach(() => {
		sandbox.jouwWeb.switches.layout = 'other';
	});

	it('gives the very orders the transformer reads, in pages of seven', async () => {
		const { items, error } = await run({}, { credentials: other.credentials() });
		expect(error).toBeUndefined();
		const expected = sandbox.jouwWeb.orders.map(({ date_created, ...order }) => [
			order.id,
			order,
			date_created,
		]);
		expect(items).toHaveLength(expected.length);
		for (const [id, order] of expected) {
			expect(items.find(({ json }) => json.id === id)?.json).toEqual(
				JSON.parse(JSON.stringify(order)),
			);
		}
	});

	it('filters, also by the second', async () => {
		const filters = { createdAfter: '2026-10-15T14:05:00', statuses: ['processed'] };
		const { items } = await run({ filters }, { credentials: other.credentials() });
		expect(items.map(({ json }) => json.id)).toEqual([440017, 440016, 440015]);
		const [asked] = sandbox.jouwWeb.journal.entries;
		// 14:05 in Amsterdam in summer time is 12:05 GMT.
		expect(asked?.query).toMatchObject({
			since: String(Date.UTC(2026, 9, 15, 12, 5) / 1000),
			state: 'processed',
		});
	});

	it('gives one order, products and websites', async () => {
		const one = await run(
			{ operation: 'get', orderId: '440015' },
			{ credentials: other.credentials() },
		);
		expect(one.items[0]?.json).toMatchObject({ id: 440015, orderNumber: '2026015' });
		const products = await run({ resource: 'product' }, { credentials: other.credentials() });
		expect(products.items).toHaveLength(12);
		const shops = await run({ resource: 'website' }, { credentials: other.credentials() });
		expect(shops.items).toHaveLength(2);
	});
});

it('reads five thousand orders, and a part of them by limit', async () => {
	sandbox.jouwWeb.seedOrders({ count: 5_000, seed: 3, from: '2026-01-01' });
	const { items } = await run({});
	expect(items).toHaveLength(5_017);
	expect(new Set(items.map(({ json }) => json.id)).size).toBe(5_017);
	sandbox.jouwWeb.journal.clear();
	const few = await run({ returnAll: false, limit: 30 });
	expect(few.items).toHaveLength(30);
	expect(sandbox.jouwWeb.journal.entries).toHaveLength(1);
});

it('shows the statuses the shop really uses', async () => {
	sandbox.jouwWeb.putOrder({
		id: 5,
		status: 'ready for pickup',
		createdAt: '2026-11-01T10:00:00Z',
	});
	const parameters = { website: { __rl: true, mode: 'list', value: sandbox.jouwWeb.websiteId } };
	const options = await loadOptions(new JouwWeb(), 'getStatuses', parameters, credentials());
	expect(options.map(({ value }) => value)).toEqual(['new', 'processed', 'ready for pickup']);
	expect(await loadOptions(new JouwWeb(), 'getStatuses', {}, credentials())).toEqual([]);
});

describe('products', () => {
	it('of two websites, one of which is not there', async () => {
		const { items } = await run(
			{ resource: 'product', website: { __rl: true, mode: 'id', value: '={{ $json.shop }}' } },
			{
				items: [{ shop: '9' }, { shop: sandbox.jouwWeb.websiteId }],
				onError: 'continueRegularOutput',
			},
		);
		expect(items).toHaveLength(13);
		expect(items[0]).toMatchObject({
			json: { details: { code: 'JOUWWEB_NOT_FOUND' } },
			pairedItem: { item: 0 },
		});
		expect(items[1]).toMatchObject({ json: { sku: 'ART-1' }, pairedItem: { item: 1 } });
	});

	it('in seven fields', async () => {
		const { items } = await run({ resource: 'product', simplify: true });
		expect(items[11]?.json).toEqual({
			id: 8811,
			title: 'Artikel 12',
			sku: 'ART-12',
			price: 15.95,
			taxPercentage: 21,
			stock: 11,
			updatedAt: '2026-10-01T10:00:00+02:00',
		});
	});
});

describe('a call of the API', () => {
	const api = { resource: 'api', operation: 'call', query: '{}', body: '{}' };
	const order = () => `websites/${sandbox.jouwWeb.websiteId}/orders/440001`;

	it('writes, item by item, and goes on when one is refused', async () => {
		const { items } = await run(
			{ ...api, method: 'PATCH', path: order(), body: '={{ $json.change }}' },
			{
				items: [{ change: { total: 1 } }, { change: { status: 'shipped' } }],
				onError: 'continueRegularOutput',
			},
		);
		expect(items).toMatchObject([
			{ json: { details: { code: 'JOUWWEB_REFUSED' } }, pairedItem: { item: 0 } },
			{ json: { id: 440001, status: 'shipped' }, pairedItem: { item: 1 } },
		]);
	});

	it('reads a list to its end, or one page of it', async () => {
		const path = `/websites/${sandbox.jouwWeb.websiteId}/orders`;
		sandbox.jouwWeb.seedOrders({ count: 300, seed: 1, from: '2026-01-01' });
		const whole = await run({
			...api,
			method: 'GET',
			path,
			wholeList: true,
			query: '{"status":"new"}',
		});
		const expected = sandbox.jouwWeb.orders.filter(({ status }) => status === 'new');
		expect(whole.items).toHaveLength(expected.length);
		const one = await run({ ...api, method: 'GET', path, query: { limit: 2 } });
		expect(one.items).toMatchObject([{ json: { meta: { per_page: 2, total: 317 } } }]);
	});

	it('repeats a GET that failed, and nothing else', async () => {
		const path = order();
		for (const kind of ['500', 'cut'] as const) {
			sandbox.jouwWeb.faults.add({ kind });
			expect((await run({ ...api, method: 'GET', path })).error).toBeUndefined();
		}
		sandbox.jouwWeb.journal.clear();
		sandbox.jouwWeb.faults.add({ kind: '500-after-commit', times: 1 });
		const { error } = await run({ ...api, method: 'PATCH', path, body: '{"status":"x"}' });
		expect(error?.context?.code).toBe('JOUWWEB_UNAVAILABLE');
		expect(sandbox.jouwWeb.journal.entries).toHaveLength(1);
	});

	it.each(['https://other.example/websites', '//other.example', 'http:other.example', '/../..//x'])(
		'never leaves the host: %s',
		async (path) => {
			const { error } = await run({ ...api, method: 'GET', path });
			expect(['JOUWWEB_OTHER_HOST', 'JOUWWEB_NOT_FOUND']).toContain(error?.context?.code);
			for (const entry of sandbox.jouwWeb.journal.entries) expect(entry.status).toBe(404);
		},
	);

	it('says when the body is no JSON', async () => {
		const { error } = await run({ ...api, method: 'POST', path: '/x', body: '{' });
		expect(error?.message).toBe("'Body' is not JSON");
	});
});

it('says when the field names of the credential cannot be read', async () => {
	const wrong = credentials({ apiLayout: 'own', fieldNames: 'orderNumber' });
	const { error } = await run({}, { credentials: wrong });
	expect(error?.context?.code).toBe('JOUWWEB_FIELD_NAMES');
});

it('reads orders one by one and goes on when one is not there', async () => {
	const known = sandbox.jouwWeb.orders[0]!;
	const { items } = await run(
		{ operation: 'get', orderId: '={{ $json.id }}' },
		{ items: [{ id: 1 }, { id: known.id }], onError: 'continueRegularOutput' },
	);
	expect(items).toMatchObject([
		{ json: { details: { code: 'JOUWWEB_NOT_FOUND' } }, pairedItem: { item: 0 } },
		{ json: { id: known.id, totalPrice: known.totalPrice }, pairedItem: { item: 1 } },
	]);
});

it('simplifies to ten fields without the customer', async () => {
	const { items } = await run({ simplify: true });
	expect(items.length).toBeGreaterThan(5);
	for (const { json } of items) expect(Object.keys(json)).toHaveLength(10);
	expect(JSON.stringify(items)).not.toMatch(/example\.com/);
});

it('J037: lists the websites of the login, in the node and in its dropdown', async () => {
	const { items } = await run({ resource: 'website' });
	expect(items.map(({ json }) => json.name)).toContain('Voorbeeld Webwinkel');
	const { results } = await listSearch(
		new JouwWeb(),
		'searchWebsites',
		{},
		credentials(),
		'voorbeeld',
	);
	expect(results).toEqual([{ name: 'Voorbeeld Webwinkel', value: sandbox.jouwWeb.websiteId }]);
});

describe('OAuth2', () => {
	const callback = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

	/** What n8n stores after the owner clicked Connect: one round through both addresses. */
	async function connect(): Promise<ICredentialDataDecryptedObject> {
		const { baseUrl, oauth } = sandbox.jouwWeb;
		const query = new URLSearchParams({
			response_type: 'code',
			client_id: oauth.clientId,
			redirect_uri: callback,
			scope: 'orders',
			state: 's',
		});
		const allowed = await fetch(`${baseUrl}/oauth/authorize?${query}`, { redirect: 'manual' });
		const code = new URL(allowed.headers.get('Location')!).searchParams.get('code')!;
		const token = await fetch(`${baseUrl}/oauth/token`, {
			method: 'POST',
			headers: {
				Authorization: `Basic ${Buffer.from(`${oauth.clientId}:${oauth.clientSecret}`).toString('base64')}`,
			},
			body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: callback }),
		});
		return {
			baseUrl,
			authUrl: `${baseUrl}/oauth/authorize`,
			accessTokenUrl: `${baseUrl}/oauth/token`,
			clientId: oauth.clientId,
			clientSecret: oauth.clientSecret,
			oauthTokenData: (await token.json()) as never,
		};
	}

	async function readWith(credential: ICredentialDataDecryptedObject) {
		return await run(
			{ authentication: 'oAuth2', resource: 'website' },
			{ credentials: { jouwWebOAuth2Api: credential } },
		);
	}

	it('opens the shop, and renews a token that was refused, keeping the new one', async () => {
		const credential = await connect();
		expect((await readWith(credential)).items).toHaveLength(2);
		const first = credential.oauthTokenData as { access_token?: string };
		sandbox.jouwWeb.oauth.expireTokens();
		expect((await readWith(credential)).items).toHaveLength(2);
		const second = credential.oauthTokenData as { access_token?: string };
		expect(second.access_token).not.toBe(first.access_token);
		sandbox.jouwWeb.journal.clear();
		expect((await readWith(credential)).items).toHaveLength(2);
		expect(sandbox.jouwWeb.journal.calls({ tokens: true })).toEqual({ 'GET websites': 2 });
		// Refresh tokens rotate: only the one that was stored last renews again.
		sandbox.jouwWeb.oauth.expireTokens();
		expect((await readWith(credential)).items).toHaveLength(2);
	});

	it('asks to reconnect when the owner took the permission back, and works after that', async () => {
		const credential = await connect();
		sandbox.jouwWeb.oauth.revoke();
		const { error } = await readWith(credential);
		expect(error?.message).toContain('needs to be reconnected');
		expect((await readWith({ ...credential, ...(await connect()) })).items).toHaveLength(2);
	});
});

it('says when the token is refused', async () => {
	const { error } = await run(
		{},
		{ credentials: { jouwWebTokenApi: { baseUrl: sandbox.jouwWeb.baseUrl, token: 'other' } } },
	);
	expect(error?.message).toBe('JouwWeb does not allow this (HTTP 401)');
});
