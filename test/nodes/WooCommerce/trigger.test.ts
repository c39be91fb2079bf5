import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { HookContext, WebhookContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type { IDataObject, INode, INodeExecutionData, IWebhookData } from 'n8n-workflow';

import { WooCommerceStoreTrigger } from '../../../nodes/WooCommerce/WooCommerceStoreTrigger.node';
import { isSigned } from '../../../nodes/WooCommerce/trigger/signature';
import deliveries from '../../fixtures/woocommerce/webhook_deliveries.json';
import { additionalData, nodeTypes } from '../../support/engine';
import { asGiven, useShop } from './support';

const shop = useShop();
const trigger = new WooCommerceStoreTrigger();
const TYPE = 'n8n-nodes-webshop-snelstart.wooCommerceStoreTrigger';

let server: Server;
let origin: string;
let node: INode;
let workflow: Workflow;
/** What started the workflow: items per output. */
let started: INodeExecutionData[][][];
let statuses: number[];

function useEvents(...events: string[]): void {
	node = {
		id: 'trigger-node',
		webhookId: 'hook-1',
		name: 'Trigger',
		type: TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: { events },
		credentials: { wooCommerceStoreApi: { id: '1', name: 'Shop' } },
	};
	workflow = new Workflow({
		id: 'workflow-1',
		active: true,
		nodes: [node],
		connections: {},
		nodeTypes: nodeTypes({ [TYPE]: trigger }),
	});
}

const data = (http?: { request: IncomingMessage; response: ServerResponse }) => {
	const { url, consumerKey, consumerSecret } = shop.sandbox;
	return Object.assign(
		additionalData({ wooCommerceStoreApi: { url, consumerKey, consumerSecret } }),
		{ webhookBaseUrl: origin },
		http && { httpRequest: http.request, httpResponse: http.response },
	);
};
const hooks = () => new HookContext(workflow, node, data(), 'trigger', 'activate');
const activate = async (): Promise<void> => {
	const { checkExists, create } = trigger.webhookMethods.default;
	if (!(await checkExists.call(hooks()))) await create.call(hooks());
	await shop.sandbox.delivered();
};

beforeAll(async () => {
	server = createServer((request, response) => {
		void (async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			const rawBody = Buffer.concat(chunks);
			const isJson = String(request.headers['content-type']).includes('json');
			const body: unknown = isJson ? JSON.parse(rawBody.toString()) : {};
			Object.assign(request, { rawBody, body });
			Object.assign(response, {
				status(code: number) {
					response.statusCode = code;
					return response;
				},
			});
			const context = new WebhookContext(
				workflow,
				node,
				data({ request, response }) as never,
				'webhook',
				{} as IWebhookData,
				[],
				null,
			);
			const result = await trigger.webhook.call(context);
			if (result.workflowData) started.push(result.workflowData as INodeExecutionData[][]);
			if (!response.writableEnded) response.end('OK');
			statuses.push(response.statusCode);
		})().catch((error: unknown) => response.writeHead(599).end(String(error)));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/`;
});
afterAll(() => server.close());
beforeEach(() => {
	started = [];
	statuses = [];
	useEvents('created', 'updated', 'deleted', 'refunded');
});

const rows = (output: number): IDataObject[] =>
	started.flatMap((outputs) => (outputs[output] ?? []).map(({ json }) => json));

it('checks the recorded deliveries over their raw bytes', () => {
	const signed = deliveries.filter(({ headers }) => 'X-WC-Webhook-Signature' in headers);
	expect(signed).toHaveLength(7);
	for (const { headers, body } of signed) {
		const signature = (headers as Record<string, string>)['X-WC-Webhook-Signature'];
		expect(isSigned(Buffer.from(body), signature, 'geheim-123')).toBe(true);
		expect(isSigned(Buffer.from(`${body} `), signature, 'geheim-123')).toBe(false);
		expect(isSigned(Buffer.from(body), signature, 'geheim-124')).toBe(false);
	}
	expect(isSigned(Buffer.from('x'), undefined, 'geheim-123')).toBe(false);
	expect(isSigned(Buffer.from('x'), 'abc', 'geheim-123')).toBe(false);
});

it('makes one webhook per topic, answers the pings and starts nothing', async () => {
	await activate();
	expect(shop.sandbox.webhooks.map(({ topic, status }) => [topic, status])).toEqual([
		['order.created', 'active'],
		['order.updated', 'active'],
		['order.deleted', 'active'],
	]);
	expect(statuses).toEqual([200, 200, 200]);
	expect(started).toEqual([]);
	await activate();
	expect(shop.sandbox.webhooks).toHaveLength(3);
});

it('hands out the raw order when it changes', async () => {
	await activate();
	const order = { ...shop.sandbox.orders[0]!, status: 'completed' };
	shop.sandbox.putOrder(order);
	await shop.sandbox.delivered();
	expect(rows(0)).toEqual([asGiven(order)]);
	expect([rows(1), rows(2)]).toEqual([[], []]);
});

it('turns the update of an order into its refund, once', async () => {
	useEvents('refunded');
	await activate();
	const [order] = shop.sandbox.orders;
	await shop.run({ resource: 'refund', operation: 'create', orderId: '28', amount: '5.00' });
	await shop.sandbox.delivered();
	shop.sandbox.putOrder(shop.sandbox.orders.find(({ id }) => id === 28)!);
	await shop.sandbox.delivered();
	expect(order).toBeDefined();
	expect(rows(0)).toEqual([]);
	expect(rows(1)).toMatchObject([
		{ order: { id: 28 }, refund: { amount: '5.00', parent_id: 28 }, earlierRefunds: [] },
	]);
});

it('refuses what is not signed, signed by another or changed', async () => {
	await activate();
	statuses = [];
	const body = '{"id":1,"date_modified_gmt":"2026-11-24T09:30:00"}';
	const url = shop.sandbox.webhooks[0]!.delivery_url;
	const post = async (headers: Record<string, string>, sent = body): Promise<number> => {
		const all = { 'Content-Type': 'application/json', 'X-WC-Webhook-Topic': 'order.updated' };
		return (await fetch(url, { method: 'POST', headers: { ...all, ...headers }, body: sent }))
			.status;
	};
	const sign = (secret: string): Record<string, string> => ({
		'X-WC-Webhook-Signature': createHmac('sha256', secret).update(body).digest('base64'),
	});
	const { secret } = shop.sandbox.webhooks[0]!;
	expect(await post({})).toBe(401);
	expect(await post(sign('another'))).toBe(401);
	expect(await post(sign(secret), '{"id":2}')).toBe(401);
	expect(await post({ 'X-WC-Webhook-Signature': '' })).toBe(401);
	expect(started).toEqual([]);
	expect(await post(sign(secret))).toBe(200);
	expect(await post(sign(secret))).toBe(200);
	// n8n may lose what a webhook wrote down with the workflow.
	useEvents('updated');
	expect(await post(sign(secret))).toBe(200);
	expect(rows(0)).toEqual([{ id: 1, date_modified_gmt: '2026-11-24T09:30:00' }]);
});

describe('after the keys of the shop were renewed', () => {
	const deliver = async (): Promise<void> => {
		const [order] = shop.sandbox.orders;
		shop.sandbox.putOrder({
			...order!,
			status: order!.status === 'completed' ? 'processing' : 'completed',
		});
		await shop.sandbox.delivered();
	};
	/** The secret of every webhook is that of the old key. */
	const withOldSecret = () => {
		for (const hook of shop.sandbox.webhooks) Object.assign(hook, { secret: 'of the old key' });
	};

	it('the first delivery is refused, the webhooks get the new secret, and the next one starts a run', async () => {
		await activate();
		withOldSecret();
		statuses = [];
		await deliver();
		// The shop has its answer before its webhooks are mended.
		while (statuses.length === 0) await wait(5);
		expect([statuses, started]).toEqual([[401], []]);
		await deliver();
		expect(statuses).toEqual([401, 200]);
		expect(rows(0)).toMatchObject([{ id: shop.sandbox.orders[0]!.id }]);
		expect(shop.sandbox.webhooks).toHaveLength(3);
	});

	it('one that somebody paused stays so', async () => {
		const here = origin;
		// The shop is asked once an hour for each address.
		origin = here.replace('/webhook/', '/paused/webhook/');
		await activate();
		withOldSecret();
		const paused = shop.sandbox.webhooks.find(({ topic }) => topic === 'order.deleted');
		paused!.status = 'paused';
		statuses = [];
		await deliver();
		while (statuses.length === 0) await wait(5);
		await deliver();
		origin = here;
		expect(statuses).toEqual([401, 200]);
		expect(paused!.status).toBe('paused');
		expect(paused!.secret).not.toBe('of the old key');
	});

	it('wrong deliveries make the shop be asked once an hour, no more', async () => {
		await activate();
		withOldSecret();
		const calls = () => shop.sandbox.journal.calls()['GET webhooks'] ?? 0;
		const before = calls();
		const url = shop.sandbox.webhooks[0]!.delivery_url;
		const headers = { 'X-WC-Webhook-Signature': 'x', 'X-WC-Webhook-ID': '1' };
		for (let one = 0; one < 5; one++) await fetch(url, { method: 'POST', headers, body: 'x' });
		expect(calls() - before).toBeLessThanOrEqual(2);
		expect(started).toEqual([]);
	});

	it('switching the workflow on again gives them the new secret too', async () => {
		await activate();
		withOldSecret();
		await activate();
		expect(shop.sandbox.webhooks.map(({ secret }) => secret)).not.toContain('of the old key');
	});
});

it('hands out every order of a bulk change, all of one second, and each one once', async () => {
	await activate();
	const changed = shop.sandbox.orders.slice(0, 12).map((order) => ({
		...order,
		status: 'completed',
		date_modified_gmt: '2026-11-24T09:30:00',
	}));
	for (const order of changed) shop.sandbox.putOrder(order);
	await shop.sandbox.delivered();
	expect(statuses).toEqual(statuses.map(() => 200));
	expect(rows(0)).toHaveLength(12);
	expect(rows(0)).toEqual(expect.arrayContaining(changed.map(asGiven)));
});

it('hands out the same order again when it changes within the second', async () => {
	await activate();
	const order = shop.sandbox.orders[20];
	for (const status of ['on-hold', 'processing', 'completed']) {
		shop.sandbox.putOrder({ ...order!, status });
		await shop.sandbox.delivered();
	}
	expect(rows(0).map(({ status }) => status)).toEqual(['on-hold', 'processing', 'completed']);
});

it('takes a new order once, though the shop says that it was created and that it changed', async () => {
	await activate();
	const order = { ...shop.sandbox.orders[0]!, id: 9_000 };
	shop.sandbox.putOrder(order);
	await shop.sandbox.delivered();
	expect(rows(0)).toEqual([asGiven(order)]);
});

it('hands out an order that goes to the trash each time: such a message names no moment', async () => {
	await activate();
	const url = shop.sandbox.webhooks[0]!.delivery_url;
	const body = '{"id":28}';
	const { secret } = shop.sandbox.webhooks[0]!;
	for (let time = 1; time <= 2; time++) {
		const headers = {
			'Content-Type': 'application/json',
			'X-WC-Webhook-Topic': 'order.deleted',
			'X-WC-Webhook-Signature': createHmac('sha256', secret).update(body).digest('base64'),
		};
		expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
	}
	expect(rows(2)).toEqual([{ id: 28 }, { id: 28 }]);
});

it('switches a disabled webhook on again, and deletes all when the workflow stops', async () => {
	await activate();
	const url = server.address() as AddressInfo;
	const hook = shop.sandbox.webhooks.find(({ topic }) => topic === 'order.updated')!;
	hook.delivery_url = `http://127.0.0.1:1/${url.port}`;
	for (let time = 1; time <= 6; time++) {
		shop.sandbox.putOrder(shop.sandbox.orders[0]!);
		await shop.sandbox.delivered();
	}
	expect(hook.status).toBe('disabled');
	const health = { resource: 'webhook', operation: 'checkHealth', reEnable: '={{ $json.wake }}' };
	const { rows: checked } = await shop.run(health, [{ wake: false }, { wake: true }]);
	const ofHook = checked.filter(({ id }) => id === hook.id);
	expect(ofHook).toMatchObject([
		{ status: 'disabled', healthy: false, reEnabled: false },
		{ status: 'active', healthy: true, reEnabled: true },
	]);
	const { rows: here } = await shop.run({ ...health, reEnable: false, sentTo: origin });
	expect(here.map(({ topic }) => topic)).toEqual(['order.created', 'order.deleted']);
	const wantedTopics = 'order.created, order.updated';
	const { rows: compared } = await shop.run({
		...{ ...health, reEnable: false },
		...{ sentTo: origin, wantedTopics },
	});
	expect(compared.map(({ topic, status }) => [topic, status])).toEqual([
		['order.created', 'active'],
		['order.deleted', 'active'],
		['order.updated', 'missing'],
	]);
	hook.status = 'disabled';
	hook.delivery_url = shop.sandbox.webhooks[0]!.delivery_url;
	await activate();
	expect(shop.sandbox.webhooks.map(({ status }) => status)).toEqual(['active', 'active', 'active']);
	await trigger.webhookMethods.default.delete.call(hooks());
	expect(shop.sandbox.webhooks).toEqual([]);
});

describe('the check of webhooks', () => {
	const check = async (credentials?: object) =>
		await shop.run(
			{ resource: 'webhook', operation: 'checkHealth', mend: true, sentTo: origin },
			[{}],
			{
				staticData: workflow.staticData as IDataObject,
				...(credentials && { credentials: { wooCommerceStoreApi: credentials as never } }),
			},
		);
	const there = () =>
		shop.sandbox.webhooks.map(({ topic, status, secret }) => [topic, status, secret]);

	it('makes again what is gone, is off or points elsewhere, and leaves the rest alone', async () => {
		await activate();
		const right = there();
		const [first, second, third] = shop.sandbox.webhooks;
		first!.status = 'disabled';
		second!.delivery_url = 'https://elsewhere.example/hook';
		await shop.run({
			...{ resource: 'webhook', operation: 'delete' },
			webhookId: { __rl: true, mode: 'id', value: third!.id },
		});
		const { rows: checked, error } = await check();
		expect(error).toBeUndefined();
		expect(checked.every(({ healthy, mended }) => healthy === true && mended === true)).toBe(true);
		const toHere = there().filter((_, at) => shop.sandbox.webhooks[at] !== second);
		expect(toHere.toSorted()).toEqual(right.toSorted());
		const calls = shop.sandbox.journal.entries.length;
		expect((await check()).rows.some(({ mended }) => mended)).toBe(false);
		const after = shop.sandbox.journal.entries.slice(calls).map(({ method }) => method);
		expect(new Set(after)).toEqual(new Set(['GET']));
	});

	it('wakes none that somebody paused, whatever it mends beside it', async () => {
		await activate();
		const [paused, gone] = shop.sandbox.webhooks;
		paused!.status = 'paused';
		await shop.run({
			...{ resource: 'webhook', operation: 'delete' },
			webhookId: { __rl: true, mode: 'id', value: gone!.id },
		});
		const { rows: checked } = await check();
		expect(checked.find(({ id }) => id === paused!.id)).toMatchObject({
			...{ status: 'paused', healthy: false },
		});
		expect(there().filter(([, status]) => status === 'active')).toHaveLength(2);
		paused!.secret = 'of an old key';
		const { webhooks: known } = (workflow.staticData as { global: Record<string, IDataObject> })
			.global;
		for (const one of Object.values(known!)) Object.assign(one!, { secret: 'of an old key' });
		await check();
		expect([paused!.status, paused!.secret]).not.toContain('of an old key');
		expect(paused!.status).toBe('paused');
	});

	it('gives them the secret of a key that was renewed, and says when the key may only read', async () => {
		await activate();
		const right = there();
		const known = (workflow.staticData as { global: { webhooks: Record<string, IDataObject> } })
			.global.webhooks;
		const grewOld = () => {
			for (const one of Object.values(known)) one.secret = 'of an old key';
			for (const hook of shop.sandbox.webhooks) hook.secret = 'of an old key';
		};
		grewOld();
		const { url, readOnly } = shop.sandbox;
		const { error } = await check({ url, ...readOnly });
		expect(error?.message).toBe('The key of the shop may only read');
		expect(there()).not.toEqual(right);
		await check();
		expect(there()).toEqual(right);
	});

	it('makes nothing for a trigger that is off, and moves with the address of n8n', async () => {
		await activate();
		const here = origin;
		origin = here.replace('/webhook/', '/other/webhook/');
		await activate();
		const urls = new Set(shop.sandbox.webhooks.map(({ delivery_url: url }) => url));
		expect([...urls].every((url) => url.startsWith(origin))).toBe(true);
		await trigger.webhookMethods.default.delete.call(hooks());
		origin = here;
		await check();
		expect(shop.sandbox.webhooks).toEqual([]);
	});
});
