import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { chromium } from 'playwright-core';

import { parametersFromSettings } from '../../bookkeeping';
import type { WorkflowJson, WorkflowNode } from '../../cli/workflowJson';
import type { Sandbox } from '../../sandbox/index';
import { ensureChromium } from '../../scripts/chromium';
import { demoClientFile } from '../../scripts/demoClient';
import { runHourly, runWorkflow, switchOnSchedules } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { openSnelStart } from '../sandbox/client';
import { noonOfThe15th } from '../support/months';
import { BROWSER_ARGUMENTS } from './support/editor';
import { startStage, startStandIns } from './support/stage';

const OUTPUT = path.resolve(__dirname, '..', '..', 'test-output');
const TEMPLATE = 'Reconcile period WooCommerce';
const PREVIEW = 'Preview orders JouwWeb';

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;

/** The template looks at last month. */
const midMonth = (monthsAgo: number) => noonOfThe15th(new Date(), monthsAgo);
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

const NO_DIFFERENCE = [
	'box',
	'icp',
	'oss',
	'clearing',
	'giftCardBalance',
	'summary',
	'notBookable',
];

/** Runs the template and reads what it left in its table. */
async function reconcile(template = TEMPLATE, shop = 'woocommerce') {
	await runWorkflow(stage, template, 'When clicked');
	const all = await server.client.rows('PeriodChecks');
	const rows = all.filter((row) => row.shop === shop);
	const differences = rows
		.filter(({ kind }) => !NO_DIFFERENCE.includes(String(kind)))
		.map(({ kind, orderNumber, difference }) => [orderNumber, kind, difference])
		.sort();
	const statements = rows.filter(({ kind }) => kind === 'icp' || kind === 'oss');
	return { rows, differences, statements, boxes: rows.filter(({ kind }) => kind === 'box') };
}

beforeAll(async () => {
	sandbox = await startStandIns();
	for (const { id } of [...sandbox.wooCommerce.orders]) changeOrder(id, dated(midMonth(1)));
	for (const order of [...sandbox.jouwWeb.orders]) {
		sandbox.jouwWeb.putOrder({ ...order, createdAt: `${midMonth(1)}+00:00` });
	}
	stage = await startStage(sandbox);
	server = stage.server;
	await runHourly(stage);
	for (const shop of ['WooCommerce', 'JouwWeb']) {
		await runWorkflow(stage, `Daily payment matching ${shop}`, 'Every day');
	}
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

test('W081: the preview shows the last orders as they would be booked, and books nothing', async () => {
	const calls = sandbox.snelStart.journal.entries.length;
	const { outputs } = await runWorkflow(stage, 'Preview orders WooCommerce', 'When clicked');
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
	const { rows, differences, boxes, statements } = await reconcile();
	expect(differences).toEqual([]);
	expect(boxes.map(({ box }) => box)).toEqual(['1a', '1b', '1e', '3a', '3b', 'none']);
	// The ICP statement holds box 3b, and no VAT number of a customer.
	expect(statements.map(({ kind, found }) => [kind, found])).toEqual([['icp', 'DE goods']]);
	expect(statements[0]!.shopTotal).toBe(boxes.find(({ box }) => box === '3b')!.shopTotal);
	expect(JSON.stringify(rows)).not.toMatch(/DE\d{9}/);
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
		found: expect.stringMatching(
			/^Documents: 16; agree: 14; differences: 2; turnover under other numbers: € \d/,
		),
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
	for (const row of rows.filter(
		({ kind }) =>
			!['box', 'icp', 'oss', 'clearing', 'giftCardBalance', 'summary'].includes(String(kind)),
	)) {
		expect([row.likelyCause, row.tip]).not.toContain('');
	}
	// An earlier result of the same period is replaced.
	expect(rows.filter(({ kind }) => kind === 'summary')).toHaveLength(1);
	expect(boxes.find(({ box }) => box === '1a')!.difference).not.toBe(0);
});

test('W043: a refund without its credit note is missing, and agrees when it is credited', async () => {
	const lists = { line_items: [], shipping_lines: [], fee_lines: [], tax_lines: [] };
	sandbox.wooCommerce.putRefund({
		...{ id: 9301, parent_id: 38, amount: '5.00', reason: '', refunded_payment: false },
		...lists,
		...dated(midMonth(1)),
	} as never);

	const credit = (found: Awaited<ReturnType<typeof reconcile>>) =>
		found.differences.filter(([number]) => number === '38');
	expect(credit(await reconcile())).toEqual([['38', 'missing', 5]]);
	await runWorkflow(stage, 'Hourly refund sync WooCommerce', 'Every hour');
	expect(credit(await reconcile())).toEqual([]);
});

test('a JouwWeb shop is compared and previewed by templates of its own', async () => {
	const { differences, boxes, rows } = await reconcile('Reconcile period JouwWeb', 'jouwweb');
	expect(differences).toEqual([]);
	expect(boxes.length).toBeGreaterThan(2);
	for (const { shopTotal, booksTotal, shopVat, booksVat } of boxes) {
		expect([booksTotal, booksVat]).toEqual([shopTotal, shopVat]);
	}
	expect(rows.find(({ kind }) => kind === 'summary')).toMatchObject({
		found: expect.stringMatching(/^Documents: \d+; agree: 12;/),
	});
	const { outputs } = await runWorkflow(stage, PREVIEW, 'When clicked');
	expect(outputs['Preview orders']![0]).toHaveLength(10);
});

test('W072: it goes by settings that stand in the editor and are neither saved nor published', async () => {
	const { settings } = demoClientFile(sandbox);
	const shops = settings.shops.map((shop) => ({ ...shop, statusesToBook: ['none of these'] }));
	const unsaved = parametersFromSettings({ ...settings, shops });
	await changeNode('Client settings', 'Webshop settings', (parameters) => ({
		...{ ...parameters, ...unsaved },
	}));
	const outcomes = async () => {
		const { outputs } = await runWorkflow(stage, PREVIEW, 'When clicked');
		return new Set(outputs['Preview orders']![0]!.map(({ outcome }) => outcome));
	};
	expect(await outcomes()).toContain('book');
	await changeNode(PREVIEW, 'Your values', (parameters) =>
		JSON.parse(
			JSON.stringify(parameters).replace(
				/("name":"unsavedSettings","type":"boolean","value":)false/,
				'$1true',
			),
		),
	);
	expect(await outcomes()).not.toContain('book');
	expect(await server.client.rows('ClientSettings')).toHaveLength(1);
});

/** Changes a node as somebody does in the editor: the workflow is saved there, and not published. */
async function changeNode(
	workflow: string,
	name: string,
	change: (parameters: WorkflowNode['parameters']) => WorkflowNode['parameters'],
): Promise<void> {
	const stored = await server.api<WorkflowJson>('GET', `/workflows/${stage.ids[workflow]!}`);
	const nodes = stored.nodes.map((node) =>
		node.name === name ? { ...node, parameters: change(node.parameters) } : node,
	);
	await server.client.updateWorkflow(stage.ids[workflow]!, { ...stored, nodes });
}

test('the dashboard shows boxes, statements and differences of the periods that were compared', async () => {
	await switchOnSchedules(stage);
	await mkdir(OUTPUT, { recursive: true });
	const { url, user, password } = stage.dashboard;
	const browser = await chromium.launch({
		executablePath: ensureChromium(),
		args: BROWSER_ARGUMENTS,
	});
	try {
		const context = await browser.newContext({
			httpCredentials: { username: user, password },
			viewport: { width: 1100, height: 900 },
		});
		const page = await context.newPage();
		await page.goto(`${url}?language=en&tab=reconciliation&from=${midMonth(2).slice(0, 10)}`);
		const woo = page.locator('section[data-period^="woocommerce"]');
		expect(await woo.innerText()).toMatch(/VAT return, box[\s\S]*1a[\s\S]*3b[\s\S]*ICP/);
		await woo.locator('details[data-order="28"] summary').click();
		expect(await woo.locator('details[data-order="28"]').innerText()).toMatch(
			/28 booked twice: € 62\.30[\s\S]*2026-77[\s\S]*Likely cause[\s\S]*What to do/,
		);
		expect(await page.locator('section[data-period^="jouwweb"]').count()).toBe(1);
		await page.screenshot({
			path: path.join(OUTPUT, 'dashboard-reconciliation.png'),
			fullPage: true,
		});
		await page.setViewportSize({ width: 390, height: 844 });
		const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
		expect(overflow).toBe(0);
		await page.screenshot({
			path: path.join(OUTPUT, 'dashboard-reconciliation-phone.png'),
			fullPage: true,
		});
	} finally {
		await browser.close();
	}
});
