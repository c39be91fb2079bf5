import type { WorkflowJson } from '../../cli/workflowJson';
import type { Sandbox } from '../../sandbox/index';
import { guidFor } from '../../sandbox/snelstart/identity';
import { runHourly, runWorkflow, switchOnSchedules } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { RunSummary } from '../../scripts/demoSummary';
import type { N8nServer } from '../../scripts/n8nServer';
import { openEditor } from './support/editor';
import type { Editor } from './support/editor';
import { expectedAttention, expectedEntries } from './support/expectations';
import { startStage, startStandIns } from './support/stage';

interface SalesEntry {
	factuurnummer: string;
	factuurbedrag: number;
	boekingsregels: Array<{ bedrag: number; grootboek: { id: string } }>;
	btw: Array<{ btwSoort: string; btwBedrag: number }>;
}

const PERCENTAGES: Record<string, string> = { VerkopenHoog: '21', VerkopenLaag: '9' };
const HOURLY_WOOCOMMERCE = 'Hourly order sync WooCommerce';
const cents = (amount: number): number => Math.round(amount * 100);
const add = (amounts: number[]): number => amounts.reduce((a, b) => a + b, 0);
const posts = ({ calls }: RunSummary): string[] =>
	Object.keys(calls).filter((call) => !call.startsWith('GET '));

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;

const entries = (): SalesEntry[] =>
	sandbox.snelStart.books.summary().salesEntries as unknown as SalesEntry[];
const entriesOf = (number: string): SalesEntry[] =>
	entries().filter(({ factuurnummer }) => factuurnummer === number);
/** Most tests are about WooCommerce's orders alone. */
const sync = async () => await runWorkflow(stage, HOURLY_WOOCOMMERCE, 'Every hour');
const rowOf = async (orderKey: string) =>
	(await server.client.rows('WebshopOrders')).find((row) => row.orderKey === orderKey);

/** Gives an order of the WooCommerce stand-in another status, as the shop owner does. */
function changeOrder(id: number, changes: Record<string, unknown>): void {
	const order = sandbox.wooCommerce.orders.find((entry) => entry.id === id);
	const now = new Date().toISOString().slice(0, 19);
	sandbox.wooCommerce.putOrder({
		...order!,
		date_modified_gmt: now,
		date_modified: now,
		...changes,
	});
}

beforeAll(async () => {
	sandbox = await startStandIns();
	stage = await startStage(sandbox);
	server = stage.server;
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

describe('the first two hourly runs', () => {
	let runs: RunSummary[];

	beforeAll(async () => {
		runs = [await runHourly(stage), await runHourly(stage)];
	});

	test('J001, W001: every bookable order of both shops is booked, and no other', () => {
		const booked = entries().map(({ factuurnummer }) => factuurnummer);
		expect(booked.sort()).toEqual([...expectedEntries().keys()].sort());
	});

	test("each booking adds up to the order's total, with the shop's VAT per rate", () => {
		for (const entry of entries()) {
			const expected = expectedEntries().get(entry.factuurnummer)!;
			const net = add(entry.boekingsregels.map(({ bedrag }) => cents(bedrag)));
			const vat = entry.btw.map(({ btwBedrag }) => cents(btwBedrag));
			expect(cents(entry.factuurbedrag)).toBe(expected.gross);
			expect(net + add(vat)).toBe(expected.gross);
			expect(add(vat)).toBe(expected.totalVat);
			if (!expected.vat) continue;
			const perRate = entry.btw.map(({ btwSoort, btwBedrag }): [string, number] => [
				PERCENTAGES[btwSoort] ?? btwSoort,
				cents(btwBedrag),
			]);
			const shops = Object.entries(expected.vat).filter(([, amount]) => amount !== 0);
			expect(Object.fromEntries(perRate)).toEqual(Object.fromEntries(shops));
		}
	});

	test('W027: an order with trouble stands in the table with a code and a tip, without a name', async () => {
		const rows = await server.client.rows('WebshopOrders');
		const attention = rows.filter(({ state }) => state === 'needsAttention');
		const codes = attention.map(({ orderKey, code }) => [orderKey, code]);
		expect(Object.fromEntries(codes)).toEqual(expectedAttention);
		for (const { message, tip } of attention) {
			expect([message, tip]).not.toContain('');
		}
		expect(JSON.stringify(rows)).not.toMatch(/@|Jansen|de Vries|Schmidt/);
	});

	test('the counts of the run are those of the table and of the books', async () => {
		const gross = add([...expectedEntries().values()].map((entry) => entry.gross));
		expect(runs[0]).toMatchObject({
			gross: (gross / 100).toFixed(2),
			shops: [
				{
					shop: 'woocommerce',
					read: 30,
					booked: 14,
					waiting: 11,
					nothingToBook: 3,
					needsAttention: 2,
				},
				{ shop: 'jouwweb', read: 17, booked: 12, waiting: 1, nothingToBook: 1, needsAttention: 3 },
			],
		});
		expect(runs[0]!.calls['POST verkoopboekingen']).toBe(26);
	});

	test('ICP goes to an ICP account of a card with the VAT number', () => {
		const [entry] = entriesOf('W32');
		expect(entry!.btw).toEqual([]);
		expect(entry!.boekingsregels.map(({ grootboek }) => grootboek.id)).toContain(
			guidFor('grootboek', '8150'),
		);
	});

	test('J034, J043: the second run books nothing and writes nothing', () => {
		expect(runs[1]!.shops.map(({ booked }) => booked)).toEqual([0, 0]);
		expect(posts(runs[1]!)).toEqual([]);
		expect(runs[1]!.gross).toBe(runs[0]!.gross);
	});
});

describe('later runs', () => {
	test('J033: an order is booked once its status is right', async () => {
		expect(await rowOf('my-client/woocommerce/2633')).toMatchObject({ state: 'waiting' });
		changeOrder(2633, { status: 'processing' });
		await sync();
		// Recorded with "round at subtotal": lines and VAT make 113.86, the customer paid 113.85.
		expect(entriesOf('W2633')).toMatchObject([{ factuurbedrag: 113.85 }]);
		expect(await rowOf('my-client/woocommerce/2633')).toMatchObject({
			state: 'booked',
			snelStartNumber: 'W2633',
		});
	});

	test('an order dated two days ahead hides none that come later, nor one that shows late', async () => {
		const now = Date.now();
		const moment = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
		const [sample] = sandbox.wooCommerce.orders.filter(({ id }) => id === 28);
		const put = (id: number, changedMs: number): void =>
			sandbox.wooCommerce.putOrder({
				...sample!,
				id,
				number: String(id),
				date_modified_gmt: moment(changedMs),
			});
		put(9101, now + 48 * 3_600_000);
		await sync();
		put(9102, now);
		put(9103, now - 20 * 60_000);
		await sync();
		for (const id of [9101, 9102, 9103]) expect(entriesOf(`W${id}`)).toHaveLength(1);
		const cursors = await server.client.rows('SyncCursors');
		for (const { readUntil } of cursors) {
			expect(Date.parse(String(readUntil))).toBeLessThanOrEqual(now - 55 * 60_000);
		}
	});

	test('the cursor stays when an order that was read has no row, and the run says so', async () => {
		const id = stage.ids[HOURLY_WOOCOMMERCE]!;
		const cursorOf = async () => await server.client.rows('SyncCursors');
		const before = await cursorOf();
		const { nodes, ...rest } = await server.api<WorkflowJson>('GET', `/workflows/${id}`);
		// What n8n's editor does with the inputs of a call that has no workflow yet.
		const emptied = nodes.map((node) =>
			node.name === 'Process orders'
				? { ...node, parameters: { ...node.parameters, workflowInputs: { value: {} } } }
				: node,
		);
		const { name, connections, settings } = rest;
		const copy = await server.client.importWorkflow({
			name,
			nodes: emptied,
			connections,
			settings,
		});
		changeOrder(31, { status: 'processing' });
		const run = await server.client.run(copy, 'Every hour');
		expect(run.status).toBe('error');
		expect(await cursorOf()).toEqual(before);
	});

	test('W065, HC-25: SnelStart that refuses everyone loses nothing: the next run books', async () => {
		changeOrder(31, { status: 'processing' });
		sandbox.snelStart.faults.add({ kind: '500', times: 50 });
		await sync();
		expect(await rowOf('my-client/woocommerce/31')).toMatchObject({ state: 'ready' });
		sandbox.snelStart.faults.clear();
		await sync();
		expect(entriesOf('W31')).toHaveLength(1);
		expect(await rowOf('my-client/woocommerce/31')).toMatchObject({ state: 'booked', code: '' });
	});

	test('HC-18: an answer lost after the booking was made gives no second booking', async () => {
		changeOrder(44, { status: 'processing' });
		sandbox.snelStart.faults.add({ kind: 'reset-after-commit', shape: 'POST verkoopboekingen' });
		await sync();
		await sync();
		expect(entriesOf('W44')).toHaveLength(1);
		expect(await rowOf('my-client/woocommerce/44')).toMatchObject({ state: 'booked' });
	});

	test('HC-17: two runs at once book every order once', async () => {
		for (const id of [49, 51, 53, 57, 59, 2636]) changeOrder(id, { status: 'processing' });
		const id = stage.ids[HOURLY_WOOCOMMERCE]!;
		const since = sandbox.snelStart.journal.entries.length;
		const before = entries().length;
		sandbox.snelStart.switches.latencyMs = 50;
		const runs = await Promise.all([
			server.client.run(id, 'Every hour'),
			server.client.run(id, 'Every hour'),
		]);
		expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
		await sync();
		sandbox.snelStart.switches.latencyMs = 0;
		// SnelStart itself refuses a doubled number; with claims it is not even asked.
		const calls = sandbox.snelStart.journal.calls({ since });
		expect(calls['POST verkoopboekingen']).toBe(entries().length - before);
		for (const number of ['W49', 'W51', 'W53', 'W57', 'W59', 'W2636']) {
			expect(entriesOf(number)).toHaveLength(1);
		}
		const numbers = entries().map(({ factuurnummer }) => factuurnummer);
		expect(new Set(numbers).size).toBe(numbers.length);
	});

	test('HC-26: an unknown VAT rate stops that order only: the table says why, the next one is booked', async () => {
		const [sample] = sandbox.jouwWeb.orders.filter(({ id }) => id === 440001);
		const updatedAt = new Date().toISOString();
		const strange = { totalPrice: 117, totalTaxAmount: 17, price: { total: 117 } };
		const [line] = sample!.orderLines as object[];
		const orderLines = [{ ...line, totalPrice: 117, totalTaxAmount: 17, taxPercentage: 17 }];
		sandbox.jouwWeb.putOrder({
			...sample!,
			id: 450001,
			orderNumber: '450001',
			updatedAt,
			...strange,
			orderLines,
		});
		sandbox.jouwWeb.putOrder({ ...sample!, id: 450002, orderNumber: '450002', updatedAt });
		await runHourly(stage);
		expect(await rowOf('my-client/jouwweb/450001')).toMatchObject({
			state: 'needsAttention',
			code: 'UNKNOWN_VAT_RATE',
			tip: expect.stringMatching(/tax settings/),
		});
		expect(entriesOf('450001')).toEqual([]);
		expect(entriesOf('450002')).toMatchObject([{ factuurbedrag: 34.95 }]);
	});

	test('an ICP order that VIES cannot tell about is held, and booked once it can', async () => {
		const icp = sandbox.wooCommerce.orders.find(({ id }) => id === 32)!;
		const meta_data = [{ id: 1, key: '_billing_vat_number', value: 'DE987654321' }];
		sandbox.vies.answers.set('DE987654321', 'MS_UNAVAILABLE');
		sandbox.wooCommerce.putOrder({ ...icp, id: 9001, number: '9001', meta_data });
		changeOrder(9001, {});
		await sync();
		expect(await rowOf('my-client/woocommerce/9001')).toMatchObject({
			state: 'ready',
			code: 'VAT_NUMBER_NOT_CHECKED',
		});
		sandbox.vies.answers.delete('DE987654321');
		await sync();
		expect(entriesOf('W9001')).toMatchObject([{ factuurbedrag: 116.92, btw: [] }]);
	});

	test('J035: an order that changes after it was booked is not booked again, and the table says so', async () => {
		changeOrder(29, { status: 'cancelled' });
		await sync();
		expect(await rowOf('my-client/woocommerce/29')).toMatchObject({
			state: 'booked',
			code: 'CHANGED_AFTER_BOOKING',
			message: expect.stringContaining('status cancelled'),
		});
		expect(entriesOf('W29')).toHaveLength(1);
		expect(await rowOf('my-client/woocommerce/28')).toMatchObject({ state: 'booked', code: '' });
	});
});

describe('the editor', () => {
	let editor: Editor;
	const complaints = async (): Promise<number> =>
		await editor.page
			.locator('[data-test-id=node-issues], [data-test-id=node-setup-required]')
			.count();

	beforeAll(async () => {
		await switchOnSchedules(stage);
		editor = await openEditor(server);
	});

	afterAll(async () => await editor?.close());

	test('marks the nodes of a template that nobody has set up yet', async () => {
		const [template] = stage.templates.filter(({ name }) => name === HOURLY_WOOCOMMERCE);
		const id = await server.client.importWorkflow({ ...template!, name: 'Not set up' });
		await editor.openWorkflow(id);
		expect(await complaints()).toBeGreaterThan(0);
	});

	test.each(['Hourly order sync WooCommerce', 'Hourly order sync JouwWeb', 'Process orders'])(
		'shows "%s" without a complaint once it is set up',
		async (name) => {
			await editor.openWorkflow(stage.ids[name]!);
			await editor.screenshot(name.toLowerCase().replace(/ /g, '-'));
			expect(await complaints()).toBe(0);
		},
	);

	test('shows the panels of the transformer and of the settings', async () => {
		const panel = editor.page.locator('[data-test-id=ndv]');
		const troubles: string[] = [];
		editor.page.on('pageerror', (error) => troubles.push(error.message));
		await editor.openWorkflow(stage.ids['Process orders']!);
		await editor.openNode('Transform orders');
		await panel.getByText('Order Field').waitFor();
		await editor.screenshot('transformer');
		await editor.closeNode();
		await editor.openWorkflow(stage.ids['Client settings']!);
		await editor.openNode('Webshop settings');
		// The lists come from the administration: an account is shown by number and name, not by its id.
		await panel.getByText('VAT Mapping').scrollIntoViewIfNeeded();
		await editor.page.waitForFunction(
			`[...document.querySelectorAll('[data-test-id=ndv] input')].some(({ value }) => value.startsWith('8000 Omzet hoog'))`,
		);
		await editor.screenshot('settings');
		expect(troubles).toEqual([]);
	});
});
