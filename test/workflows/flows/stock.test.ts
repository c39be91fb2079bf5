import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart } from '../../sandbox/client';
import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';

const STOCK = 'Stock from SnelStart to WooCommerce';
const ARTICLES = 'Articles from WooCommerce to SnelStart';
const CODES = 'Compare SKUs of WooCommerce with article codes';
const MAKE_ARTICLE = 'POST artikelen';
const WRITE_STOCK = 'POST products';
const [MUG, BOOK, SHIRT, SHIRT_L_BLUE] = [10, 11, 17, 23];
const DAY = 24 * 3_600_000;

let stage: Stage;

const group = (number: number) => guidFor('artikelomzetgroepen', number);
const shop = () => stage.sandbox.wooCommerce;
const inShop = (id: number) => shop().products.find((one) => one.id === id)!;
const stockOf = (id: number) => inShop(id).stock_quantity;
const changeProduct = (id: number, changes: object) =>
	shop().putProduct({ ...structuredClone(inShop(id)), ...changes });
const checks = () => stage.engine.rows('ArticleChecks').map(cellsOf);
const memory = () => stage.engine.rows('StockMemory').map(cellsOf);
const useValues = (values: Record<string, Record<string, string>>) =>
	stage.engine.useClient({ values });

const ours = { client: 'my-client', shop: 'woocommerce' };
/** Lines of reports that are none of this run's business. */
const others = ['codes', 'articles', 'stock'].flatMap((report) => [
	{ ...ours, client: 'another', report },
	{ ...ours, shop: 'another', report },
]);

/** Runs a template and reads what it reported. */
async function run(template: string, report: string) {
	const done = await stage.engine.run(template, 'When clicked');
	if (done.error) throw done.error;
	const rows = checks().filter(
		(row) => row.report === report && row.client === 'my-client' && row.shop === 'woocommerce',
	);
	const problems = rows.filter(({ code }) => code !== '').map(({ code, sku }) => [code, sku]);
	return { rows, problems };
}

/** How many calls of a shape a run made. */
async function callsDuring(what: () => Promise<unknown>, shape: string): Promise<number> {
	const services = [shop(), stage.sandbox.snelStart];
	const before = services.map(({ journal }) => journal.entries.length);
	await what();
	const counts = services.map(
		({ journal }, index) => journal.calls({ since: before[index]! })[shape] ?? 0,
	);
	return counts.reduce((a, b) => a + b);
}

/** Somebody switches stock control on in SnelStart and counts. */
async function keepStock(code: string, pieces: number): Promise<void> {
	const client = await openSnelStart(stage.sandbox.snelStart);
	const { json } = await client.find('artikelen', `Artikelcode eq '${code}'`);
	const [article] = json;
	await client.send('PUT', `/artikelen/${article.id}`, { ...article, voorraadControle: true });
	stage.sandbox.snelStart.books.count(code, pieces);
}

beforeAll(async () => {
	stage = await startStage((client) => ({
		...client,
		settings: {
			...client.settings,
			document: 'salesOrder',
			salesOrders: {
				vatEntry: 'inclusive',
				pieces: 'asSold',
				revenueGroups: [
					{ vatKind: 'high', revenueGroupId: group(1) },
					{ vatKind: 'low', revenueGroupId: group(2) },
					{ vatKind: 'none', revenueGroupId: group(4) },
				],
			},
		},
	}));
	const moment = new Date(stage.now().getTime() - 3 * DAY).toISOString().slice(0, 19);
	for (const order of [...shop().orders]) {
		shop().putOrder({ ...order, date_created: moment, date_created_gmt: moment });
	}
	changeProduct(14, { sku: 'SCHR-033-VERZINKT-MET-PLATTE-KOP' });
	changeProduct(15, { sku: 'EB-09' });
	for (const row of [
		...others,
		...['codes', 'articles', 'stock'].map((report) => ({ ...ours, report, code: 'OLD' })),
	]) {
		stage.engine.table('ArticleChecks').insert(row);
	}
});
afterAll(async () => await stage?.sandbox.stop());

/** SKU, product, variation, name, price without VAT, percentage: 12.95 / 1.21 = 10.70 and so on. */
const FOR_SALE = [
	['MOK-21', MUG, 0, 'Koffiemok', 10.7, 21],
	['BOEK-09', BOOK, 0, 'Kookboek', 22.93, 9],
	['NUL-00', 12, 0, 'Nultarief artikel', 10, 0],
	['BON-25', 13, 0, 'Cadeaubon € 25', 25, 0],
	['TS-S-R', SHIRT, 18, 'T-shirt - S, Rood', 16.49, 21],
	['TS-S-B', SHIRT, 19, 'T-shirt - S, Blauw', 16.49, 21],
	['TS-M-R', SHIRT, 20, 'T-shirt - M, Rood', 16.49, 21],
	['TS-M-B', SHIRT, 21, 'T-shirt - M, Blauw', 16.49, 21],
	['TS-L-R', SHIRT, 22, 'T-shirt - L, Rood', 18.14, 21],
	['TS-L-B', SHIRT, SHIRT_L_BLUE, 'T-shirt - L, Blauw', 18.14, 21],
] as const;
const SOMETHING = expect.stringMatching(/./);
const line = (report: string, values: object) => ({ ...ours, report, ...values });
/** What is wrong in the shop: one SKU twice, and one that is too long. */
const refused = (report: string) =>
	[
		['SKU_DOUBLE', 'EB-09', 15],
		['SKU_DOUBLE', 'EB-09', 16],
		['SKU_TOO_LONG', 'SCHR-033-VERZINKT-MET-PLATTE-KOP', 14],
	].map(([code, sku, productId]) =>
		line(report, {
			...{ code, sku, productId, variationId: 0, articleCode: '' },
			...{ found: SOMETHING, tip: SOMETHING },
		}),
	);
const sum = (report: string, found: string) =>
	line(report, {
		...{ code: '', sku: '', productId: 0, variationId: 0, articleCode: '' },
		...{ found, tip: '' },
	});
/** The same lines, in whatever order. */
const expectLines = (rows: object[], wanted: object[]) => {
	expect(rows).toHaveLength(wanted.length);
	expect(rows).toEqual(expect.arrayContaining(wanted));
};

it('W064, W083: the comparison of codes says what does not match, in the table and in a file', async () => {
	const { rows } = await run(CODES, 'codes');
	const wanted = [
		...refused('codes'),
		...FOR_SALE.map(([sku, productId, variationId]) =>
			line('codes', {
				...{ code: 'SKU_UNKNOWN', sku, productId, variationId, articleCode: '' },
				...{ found: expect.stringContaining(`"${sku}"`), tip: SOMETHING },
			}),
		),
		sum('codes', '13 products for sale, 0 with an article, 0 articles, 13 problems'),
	];
	expectLines(rows, wanted);
	expect(stage.engine.files).toHaveLength(1);
	expect(stage.engine.files[0]!.name).toBe('article-codes-my-client.csv');
	expectLines(stage.engine.files[0]!.rows, wanted);
});

describe('W006: articles from WooCommerce', () => {
	const lineOf = ([sku, productId, variationId]: readonly unknown[], values: object) =>
		line('articles', { sku, productId, variationId, articleCode: sku, tip: SOMETHING, ...values });

	it('a dry run makes nothing and says what it would', async () => {
		const wanted = [
			...FOR_SALE.map((one) =>
				lineOf(one, {
					code: 'DRY_RUN',
					found: `"${one[3]}" would be made, price ${one[4]}, VAT ${one[5]} %.`,
				}),
			),
			...refused('articles'),
			sum('articles', '10 articles to be made, 3 products with a problem'),
		];
		const calls = await callsDuring(async () => {
			expectLines((await run(ARTICLES, 'articles')).rows, wanted);
		}, MAKE_ARTICLE);
		expect(calls).toBe(0);
	});

	it('J180: makes each, takes over one that is there by now, and says which SnelStart did not take', async () => {
		useValues({ [ARTICLES]: { dryRun: 'no' } });
		// Somebody makes an article after the articles were read.
		const client = await openSnelStart(stage.sandbox.snelStart);
		shop().meanwhile = ({ path }) => {
			if (!path.endsWith('/products')) return;
			shop().meanwhile = () => undefined;
			void client.send('POST', '/artikelen', {
				artikelcode: 'TS-L-R',
				omschrijving: 'Made by hand',
				artikelOmzetgroep: { id: group(1) },
				verkoopprijs: 1,
			});
		};
		// Nine calls: that one, and the eight that are made before the last one.
		const last = { kind: '500' as const, skip: 9, times: 20, shape: MAKE_ARTICLE };
		stage.sandbox.snelStart.faults.add(last);
		const { rows } = await run(ARTICLES, 'articles');
		stage.sandbox.snelStart.faults.clear();
		const wasMade = FOR_SALE.slice(0, 8).map((one) =>
			lineOf(one, {
				code: 'ARTICLE_MADE',
				found: `"${one[3]}" was made, price ${one[4]}, VAT ${one[5]} %.`,
			}),
		);
		expectLines(rows, [
			...wasMade,
			lineOf(FOR_SALE[8], { code: 'ARTICLE_MADE', found: expect.stringMatching(/there/) }),
			lineOf(FOR_SALE[9], {
				code: 'ARTICLE_NOT_MADE',
				found: expect.stringMatching(/^SnelStart is not available/),
			}),
			...refused('articles'),
			sum('articles', '10 articles to be made, 3 products with a problem'),
		]);
		await run(ARTICLES, 'articles');
		const articles = stage.sandbox.snelStart.books.summary().articles;
		const made = articles
			.filter(({ artikelcode }) => artikelcode !== 'TS-L-R')
			.map(({ artikelcode, omschrijving, verkoopprijs, artikelOmzetgroep }) => [
				artikelcode,
				omschrijving,
				verkoopprijs,
				artikelOmzetgroep.id,
			]);
		const groups: Record<number, string> = { 21: group(1), 9: group(2), 0: group(4) };
		expect(made.sort()).toEqual(
			FOR_SALE.filter(([sku]) => sku !== 'TS-L-R')
				.map(([sku, , , name, price, percentage]) => [sku, name, price, groups[percentage]])
				.sort(),
		);
		expect(articles).toHaveLength(FOR_SALE.length);
	});

	it('a further run makes nothing', async () => {
		const calls = await callsDuring(async () => {
			const { rows } = await run(ARTICLES, 'articles');
			const none = sum('articles', '0 articles to be made, 3 products with a problem');
			expectLines(rows, [...refused('articles'), none]);
		}, MAKE_ARTICLE);
		expect(calls).toBe(0);
	});
});

describe('W055: stock from SnelStart', () => {
	const mug = { sku: 'MOK-21', productId: MUG, variationId: 0, articleCode: 'MOK-21' };
	const shirt = {
		...{ sku: 'TS-L-B', productId: SHIRT, variationId: SHIRT_L_BLUE, articleCode: 'TS-L-B' },
	};
	const notKept = line('stock', {
		...{ ...shirt, code: 'STOCK_NOT_MANAGED' },
		...{ found: expect.stringContaining(`variation ${SHIRT_L_BLUE}`), tip: SOMETHING },
	});
	const remembered = ({ sku, productId, variationId }: typeof mug, more: object) => ({
		...{ ...ours, sku, productId, variationId },
		...{ since: expect.stringMatching(/^20\d\d-\d\d-\d\dT/), ...more },
	});
	/** What another client remembers of a product with the same number. */
	const foreign = { ...remembered(mug, { written: 1, held: 0, since: '' }), client: 'another' };

	beforeAll(() => void stage.engine.table('StockMemory').insert(foreign));
	afterEach(() => expect(memory()[0]).toEqual(foreign));
	const own = () => memory().slice(1);

	it('an administration that keeps no stock changes nothing', async () => {
		useValues({ [STOCK]: { dryRun: 'no' } });
		expectLines((await run(STOCK, 'stock')).rows, [
			line('stock', {
				...{ code: 'STOCK_NOT_IN_PACKAGE', sku: '', productId: 0, variationId: 0 },
				...{ articleCode: '', found: 'None of the 10 articles keeps stock.', tip: SOMETHING },
			}),
			sum(
				'stock',
				'14 products, 0 follow SnelStart, 0 differ, 0 of those changed by hand, 1 with a problem',
			),
		]);
		expect(stockOf(MUG)).toBe(500);
	});

	it('a dry run says what it would write', async () => {
		await keepStock('MOK-21', 600);
		await keepStock('TS-L-B', 6);
		useValues({});
		const calls = await callsDuring(async () => {
			expectLines((await run(STOCK, 'stock')).rows, [
				line('stock', {
					...{ ...mug, code: 'DRY_RUN', tip: SOMETHING },
					// The orders of the shop hold 50 mugs, and none of them is in SnelStart yet.
					found: 'The shop has 500, it would get 550.',
				}),
				notKept,
				sum(
					'stock',
					'14 products, 1 follow SnelStart, 1 differ, 0 of those changed by hand, 1 with a problem',
				),
			]);
		}, WRITE_STOCK);
		expect(calls).toBe(0);
		expect(own()).toEqual([]);
	});

	it('products and variations get what is for sale, and it is remembered what they got', async () => {
		useValues({ [STOCK]: { dryRun: 'no' } });
		const { rows } = await run(STOCK, 'stock');
		expect(rows).toContainEqual(notKept);
		expect(rows).toHaveLength(2);
		expect([stockOf(MUG), inShop(SHIRT_L_BLUE).manage_stock]).toEqual([550, false]);
		expect(own()).toEqual([remembered(mug, { written: 550, held: 50 })]);
		useValues({ [STOCK]: { dryRun: 'no', switchOn: 'yes' } });
		expect((await run(STOCK, 'stock')).problems).toEqual([]);
		expect(inShop(SHIRT_L_BLUE)).toMatchObject({ manage_stock: true, stock_quantity: 6 });
		expect(own()).toEqual([
			remembered(mug, { written: 550, held: 50 }),
			remembered(shirt, { written: 6, held: 0 }),
		]);
	});

	it('nothing is written when nothing changed, nor when the orders are booked', async () => {
		const calls = await callsDuring(async () => {
			await run(STOCK, 'stock');
			// SnelStart's free stock falls by what the orders held before.
			const { error } = await stage.engine.run('Hourly order sync WooCommerce', 'Every hour');
			expect(error).toBeUndefined();
			await run(STOCK, 'stock');
		}, WRITE_STOCK);
		expect(calls).toBe(0);
		expect(stockOf(MUG)).toBe(550);
	});

	it('what is right already is remembered too, so that a later change is noticed', async () => {
		const before = own();
		stage.engine.table('StockMemory').rows.splice(1);
		await run(STOCK, 'stock');
		const since = expect.stringMatching(/^20/);
		expect(own()).toEqual(before.map((row) => ({ ...row, since })));
	});

	it('a stock changed by hand is put back and told, and stays told', async () => {
		changeProduct(MUG, { stock_quantity: 999 });
		const overridden = line('stock', {
			...{ ...mug, code: 'STOCK_OVERRIDDEN', tip: expect.stringContaining('SnelStart leads') },
			found: 'The shop had 999; 550 should have been left of the 550 that were written.',
		});
		expectLines((await run(STOCK, 'stock')).rows, [
			overridden,
			sum(
				'stock',
				'14 products, 2 follow SnelStart, 1 differ, 1 of those changed by hand, 0 with a problem',
			),
		]);
		expect(stockOf(MUG)).toBe(550);
		expect((await run(STOCK, 'stock')).rows).toContainEqual(overridden);
		useValues({});
		changeProduct(MUG, { stock_quantity: 998 });
		const { rows } = await run(STOCK, 'stock');
		expect(rows.find(({ code }) => code === 'DRY_RUN')!.found).toMatch(
			/^The shop has 998, it would get 550\. The shop had 998; /,
		);
		changeProduct(MUG, { stock_quantity: 550 });
	});

	it('a product that the shop refuses to change is told, and not remembered', async () => {
		useValues({ [STOCK]: { dryRun: 'no', switchOn: 'yes' } });
		stage.sandbox.snelStart.books.count('TS-L-B', 4);
		shop().faults.add({ kind: '500', times: 20, shape: WRITE_STOCK });
		const { rows } = await run(STOCK, 'stock');
		shop().faults.clear();
		expect(rows).toContainEqual(
			line('stock', {
				...{ ...shirt, code: 'STOCK_NOT_WRITTEN', tip: SOMETHING },
				found: expect.stringContaining('500'),
			}),
		);
		expect(own()[1]).toEqual(remembered(shirt, { written: 6, held: 0 }));
		await run(STOCK, 'stock');
		expect(stockOf(SHIRT_L_BLUE)).toBe(4);
		expect(own()[1]).toEqual(remembered(shirt, { written: 4, held: 0 }));
	});

	it('with SnelStart down the run fails, and the shop keeps what it has', async () => {
		changeProduct(MUG, { stock_quantity: 1 });
		stage.sandbox.snelStart.faults.add({ kind: '401', times: 50 });
		const { error } = await stage.engine.run(STOCK, 'When clicked');
		expect(error?.message).toContain('SnelStart does not accept');
		stage.sandbox.snelStart.faults.clear();
		expect(stockOf(MUG)).toBe(1);
	});
});

it('afterwards every product that is for sale fits an article, but for those that were refused', async () => {
	const articles = stage.sandbox.snelStart.books.summary().articles.length;
	// A sales order was booked with the SKU that the screw had before, which made an article of it.
	expectLines((await run(CODES, 'codes')).rows, [
		...refused('codes'),
		line('codes', {
			...{ code: 'ARTICLE_NOT_IN_SHOP', sku: '', productId: 0, variationId: 0 },
			...{ articleCode: 'SCHR-033', found: SOMETHING, tip: SOMETHING },
		}),
		sum('codes', `13 products for sale, 10 with an article, ${articles} articles, 4 problems`),
	]);
});

it('leaves what is said of other clients and shops alone', () => {
	const rows = checks().filter(({ client, shop: name }) => `${client}/${name}`.includes('another'));
	expectLines(
		rows,
		others.map((row) => expect.objectContaining(row) as object),
	);
	expect(checks().filter(({ code }) => code === 'OLD')).toEqual([]);
});
