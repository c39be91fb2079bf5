import type { ShopAddress, ShopLine, ShopOrder } from '../../../bookkeeping/trade/order';
import { rateLines, type RatedLine } from '../../../bookkeeping/vat/ratedLines';

const micros = (cents: number) => Math.round(cents * 10_000);

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

/** A line in cents, with VAT per rate; fractions of a cent are allowed. */
const line = (
	net: number,
	vat: Record<number, number>,
	{ before = net, ...more }: Partial<ShopLine> & { before?: number } = {},
): ShopLine => ({
	role: 'product',
	title: 'Mug',
	sku: 'M1',
	quantity: '1',
	net: micros(net),
	netBeforeDiscount: micros(before),
	vat: Object.entries(vat).map(([percentage, amount]) => ({
		percentage: Number(percentage),
		amount: micros(amount),
	})),
	...more,
});

const nobody: ShopAddress = {
	...{
		firstName: '',
		lastName: '',
		company: '',
		street: '',
		postcode: '',
		city: '',
		country: 'NL',
	},
};

const order = (lines: ShopLine[], changes: Partial<ShopOrder> = {}): ShopOrder => ({
	...{ id: '1', number: '1', invoiceNumber: '1', status: 'processing', currency: 'EUR' },
	...{ date: '2026-03-01', paymentMethod: { code: 'ideal', title: 'iDEAL' }, total: 0 },
	...{ paidByGiftCard: 0, lines, spread: [], vatPerRate: [], billing: nobody, shipping: nobody },
	...{
		pickUp: false,
		email: '',
		phone: '',
		vatNumber: '',
		chamberOfCommerceNumber: '',
		refundCount: 0,
	},
	...changes,
});

const perRate = (vat: Record<number, number>) => ({
	vatPerRate: Object.entries(vat).map(([percentage, amount]) => ({
		percentage: Number(percentage),
		amount: micros(amount),
	})),
});

/** Lines as `[role, percentage, net, discount]`, VAT as `[percentage, amount]`. */
const rated = (lines: ShopLine[], changes: Partial<ShopOrder> = {}) => {
	const result = rateLines(order(lines, changes), 'en');
	return {
		lines: result.lines.map((one) => [one.role, one.percentage, one.net, one.discount]),
		vat: result.vat.map(({ percentage, amount }) => [percentage, amount]),
	};
};

describe('every amount of an order at one VAT rate', () => {
	test('a product keeps all that the shop says of it', () => {
		const mug = line(900, { 21: 189 }, { before: 1000, quantity: '2', categories: ['Mugs'] });
		expect(rateLines(order([mug]), 'en').lines).toEqual<RatedLine[]>([
			{
				...{ role: 'product', title: 'Mug', sku: 'M1', categories: ['Mugs'], quantity: '2' },
				...{ percentage: 21, net: 1000, discount: 100, gross: 1089 },
			},
		]);
	});

	test('shipping and fees have neither SKU nor pieces nor discount', () => {
		const charge = { title: 'Post', sku: 'X', quantity: '3', before: 700 };
		const [, post, fee] = rateLines(
			order([
				line(1000, { 21: 210 }),
				line(500, { 21: 105 }, { ...charge, role: 'shipping' }),
				line(500, { 21: 105 }, { ...charge, role: 'fee' }),
			]),
			'en',
		).lines;
		const rest = { title: 'Post', sku: '', quantity: '1', percentage: 21, net: 500, discount: 0 };
		expect(post).toEqual({ role: 'shipping', ...rest });
		expect(fee).toEqual({ role: 'fee', ...rest });
	});

	test.each<[string, ShopLine[], unknown[][], unknown[][]]>([
		[
			'highest rate first',
			[line(2000, { 9: 180 }), line(500, { 0: 0 }), line(1000, { 21: 210 })],
			[
				['product', 9, 2000, 0],
				['product', 0, 500, 0],
				['product', 21, 1000, 0],
			],
			[
				[21, 210],
				[9, 180],
				[0, 0],
			],
		],
		['no rate at all', [line(1000, {})], [['product', null, 1000, 0]], []],
		[
			'a rate without VAT beside the one that was charged',
			[line(1000, { 9: 0, 21: 210 })],
			[['product', 21, 1000, 0]],
			[
				[21, 210],
				[9, 0],
			],
		],
		[
			'a free line at two rates',
			[line(0, { 9: 0, 21: 0 }, { before: 500 })],
			[['product', 9, 500, 500]],
			[
				[21, 0],
				[9, 0],
			],
		],
		['VAT two cents off', [line(1000, { 21: 212 })], [['product', 21, 1000, 0]], [[21, 212]]],
		[
			'shipping that is free',
			[line(1000, { 21: 210 }), line(0, {}, { role: 'shipping' })],
			[
				['product', 21, 1000, 0],
				['shipping', null, 0, 0],
			],
			[[21, 210]],
		],
		[
			'shipping a cent off',
			[line(1000, { 21: 210 }), line(500, { 21: 106 }, { role: 'shipping' })],
			[
				['product', 21, 1000, 0],
				['shipping', 21, 500, 0],
			],
			[[21, 316]],
		],
		[
			'shipping that names a rate without VAT first',
			[
				line(1000, { 21: 210 }),
				line(2000, { 9: 180 }),
				line(300, { 9: 0, 21: 63 }, { role: 'shipping' }),
			],
			[
				['product', 21, 1000, 0],
				['product', 9, 2000, 0],
				['shipping', 21, 300, 0],
			],
			[
				[21, 273],
				[9, 180],
			],
		],
		[
			'shipping at 0 %',
			[line(1000, { 21: 210 }), line(500, { 0: 0 }, { role: 'shipping' })],
			[
				['product', 21, 1000, 0],
				['shipping', 0, 500, 0],
			],
			[
				[21, 210],
				[0, 0],
			],
		],
		[
			// 3.00 over 10.00 at 21 % and 20.00 at 9 %: 1.00 and 2.00.
			'a fee at two rates, over the products',
			[
				line(1000, { 21: 210 }),
				line(2000, { 9: 180 }),
				line(300, { 21: 21, 9: 18 }, { role: 'fee' }),
			],
			[
				['product', 21, 1000, 0],
				['product', 9, 2000, 0],
				['fee', 9, 200, 0],
				['fee', 21, 100, 0],
			],
			[
				[21, 231],
				[9, 198],
			],
		],
		[
			// After discount 5.00 and 20.00: 1.00 of 5.00 at 21 %, 4.00 at 9 %; before it 10.00 and 20.00.
			'a fee over the products after discount first',
			[
				line(500, { 21: 105 }, { before: 1000 }),
				line(2000, { 9: 180 }),
				line(500, { 21: 21, 9: 36 }, { role: 'fee' }),
			],
			[
				['product', 21, 1000, 500],
				['product', 9, 2000, 0],
				['fee', 9, 400, 0],
				['fee', 21, 100, 0],
			],
			[
				[21, 126],
				[9, 216],
			],
		],
		[
			'else before it',
			[
				line(500, { 21: 105 }, { before: 1000 }),
				line(2000, { 9: 180 }),
				line(300, { 21: 21, 9: 18 }, { role: 'fee' }),
			],
			[
				['product', 21, 1000, 500],
				['product', 9, 2000, 0],
				['fee', 9, 200, 0],
				['fee', 21, 100, 0],
			],
			[
				[21, 126],
				[9, 198],
			],
		],
	])('%s', (_, lines, expected, vat) => {
		expect(rated(lines)).toEqual({ lines: expected, vat });
	});

	test.each<[string, ShopLine[], unknown[][]]>([
		[
			// 3 x 3.333 = 9.999, rounded 10.00: a cent more than 3 x 3.33.
			'the cent that rounding misses goes to the largest line of its rate',
			[
				line(333.3, { 21: 70 }),
				line(333.4, { 21: 70 }),
				line(333.2, { 21: 70 }),
				line(5000, { 9: 450 }),
			],
			[
				['product', 21, 334, 0],
				['product', 21, 333, 0],
				['product', 21, 333, 0],
				['product', 9, 5000, 0],
			],
		],
		[
			'the largest after discount',
			[line(100.4, { 21: 21 }, { before: 900 }), line(300.4, { 21: 63 })],
			[
				['product', 21, 900, 800],
				['product', 21, 301, 0],
			],
		],
		[
			'also one that was taken back',
			[line(100.4, { 21: 21 }), line(-300.8, { 21: -63 })],
			[
				['product', 21, 100, 0],
				['product', 21, -300, 0],
			],
		],
		[
			'shipping is settled with the products of its rate',
			[line(100.3, { 21: 21 }), line(500.4, { 21: 105 }, { role: 'shipping' })],
			[
				['product', 21, 100, 0],
				['shipping', 21, 501, 0],
			],
		],
		[
			'lines without a rate among themselves',
			[line(100.3, {}), line(200.4, {}), line(300, { 0: 0 })],
			[
				['product', null, 100, 0],
				['product', null, 201, 0],
				['product', 0, 300, 0],
			],
		],
	])('rounded once per rate (HC-01): %s', (_, lines, expected) => {
		expect(rated(lines).lines).toEqual(expected);
	});

	test('VAT per line is added up before it is rounded', () => {
		// 7.014 + 7.014 + 7.014 = 21.042.
		const third = () => line(33.4, { 21: 7.014 });
		expect(rated([third(), third(), third()]).vat).toEqual([[21, 21]]);
		// 0.4 + 0.4 = 0.8 cent is a cent.
		expect(rated([line(2, { 21: 0.4 }), line(2, { 21: 0.4 })]).vat).toEqual([[21, 1]]);
	});

	test('VAT that the order states goes before that of its lines', () => {
		const lines = [line(1000, { 21: 210 }), line(2000, { 9: 180 })];
		expect(rated(lines, perRate({ 21: 212, 9: 180 })).vat).toEqual([
			[21, 212],
			[9, 180],
		]);
	});

	test.each<[ShopLine[], Record<number, number>, string]>([
		[
			[line(1000, { 21: 210 })],
			{ 21: 213 },
			'VAT at 21 %: the order states € 2.13, its lines € 2.10.',
		],
		[
			[line(1000, { 21: 210 })],
			{ 9: 210 },
			'VAT at 9 %: the order states € 2.10, its lines € 0.00.',
		],
		[
			[line(1000, { 21: 210 })],
			{ 21: 207 },
			'VAT at 21 %: the order states € 2.07, its lines € 2.10.',
		],
	])('%j against %j is refused', (lines, vat, message) => {
		expect(() => rated(lines, perRate(vat))).toThrow(refused('VAT_TOTAL_MISMATCH', message));
	});

	test('a cent per line is rounding', () => {
		const lines = [1, 2, 3].map(() => line(1000, { 21: 210 }));
		expect(rated(lines, perRate({ 21: 633 })).vat).toEqual([[21, 633]]);
		expect(() => rated(lines, perRate({ 21: 634 }))).toThrow(/states € 6\.34, its lines € 6\.30/);
	});

	test.each<[ShopLine, string, string]>([
		[
			line(1000, { 21: 100, 9: 45 }),
			'SEVERAL_RATES_ON_LINE',
			'A product line carries VAT at 9 % and 21 %.',
		],
		[
			line(1000, { 21: 213 }),
			'RATE_CONTRADICTS_AMOUNTS',
			'A product line at 21 % has VAT € 2.13 over € 10.00.',
		],
		[
			line(1000, { 21: 207 }),
			'RATE_CONTRADICTS_AMOUNTS',
			'A product line at 21 % has VAT € 2.07 over € 10.00.',
		],
		[
			line(500, { 21: 200 }, { role: 'shipping' }),
			'SPLIT_NOT_REPRODUCED',
			'Shipping of € 5.00 without VAT carries VAT that does not follow from its rates.',
		],
		[
			line(500, { 21: 200 }, { role: 'fee', title: 'Gift' }),
			'SPLIT_NOT_REPRODUCED',
			'The fee "Gift" of € 5.00 without VAT carries VAT that does not follow from its rates.',
		],
	])('%j is refused', (one, code, message) => {
		expect(() => rated([line(1000, { 9: 90 }), one])).toThrow(refused(code, message));
	});
});

describe('shipping and discount of the whole order (J112, J114, J120, J123)', () => {
	const products = [line(1000, { 21: 210 }), line(2000, { 9: 180 })];
	const spread = (role: 'shipping' | 'discount', gross: number, vat: number) => ({
		spread: [{ role, title: role === 'shipping' ? 'Shipping' : 'Discount', gross, vat }],
	});

	test('over the products with VAT, VAT inside each part', () => {
		// 6.78 over 12.10 and 21.80: 2.42 and 4.36; VAT 0.42 and 0.36.
		const result = rateLines(order(products, spread('shipping', 678, 78)), 'en');
		expect(result.lines.slice(2)).toEqual([
			{
				...{ role: 'shipping', title: 'Shipping VAT percentage 21', sku: '', quantity: '1' },
				...{ percentage: 21, net: 200, discount: 0, gross: 242 },
			},
			{
				...{ role: 'shipping', title: 'Shipping VAT percentage 9', sku: '', quantity: '1' },
				...{ percentage: 9, net: 400, discount: 0, gross: 436 },
			},
		]);
		expect(result.vat).toEqual([
			{ percentage: 21, amount: 252 },
			{ percentage: 9, amount: 216 },
		]);
	});

	test('a discount the other way, over what the products were before their own', () => {
		const discounted = [line(500, { 21: 105 }, { before: 1000 }), line(2000, { 9: 180 })];
		// Before: 10.00 + 1.05 and 20.00 + 1.80; VAT inside 11.05 is 1.92, inside 21.80 it is 1.80.
		const { lines } = rated(discounted, spread('discount', -3285, -372));
		expect(lines.slice(2)).toEqual([
			['discount', 21, -913, 0],
			['discount', 9, -2000, 0],
		]);
	});

	test('without products there is nothing to spread over', () => {
		expect(() => rated([], spread('shipping', 605, 105))).toThrow(
			refused('SPLIT_NOT_REPRODUCED', 'Shipping has no products to be split over.'),
		);
	});
});
