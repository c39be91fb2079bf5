import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { article, order, product, variation } from '../../bookkeeping/stock/support';
import { completeSettings } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';
import type { NodeRun } from '../../support/engine';

const revenueGroups = ['high', 'low', 'none'].map((vatKind) => ({
	vatKind,
	revenueGroupId: `group ${vatKind}`,
}));
const settings = (changes: IDataObject = {}): IDataObject => ({
	settings: {
		...completeSettings,
		document: 'salesOrder',
		salesOrders: { pieces: 'asSold', revenueGroups },
		...changes,
	} as unknown as IDataObject,
});
const company = {
	itemCodeKind: 'Alfanumeriek',
	itemCodeMaxLength: 25,
	itemPricesExcludeVat: true,
	itemPriceDecimals: 2,
};
const taxRates = [{ id: 1, country: 'NL', rate: '21.0000', class: 'standard' }];

const run = async (
	operation: string,
	products: object[],
	otherInputs: object[][],
	parameters: IDataObject = {},
): Promise<NodeRun> =>
	await runNode({
		node: new WebshopTransformer(),
		parameters: { resource: 'article', operation, shop: 'woocommerce', ...parameters } as never,
		items: products as IDataObject[],
		otherInputs: otherInputs as IDataObject[][],
	});
const rows = ({ outputs }: NodeRun) => outputs.map((items) => items.map(({ json }) => json));
const links = ({ outputs }: NodeRun) =>
	outputs.map((items) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item));

test('W055: Compare Stock links every change to its product', async () => {
	const done = await run(
		'compareStock',
		[
			{},
			product(1, 'MUG'),
			product(2, 'SHIRT', { type: 'variable' }),
			variation(3, 2, 'SHIRT-L'),
			product(4, 'PEN'),
		],
		[
			[settings()],
			[article('MUG', 10), article('SHIRT-L', 2), article('CUP', 1, { inactive: true })],
			[order(501, '2026-11-20T10:00:00', [{ product: 1, pieces: 3 }])],
			[
				{ orderId: '501', kind: 'order', state: 'needsAttention' },
				{ orderId: '501', kind: 'refund', state: 'booked' },
				{},
			],
			[{}],
		],
		{ ordersSince: '2026-09-25T00:00:00+02:00' },
	);
	expect(done.error).toBeUndefined();
	const [changes, toRemember, problems, summary] = rows(done);
	// 10 on the shelf, 3 of them sold and not in SnelStart: a refund row says nothing about that.
	expect(changes).toMatchObject([
		{ sku: 'MUG', written: 7 },
		{ sku: 'SHIRT-L', productId: 2, variationId: 3, written: 2 },
	]);
	expect([toRemember, problems]).toEqual([
		[],
		[expect.objectContaining({ code: 'SKU_UNKNOWN', sku: 'PEN' })],
	]);
	expect(summary).toEqual([
		{
			products: 4,
			followed: 2,
			changes: 2,
			overridden: 0,
			problems: 1,
			codes: { SKU_UNKNOWN: 1 },
		},
	]);
	expect(links(done)).toEqual([[1, 3], [], [4], [0]]);
});

test('Compare Stock goes by what it remembered, halfway the orders', async () => {
	const memory = {
		productId: 1,
		variationId: 0,
		written: 10,
		held: 0,
		since: '2026-10-25T00:00:00',
	};
	const done = await run(
		'compareStock',
		[product(1, 'MUG', { stock_quantity: 25 })],
		[[settings()], [article('MUG', 10)], [], [], [memory]],
		{ ordersSince: '2026-10-01T00:00:00Z' },
	);
	const [change] = rows(done)[0]!;
	expect(change).toMatchObject({ code: 'STOCK_OVERRIDDEN', written: 10, shopStock: 25 });
	const halfway = (Date.parse('2026-10-01T00:00:00Z') + Date.now()) / 2;
	expect(Math.abs(Date.parse(`${String(change!.since)}Z`) - halfway)).toBeLessThan(60_000);
});

test.each([
	['salesEntry', {}, 'STOCK_NOT_LOWERED'],
	['salesEntry', { loweredByOthers: true }, undefined],
	['salesOrder', {}, undefined],
	['salesOrder', { onePiece: true }, 'STOCK_PIECES_UNSURE'],
])(
	'with %s and %j Compare Stock says %s',
	async (document, { onePiece, ...parameters }: IDataObject, code) => {
		const done = await run(
			'compareStock',
			[product(1, 'MUG')],
			[
				[settings({ document, ...(onePiece === true && { salesOrders: { revenueGroups } }) })],
				[article('MUG', 7)],
				[],
				[],
				[],
			],
			parameters,
		);
		expect(rows(done)[2]!.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
		expect(rows(done)[0]).toHaveLength(code === 'STOCK_NOT_LOWERED' ? 0 : 1);
	},
);

test('W006: Draft Articles drafts what is missing, priced as both sides keep prices', async () => {
	const done = await run(
		'draftArticles',
		[product(1, 'MUG'), product(2, ''), product(3, 'CUP')],
		[[settings()], [article('CUP', 1)], [company], taxRates],
		{ shopPricesIncludeVat: true },
	);
	expect(done.error).toBeUndefined();
	const [drafts, problems, summary] = rows(done);
	expect(drafts).toMatchObject([{ code: 'MUG', price: 10, revenueGroupId: 'group high' }]);
	expect(problems).toMatchObject([{ code: 'SKU_MISSING', productId: 2 }]);
	expect(summary).toEqual([{ drafts: 1, problems: 1, codes: { SKU_MISSING: 1 } }]);
	expect(links(done)).toEqual([[0], [1], [0]]);
});

test('W064: Compare Codes reports on both sides', async () => {
	const done = await run(
		'compareCodes',
		[product(1, 'MUG'), product(2, 'M'.repeat(30))],
		[[settings()], [article('MUG', 1), article('LONELY', 1)], [company]],
	);
	expect(rows(done)[0]).toMatchObject([{ code: 'SKU_TOO_LONG' }, { code: 'ARTICLE_NOT_IN_SHOP' }]);
	expect(rows(done)[1]).toMatchObject([{ sold: 2, matched: 1, articles: 2, problems: 2 }]);
});

test.each([
	['a row that is not a product', [{ id: 'x' }], [company], /'Products': Row 1 /],
	['no company', [product(1, 'MUG')], [], /'Company'/],
])('%s stops the node and names the input', async (_, products, companies, message) => {
	const { error } = await run('compareCodes', products, [[settings()], [], companies]);
	expect(error?.message).toMatch(message);
});
