import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { lastItems } from '../../cli/executionData';
import { importClient } from '../../cli/importClient';
import type { WorkflowJson } from '../../cli/workflowJson';
import type { Sandbox } from '../../sandbox/index';
import { runHourly, runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { placesThatHold } from './support/held';
import { ageRows } from './support/rowAge';
import { startStage, startStandIns } from './support/stage';
import { until, untilIdle } from './support/until';

const CHECK = 'Set-up check WooCommerce';
const HOURLY = 'Hourly order sync WooCommerce';
const DAY = 24 * 3600 * 1000;

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;
let chat: Server;
/** What was said in the chat. */
const said: string[] = [];

const byHand = async (name: string) => await runWorkflow(stage, name, 'When clicked');

async function useValues(values: Record<string, Record<string, string>>): Promise<void> {
	const { request } = stage;
	const { port } = chat.address() as AddressInfo;
	await importClient({
		...request,
		file: { ...request.file, chat: {}, values },
		secrets: async (variable, what) =>
			variable === 'CHAT_WEBHOOK_URL'
				? `http://127.0.0.1:${port}/hook`
				: await request.secrets(variable, what),
		inactive: true,
	});
}

const idOf = (name: string) => stage.ids[name]!;
const executionsOf = async (workflow: string) =>
	(await server.api<{ data: unknown[] }>('GET', `/executions?workflowId=${workflow}`)).data;

const lights = async (name = CHECK) =>
	lastItems(await byHand(name)) as unknown as Array<{
		check: string;
		ok: boolean;
		found: string;
		tip: string;
	}>;

beforeAll(async () => {
	chat = createServer((request, response) => {
		let body = '';
		request.on('data', (text) => (body += text));
		request.on('end', () => {
			said.push((JSON.parse(body) as { text: string }).text);
			response.end('ok');
		});
	}).listen(0, '127.0.0.1');
	sandbox = await startStandIns();
	const moment = new Date(Date.now() - 3 * DAY).toISOString().slice(0, 19);
	for (const order of [...sandbox.wooCommerce.orders]) {
		sandbox.wooCommerce.putOrder({ ...order, date_modified: moment, date_modified_gmt: moment });
	}
	// What n8n deleted, it prunes after an hour and a quarter; here within seconds.
	const pruned = {
		EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '0.03',
		EXECUTIONS_DATA_HARD_DELETE_BUFFER: '0',
	};
	stage = await startStage(sandbox, { env: pruned });
	server = stage.server;
	const tell = { language: 'en' };
	await useValues({ Alerts: tell, 'Daily digest': tell });
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
	chat?.close();
});

describe('set-up check', () => {
	test('J194, W083: everything that is right is green, and what the shop used last month is red', async () => {
		const all = await lights();
		const red = all.filter(({ ok }) => !ok);
		const vat = red.filter(({ check }) => check === 'Btw-tarieven van de afgelopen maand');
		// Order 33 was sold with German VAT at 19 and 7 %, which the settings do not map.
		expect(vat.map(({ found }) => found)).toEqual([expect.stringMatching(/19 %.*DE/)]);
		expect(vat[0]!.tip).toContain("'VAT Mapping'");
		const green = all.filter(({ ok }) => ok).map(({ check }) => check);
		expect(green).toEqual(
			expect.arrayContaining([
				'Koppelsleutel en subscription key',
				'Dagboeken',
				'Grootboekrekeningen',
				'Instellingen',
				'Opgeslagen instellingen',
				'Winkel',
			]),
		);
		expect(all.slice(0, red.length)).toEqual(red);
		expect(JSON.stringify(all)).not.toMatch(/@|Jansen|de Vries|Schmidt/);
	});

	test('a webhook that realtime needs and the shop has not is a red line', async () => {
		expect((await lights()).filter(({ check }) => String(check).startsWith('Webhook'))).toEqual([]);
		await useValues({ [CHECK]: { realtime: 'yes' } });
		const all = await lights();
		await useValues({ [CHECK]: { realtime: 'no' } });
		expect(all.filter(({ check }) => String(check).startsWith('Webhook'))).toMatchObject(
			['created', 'updated', 'restored'].map((topic) => ({
				check: `Webhook order.${topic}`,
				ok: false,
				found: 'missing',
			})),
		);
	});

	test('books nothing', () => {
		expect(sandbox.snelStart.books.summary().salesEntries).toEqual([]);
	});

	test('JouwWeb has the same lights', async () => {
		const all = await lights('Set-up check JouwWeb');
		expect(all.filter(({ ok }) => ok).map(({ check }) => check)).toEqual(
			expect.arrayContaining([
				'Koppelsleutel en subscription key',
				'Opgeslagen instellingen',
				'Winkel',
			]),
		);
	});

	test('a shop that does not answer is one red line; the others are still there', async () => {
		sandbox.wooCommerce.faults.add({ kind: '500', times: 50 });
		const all = await lights();
		sandbox.wooCommerce.faults.clear();
		expect(all.find(({ check }) => check === 'Winkel')).toMatchObject({ ok: false });
		expect(all.find(({ check }) => check === 'Opgeslagen instellingen')).toMatchObject({
			ok: true,
		});
	});

	test('a client without saved settings is told to fill them in', async () => {
		await useValues({ [CHECK]: { client: 'nobody' } });
		const all = await lights();
		expect(all.find(({ check }) => check === 'Opgeslagen instellingen')).toMatchObject({
			ok: false,
			found: 'Van klant "nobody" zijn geen instellingen opgeslagen',
			tip: expect.stringContaining('Client settings'),
		});
		expect(all.find(({ check }) => check === 'Koppelsleutel en subscription key')).toMatchObject({
			ok: true,
		});
	});
});

describe('daily digest', () => {
	beforeAll(async () => {
		const tell = { language: 'en' };
		await useValues({ Alerts: tell, 'Daily digest': tell });
	});

	test('says nothing when there is nothing to say', async () => {
		await byHand('Daily digest');
		expect(said).toEqual([]);
	});

	test('W074: says which orders need attention and why, without personal data', async () => {
		await runHourly(stage);
		await byHand('Daily digest');
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(/^Webshop orders in SnelStart, my-client\nNeed attention: 5\n/);
		expect(said[0]).toContain('- woocommerce 33: NO_VAT_MAPPING');
		expect(said[0]).not.toMatch(/@|Jansen|de Vries|Schmidt/);
	});

	test('W074: warns when the SnelStart key is about to end', async () => {
		const keyMadeOn = new Date(Date.now() - 80 * DAY).toISOString().slice(0, 10);
		await useValues({ 'Daily digest': { language: 'en', keyMadeOn } });
		await byHand('Daily digest');
		expect(said.at(-1)).toMatch(/key ends in (9|10) days/);
	});

	test('W020, W074: says which webhooks the shop switched off, and stops when they are on again', async () => {
		const tell = { language: 'en' };
		await useValues({ 'Daily digest': tell });
		const hook = { id: 77, name: '', topic: 'order.updated', delivery_url: 'http://127.0.0.1:9/' };
		const hooks = sandbox.wooCommerce.webhooks as unknown as object[];
		const off = { ...hook, status: 'disabled', secret: '', failures: 6 };
		hooks.push(off, { ...off, id: 78, topic: 'order.created', status: 'active' });
		const nightly = async () =>
			await runWorkflow(stage, 'Nightly status review WooCommerce', 'Every night');
		await nightly();
		await nightly();
		await byHand('Daily digest');
		expect(said.at(-1)!.match(/webhook .* off/g)).toEqual(['webhook order.updated off']);
		expect(said.at(-1)).toContain('woocommerce: WooCommerce switched the webhook');
		off.status = 'active';
		await nightly();
		await byHand('Daily digest');
		expect(said.at(-1)).not.toContain('webhook');
	});

	test('W074: says at once when SnelStart does not accept the key', async () => {
		sandbox.snelStart.revokeTokens();
		sandbox.snelStart.faults.add({ kind: '401', times: 1_000 });
		const order = sandbox.wooCommerce.orders.find(({ id }) => id === 44)!;
		sandbox.wooCommerce.putOrder({ ...order, status: 'processing' });
		await runWorkflow(stage, 'Nightly status review WooCommerce', 'Every night');
		sandbox.snelStart.faults.clear();
		await byHand('Daily digest');
		expect(said.at(-1)).toMatch(
			/Held because SnelStart does not accept the key: 1\n- woocommerce 44: CLIENT_KEY_REFUSED/,
		);
		expect(said.at(-1)).not.toContain('Held for more than a day');
	});

	test('W074: says what is held for more than a day', async () => {
		sandbox.snelStart.faults.add({ kind: '500', times: 1_000 });
		await runHourly(stage);
		await ageRows(server, 'WebshopOrders', ['orderKey', '%/44'], 25);
		await byHand('Daily digest');
		sandbox.snelStart.faults.clear();
		expect(said.at(-1)).toMatch(
			/Held for more than a day: 1\n- woocommerce 44: SNELSTART_UNAVAILABLE/,
		);
		await runHourly(stage);
		await byHand('Daily digest');
		expect(said.at(-1)).not.toMatch(/Held/);
	});

	test('without a channel it fails and says so, instead of telling nobody', async () => {
		await useValues({ 'Daily digest': { channel: '' } });
		await expect(byHand('Daily digest')).rejects.toThrow(/Nobody was told.*'channel'/);
	});
});

test('W073, W074: a run that fails is told, with the workflow and the node, and n8n keeps nothing of its order', async () => {
	const EMAIL = 'johanna.vandenberg@marker.example';
	await useValues({ Alerts: { language: 'en' } });
	const before = said.length;
	// The hourly sync of a client without settings: it hands an order over, and the called run fails.
	const sync = await server.api<WorkflowJson>('GET', `/workflows/${stage.ids[HOURLY]}`);
	const calling = sync.nodes.find(({ type }) => type.endsWith('.executeWorkflow'))!;
	await server.client.activate(stage.ids['Process orders']!);
	const id = await server.client.importWorkflow({
		name: 'Failing',
		nodes: [
			{
				id: 'a',
				name: 'Start',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: 'failing',
				parameters: { path: 'failing', httpMethod: 'POST', options: {} },
			},
			{
				...structuredClone(calling),
				parameters: {
					...calling.parameters,
					workflowInputs: {
						...(calling.parameters.workflowInputs as object),
						value: { client: 'nobody', shop: 'woocommerce', order: '={{ $json.body }}' },
					},
				},
			},
		],
		connections: { Start: { main: [[{ node: calling.name, type: 'main', index: 0 }]] } },
		settings: { ...sync.settings, errorWorkflow: stage.ids.Alerts },
	});
	await server.client.activate(id);
	const order = { ...sandbox.wooCommerce.orders[0]!, billing: { email: EMAIL } };
	const call = async () =>
		await fetch(`${server.baseUrl}/webhook/failing`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(order),
		});
	await until(call, ({ ok }) => ok);
	await until(
		() => said.length,
		(length) => length > before,
	);
	const message = said[before]!;
	expect(message).toContain('Workflow: Failing');
	expect(message).toContain(`Node: ${calling.name}`);
	expect(message).toMatch(/Open the workflow: http/);
	expect(message).not.toContain(EMAIL);
	// A preview by hand, as the editor starts it.
	sandbox.wooCommerce.putOrder(order);
	const since = sandbox.wooCommerce.journal.entries.length;
	await server.rest('POST', `/workflows/${stage.ids['Preview orders WooCommerce']}/run`, {
		triggerToStartFrom: { name: 'When clicked' },
	});
	await until(
		() => sandbox.wooCommerce.journal.entries.length,
		(length) => length > since,
	);
	await untilIdle(server);
	for (const workflow of [id, ...['Process orders', 'Preview orders WooCommerce'].map(idOf)]) {
		expect(await executionsOf(workflow)).toEqual([]);
	}
	await until(
		async () => await placesThatHold(server, EMAIL),
		(places) => places.length === 0,
		30,
	);
	// It does find what is there.
	expect(await placesThatHold(server, server.email)).not.toEqual([]);
	// The address of the chat is a secret: no workflow holds it.
	const { port } = chat.address() as AddressInfo;
	for (const name of ['Alerts', 'Daily digest']) {
		const workflow = await server.api('GET', `/workflows/${stage.ids[name]}`);
		expect(JSON.stringify(workflow)).not.toContain(`:${port}/hook`);
	}
});

describe('clean-up', () => {
	const TABLE = 'WebshopOrders';
	const CLEAN_UP = 'Clean up tables';
	const keys = async (table: string, column: string) =>
		(await server.client.rows(table)).map((row) => row[column]).sort();
	const YEARS = 7 * 366 * 24;
	const found = {
		...{
			orders: 2,
			comparisons: 0,
			bookingRecords: 1,
			cursors: 1,
			doubledRows: 0,
			tablesPercent: 0,
		},
	};

	test('W070: a dry run counts what is finished and old, and removes nothing', async () => {
		for (const id of [28, 40, 33, 2633]) {
			expect(await ageRows(server, TABLE, ['orderKey', `my-client/woocommerce/${id}`], YEARS)).toBe(
				1,
			);
		}
		const table = (await server.client.tables()).find(({ name }) => name === TABLE)!;
		const other = { orderKey: 'other/woocommerce/1', client: 'other', state: 'booked' };
		await server.api('POST', `/data-tables/${table.id}/rows`, { data: [other] });
		await ageRows(server, TABLE, ['orderKey', 'other/%'], YEARS);
		await ageRows(server, 'SyncCursors', ['shop', 'jouwweb'], YEARS);
		const record = ['documentKey', 'my-client/woocommerce/28'] as [string, string];
		expect(await ageRows(server, 'BookingRecords', record, YEARS)).toBe(1);
		await useValues({ [CLEAN_UP]: { dryRun: true } as never });
		const before = await keys(TABLE, 'orderKey');
		const [counted] = lastItems(await byHand(CLEAN_UP));
		expect(counted).toEqual({ ...found, dryRun: true });
		expect(await keys(TABLE, 'orderKey')).toEqual(before);
	});

	test('W070: removes them, never what is open, new or of another client', async () => {
		await useValues({});
		const before = await keys(TABLE, 'orderKey');
		const [counted] = lastItems(await byHand(CLEAN_UP));
		expect(counted).toEqual({ ...found, dryRun: false });
		const gone = ['my-client/woocommerce/28', 'my-client/woocommerce/40'];
		expect(await keys(TABLE, 'orderKey')).toEqual(
			before.filter((key) => !gone.includes(String(key))),
		);
		expect(await keys('SyncCursors', 'shop')).toEqual(['woocommerce']);
		const records = await keys('BookingRecords', 'documentKey');
		expect(records).not.toContain('my-client/woocommerce/28');
		expect(records).toContain('my-client/woocommerce/29');
		expect(await keys('ClientSettings', 'client')).toContain('my-client');
	});

	test('J034: an order that changes after its row is gone is found in the books, not booked twice', async () => {
		const order = sandbox.wooCommerce.orders.find(({ id }) => id === 28)!;
		const moment = new Date().toISOString().slice(0, 19);
		sandbox.wooCommerce.putOrder({ ...order, date_modified: moment, date_modified_gmt: moment });
		await runHourly(stage);
		const booked = sandbox.snelStart.books.summary().salesEntries as unknown as Array<{
			factuurnummer: string;
		}>;
		expect(booked.filter(({ factuurnummer }) => factuurnummer === 'W28')).toHaveLength(1);
		expect(await keys(TABLE, 'orderKey')).toContain('my-client/woocommerce/28');
	});
});

test('without the data tables the check says so, and still looks at the shop', async () => {
	const tables = await server.client.tables();
	const { id } = tables.find(({ name }) => name === 'ClientSettings')!;
	await server.api('DELETE', `/data-tables/${id}`);
	const all = await lights();
	expect(all.find(({ check }) => check === 'Datatabellen')).toMatchObject({
		ok: false,
		tip: 'Voer de workflow Set up tables uit',
	});
	expect(all.find(({ check }) => check === 'Winkel')).toMatchObject({ ok: true });
});
