import {
	articlePrice,
	draftArticles,
	type PriceRules,
} from '../../../bookkeeping/stock/draftArticles';
import { readTaxRates } from '../../../bookkeeping/stock/shopTaxRate';
import { settingsWith } from '../support';
import { article, articles, codesOf, items, product, variation } from './support';

const CODES = { itemCodeKind: 'Alfanumeriek', itemCodeMaxLength: 25 };

const taxRates = readTaxRates([
	{ country: 'NL', rate: '21.0000', class: 'standard' },
	{ country: 'DE', rate: '19.0000', class: 'standard' },
	{ country: 'NL', rate: '9.0000', class: 'reduced-rate' },
	{ country: '', rate: '0.0000', class: 'zero-rate' },
	{ country: 'NL', rate: '9.0000', class: 'mixed' },
	{ country: 'NL', rate: '21.0000', class: 'mixed' },
	{ country: 'NL', rate: '6.0000', class: 'old' },
]);

const PRICES: PriceRules = {
	shopPricesIncludeVat: true,
	articlePricesExcludeVat: true,
	decimals: 2,
};

const revenueGroups = [
	{ vatKind: 'high' as const, revenueGroupId: 'group high' },
	{ vatKind: 'low' as const, revenueGroupId: 'group low' },
];

function drafts(
	products: object[],
	inSnelStart: Array<Record<string, unknown>> = [],
	codes = CODES,
) {
	const settings = settingsWith({
		salesOrders: { revenueGroups },
	});
	return draftArticles(
		items(...(products as Array<Record<string, unknown>>)),
		articles(...inSnelStart),
		taxRates,
		{ codes, prices: PRICES },
		{ settings, shop: settings.shops[0]! },
	);
}

describe('W006, J180: articles of the products that have none', () => {
	test('code, description, revenue group and price; variations one each, their product none', () => {
		const { drafts: made, problems } = drafts([
			product(1, 'MUG', { name: 'Mug' }),
			product(2, 'SHIRT', { type: 'variable', name: 'Shirt' }),
			variation(3, 2, 'SHIRT-L', { name: '', attributes: [{ option: 'L' }, { option: 'Blue' }] }),
			product(4, 'BOOK', { name: 'Book', tax_class: 'reduced-rate', regular_price: '24.99' }),
		]);
		// 12.10 / 1.21 = 10.00; 24.99 / 1.09 = 22.926…
		expect(made).toMatchObject([
			{ code: 'MUG', description: 'Mug', revenueGroupId: 'group high', price: 10 },
			{ code: 'SHIRT-L', description: 'Shirt - L, Blue', price: 10, productId: 2, variationId: 3 },
			{ code: 'BOOK', revenueGroupId: 'group low', percentage: 9, price: 22.93 },
		]);
		expect(problems).toEqual([]);
	});

	test('none for what has an article, in use or not, and for what nobody can see', () => {
		const { drafts: made, problems } = drafts(
			[product(1, 'MUG'), product(2, 'OLD'), product(3, 'DRAFT', { status: 'draft' })],
			[article('MUG', 1), article('OLD', 1, { inactive: true })],
		);
		expect(made).toEqual([]);
		expect(codesOf(problems)).toEqual([['ARTICLE_INACTIVE', 'OLD']]);
	});

	test.each([
		['SKU_TOO_LONG', { sku: 'B'.repeat(26) }],
		['SKU_MISSING', { sku: '' }],
		['VAT_RATE_UNCLEAR', { tax_class: 'unknown' }],
		['VAT_RATE_UNCLEAR', { tax_class: 'mixed' }],
		['VAT_RATE_UNCLEAR', { tax_class: 'old' }],
		['REVENUE_GROUP_MISSING', { tax_class: 'zero-rate' }],
		['REVENUE_GROUP_MISSING', { tax_status: 'none' }],
		['PRICE_MISSING', { regular_price: '', price: '' }],
	])('%s: refused before SnelStart has to', (code, changes) => {
		const { drafts: made, problems } = drafts([product(1, 'MUG', changes)]);
		expect(made).toEqual([]);
		expect(problems).toMatchObject([{ code, productId: 1 }]);
	});

	test('a SKU on two products makes no article, not even one', () => {
		const { drafts: made, problems } = drafts([product(1, 'MUG'), product(2, 'mug')]);
		expect(made).toEqual([]);
		expect(codesOf(problems)).toEqual([
			['SKU_DOUBLE', 'MUG'],
			['SKU_DOUBLE', 'mug'],
		]);
	});
});

describe('the price of an article', () => {
	test.each<[string, number, Partial<PriceRules>, number | undefined]>([
		['12.95', 21, {}, 10.7], // 12.95 / 1.21 = 10.702…
		['12.95', 21, { decimals: 4 }, 10.7025], // 10.70247…
		['12.95', 21, { articlePricesExcludeVat: false }, 12.95],
		['10.70', 21, { shopPricesIncludeVat: false }, 10.7],
		['10.70', 21, { shopPricesIncludeVat: false, articlePricesExcludeVat: false }, 12.95], // 12.947
		['0', 21, {}, 0],
		['', 21, {}, undefined],
		['free', 21, {}, undefined],
		['-1', 21, {}, undefined],
	])('%s at %s %% with %j is %s', (text, percentage, rules, price) => {
		expect(articlePrice(text, percentage, { ...PRICES, ...rules })).toBe(price);
	});
});
