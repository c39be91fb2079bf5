import { splitNetByStoredVat, splitOverRates, vatFits } from '../../../bookkeeping/vat/spread';

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

describe('an amount over the rates of the basket (J114, J115, J120)', () => {
	const basket = [
		{ percentage: 21, net: 1000, vat: 210 },
		{ percentage: 9, net: 2000, vat: 180 },
	];
	const split = (
		gross: number,
		vat: number,
		over = basket,
		role: 'shipping' | 'discount' = 'shipping',
	) => splitOverRates(gross, vat, over, role).map((part) => [part.percentage, part.net, part.vat]);

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
		// 4.95 over 40.00 and 60.00 would carry 0.68; all of it at 21 % carries 0.86.
		[
			'shipping at the highest rate, where the amounts prove it',
			495,
			86,
			[[21, 409, 86]],
			[
				{ percentage: 9, net: 3670, vat: 330 },
				{ percentage: 21, net: 4959, vat: 1041 },
			],
		],
		// By gross it would be 0.78, three cents more; by net 0.76.
		[
			'by net with a cent left, where that comes nearer',
			678,
			75,
			[
				[21, 187, 39],
				[9, 416, 36],
			],
			basket,
		],
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

	test('a discount is never at the highest rate only', () => {
		expect(() => split(-495, -86, undefined, 'discount')).toThrow(
			refused(
				'SPLIT_NOT_REPRODUCED',
				'Discount of € -4.95 carries VAT € -0.86; over the products it would be € -0.57.',
			),
		);
	});

	test.each<[number, number, typeof basket, string]>([
		[
			678,
			81,
			basket,
			'Shipping of € 6.78 carries VAT € 0.81; over the products it would be € 0.78.',
		],
		[
			678,
			73,
			basket,
			'Shipping of € 6.78 carries VAT € 0.73; over the products it would be € 0.78.',
		],
		[
			500,
			1,
			[{ percentage: 0, net: 100, vat: 0 }],
			'Shipping of € 5.00 carries VAT € 0.01; over the products it would be € 0.00.',
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
			'fee Gift wrapping',
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
				'The fee "Gift wrapping" of € 5.00 without VAT carries VAT that does not follow from its rates.',
			),
		);
	});

	test('VAT fits within a cent', () => {
		const fits = (vat: number) => vatFits({ percentage: 21, net: 1000, vat });
		expect([208, 209, 210, 211, 212].map(fits)).toEqual([false, true, true, true, false]);
	});
});
