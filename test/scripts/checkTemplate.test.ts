import { checkTemplate } from '../../scripts/checkTemplate.js';

const node = (more: object = {}) => ({
	id: 'n1',
	name: 'Book orders',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
	...more,
});

const template = (more: object = {}) => ({
	name: 'Process orders',
	nodes: [node()],
	connections: {},
	settings: { timezone: 'Europe/Amsterdam', executionOrder: 'v1' },
	...more,
});

const findings = (value: object): string[] => checkTemplate(JSON.stringify(value));

describe('template check', () => {
	it('finds nothing in a clean template', () => {
		expect(findings(template({ pinData: {}, tags: [], meta: {} }))).toEqual([]);
	});

	it('refuses what is not JSON', () => {
		expect(checkTemplate('{')[0]).toMatch(/^is not readable as JSON/);
	});

	it.each<[string, object]>([
		['has no name', template({ name: ' ' })],
		['has no nodes', template({ nodes: [] })],
		['does not set settings.timezone', template({ settings: { executionOrder: 'v1' } })],
		[
			'does not set executionOrder to v1',
			template({ settings: { timezone: 'Europe/Amsterdam', executionOrder: 'v0' } }),
		],
		['carries "id"', template({ id: 'abc' })],
		['carries "meta"', template({ meta: { instanceId: 'abc' } })],
		['carries pinned data', template({ pinData: { 'Book orders': [{ json: {} }] } })],
		[
			'node "Book orders" carries a credential',
			template({ nodes: [node({ credentials: { someApi: { id: '1', name: 'x' } } })] }),
		],
		['node "Book orders" carries a webhookId', template({ nodes: [node({ webhookId: 'abc' })] })],
		[
			'node "Book orders" points at the id "w1" of another n8n',
			template({
				nodes: [node({ parameters: { workflowId: { __rl: true, mode: 'list', value: 'w1' } } })],
			}),
		],
		['uses node id n1 twice', template({ nodes: [node(), node({ name: 'Other' })] })],
		['has two nodes named "Book orders"', template({ nodes: [node(), node({ id: 'n2' })] })],
	])('finds: %s', (finding, value) => {
		expect(findings(value)).toEqual([finding]);
	});

	it('allows a locator that is empty, an expression, a name or to be chosen still', () => {
		const parameters = {
			workflowId: { __rl: true, mode: 'list', value: '', cachedResultName: 'Process orders' },
			toChoose: { __rl: true, mode: 'list', value: 'choose', cachedResultName: 'Process orders' },
			dataTableId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			other: { __rl: true, mode: 'name', value: 'WebshopOrders' },
		};
		expect(findings(template({ nodes: [node({ parameters })] }))).toEqual([]);
	});
});
