import type { ShopAddress, ShopLine, ShopOrder } from '../../bookkeeping/trade/order';
import { rateLines, spreadTitle, type RatedLine } from '../../bookkeeping/vat/ratedLines';
import { splitNetByStoredVat, splitOverRates, vatFits } from '../../bookkeeping/vat/spread';

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
	const result = rateLines(order(lines, changes));
	return {
		lines: result.lines.map((one) => [one.role, one.percentage, one.net, one.discount]),
		vat: result.vat.map(({ percentage, amount }) => [percentage, amount]),
	};
};

describe('every amount of an order at one VAT rate', () => {
	test('a product keeps all that the shop says of it', () => {
		const mug = line(900, { 21: 189 }, { before: 1000, quantity: '2', categories: ['Mugs'] });
		expect(rateLines(order([mug])).lines).toEqual<RatedLine[]>([
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
		[[line(1000, { 21: 210 })], { 21: 213 }, 'VAT at 21 %: the order states 2.13, its lines 2.10.'],
		[[line(1000, { 21: 210 })], { 9: 210 }, 'VAT at 9 %: the order states 2.10, its lines 0.00.'],
		[[line(1000, { 21: 210 })], { 21: 207 }, 'VAT at 21 %: the order states 2.07, its lines 2.10.'],
	])('%j against %j is refused', (lines, vat, message) => {
		expect(() => rated(lines, perRate(vat))).toThrow(refused('VAT_TOTAL_MISMATCH', message));
	});

	test('a cent per line is rounding', () => {
		const lines = [1, 2, 3].map(() => line(1000, { 21: 210 }));
		expect(rated(lines, perRate({ 21: 633 })).vat).toEqual([[21, 633]]);
		expect(() => rated(lines, perRate({ 21: 634 }))).toThrow(/states 6\.34, its lines 6\.30/);
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
			'A product line at 21 % has VAT 2.13 over 10.00.',
		],
		[
			line(1000, { 21: 207 }),
			'RATE_CONTRADICTS_AMOUNTS',
			'A product line at 21 % has VAT 2.07 over 10.00.',
		],
		[
			line(500, { 21: 200 }, { role: 'shipping' }),
			'SPLIT_NOT_REPRODUCED',
			'Shipping of 5.00 without VAT carries VAT that does not follow from its rates.',
		],
		[
			line(500, { 21: 200 }, { role: 'fee', title: 'Gift' }),
			'SPLIT_NOT_REPRODUCED',
			'The fee "Gift" of 5.00 without VAT carries VAT that does not follow from its rates.',
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
		const result = rateLines(order(products, spread('shipping', 678, 78)));
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

	test('their titles', () => {
		expect(spreadTitle('shipping', 21)).toBe('Shipping VAT percentage 21');
		expect(spreadTitle('discount', 9)).toBe('Discount (with VAT percentage 9 %)');
	});

	test('without products there is nothing to spread over', () => {
		expect(() => rated([], spread('shipping', 605, 105))).toThrow(
			refused('SPLIT_NOT_REPRODUCED', 'Shipping has no products to be split over.'),
		);
	});
});

describe('an amount over the rates of the basket (J114, J115, J120)', () => {
	const basket = [
		{ percentage: 21, net: 1000, vat: 210 },
		{ percentage: 9, net: 2000, vat: 180 },
	];
	const split = (gross: number, vat: number, over = basket) =>
		splitOverRates(gross, vat, over, 'Shipping').map((part) => [
			part.percentage,
			part.net,
			part.vat,
		]);

	test.each<[string, number, number, unknown[][], typeof basket?]>([
		[
			'by the amounts with VAT',
			678,
			78,
			[
				[21, 200, 42],
				[9, 400, 36],
			],
			basket,
		],
		// By net: 6.78 over 10 and 20 is 2.26 and 4.52; VAT 0.39 and 0.37.
		[
			'else by those without',
			678,
			76,
			[
				[21, 187, 39],
				[9, 415, 37],
			],
			basket,
		],
		[
			'a cent more goes to the largest part',
			678,
			79,
			[
				[21, 200, 42],
				[9, 399, 37],
			],
			basket,
		],
		[
			'two cents less as well',
			678,
			80,
			[
				[21, 200, 42],
				[9, 398, 38],
			],
			basket,
		],
		[
			'a discount is the mirror of it',
			-678,
			-78,
			[
				[21, -200, -42],
				[9, -400, -36],
			],
			basket,
		],
		['one rate', 121, 21, [[21, 100, 21]], basket.slice(0, 1)],
		['no VAT', 500, 0, [[0, 500, 0]], [{ percentage: 0, net: 100, vat: 0 }]],
		[
			'what was taken back weighs nothing',
			121,
			21,
			[
				[21, 100, 21],
				[9, 0, 0],
			],
			[basket[0]!, { percentage: 9, net: -500, vat: -45 }],
		],
	])('%s', (_, gross, vat, parts, over) => {
		expect(split(gross, vat, over)).toEqual(parts);
	});

	test.each<[number, number, typeof basket, string]>([
		[678, 81, basket, 'Shipping of 6.78 carries VAT 0.81; over the products it would be 0.78.'],
		[678, 74, basket, 'Shipping of 6.78 carries VAT 0.74; over the products it would be 0.78.'],
		[
			500,
			1,
			[{ percentage: 0, net: 100, vat: 0 }],
			'Shipping of 5.00 carries VAT 0.01; over the products it would be 0.00.',
		],
	])('%d with VAT %d is refused', (gross, vat, over, message) => {
		expect(() => split(gross, vat, over)).toThrow(refused('SPLIT_NOT_REPRODUCED', message));
	});
});

describe('an amount without VAT whose VAT per rate is known (D-FEE)', () => {
	const share = (percentage: number, net: number) => ({ percentage, net, vat: 0 });
	type Basket = Array<ReturnType<typeof share>>;
	const split = (net: number, stored: Record<number, number>, ...baskets: Basket[]) =>
		splitNetByStoredVat(
			net,
			Object.entries(stored).map(([percentage, vat]) => ({ percentage: Number(percentage), vat })),
			baskets,
			'The fee',
		).map((part) => [part.percentage, part.net, part.vat]);
	const stored = { 9: 18, 21: 21 };
	const basket = [share(21, 1000), share(9, 2000)];

	test.each<[string, number, Record<number, number>, Basket[], number[][]]>([
		[
			'in proportion to the basket',
			300,
			stored,
			[basket],
			[
				[9, 200, 18],
				[21, 100, 21],
			],
		],
		[
			'shares of one rate together',
			300,
			stored,
			[[share(21, 500), share(9, 2000), share(21, 500)]],
			[
				[9, 200, 18],
				[21, 100, 21],
			],
		],
		[
			'the basket goes before VAT divided by rate',
			301,
			stored,
			[[share(21, 1000), share(9, 2010)]],
			[
				[9, 201, 18],
				[21, 100, 21],
			],
		],
		[
			'the next basket when the first does not fit',
			301,
			stored,
			[[share(21, 1000)], basket],
			[
				[9, 201, 18],
				[21, 100, 21],
			],
		],
		[
			'a basket with less than nothing is passed over',
			300,
			stored,
			[[share(21, -1000), share(9, 2000)]],
			[
				[9, 200, 18],
				[21, 100, 21],
			],
		],
		// 0.21 / 21 % = 1.00 and 0.18 / 9 % = 2.00.
		[
			'else VAT divided by rate',
			300,
			stored,
			[],
			[
				[9, 200, 18],
				[21, 100, 21],
			],
		],
		[
			'what is left goes to the rate of 0 %',
			350,
			{ 0: 0, ...stored },
			[],
			[
				[0, 50, 0],
				[9, 200, 18],
				[21, 100, 21],
			],
		],
		[
			'else to the largest part',
			303,
			stored,
			[],
			[
				[9, 203, 18],
				[21, 100, 21],
			],
		],
		[
			'the largest may be the last',
			604,
			{ 9: 18, 21: 84 },
			[],
			[
				[9, 200, 18],
				[21, 404, 84],
			],
		],
		[
			'or one that is taken back',
			-303,
			{ 9: -18, 21: -21 },
			[],
			[
				[9, -203, -18],
				[21, -100, -21],
			],
		],
	])('%s', (_, net, vat, baskets, expected) => {
		expect(split(net, vat, ...baskets)).toEqual(expected);
	});

	test('no basis fits', () => {
		expect(() => split(500, { 9: 18, 21: 21 })).toThrow(
			refused(
				'SPLIT_NOT_REPRODUCED',
				'The fee of 5.00 without VAT carries VAT that does not follow from its rates.',
			),
		);
	});

	test('VAT fits within a cent', () => {
		const fits = (vat: number) => vatFits({ percentage: 21, net: 1000, vat });
		expect([208, 209, 210, 211, 212].map(fits)).toEqual([false, true, true, true, false]);
	});
});
