import { importClient } from '../../cli/importClient';
import type { Sandbox } from '../../sandbox/index';
import { guidFor } from '../../sandbox/snelstart/identity';
import { runHourly, runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { openSnelStart } from '../sandbox/client';
import { startStage, startStandIns } from './support/stage';

const STOCK = 'Stock from SnelStart to WooCommerce';
const ARTICLES = 'Articles from WooCommerce to SnelStart';
const CODES = 'Compare SKUs of WooCommerce with article codes';
const MUG = 10;
const SHIRT = 17;
const SHIRT_L_BLUE = 23;
const DAY = 24 * 3600 * 1000;

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;

const group = (number: number) => guidFor('artikelomzetgroepen', number);

/** A client that books sales orders, with other values of the templates where a test says so. */
async function useValues(values: Record<string, Record<string, string>> = {}): Promise<void> {
	const { request } = stage;
	const settings = {
		...request.file.settings,
		document: 'salesOrder' as const,
		salesOrders: {
			vatEntry: 'inclusive' as const,
			pieces: 'asSold' as const,
			revenueGroups: [
				{ vatKind: 'high' as const, revenueGroupId: group(1) },
				{ vatKind: 'low' as const, revenueGroupId: group(2) },
				{ vatKind: 'none' as const, revenueGroupId: group(4) },
			],
		},
	};
	await importClient({ ...request, file: { ...request.file, settings, values }, inactive: true });
}

/** Runs a template and reads what it reported: code, SKU and what was found. */
async function run(template: string, report: string) {
	await runWorkflow(stage, template, 'When clicked');
	const rows = (await server.client.rows('ArticleChecks')).filter((row) => row.report === report);
	const problems = rows.filter(({ code }) => code !== '').map(({ code, sku }) => [code, sku]);
	return { rows, problems: problems.sort(), summary: rows.find(({ code }) => code === '')?.found };
}

const inShop = (id: number) => sandbox.wooCommerce.products.find((one) => one.id === id)!;
const stockOf = (id: number) => inShop(id).stock_quantity;
const changeProduct = (id: number, changes: object) =>
	sandbox.wooCommerce.putProduct({ ...structuredClone(inShop(id)), ...changes });

/** Calls of a kind that a run made. */
async function callsDuring(what: () => Promise<unknown>, shape: RegExp): Promise<number> {
	const shops = [sandbox.wooCommerce, sandbox.snelStart];
	const before = shops.map(({ journal }) => journal.entries.length);
	await what();
	const calls = shops.flatMap(({ journal }, index) =>
		Object.entries(journal.calls({ since: before[index] ?? 0 })),
	);
	return calls.reduce((sum, [name, count]) => sum + (shape.test(name) ? count : 0), 0);
}
const MAKE_ARTICLE = /^POST artikelen$/;
const WRITE_STOCK = /^POST products$/;

/** Somebody switches stock control on in SnelStart and counts. */
async function keepStock(code: string, pieces: number): Promise<void> {
	const client = await openSnelStart(sandbox.snelStart);
	const { json } = await client.find('artikelen', `Artikelcode eq '${code}'`);
	const [article] = json;
	const changed = { ...article, voorraadControle: true };
	expect((await client.send('PUT', `/artikelen/${article.id}`, changed)).status).toBe(200);
	sandbox.snelStart.books.count(code, pieces);
}

beforeAll(async () => {
	sandbox = await startStandIns();
	const moment = new Date(Date.now() - 3 * DAY).toISOString().slice(0, 19);
	for (const order of [...sandbox.wooCommerce.orders]) {
		const created = { date_created: moment, date_created_gmt: moment };
		sandbox.wooCommerce.putOrder({ ...order, ...created } as typeof order);
	}
	stage = await startStage(sandbox);
	server = stage.server;
	await useValues();
	changeProduct(14, { sku: 'SCHR-033-VERZINKT-MET-PLATTE-KOP' });
	changeProduct(15, { sku: 'EB-09' });
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

const REFUSED = [
	['SKU_DOUBLE', 'EB-09'],
	['SKU_DOUBLE', 'EB-09'],
	['SKU_TOO_LONG', 'SCHR-033-VERZINKT-MET-PLATTE-KOP'],
];

test('W064, W083: before anything is done, the report says what does not match', async () => {
	const { problems, summary } = await run(CODES, 'codes');
	expect(problems).toEqual([
		...REFUSED,
		...['BOEK-09', 'BON-25', 'MOK-21', 'NUL-00'].map((sku) => ['SKU_UNKNOWN', sku]),
		...['L-B', 'L-R', 'M-B', 'M-R', 'S-B', 'S-R'].map((kind) => ['SKU_UNKNOWN', `TS-${kind}`]),
	]);
	expect(summary).toBe('13 products for sale, 0 with an article, 0 articles, 13 problems');
});

describe('W006: articles from WooCommerce', () => {
	test('a dry run makes nothing and says what it would', async () => {
		expect(await callsDuring(() => run(ARTICLES, 'articles'), MAKE_ARTICLE)).toBe(0);
		const { rows, summary } = await run(ARTICLES, 'articles');
		expect(rows.filter(({ code }) => code === 'DRY_RUN')).toHaveLength(10);
		expect(rows.find(({ sku }) => sku === 'MOK-21')).toMatchObject({
			found: '"Koffiemok" would be made, price 10.7, VAT 21 %.',
		});
		expect(summary).toBe('10 articles to be made, 3 products with a problem');
	});

	test('J180: makes each with its code, description, price and revenue group', async () => {
		await useValues({ [ARTICLES]: { dryRun: 'no' } });
		const { problems } = await run(ARTICLES, 'articles');
		expect(problems.filter(([code]) => code !== 'ARTICLE_MADE')).toEqual(REFUSED);
		const made = sandbox.snelStart.books
			.summary()
			.articles.map(({ artikelcode, omschrijving, verkoopprijs, artikelOmzetgroep }) => [
				artikelcode,
				omschrijving,
				verkoopprijs,
				artikelOmzetgroep.id,
			])
			.sort();
		// 12.95 / 1.21 = 10.70; 24.99 / 1.09 = 22.93; 19.95 / 1.21 = 16.49;
		// 21.95 / 1.21 = 18.14.
		expect(made).toEqual([
			['BOEK-09', 'Kookboek', 22.93, group(2)],
			['BON-25', 'Cadeaubon € 25', 25, group(4)],
			['MOK-21', 'Koffiemok', 10.7, group(1)],
			['NUL-00', 'Nultarief artikel', 10, group(4)],
			['TS-L-B', 'T-shirt - L, Blauw', 18.14, group(1)],
			['TS-L-R', 'T-shirt - L, Rood', 18.14, group(1)],
			['TS-M-B', 'T-shirt - M, Blauw', 16.49, group(1)],
			['TS-M-R', 'T-shirt - M, Rood', 16.49, group(1)],
			['TS-S-B', 'T-shirt - S, Blauw', 16.49, group(1)],
			['TS-S-R', 'T-shirt - S, Rood', 16.49, group(1)],
		]);
	});

	test('a second run makes nothing', async () => {
		expect(await callsDuring(() => run(ARTICLES, 'articles'), MAKE_ARTICLE)).toBe(0);
		const { problems } = await run(ARTICLES, 'articles');
		expect(problems).toEqual(REFUSED);
	});
});

describe('W055: stock from SnelStart', () => {
	test('an administration that keeps no stock changes nothing', async () => {
		await useValues({ [STOCK]: { dryRun: 'no' } });
		const { problems } = await run(STOCK, 'stock');
		expect(problems).toEqual([['STOCK_NOT_IN_PACKAGE', '']]);
		expect(stockOf(MUG)).toBe(500);
	});

	test('a dry run says what it would write', async () => {
		await keepStock('MOK-21', 600);
		await keepStock('TS-L-B', 6);
		await useValues();
		expect(await callsDuring(() => run(STOCK, 'stock'), WRITE_STOCK)).toBe(0);
		const { rows } = await run(STOCK, 'stock');
		expect(rows.find(({ code }) => code === 'DRY_RUN')).toMatchObject({
			sku: 'MOK-21',
			// The orders of the shop hold 50 mugs, and none of them is in SnelStart yet.
			found: 'The shop has 500, it would get 550.',
		});
	});

	test('products and variations get what is for sale; what the shop keeps no stock of is told', async () => {
		await useValues({ [STOCK]: { dryRun: 'no' } });
		const { problems } = await run(STOCK, 'stock');
		expect(problems).toEqual([['STOCK_NOT_MANAGED', 'TS-L-B']]);
		expect(stockOf(MUG)).toBe(550);
		await useValues({ [STOCK]: { dryRun: 'no', switchOn: 'yes' } });
		expect((await run(STOCK, 'stock')).problems).toEqual([]);
		expect(inShop(SHIRT_L_BLUE)).toMatchObject({ manage_stock: true, stock_quantity: 6 });
		expect(inShop(SHIRT)).toMatchObject({ manage_stock: false });
	});

	test('a second run writes nothing', async () => {
		expect(await callsDuring(() => run(STOCK, 'stock'), WRITE_STOCK)).toBe(0);
	});

	test('nor does booking the orders: SnelStart’s free stock falls by what they held', async () => {
		const lines = (order: object) =>
			(order as { line_items: Array<{ product_id: number }> }).line_items;
		await runHourly(stage);
		const rows = await server.client.rows('WebshopOrders');
		const booked = rows.filter(({ state, shop }) => state === 'booked' && shop === 'woocommerce');
		const withMugs = sandbox.wooCommerce.orders.filter(
			(order) =>
				booked.some(({ orderId }) => orderId === String(order.id)) &&
				lines(order).some(({ product_id }) => product_id === MUG),
		);
		expect(withMugs.length).toBeGreaterThan(5);
		expect(await callsDuring(() => run(STOCK, 'stock'), WRITE_STOCK)).toBe(0);
		expect(stockOf(MUG)).toBe(550);
	});

	test('a sale in the shop is not a change by hand', async () => {
		const sold = structuredClone(sandbox.wooCommerce.orders.find(({ id }) => id === 29)!);
		const moment = new Date().toISOString().slice(0, 19);
		sandbox.wooCommerce.putOrder({ ...sold, id: 9301, number: '9301', date_created_gmt: moment });
		changeProduct(MUG, { stock_quantity: 549 });
		expect(await callsDuring(() => run(STOCK, 'stock'), WRITE_STOCK)).toBe(0);
		expect(stockOf(MUG)).toBe(549);
	});

	test('a stock changed by hand is put back and told, and stays told', async () => {
		changeProduct(MUG, { stock_quantity: 999 });
		const { rows } = await run(STOCK, 'stock');
		expect(stockOf(MUG)).toBe(549);
		const [told] = rows.filter(({ code }) => code === 'STOCK_OVERRIDDEN');
		expect(told).toMatchObject({
			sku: 'MOK-21',
			found: 'The shop had 999; 549 should have been left of the 550 that were written.',
			tip: expect.stringContaining('SnelStart leads'),
		});
		const { problems } = await run(STOCK, 'stock');
		expect(problems).toEqual([['STOCK_OVERRIDDEN', 'MOK-21']]);
		expect(stockOf(MUG)).toBe(549);
	});

	test('W014: another count in SnelStart reaches the shop', async () => {
		sandbox.snelStart.books.count('TS-L-B', 2);
		await run(STOCK, 'stock');
		expect(stockOf(SHIRT_L_BLUE)).toBe(2);
	});

	test('a product the shop refuses to change is told, and not remembered', async () => {
		sandbox.snelStart.books.count('TS-L-B', 4);
		const memory = await server.client.rows('StockMemory');
		sandbox.wooCommerce.faults.add({
			kind: '500',
			times: 20,
			shape: 'POST products',
		});
		const { problems } = await run(STOCK, 'stock');
		sandbox.wooCommerce.faults.clear();
		expect(problems).toContainEqual(['STOCK_NOT_WRITTEN', 'TS-L-B']);
		expect(await server.client.rows('StockMemory')).toEqual(memory);
		await run(STOCK, 'stock');
		expect(stockOf(SHIRT_L_BLUE)).toBe(4);
	});

	test('with SnelStart down the run fails, and the shop keeps what it has', async () => {
		changeProduct(MUG, { stock_quantity: 1 });
		sandbox.snelStart.faults.add({ kind: '500', times: 100 });
		await expect(run(STOCK, 'stock')).rejects.toThrow(/"Get articles"/);
		sandbox.snelStart.faults.clear();
		expect(stockOf(MUG)).toBe(1);
		await run(STOCK, 'stock');
		expect(stockOf(MUG)).toBe(549);
	});
});

test('afterwards every product that is for sale fits an article, but for those that were refused', async () => {
	const { rows, problems, summary } = await run(CODES, 'codes');
	expect(problems).toEqual([['ARTICLE_NOT_IN_SHOP', ''], ...REFUSED]);
	// An order was booked with the SKU that the screw had before.
	expect(rows.find(({ code }) => code === 'ARTICLE_NOT_IN_SHOP')?.articleCode).toBe('SCHR-033');
	expect(summary).toMatch(/^13 products for sale, 10 with an article, \d+ articles, 4 problems$/);
});
