import type { Sandbox } from '../../sandbox/index';
import { runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { startStage, startStandIns } from './support/stage';

const REFUNDS = 'Hourly refund sync WooCommerce';
const NIGHTLY = 'Nightly status review WooCommerce';

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;

interface Entry {
	factuurnummer: string;
	factuurbedrag: number;
	omschrijving: string;
}

const entries = (number: string): Entry[] =>
	(sandbox.snelStart.books.summary().salesEntries as unknown as Entry[]).filter(
		({ factuurnummer }) => factuurnummer === number,
	);
const rows = async () => await server.client.rows('WebshopOrders');
const rowOf = async (key: string) =>
	(await rows()).find(({ orderKey }) => orderKey === `my-client/woocommerce/${key}`);
const refunds = async () => await runWorkflow(stage, REFUNDS, 'Every hour');
const nightly = async () => await runWorkflow(stage, NIGHTLY, 'Every night');

function changeOrder(id: number, changes: Record<string, unknown>): void {
	const order = sandbox.wooCommerce.orders.find((entry) => entry.id === id);
	sandbox.wooCommerce.putOrder({ ...order!, ...changes });
}

/** A refund of an amount, made now. */
function refund(id: number, orderId: number, amount: string): void {
	const now = new Date().toISOString().slice(0, 19);
	sandbox.wooCommerce.putRefund({
		id,
		parent_id: orderId,
		amount,
		reason: '',
		refunded_payment: false,
		date_created: now,
		date_created_gmt: now,
		line_items: [],
		shipping_lines: [],
		fee_lines: [],
		tax_lines: [],
		meta_data: [],
	});
}

/** What SnelStart was sent of one kind of entry since a moment. */
const posts = (path: string, since = 0): number =>
	sandbox.snelStart.journal.calls({ since })[`POST ${path}`] ?? 0;
const moment = (): number => sandbox.snelStart.journal.entries.length;

beforeAll(async () => {
	sandbox = await startStandIns();
	stage = await startStage(sandbox);
	server = stage.server;
	await runWorkflow(stage, 'Hourly order sync WooCommerce', 'Every hour');
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

describe('refunds', () => {
	test('W005, W043, W053, W063: full and partial refunds become credit notes that name the invoice, once', async () => {
		sandbox.wooCommerce.playRecordedRefunds();
		const id = stage.ids[REFUNDS]!;
		const runs = await Promise.all([
			server.client.run(id, 'Every hour'),
			server.client.run(id, 'Every hour'),
		]);
		expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
		await refunds();
		// Amounts as the shop recorded them: lines of 28, all of 29 and 35, an amount of 38.
		const amounts = { CW66: -16.65, CW68: -12.95, CW69: -44.9, CW71: -7.37 };
		for (const [number, factuurbedrag] of Object.entries(amounts)) {
			expect(entries(number)).toMatchObject([{ factuurbedrag }]);
		}
		expect(entries('CW66')[0]!.omschrijving).toContain('Credit W28');
		expect(await rowOf('28/refund/66')).toMatchObject({
			kind: 'refund',
			state: 'booked',
			total: -16.65,
			parentKey: 'my-client/woocommerce/28',
			originalInvoiceNumber: 'W28',
		});
		expect(await rowOf('28')).toMatchObject({ state: 'booked', code: '' });
		const since = moment();
		await refunds();
		expect(posts('verkoopboekingen', since)).toBe(0);
	});

	test('W043: one order whose refunds the shop cannot give stops no other, and is asked for again', async () => {
		refund(9046, 46, '1.00');
		refund(9034, 34, '1.00');
		sandbox.wooCommerce.switches.brokenRefundsOf = [46];
		expect((await refunds()).status).toBe('success');
		expect(entries('CW9034')).toMatchObject([{ factuurbedrag: -1 }]);
		expect(entries('CW9046')).toEqual([]);
		expect(await rowOf('46/refund/9046')).toMatchObject({
			kind: 'refund',
			state: 'ready',
			code: 'REFUND_NOT_READ',
			parentKey: 'my-client/woocommerce/46',
		});
		sandbox.wooCommerce.switches.brokenRefundsOf = [];
		await refunds();
		expect(entries('CW9046')).toMatchObject([{ factuurbedrag: -1 }]);
		expect(await rowOf('46/refund/9046')).toMatchObject({ state: 'booked', code: '' });
	});

	test('no credit note without its sale: the refund of an order with trouble is not booked', async () => {
		expect(await rowOf('33/refund/67')).toMatchObject({ state: 'needsAttention' });
		expect(entries('CW67')).toEqual([]);
	});

	test('a refund that was deleted in the shop gets a note', async () => {
		sandbox.wooCommerce.removeRefund(71);
		await refunds();
		expect(await rowOf('38/refund/71')).toMatchObject({ state: 'booked', code: 'REFUND_DELETED' });
		expect(await rowOf('28/refund/66')).toMatchObject({ code: '' });
	});
});

/** Its payment never came. */
const cancelledUnpaid = { status: 'cancelled', date_paid: null, date_paid_gmt: null };

describe('the nightly review', () => {
	test('J031, J033: an order is booked the night after its status is right', async () => {
		expect(await rowOf('2633')).toMatchObject({ state: 'waiting' });
		// Without a new date of change the hourly sync does not see it.
		changeOrder(2633, { status: 'processing' });
		await nightly();
		expect(entries('W2633')).toHaveLength(1);
		expect(await rowOf('2633')).toMatchObject({ state: 'booked', code: '' });
	});

	test('a paid order that is cancelled is held for a person: its money was kept', async () => {
		changeOrder(30, { status: 'cancelled', date_paid: '2026-11-23T10:00:00' });
		await nightly();
		expect(entries('CW30')).toEqual([]);
		expect(await rowOf('30')).toMatchObject({ state: 'booked' });
		expect(await rowOf('30/credit/1')).toMatchObject({
			...{ state: 'needsAttention', code: 'PAID_AND_CANCELLED' },
		});
	});

	test('W005: an order that was cancelled after booking is credited in full, never deleted', async () => {
		changeOrder(30, cancelledUnpaid);
		await nightly();
		await nightly();
		const [sale] = entries('W30');
		expect(entries('CW30')).toMatchObject([{ factuurbedrag: -sale!.factuurbedrag }]);
		expect(await rowOf('30')).toMatchObject({ state: 'booked', code: '', fingerprint: '' });
		expect(await rowOf('30/credit/1')).toMatchObject({ kind: 'refund', state: 'booked' });
	});

	test('an order that was refunded in part and then cancelled is credited for exactly what is left', async () => {
		changeOrder(28, cancelledUnpaid);
		await nightly();
		await nightly();
		// 62.30 was booked and 16.65 credited.
		expect(entries('CW28')).toMatchObject([{ factuurbedrag: -45.65 }]);
		expect(await rowOf('28/credit/1')).toMatchObject({ state: 'booked', total: -45.65 });
		expect(await rowOf('28')).toMatchObject({ kind: 'order', state: 'booked', fingerprint: '' });
	});

	test('a refund that is not booked yet goes before the credit note of the rest', async () => {
		refund(9042, 42, '4.00');
		changeOrder(42, cancelledUnpaid);
		await nightly();
		expect(await rowOf('42/credit/1')).toMatchObject({
			state: 'needsAttention',
			code: 'REFUNDS_INCOMPLETE',
		});
		expect(await rowOf('42')).toMatchObject({ kind: 'order', state: 'booked' });
		await refunds();
		expect(entries('CW9042')).toMatchObject([{ factuurbedrag: -4 }]);
		await nightly();
		expect(entries('CW42')).toMatchObject([{ factuurbedrag: -50.48 }]);
	});

	test('a refund of an order that is credited already books nothing', async () => {
		refund(9030, 30, '3.63');
		await refunds();
		expect(entries('CW9030')).toEqual([]);
		expect(await rowOf('30/refund/9030')).toMatchObject({
			state: 'nothingToBook',
			code: 'CREDITED_IN_FULL',
		});
	});

	test('what is left is not guessed when the refund of a credit note is gone from the shop', async () => {
		changeOrder(38, { status: 'cancelled' });
		await nightly();
		expect(entries('CW38')).toEqual([]);
		expect(await rowOf('38/credit/1')).toMatchObject({
			kind: 'refund',
			state: 'needsAttention',
			code: 'REFUND_DELETED',
		});
	});
});
