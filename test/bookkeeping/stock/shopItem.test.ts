import { nameOf } from '../../../bookkeeping/stock/problems';
import { keyOf, readShopItems, type ShopItem } from '../../../bookkeeping/stock/shopItem';
import { product, variation } from './support';

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

	test('a product with a parent is not a variation, nor is a variation a parent', () => {
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
			'Row 2 is not a product of WooCommerce: check its field "id"',
		);
		expect(() => readShopItems([{ id: 1, attributes: [{ option: true }] }])).toThrow(
			'Row 1 is not a product of WooCommerce: check its field "attributes.0.option"',
		);
		expect(() => readShopItems([null])).toThrow(
			'Row 1 is not a product of WooCommerce: check its field ""',
		);
	});
});
