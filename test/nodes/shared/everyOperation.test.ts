/** Every operation of both shop nodes, three items each, the middle one of which fails. */
import type { IDataObject, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';

import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { runNode } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());
beforeEach(() => {
	sandbox.wooCommerce.reset();
	sandbox.jouwWeb.reset();
});

/** The operations a node offers, as `resource operation`. */
function offered({ description: { properties } }: INodeType): string[] {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [], displayOptions }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) =>
				options.map((option) => `${String(resource)} ${String('value' in option && option.value)}`),
			),
		)
		.sort();
}

interface Case {
	parameters?: INodeParameters;
	/** The items; the middle one fails by what it holds. Left out: the shop refuses its request. */
	items?: [IDataObject, IDataObject, IDataObject];
	/** What has to be there first. */
	before?: () => Promise<unknown>;
}

const byId = (first: unknown, last: unknown, wrong: unknown = 999_999): Case['items'] => [
	{ id: first } as IDataObject,
	{ id: wrong } as IDataObject,
	{ id: last } as IDataObject,
];
const ID = '={{ $json.id }}';
const list = (parameters: INodeParameters = {}): Case => ({
	parameters: { returnAll: false, limit: 2, ...parameters },
});

async function runWooCommerce(parameters: INodeParameters, items: IDataObject[]) {
	const { url, consumerKey, consumerSecret } = sandbox.wooCommerce;
	return await runNode({
		node: new WooCommerce(),
		parameters,
		items,
		credentials: { wooCommerceStoreApi: { url, consumerKey, consumerSecret } },
		onError: 'continueRegularOutput',
	});
}

/** Three webhooks that go nowhere. */
async function makeWebhooks(): Promise<void> {
	const body = JSON.stringify({ topic: 'order.created', delivery_url: 'http://127.0.0.1:9/' });
	const call = { resource: 'apiCall', operation: 'send', method: 'POST', path: 'wc/v3/webhooks' };
	await runWooCommerce({ ...call, body }, [{}, {}, {}]);
	await sandbox.wooCommerce.delivered();
}
const refundsHappened = async () => sandbox.wooCommerce.playRecordedRefunds();

const wooCommerce: Record<string, Case> = {
	'apiCall send': {
		parameters: { method: 'GET', path: '={{ $json.path }}' },
		items: [
			{ path: 'wc/v3/orders/28' },
			{ path: 'wc/v3/nothing' },
			{ path: 'wc/v3/data/currencies/current' },
		],
	},
	'coupon get': { parameters: { couponId: ID }, items: byId(24, 25) },
	'coupon getMany': list(),
	'customer get': { parameters: { customerId: ID }, items: byId(2, 2) },
	'customer getMany': list(),
	'order get': { parameters: { orderId: ID }, items: byId(28, 29) },
	'order getBatch': { parameters: { orderId: ID }, items: byId(28, 29) },
	'order getMany': list(),
	'order downloadInvoice': {
		parameters: { orderId: ID },
		items: byId(28, 29),
		before: async () => {
			sandbox.wooCommerce.switches.invoicesFor = 'key';
		},
	},
	'order update': {
		parameters: { orderId: ID, updateFields: { status: 'completed' } },
		items: byId(28, 29),
	},
	'order writeBack': {
		parameters: { orderId: ID, bookedNumber: 'W1', writeAs: 'note' },
		items: byId(28, 29),
	},
	'orderNote create': { parameters: { orderId: ID, note: 'Seen' }, items: byId(28, 29) },
	'orderNote getMany': {
		parameters: { orderId: ID },
		items: byId(28, 29),
		before: async () => {
			const note = { resource: 'orderNote', operation: 'create', orderId: ID, note: 'Seen' };
			await runWooCommerce(note, [{ id: 28 }, { id: 29 }]);
		},
	},
	'paymentGateway get': { parameters: { gatewayId: ID }, items: byId('bacs', 'cod', 'nothing') },
	'paymentGateway getMany': list(),
	'product findBySku': { parameters: { skus: 'MOK-21' } },
	'product get': { parameters: { productId: ID }, items: byId(10, 11) },
	'product getMany': list(),
	'product updateBatch': { parameters: { productId: ID, stock: '5' }, items: byId(10, 11) },
	'refund create': { parameters: { orderId: ID, amount: '1.00' }, items: byId(28, 29) },
	'refund findDeleted': { parameters: { knownIds: ID }, items: byId('66', '67', 'none') },
	'refund get': {
		parameters: { orderId: '={{ $json.order }}', refundId: ID },
		items: [
			{ order: 28, id: 66 },
			{ order: 28, id: 68 },
			{ order: 29, id: 68 },
		],
		before: refundsHappened,
	},
	'refund getMany': { ...list({ scope: 'shop' }), before: refundsHappened },
	'settings get': {},
	'shippingMethod getMany': { parameters: { zoneId: 1 } },
	'shippingZone getMany': list(),
	'taxClass getMany': list(),
	'taxRate get': { parameters: { taxRateId: ID }, items: byId(1, 5) },
	'taxRate getMany': list(),
	'variation get': { parameters: { productId: '17', variationId: ID }, items: byId(18, 19) },
	'variation getMany': list({ productId: '17' }),
	'webhook checkHealth': { before: makeWebhooks },
	'webhook delete': { parameters: { webhookId: ID }, items: byId(1, 2), before: makeWebhooks },
	'webhook getMany': { ...list(), before: makeWebhooks },
};

const jouwWeb: Record<string, Case> = {
	'api call': {
		parameters: { method: 'GET', path: '={{ $json.path }}' },
		items: [{ path: '/websites' }, { path: '/nothing' }, { path: '/websites/71001/orders/440001' }],
	},
	'order get': { parameters: { orderId: ID }, items: byId(440_001, 440_002) },
	'order getMany': list(),
	'product getMany': list(),
	'website getMany': list(),
};

async function runJouwWeb(parameters: INodeParameters, items: IDataObject[]) {
	const { baseUrl, token, websiteId } = sandbox.jouwWeb;
	return await runNode({
		node: new JouwWeb(),
		parameters: { website: { __rl: true, mode: 'id', value: websiteId }, ...parameters },
		items,
		credentials: { jouwWebTokenApi: { baseUrl, token } },
		onError: 'continueRegularOutput',
	});
}

const ofItem = (items: INodeExecutionData[], index: number): IDataObject[] =>
	items
		.filter(({ pairedItem }) => (pairedItem as { item: number } | undefined)?.item === index)
		.map(({ json }) => json);

describe.each([
	['WooCommerce', new WooCommerce(), wooCommerce, runWooCommerce, () => sandbox.wooCommerce],
	['JouwWeb', new JouwWeb(), jouwWeb, runJouwWeb, () => sandbox.jouwWeb],
] as const)('%s', (_name, node, cases, run, service) => {
	it('has a case for every operation', () => {
		expect(Object.keys(cases).sort()).toEqual(offered(node));
	});

	it.each(Object.entries(cases))(
		'%s: two items succeed, the one between them fails alone',
		async (name, { parameters = {}, items, before }) => {
			const [resource, operation] = name.split(' ') as [string, string];
			const all = { resource, operation, ...parameters };
			await before?.();
			if (!items) {
				const since = service().journal.entries.length;
				await run(all, [{}]);
				const calls = service().journal.entries.length - since;
				expect(calls).toBeGreaterThan(0);
				service().faults.add({ kind: 'html', skip: calls });
			}
			const { outputs, error } = await run(all, items ?? [{}, {}, {}]);
			expect(error).toBeUndefined();
			const [output = []] = outputs;
			const [first, failed, last] = [0, 1, 2].map((index) => ofItem(output, index));
			expect(failed).toEqual([expect.objectContaining({ error: expect.any(String) })]);
			for (const good of [first!, last!]) {
				expect(good.length).toBeGreaterThan(0);
				for (const json of good) expect(json).not.toHaveProperty('error');
			}
			expect(first!.length + last!.length + 1).toBe(output.length);
		},
	);
});
