import { readArticles } from '../../../bookkeeping/stock/article';
import { codeRefusal } from '../../../bookkeeping/stock/codeRules';
import { heldByKey, readHeldStock } from '../../../bookkeeping/stock/heldStock';
import { matchCodes, unknownSku } from '../../../bookkeeping/stock/matchCodes';
import { keyOf, nameOf, readShopItems, type ShopItem } from '../../../bookkeeping/stock/shopItem';
import { readTaxRates, vatOfClass } from '../../../bookkeeping/stock/shopTaxRate';
import { article, articles, items, product, variation } from './support';

const only = (row: object): ShopItem => readShopItems([row])[0]!;

describe('products and variations as WooCommerce sends them', () => {
	test('everything', () => {
		expect(only({ ...product(7, ' MUG '), name: 'Mug &amp; more' })).toEqual({
			productId: 7,
			variationId: null,
			isSold: true,
			isPublished: true,
			name: 'Mug & more',
			sku: 'MUG',
			stockAt: 'itself',
			stock: 10,
			backorders: false,
			price: '12.10',
			taxClass: '',
			isTaxed: true,
		});
	});

	test('as little as there may be', () => {
		expect(only({ id: 7 })).toEqual({
			productId: 7,
			variationId: null,
			isSold: true,
			isPublished: true,
			name: '',
			sku: '',
			stockAt: 'nowhere',
			stock: 0,
			backorders: false,
			price: '',
			taxClass: '',
			isTaxed: true,
		});
	});

	test.each<[string, object, Partial<ShopItem>]>([
		['a number as SKU', { sku: 42 }, { sku: '42' }],
		[
			'a price of today without a usual one',
			{ regular_price: '', price: '9.00' },
			{ price: '9.00' },
		],
		['the standard class by its name', { tax_class: 'standard' }, { taxClass: '' }],
		['another class', { tax_class: 'reduced-rate' }, { taxClass: 'reduced-rate' }],
		['a class that is nobody else’s', { tax_class: 'parent' }, { taxClass: '' }],
		['no tax', { tax_status: 'none' }, { isTaxed: false }],
		['shipping only', { tax_status: 'shipping' }, { isTaxed: false }],
		[
			'not stated',
			{ tax_status: '', status: '', backorders: '' },
			{ isTaxed: true, isPublished: true, backorders: false },
		],
		['for members', { status: 'private' }, { isPublished: true }],
		['a draft', { status: 'draft' }, { isPublished: false }],
		['backorders', { backorders: 'notify' }, { backorders: true }],
		['no stock kept', { manage_stock: false }, { stockAt: 'nowhere' }],
		...['variable', 'grouped', 'variable-subscription'].map(
			(type): [string, object, Partial<ShopItem>] => [type, { type }, { isSold: false }],
		),
	])('%s', (_, changes, expected) => {
		expect(only({ ...product(7, 'MUG'), ...changes })).toMatchObject(expected);
	});

	const shirt = product(2, 'SHIRT', { type: 'variable', name: 'Shirt', tax_class: 'reduced-rate' });
	const ofShirt = (changes: object, parent: object = {}) =>
		readShopItems([
			{ ...variation(3, 2, 'SHIRT-L'), ...changes },
			{ ...shirt, ...parent },
		])[0]!;

	test.each<[string, object, object, Partial<ShopItem>]>([
		['named after its product', {}, {}, { productId: 2, variationId: 3, name: 'Shirt - L, Blue' }],
		[
			'or its attributes',
			{ name: '', attributes: [{ option: 'L' }, { option: '' }, { option: 'Blue' }] },
			{},
			{ name: 'Shirt - L, Blue' },
		],
		['without any', { name: '', attributes: null }, {}, { name: 'Shirt -' }],
		['by its parent only', { type: '' }, {}, { productId: 2, variationId: 3 }],
		['the class of its product', { tax_class: 'parent' }, {}, { taxClass: 'reduced-rate' }],
		['a class of its own', { tax_class: 'zero-rate' }, {}, { taxClass: 'zero-rate' }],
		['the stock of its product', { manage_stock: 'parent' }, {}, { stockAt: 'product' }],
		['hidden with its product', {}, { status: 'draft' }, { isPublished: false }],
		['hidden by itself', { status: 'draft' }, {}, { isPublished: false }],
	])('a variation: %s', (_, changes, parent, expected) => {
		expect(ofShirt(changes, parent)).toMatchObject(expected);
	});

	test('a product with a parent is no variation, nor is a variation a parent', () => {
		expect(only({ ...product(7, 'MUG'), parent_id: 2 })).toMatchObject({
			productId: 7,
			variationId: null,
		});
		const [, of3] = readShopItems([variation(3, 2, 'A'), { ...variation(4, 3, 'B'), name: 'B' }]);
		expect(of3).toMatchObject({ name: 'B' });
	});

	test('names and keys', () => {
		expect([nameOf(only(product(7, 'MUG'))), nameOf(ofShirt({}))]).toEqual([
			'product 7',
			'variation 3 of product 2',
		]);
		expect([keyOf(only(product(7, 'MUG'))), keyOf(ofShirt({}))]).toEqual(['7/0', '2/3']);
	});

	test('a row that is none is named', () => {
		expect(() => readShopItems([product(1, 'A'), { id: 'x' }])).toThrow(
			'Row 2 is no product of WooCommerce: check its field "id"',
		);
		expect(() => readShopItems([{ id: 1, attributes: [{ option: true }] }])).toThrow(
			'Row 1 is no product of WooCommerce: check its field "attributes.0.option"',
		);
		expect(() => readShopItems([null])).toThrow(
			'Row 1 is no product of WooCommerce: check its field ""',
		);
	});
});

test('articles: those without a code are left out, what is not stated is nothing', () => {
	const rows = [article(' MUG ', 7), { code: ' ' }, { code: 'CUP', stock: null }];
	expect(readArticles(rows)).toEqual([
		{ code: 'MUG', inactive: false, stockKept: true, stock: 7, freeStock: 7 },
		{ code: 'CUP', inactive: false, stockKept: false, stock: 0, freeStock: 0 },
	]);
	expect(() => readArticles([{}])).toThrow(
		'Row 1 is no simplified article of SnelStart: check its field "code"',
	);
});

test('what orders hold: the pieces that are noted on their lines', () => {
	const note = (value: unknown, key = '_reduced_stock') => [
		{ key: 'other', value: 9 },
		{ key, value },
	];
	const order = {
		id: 501,
		date_created_gmt: '2026-11-01T10:00:00',
		line_items: [
			{ product_id: 1, variation_id: 0, meta_data: note('3') },
			{ product_id: 1, meta_data: note(2) },
			{ product_id: 2, variation_id: 3, meta_data: note('4') },
			{ product_id: 2, variation_id: 4, meta_data: note('1') },
			{ product_id: 5, meta_data: note('0') },
			{ product_id: 6, meta_data: note('x') },
			{ product_id: 7, meta_data: note('8', '_other') },
			{ product_id: 8, meta_data: null },
			{ product_id: null, meta_data: note('1') },
		],
	};
	const known = items(
		product(2, 'SHIRT', { type: 'variable' }),
		variation(3, 2, 'L', { manage_stock: 'parent' }),
		variation(4, 2, 'M'),
	);
	const [held] = readHeldStock([order], known);
	expect({ ...held, pieces: Object.fromEntries(held!.pieces) }).toEqual({
		orderId: '501',
		createdAt: '2026-11-01T10:00:00',
		pieces: { '1/0': 5, '2/0': 4, '2/4': 1, '0/0': 1 },
	});
	expect(heldByKey([held!, held!]).get('1/0')).toBe(10);
	expect(() => readHeldStock([{ ...order, date_created_gmt: '' }], [])).toThrow(
		'Row 1 is no order of WooCommerce: check its field "date_created_gmt"',
	);
});

describe('tax classes of the shop', () => {
	const rates = (...rows: Array<[string, string, string | number]>) =>
		readTaxRates(rows.map(([country, name, rate]) => ({ country, rate, class: name })));

	test('as WooCommerce sends them', () => {
		expect(rates([' nl ', '', '21.0000'], ['', 'zero-rate ', 0])).toEqual([
			{ country: 'NL', taxClass: 'standard', percentage: 21 },
			{ country: '', taxClass: 'zero-rate', percentage: 0 },
		]);
		expect(() => rates(['NL', '', 'x'])).toThrow(
			'Row 1 is no tax rate of WooCommerce: check its field "rate"',
		);
	});

	test.each<[string, Array<[string, string, string]>, number | undefined]>([
		[
			'the rate of the country',
			[
				['', '', '19'],
				['NL', '', '21'],
			],
			21,
		],
		[
			'else that of every country',
			[
				['', '', '21'],
				['DE', '', '19'],
			],
			21,
		],
		[
			'twice the same',
			[
				['NL', '', '21'],
				['NL', '', '21'],
			],
			21,
		],
		[
			'two that differ',
			[
				['NL', '', '21'],
				['NL', '', '9'],
			],
			undefined,
		],
		['of another class', [['NL', 'reduced-rate', '9']], undefined],
		['of another country', [['DE', '', '19']], undefined],
	])('%s', (_, rows, percentage) => {
		expect(vatOfClass('standard', 'nl', rates(...rows))).toBe(percentage);
	});
});

describe('codes', () => {
	const mug = (sku: string) => only(product(7, sku));

	test.each<[string, string, number, string | undefined]>([
		['12345', 'Numeriek', 5, undefined],
		['123456', 'Numeriek', 5, '"123456" has 6 characters, the administration takes 5.'],
		['123456', 'Numeriek', 0, undefined],
		['A1', 'Numeriek', 5, '"A1" is no number, as the administration wants.'],
		['1A', 'Numeriek', 5, '"1A" is no number, as the administration wants.'],
		['A1', 'Alfanumeriek', 5, undefined],
	])(
		'%s in an administration of %s, %d (ART-0003, ART-0004)',
		(sku, itemCodeKind, itemCodeMaxLength, found) => {
			expect(codeRefusal(mug(sku), { itemCodeKind, itemCodeMaxLength })?.found).toBe(found);
		},
	);

	const found = (rows: object[], codes: string[]) =>
		matchCodes(
			items(...(rows as never[])),
			articles(...codes.map((code) => article(code, 1))),
		).problems.map((problem) => [problem.code, problem.found]);

	test('what stands in the way, in words', () => {
		expect(found([product(1, 'mug')], ['MUG', 'Mug'])).toEqual([
			['CODE_DOUBLE', 'SnelStart has MUG, Mug.'],
		]);
		expect(found([product(1, 'mug')], ['MUG'])).toEqual([
			['SKU_SPELLED_DIFFERENTLY', 'The shop writes "mug", SnelStart "MUG".'],
		]);
		expect(found([product(1, '')], [])).toEqual([
			['SKU_MISSING', 'The SKU of product 1 is empty.'],
		]);
		expect(found([product(1, '', { type: 'variable' })], [])).toEqual([]);
		expect(found([product(1, 'A'), product(2, 'A'), product(3, 'A')], ['A'])).toEqual([
			['SKU_DOUBLE', 'The SKU is also that of product 2 and product 3.'],
			['SKU_DOUBLE', 'The SKU is also that of product 1 and product 3.'],
			['SKU_DOUBLE', 'The SKU is also that of product 1 and product 2.'],
		]);
		const shirt = product(2, 'SHIRT', { type: 'variable' });
		expect(found([shirt, variation(3, 2, 'SHIRT')], ['SHIRT'])).toEqual([
			['SKU_OF_PARENT', 'Variation 3 of product 2 has no SKU of its own.'],
		]);
		expect(found([variation(3, 2, 'L')], ['L'])).toEqual([]);
	});

	test('a code that nobody has, with one that looks like it', () => {
		const said = (sku: string, ...codes: string[]) =>
			unknownSku(mug(sku), articles(...codes.map((code) => article(code, 1)))).found;
		expect(said('MUG 1', 'CUP', 'mug-1')).toBe(
			'SnelStart has no article "MUG 1". It has "mug-1", which looks like it.',
		);
		expect(said('MUG 1', 'MUG 2')).toBe('SnelStart has no article "MUG 1".');
		expect(said('--', '++')).toBe('SnelStart has no article "--".');
	});
});
