import { importClient } from '../../cli/importClient';
import type { Sandbox } from '../../sandbox/index';
import { runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { ageRows } from './support/rowAge';
import { startStage, startStandIns } from './support/stage';

const REFUNDS = 'Hourly refund sync WooCommerce';
const NIGHTLY = 'Nightly status review WooCommerce';
const DOWN = 1_000;

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;

const entries = (number: string) =>
	(
		sandbox.snelStart.books.summary().salesEntries as unknown as Array<{
			factuurnummer: string;
			factuurbedrag: number;
		}>
	).filter(({ factuurnummer }) => factuurnummer === number);
const rowOf = async (key: string) =>
	(await server.client.rows('WebshopOrders')).find(
		({ orderKey }) => orderKey === `my-client/woocommerce/${key}`,
	);
const refunds = async () => await runWorkflow(stage, REFUNDS, 'Every hour');
const nightly = async () => await runWorkflow(stage, NIGHTLY, 'Every night');
const orderSync = async () =>
	await runWorkflow(stage, 'Hourly order sync WooCommerce', 'Every hour');

function changeOrder(id: number, changes: Record<string, unknown>): void {
	const order = sandbox.wooCommerce.orders.find((entry) => entry.id === id);
	sandbox.wooCommerce.putOrder({ ...order!, ...changes });
}

let hours = -48;

/** Half a euro back on an order, an hour later than the refund before it. */
function refund(orderId: number, id: number): void {
	hours += 1;
	const moment = new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19);
	sandbox.wooCommerce.putRefund({
		id,
		parent_id: orderId,
		date_created: moment,
		date_created_gmt: moment,
		amount: '0.50',
		reason: '',
		refunded_by: 1,
		refunded_payment: false,
		meta_data: [],
		line_items: [],
		shipping_lines: [],
		tax_lines: [],
		fee_lines: [],
	} as unknown as Parameters<Sandbox['wooCommerce']['putRefund']>[0]);
}

/** As the shop owner does who deletes an order for good. */
function deleteOrder(id: number): void {
	const orders = sandbox.wooCommerce.orders as Array<{ id: number }>;
	orders.splice(
		orders.findIndex((order) => order.id === id),
		1,
	);
}

/** Saves settings of the client, with the VAT rates that `keep` says. */
async function useRates(keep: (percentage: number) => boolean): Promise<void> {
	const { file } = stage.request;
	const vatMapping = (file.settings.vatMapping as Array<{ percentage: number }>).filter(
		({ percentage }) => keep(percentage),
	);
	const settings = { ...file.settings, vatMapping } as typeof file.settings;
	await importClient({ ...stage.request, file: { ...file, settings }, inactive: true });
}

const down = () => sandbox.snelStart.faults.add({ kind: '500', times: DOWN });
const keyWrong = () => {
	sandbox.snelStart.revokeTokens();
	sandbox.snelStart.faults.add({ kind: '401', times: DOWN });
};
const blocked = () => {
	sandbox.snelStart.switches.blockedUntil = '2099-12-31';
};
const mend = () => {
	sandbox.snelStart.faults.clear();
	sandbox.wooCommerce.faults.clear();
	sandbox.snelStart.switches.blockedUntil = null;
};

beforeAll(async () => {
	sandbox = await startStandIns();
	stage = await startStage(sandbox);
	server = stage.server;
	await orderSync();
});

afterEach(() => mend());

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

describe('the hourly refund sync', () => {
	test.each([
		['SnelStart is down', 'SNELSTART_UNAVAILABLE', 28, down],
		['the key is wrong', 'CLIENT_KEY_REFUSED', 29, keyWrong],
	])('W065: %s: the refund is kept, and the next run books it', async (_, code, order, spoil) => {
		const id = 9000 + order;
		refund(order, id);
		spoil();
		await refunds();
		const row = await rowOf(`${order}/refund/${id}`);
		expect(row).toMatchObject({
			state: 'ready',
			code: 'BOOKED_ENTRY_NOT_READ',
			message: `SnelStart did not give the entry of W${order} (${code}).`,
			tip: expect.stringMatching(/\w/),
		});
		expect(row?.claimId ?? '').toBe('');
		expect(entries(`CW${id}`)).toEqual([]);
		mend();
		await refunds();
		expect(await rowOf(`${order}/refund/${id}`)).toMatchObject({ state: 'booked', code: '' });
		expect(entries(`CW${id}`)).toMatchObject([{ factuurbedrag: -0.5 }]);
	});

	test('a rate that is mapped no longer makes no difference: a refund follows what was booked', async () => {
		refund(42, 9042);
		await useRates((percentage) => percentage !== 9);
		await refunds();
		await useRates(() => true);
		expect(await rowOf('42/refund/9042')).toMatchObject({ state: 'booked', code: '' });
		expect(entries('CW9042')).toMatchObject([{ factuurbedrag: -0.5 }]);
		// Its sale was read with the incomplete settings too; nothing of it changed.
		expect(await rowOf('42')).toMatchObject({ state: 'booked', code: '' });
	});

	test('SnelStart refuses the credit note: code and tip stand in the row, and it is tried a day later', async () => {
		refund(45, 9045);
		blocked();
		await refunds();
		expect(await rowOf('45/refund/9045')).toMatchObject({
			state: 'needsAttention',
			code: 'BOE-0042',
			tip: expect.stringMatching(/\w/),
		});
		mend();
		await ageRows(server, 'WebshopOrders', ['orderKey', '%/refund/9045'], 21);
		await refunds();
		expect(entries('CW9045')).toHaveLength(1);
	});

	test('the shop is down: the run fails, and the next one reads the same refunds', async () => {
		refund(46, 9046);
		sandbox.wooCommerce.faults.add({ kind: '500', times: DOWN, shape: 'GET orders' });
		// That there was a run is noted in the row of the cursor.
		const cursors = async () =>
			(await server.client.rows('SyncCursors')).map(({ shop, readUntil }) => [shop, readUntil]);
		const before = await cursors();
		await expect(refunds()).rejects.toThrow(/"Shop did not answer".*did not give/);
		expect(await cursors()).toEqual(before);
		mend();
		await refunds();
		expect(entries('CW9046')).toHaveLength(1);
	});

	test('an order that is gone from the shop keeps no other refund from being booked', async () => {
		refund(60, 9060);
		down();
		await refunds();
		mend();
		deleteOrder(60);
		refund(37, 9037);
		await refunds();
		expect(entries('CW9037')).toHaveLength(1);
		expect(await rowOf('60/refund/9060')).toMatchObject({ state: 'ready', code: 'ORDER_NOT_READ' });
	});
});

describe('the nightly review', () => {
	test.each([
		['SnelStart is down', 'SNELSTART_UNAVAILABLE', 44, down],
		['the key is wrong', 'CLIENT_KEY_REFUSED', 49, keyWrong],
	])('W065: %s: the order is kept, and the next run books it', async (_, code, id, spoil) => {
		changeOrder(id, { status: 'processing' });
		spoil();
		await nightly();
		expect(await rowOf(String(id))).toMatchObject({
			state: 'ready',
			code,
			claimId: '',
			tip: expect.stringMatching(/\w/),
		});
		expect(entries(`W${id}`)).toEqual([]);
		mend();
		await orderSync();
		expect(await rowOf(String(id))).toMatchObject({ state: 'booked', code: '' });
		expect(entries(`W${id}`)).toHaveLength(1);
	});

	test('a rate that is not mapped: the next night books the order with the mended settings', async () => {
		changeOrder(51, { status: 'processing' });
		await useRates((percentage) => percentage !== 9);
		await nightly();
		expect(await rowOf('51')).toMatchObject({
			state: 'needsAttention',
			code: 'NO_VAT_MAPPING',
			tip: expect.stringContaining("'VAT Mapping'"),
		});
		await useRates(() => true);
		await nightly();
		expect(await rowOf('51')).toMatchObject({ state: 'booked', code: '' });
		expect(entries('W51')).toHaveLength(1);
	});

	test('SnelStart refuses the order: code and tip stand in the row, and the next night books it', async () => {
		changeOrder(53, { status: 'processing' });
		blocked();
		await nightly();
		expect(await rowOf('53')).toMatchObject({
			state: 'needsAttention',
			code: 'BOE-0042',
			tip: expect.stringMatching(/\w/),
		});
		mend();
		await nightly();
		expect(entries('W53')).toHaveLength(1);
	});

	test('a cancellation that SnelStart does not take is credited the night after, once', async () => {
		changeOrder(35, { status: 'cancelled', date_paid: null, date_paid_gmt: null });
		down();
		await nightly();
		expect(await rowOf('35/credit/1')).toMatchObject({
			state: 'ready',
			code: 'BOOKED_ENTRY_NOT_READ',
		});
		mend();
		await nightly();
		await nightly();
		expect(entries('CW35')).toMatchObject([{ factuurbedrag: -44.9 }]);
		expect(await rowOf('35/credit/1')).toMatchObject({ state: 'booked' });
		expect(await rowOf('35')).toMatchObject({ state: 'booked', fingerprint: '' });
	});

	test('a held VAT number that can be checked by now is booked, and a booked order that changed is noted', async () => {
		const icp = sandbox.wooCommerce.orders.find(({ id }) => id === 32)!;
		const meta_data = [{ id: 1, key: '_billing_vat_number', value: 'DE987654321' }];
		sandbox.vies.answers.set('DE987654321', 'MS_UNAVAILABLE');
		const moment = new Date().toISOString().slice(0, 19);
		const dates = { date_modified: moment, date_modified_gmt: moment };
		sandbox.wooCommerce.putOrder({ ...icp, id: 9001, number: '9001', meta_data, ...dates });
		await orderSync();
		expect(await rowOf('9001')).toMatchObject({ state: 'ready', code: 'VAT_NUMBER_NOT_CHECKED' });
		sandbox.vies.answers.delete('DE987654321');
		const lines = sandbox.wooCommerce.orders.find(({ id }) => id === 36)!;
		changeOrder(36, { payment_method: 'bacs', total: String(Number(lines.total) + 1) });
		await nightly();
		expect(entries('W9001')).toHaveLength(1);
		expect(await rowOf('36')).toMatchObject({ state: 'booked', code: 'CHANGED_AFTER_BOOKING' });
		expect(entries('W36')).toHaveLength(1);
	});

	test('an order that is gone from the shop keeps no other from being reviewed', async () => {
		deleteOrder(43);
		changeOrder(57, { status: 'processing' });
		await nightly();
		expect(await rowOf('43')).toMatchObject({ state: 'waiting', code: 'ORDER_NOT_READ' });
		expect(entries('W57')).toHaveLength(1);
	});

	test('orders are read a hundred at a time, not one by one', async () => {
		const since = sandbox.wooCommerce.journal.entries.length;
		await nightly();
		const read = sandbox.wooCommerce.journal.entries.slice(since);
		const asked = read.filter(({ shape }) => shape === 'GET orders').map(({ query }) => query);
		// The orders of the last weeks are counted by their numbers alone.
		const lists = asked.filter(({ _fields }) => _fields === undefined);
		expect(asked.length - lists.length).toBe(1);
		// All in one request; those that it does not give are looked for in the trash (WooCommerce: any is not all).
		expect(lists).toMatchObject([{ status: 'any' }, { status: 'trash', include: '43,60' }]);
		expect(read.filter(({ shape }) => shape === 'GET orders/:id')).toEqual([]);
	});

	test('the shop is down: the run fails and says so, and nothing in the table changes', async () => {
		const before = await server.client.rows('WebshopOrders');
		sandbox.wooCommerce.faults.add({ kind: '500', times: DOWN });
		await expect(nightly()).rejects.toThrow(/"Shop is silent".*SHOP_OUTAGE/);
		expect(await server.client.rows('WebshopOrders')).toEqual(before);
	});
});

describe('a row that is set to ready', () => {
	/** As a person does in n8n under Data tables. */
	async function setReady(key: string): Promise<void> {
		const table = (await server.client.tables()).find(({ name }) => name === 'WebshopOrders')!;
		const value = `my-client/woocommerce/${key}`;
		await server.api('PATCH', `/data-tables/${table.id}/rows/update`, {
			filter: { type: 'and', filters: [{ columnName: 'orderKey', condition: 'eq', value }] },
			data: { state: 'ready' },
		});
		expect(await rowOf(key)).toMatchObject({ state: 'ready' });
	}

	test('J201, W029: is processed again by the next hourly run, without a change in the shop', async () => {
		changeOrder(59, { status: 'processing' });
		blocked();
		await nightly();
		expect(await rowOf('59')).toMatchObject({ state: 'needsAttention', code: 'BOE-0042' });
		mend();
		await orderSync();
		expect(entries('W59')).toEqual([]);
		await setReady('59');
		await orderSync();
		expect(entries('W59')).toHaveLength(1);
		expect(await rowOf('59')).toMatchObject({ state: 'booked', code: '', attempts: 2 });
	});

	test('W029: an order that is in the books already is found there and not booked again', async () => {
		const { salesEntryId } = (await rowOf('59'))!;
		await setReady('59');
		await orderSync();
		expect(entries('W59')).toHaveLength(1);
		expect(await rowOf('59')).toMatchObject({ state: 'booked', salesEntryId });
	});

	test('W029: a credit note too', async () => {
		await setReady('45/refund/9045');
		await refunds();
		expect(entries('CW9045')).toHaveLength(1);
		expect(await rowOf('45/refund/9045')).toMatchObject({ state: 'booked' });
	});
});
