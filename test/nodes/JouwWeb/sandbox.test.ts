import type { INodeParameters } from 'n8n-workflow';

import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { listSearch, runNode } from '../../support/engine';
import type { RunNodeOptions } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());
beforeEach(() => sandbox.jouwWeb.reset());

const credentials = () => ({
	jouwWebTokenApi: { baseUrl: sandbox.jouwWeb.baseUrl, token: sandbox.jouwWeb.token },
});

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
		const { items, error } = await run({ apiLayout: { pageSize: 10 } });
		expect(error).toBeUndefined();
		const ids = items.map(({ json }) => json.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect([...ids].sort()).toEqual(sandbox.jouwWeb.orders.map(({ id }) => id).sort());
	});

	it.each(['obeyed', 'ignored'] as const)('filters when its own are %s', async (filters) => {
		sandbox.jouwWeb.switches.filters = filters;
		newOrders(18);
		const { items } = await run({
			filters: { createdAfter: '2026-11-05T10:00:00', statuses: 'Processed, shipped' },
		});
		expect(items).toHaveLength(5);
		for (const { json } of items) {
			expect(json.status).toBe('Processed');
			expect(String(json.createdAt) >= '2026-11-05T10:00:00+01:00').toBe(true);
		}
	});
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

it('lists the websites of the login, in the node and in its dropdown', async () => {
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

it('logs in with OAuth2 as well', async () => {
	const { outputs, error } = await runNode({
		node: new JouwWeb(),
		parameters: { authentication: 'oAuth2', resource: 'website', operation: 'getMany' },
		credentials: {
			jouwWebOAuth2Api: {
				baseUrl: sandbox.jouwWeb.baseUrl,
				authUrl: `${sandbox.jouwWeb.baseUrl}/authorize`,
				accessTokenUrl: `${sandbox.jouwWeb.baseUrl}/token`,
				clientId: 'client',
				oauthTokenData: { access_token: sandbox.jouwWeb.token, token_type: 'bearer' },
			},
		},
	});
	expect(error).toBeUndefined();
	expect(outputs[0]?.length).toBe(2);
});

it('says when the token is refused', async () => {
	const { error } = await run(
		{},
		{ credentials: { jouwWebTokenApi: { baseUrl: sandbox.jouwWeb.baseUrl, token: 'other' } } },
	);
	expect(error?.message).toBe('JouwWeb does not allow this (HTTP 401)');
});
