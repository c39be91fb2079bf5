import type { Sandbox } from '../../sandbox/index';
import { startSandbox } from '../../sandbox/index';
import { prepareStage, runHourly, runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { openSnelStart } from '../sandbox/client';
import { startN8nWithNodes } from '../support/n8nServer';

const TEMPLATE = 'Reconcile a period with the books';

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;

/** A moment on the 15th, some months ago; the template looks at last month. */
function midMonth(monthsAgo: number): string {
	const now = new Date();
	const day = new Date(Date.UTC(now.getFullYear(), now.getMonth() - monthsAgo, 15, 12));
	return day.toISOString().slice(0, 19);
}
const dated = (moment: string) => ({ date_created: moment, date_created_gmt: moment });

function changeOrder(id: number, changes: Record<string, unknown>): void {
	const order = sandbox.wooCommerce.orders.find((entry) => entry.id === id)!;
	sandbox.wooCommerce.putOrder({ ...structuredClone(order), ...changes } as typeof order);
}

/** Order of one mug: another net amount and VAT, in cents as text. */
function oneLine(id: number, total: string, vat: string, percentage: number): object {
	const order = structuredClone(sandbox.wooCommerce.orders.find((entry) => entry.id === id)!);
	const { line_items, tax_lines } = order as unknown as {
		line_items: Array<Record<string, unknown>>;
		tax_lines: Array<Record<string, unknown>>;
	};
	const taxes = [{ id: tax_lines[0]!.rate_id, total: vat, subtotal: vat }];
	const line = { ...line_items[0], total, subtotal: total, total_tax: vat, taxes };
	const taxLine = { ...tax_lines[0], rate_percent: percentage, tax_total: vat };
	return { line_items: [line], tax_lines: [taxLine] };
}

/** Runs the template and reads what it left in its table. */
async function reconcile() {
	await runWorkflow(stage, TEMPLATE, 'When clicked');
	const rows = await server.client.rows('PeriodChecks');
	const differences = rows
		.filter(({ kind }) => kind !== 'box' && kind !== 'summary' && kind !== 'notBookable')
		.map(({ kind, orderNumber, difference }) => [orderNumber, kind, difference])
		.sort();
	return { rows, differences, boxes: rows.filter(({ kind }) => kind === 'box') };
}

beforeAll(async () => {
	sandbox = await startSandbox();
	for (const { id } of [...sandbox.wooCommerce.orders]) changeOrder(id, dated(midMonth(1)));
	server = await startN8nWithNodes();
	stage = await prepareStage(sandbox, server);
	await runHourly(stage);
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

test('W081: the preview shows the last orders as they would be booked, and books nothing', async () => {
	const calls = sandbox.snelStart.journal.entries.length;
	const { outputs } = await runWorkflow(
		stage,
		'Preview how orders would be booked',
		'When clicked',
	);
	const rows = outputs['Preview orders']![0]!;
	expect(rows).toHaveLength(10);
	for (const { outcome, totalDifference, vatDifference } of rows) {
		if (outcome === 'book') expect([totalDifference, vatDifference]).toEqual([0, 0]);
	}
	expect(rows.filter(({ outcome }) => outcome === 'book').length).toBeGreaterThan(0);
	expect(JSON.stringify(rows)).not.toMatch(/@|Jansen|de Vries|Schmidt/);
	expect(sandbox.snelStart.journal.entries).toHaveLength(calls);
});

test('W085: clean books show no difference in any box; what needs attention is listed', async () => {
	const { rows, differences, boxes } = await reconcile();
	expect(differences).toEqual([]);
	expect(boxes.map(({ box }) => box)).toEqual(['1a', '1b', '1e', '3a', '3b', 'none']);
	for (const { shopTotal, booksTotal, shopVat, booksVat, difference } of boxes) {
		expect([booksTotal, booksVat, difference]).toEqual([shopTotal, shopVat, 0]);
	}
	const waiting = rows.filter(({ kind }) => kind === 'notBookable');
	expect(
		waiting.map(({ orderNumber, found }) => [orderNumber, String(found).split(':')[0]]),
	).toEqual([
		['33', 'NO_VAT_MAPPING'],
		['41', 'CURRENCY_NOT_EUR'],
	]);
	// 14 booked and 2 that need attention; the JouwWeb orders are other turnover.
	expect(rows.find(({ kind }) => kind === 'summary')).toMatchObject({
		found: expect.stringMatching(/^16 documents, 14 agree, 2 differences; \d/),
	});
});

test('every planted difference is found, and nothing else', async () => {
	changeOrder(29, { ...oneLine(29, '10.71', '2.25', 21), total: '12.96', total_tax: '2.25' });
	changeOrder(45, { ...oneLine(45, '11.88', '1.07', 9), total: '12.95', total_tax: '1.07' });
	changeOrder(46, dated(midMonth(2)));
	changeOrder(60, { id: 9101, number: '9101' });
	const client = await openSnelStart(sandbox.snelStart);
	const booked = sandbox.snelStart.books
		.summary()
		.salesEntries.find(({ factuurnummer }) => factuurnummer === 'W28')!;
	const { json: entry } = await client.get(`/verkoopboekingen/${booked.id}`);
	const twin = { ...entry, factuurnummer: '2026-77', omschrijving: 'Webshop 28' };
	for (const name of ['id', 'uri', 'modifiedOn', 'boekstuk']) delete twin[name];
	expect((await client.send('POST', '/verkoopboekingen', twin)).status).toBe(201);

	const { rows, differences, boxes } = await reconcile();
	expect(differences).toEqual([
		['28', 'bookedTwice', 62.3],
		['29', 'centDifference', -0.01],
		['45', 'wrongRate', 0],
		['46', 'wrongPeriod', 0],
		['9101', 'missing', -17.95],
	]);
	for (const row of rows.filter(({ kind }) => kind !== 'box' && kind !== 'summary')) {
		expect([row.likelyCause, row.tip]).not.toContain('');
	}
	// An earlier result of the same period is replaced.
	expect(rows.filter(({ kind }) => kind === 'summary')).toHaveLength(1);
	expect(boxes.find(({ box }) => box === '1a')!.difference).not.toBe(0);
});
