import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { importClient } from '../../cli/importClient';
import type { Sandbox } from '../../sandbox/index';
import { makeOrders } from '../../sandbox/woocommerce/seed';
import { recordedRefunds } from '../../sandbox/woocommerce/refunds';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { openEditor } from './support/editor';
import { startStage, startStandIns } from './support/stage';
import { until } from './support/until';

const REALTIME = 'Realtime order sync WooCommerce';
const HOURLY = 'Hourly order sync WooCommerce';

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;

beforeAll(async () => {
	sandbox = await startStandIns();
	stage = await startStage(sandbox);
	server = stage.server;
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

/** n8n switches triggers on and off after it has answered. */
const hooksAre = async (count: number): Promise<void> => {
	await until(
		() => sandbox.wooCommerce.webhooks.length,
		(found) => found === count,
	);
	await sandbox.wooCommerce.delivered();
};

/** The newest first. */
const executionsOf = async (workflow: string) => {
	type Executions = { data: Array<{ id: string; status: string }> };
	return (await server.api<Executions>('GET', `/executions?workflowId=${workflow}`)).data;
};

describe('the trigger', () => {
	let id: string;
	const executions = async () => await executionsOf(id);
	const hooks = () => sandbox.wooCommerce.webhooks;

	/** Sends the trigger what a shop might send. */
	const post = async (headers: Record<string, string>, body: string): Promise<number> => {
		const usual = { 'Content-Type': 'application/json', 'X-WC-Webhook-Topic': 'order.updated' };
		const all = { ...usual, ...headers };
		return (await fetch(hooks()[0]!.delivery_url, { method: 'POST', headers: all, body })).status;
	};
	const signed = (body: string, secret = hooks()[0]!.secret): Record<string, string> => ({
		'X-WC-Webhook-Signature': createHmac('sha256', secret).update(body).digest('base64'),
	});

	beforeAll(async () => {
		const { url, consumerKey, consumerSecret } = sandbox.wooCommerce;
		const keys = { url, consumerKey, consumerSecret };
		const { id: credential, name } = await server.client.createCredential(
			'wooCommerceStoreApi',
			'Shop',
			keys,
		);
		id = await server.client.importWorkflow({
			name: 'Orders of WooCommerce',
			nodes: [
				{
					id: 'trigger',
					name: 'Shop',
					type: 'n8n-nodes-webshop-snelstart.wooCommerceStoreTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: { events: ['created', 'updated', 'deleted'] },
					credentials: { wooCommerceStoreApi: { id: credential, name } },
				},
			],
			connections: {},
			settings: { executionOrder: 'v1' },
		} as never);
		await server.client.activate(id);
		await hooksAre(3);
	});

	it('has made its webhooks in the shop', async () => {
		expect(hooks().map(({ topic, status }) => [topic, status])).toEqual([
			['order.created', 'active'],
			['order.updated', 'active'],
			['order.deleted', 'active'],
		]);
		expect(new Set(hooks().map(({ delivery_url }) => delivery_url)).size).toBe(1);
		expect(await executions()).toEqual([]);
	});

	it('refuses what is not signed, signed by another or changed on the way, and starts nothing', async () => {
		const body = '{"id":1,"status":"processing"}';
		expect(await post({}, body)).toBe(401);
		expect(await post(signed(body, 'another secret'), body)).toBe(401);
		expect(await post(signed(body), body.replace('1', '2'))).toBe(401);
		expect(await post({ 'X-WC-Webhook-Signature': '' }, body)).toBe(401);
		await wait(1_000);
		expect(await executions()).toEqual([]);
	});

	it('answers the unsigned ping and starts nothing', async () => {
		const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
		expect(await post(form, 'webhook_id=1')).toBe(200);
		await wait(1_000);
		expect(await executions()).toEqual([]);
	});

	it('starts one run per message of the shop, with the raw order less what only tells of the visitor', async () => {
		const [order] = makeOrders(1, 1).orders;
		sandbox.wooCommerce.putOrder(order!);
		await sandbox.wooCommerce.delivered();
		// Nobody heard of this order before, so the shop says that it was created and that it changed:
		// the same order twice.
		const runs = await until(executions, (data) => data.length >= 1);
		for (const run of runs) {
			const { status, outputs } = await server.client.waitForExecution(run.id);
			expect(status).toBe('success');
			expect(outputs.Shop![0]).toMatchObject([{ id: order!.id, line_items: order!.line_items }]);
			for (const name of ['customer_ip_address', 'customer_note', 'order_key', 'payment_url']) {
				expect(outputs.Shop![0]![0]).not.toHaveProperty(name);
			}
		}
		expect(runs).toHaveLength(1);
	});

	it('takes a delivery that comes twice once', async () => {
		const before = (await executions()).length;
		const body = '{"id":77,"date_modified_gmt":"2026-11-24T09:30:00"}';
		const delivery = { ...signed(body), 'X-WC-Webhook-Delivery-ID': 'twice' };
		expect(await post(delivery, body)).toBe(200);
		await until(executions, (data) => data.length > before);
		expect(await post(delivery, body)).toBe(200);
		await wait(1_000);
		expect(await executions()).toHaveLength(before + 1);
	});

	it('deletes its webhooks when it is switched off, and makes them anew when switched on', async () => {
		await server.api('POST', `/workflows/${id}/deactivate`);
		await hooksAre(0);
		await server.client.activate(id);
		await hooksAre(3);
		await server.api('POST', `/workflows/${id}/deactivate`);
		await hooksAre(0);
	});
});

describe(REALTIME, () => {
	let realtime: string;

	interface Entry {
		factuurnummer: string;
		factuurbedrag: number;
	}
	const entries = (number: string): Entry[] =>
		(sandbox.snelStart.books.summary().salesEntries as unknown as Entry[]).filter(
			({ factuurnummer }) => factuurnummer === number,
		);
	const rowOf = async (key: string) =>
		(await server.client.rows('WebshopOrders')).find(
			({ orderKey }) => orderKey === `my-client/woocommerce/${key}`,
		);

	beforeAll(async () => {
		sandbox.wooCommerce.reset();
		const { file } = stage.request;
		const woocommerce = { ...file.shops.woocommerce!, realtime: true };
		const wanted = { ...file, shops: { ...file.shops, woocommerce } };
		const ids = await importClient({ ...stage.request, file: wanted, inactive: true });
		realtime = ids[REALTIME]!;
		// While it is published, other settings would make its webhooks anew.
		await server.client.keepRuns(realtime);
		// What it calls has to be published first.
		await server.client.activate(ids['Hourly refund sync WooCommerce']!);
		await server.client.activate(realtime);
		await hooksAre(3);
	});

	it('W022: books an order as soon as the shop has it', async () => {
		const order = sandbox.wooCommerce.orders.find(({ id }) => id === 31)!;
		sandbox.wooCommerce.putOrder({ ...order, status: 'processing' });
		await until(
			() => entries('W31'),
			(found) => found.length > 0,
		);
		expect(entries('W31')).toMatchObject([{ factuurbedrag: Number(order.total) }]);
		await until(
			() => rowOf('31'),
			(row) => row?.state === 'booked',
		);
	});

	it('books an order once that comes by webhook and with the hourly run at the same time', async () => {
		const { orders } = makeOrders(5, 8, { from: '2026-10-01', rates: [21, 9], firstId: 3_001 });
		const bookable = orders.filter(({ status }) =>
			['completed', 'processing'].includes(String(status)),
		);
		const since = sandbox.snelStart.journal.entries.length;
		sandbox.snelStart.switches.latencyMs = 50;
		for (const order of orders) sandbox.wooCommerce.putOrder(order);
		const run = await server.client.run(stage.ids[HOURLY]!, 'Every hour');
		expect(run.status).toBe('success');
		await sandbox.wooCommerce.delivered();
		for (const { number, total } of bookable) {
			const found = await until(
				() => entries(`W${String(number)}`),
				({ length }) => length > 0,
			);
			expect(found).toMatchObject([{ factuurbedrag: Number(total) }]);
		}
		await until(
			async () => (await server.client.rows('WebshopOrders')).map(({ state }) => state),
			(states) => !states.includes('booking'),
		);
		sandbox.snelStart.switches.latencyMs = 0;
		const all = sandbox.snelStart.books.summary().salesEntries as unknown as Entry[];
		const numbers = all.map(({ factuurnummer }) => factuurnummer);
		expect(new Set(numbers).size).toBe(numbers.length);
		// SnelStart itself refuses a doubled number; with claims it is not even asked.
		const sent = sandbox.snelStart.journal.entries.slice(since);
		const posts = sent.filter(({ shape }) => shape === 'POST verkoopboekingen');
		expect(posts.map(({ status }) => status)).toEqual(posts.map(() => 201));
		for (const { number } of bookable) expect(entries(`W${String(number)}`)).toHaveLength(1);
	});

	it('books nothing that was cancelled, though a late message says that it is to be processed', async () => {
		const [sample] = makeOrders(7, 1, { from: '2026-10-01', rates: [21], firstId: 3_101 }).orders;
		const late = {
			...sample!,
			status: 'processing',
			date_modified_gmt: '2026-11-24T09:30:00',
		};
		const { status, ...hook } = sandbox.wooCommerce.webhooks[0]!;
		expect(status).toBe('active');
		sandbox.wooCommerce.putOrder({ ...late, status: 'cancelled' });
		await sandbox.wooCommerce.delivered();
		const first = await until(
			() => rowOf('3101'),
			(row) => row?.state === 'nothingToBook',
		);
		const body = JSON.stringify(late);
		const answer = await fetch(hook.delivery_url, {
			method: 'POST',
			headers: {
				'Content-Type': 'application/json',
				'X-WC-Webhook-Topic': 'order.updated',
				'X-WC-Webhook-Signature': createHmac('sha256', hook.secret).update(body).digest('base64'),
			},
			body,
		});
		expect(answer.status).toBe(200);
		// The late message has been worked off once the row was written again.
		await until(
			() => rowOf('3101'),
			(row) => row?.updatedAt !== first?.updatedAt,
		);
		expect(await rowOf('3101')).toMatchObject({ state: 'nothingToBook', orderStatus: 'cancelled' });
		expect(entries('W3101')).toEqual([]);
	});

	it('starts the refund sync for a change that stands for a refund', async () => {
		// 16.65 of order 28, by line, as it was recorded.
		const refund = recordedRefunds().find(({ id }) => id === 66)!;
		sandbox.wooCommerce.putRefund(refund);
		await until(
			() => entries('CW66'),
			(found) => found.length > 0,
		);
		expect(entries('CW66')).toMatchObject([{ factuurbedrag: -16.65 }]);
		await until(
			() => rowOf('28/refund/66'),
			(row) => row?.state === 'booked',
		);
		expect(entries('W28')).toHaveLength(1);
	});

	it('switches on again what the shop disabled, and fails with the reason when it cannot', async () => {
		const hook = sandbox.wooCommerce.webhooks.find(({ topic }) => topic === 'order.updated')!;
		const { delivery_url: url } = hook;
		hook.delivery_url = 'http://127.0.0.1:1/nobody';
		for (let time = 1; time <= 6; time++) {
			sandbox.wooCommerce.putOrder(sandbox.wooCommerce.orders[0]!);
			await sandbox.wooCommerce.delivered();
		}
		hook.delivery_url = url;
		expect(hook.status).toBe('disabled');
		expect((await server.client.run(realtime, 'Every hour')).status).toBe('success');
		expect(hook.status).toBe('active');
		hook.status = 'paused';
		const silent = await server.client.run(realtime, 'Every hour');
		expect(silent.status).toBe('error');
		expect(silent.error?.message).toContain('does not send order.updated to this n8n');
		hook.status = 'active';
		// One that somebody deleted is made again: the shop has none of this topic.
		hook.topic = 'coupon.created';
		expect((await server.client.run(realtime, 'Every hour')).status).toBe('success');
		const updates = sandbox.wooCommerce.webhooks.filter((one) => one.topic === 'order.updated');
		expect(updates).toMatchObject([{ status: 'active', delivery_url: url }]);
		expect((await server.client.run(realtime, 'Every hour')).status).toBe('success');
	});

	it('shows in the editor without a complaint', async () => {
		const editor = await openEditor(server);
		try {
			await editor.openWorkflow(realtime);
			await editor.screenshot('realtime-order-sync-woocommerce');
			const complaints = '[data-test-id=node-issues], [data-test-id=node-setup-required]';
			expect(await editor.page.locator(complaints).count()).toBe(0);
		} finally {
			await editor.close();
		}
	});

	it('deletes its webhooks when it is switched off', async () => {
		expect(sandbox.wooCommerce.webhooks.length).toBeGreaterThan(0);
		await server.api('POST', `/workflows/${realtime}/deactivate`);
		await hooksAre(0);
	});
});
