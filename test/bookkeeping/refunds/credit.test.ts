import { isSameRate } from '../../../bookkeeping/documents/centPerLine';
import { creditOf } from '../../../bookkeeping/refunds/credit';
import { openRates, type OpenLine, type OpenSale } from '../../../bookkeeping/refunds/openSale';
import type { ShopLine } from '../../../bookkeeping/trade/order';
import type { RefundLine, ShopRefund } from '../../../bookkeeping/trade/refund';
import { settingsWith } from '../support';

const kindOf = (percentage: number) =>
	percentage === 21 ? 'high' : percentage === 9 ? 'low' : 'none';

/** A line of the sale on the account of its rate and role. */
const sold = (role: OpenLine['role'], description: string, percentage: number, cents: number) => ({
	role,
	description,
	ledgerAccountId: `${percentage} ${role}`,
	vatKind: kindOf(percentage) as OpenLine['vatKind'],
	percentage,
	cents,
});

function open(lines: OpenLine[], vat: Record<number, number>): OpenSale {
	const rows = Object.entries(vat).map(([rate, cents]) => ({
		percentage: Number(rate),
		cents,
		booked: { vatKind: kindOf(Number(rate)) as 'high' },
	}));
	return { lines, vat: rows, sold: openRates({ lines, vat: rows }), byAmount: new Map() };
}

interface Back {
	net: number;
	/** Cents per rate. */
	vat?: Record<number, number>;
	role?: RefundLine['role'];
	title?: string;
	quantity?: string;
	/** The line that was sold: net and net before discount in cents, VAT per rate. */
	of?: { net: number; before?: number; vat: Record<number, number> };
}

const micros = (cents: number) => cents * 10_000;

const charged = (vat: Record<number, number>) =>
	Object.entries(vat).map(([percentage, cents]) => ({
		percentage: Number(percentage),
		amount: micros(cents),
	}));

function refund(
	amount: number,
	lines: Back[],
	vatPerRate: Record<number, number> = {},
): ShopRefund {
	return {
		id: '2000',
		date: '2026-04-01',
		amount,
		vatPerRate: charged(vatPerRate),
		lines: lines.map(({ net, vat = {}, role = 'product', title = 'A', quantity = '1', of }) => ({
			role,
			title,
			quantity,
			net: micros(net),
			vat: charged(vat),
			...(of && {
				original: {
					net: micros(of.net),
					netBeforeDiscount: micros(of.before ?? of.net),
					vat: charged(of.vat),
				} as ShopLine,
			}),
		})),
	};
}

const book = settingsWith({ refundAmountDiffers: 'book' });

function credited(one: ShopRefund, from: OpenSale, settings = settingsWith()) {
	const { lines, vat, estimated, notes } = creditOf(one, from, [], settings);
	return {
		lines: lines.map(({ ledgerAccountId, description, cents }) => [
			ledgerAccountId,
			description,
			cents,
		]),
		vat: Object.fromEntries(vat.map(({ percentage, cents }) => [percentage, cents])),
		estimated,
		notes,
	};
}

/** 10.00 at 21 % and 20.00 at 9 %: 12.10 + 21.80 = 33.90. */
const twoRates = () =>
	open([sold('product', 'A', 21, 1000), sold('product', 'B', 9, 2000)], { 21: 210, 9: 180 });

describe('never more than what is left (HC-11)', () => {
	test.each<[string, ShopRefund, OpenSale, string]>([
		[
			'nothing is left',
			refund(1, []),
			open([sold('product', 'A', 21, 0)], { 21: 0 }),
			'The refund is € 0.01, left of the order is € 0.00.',
		],
		[
			'two cents too much',
			refund(3392, []),
			twoRates(),
			'The refund is € 33.92, left of the order is € 33.90.',
		],
		[
			'two cents net too much at a rate',
			refund(1212, [{ net: 1002, vat: { 21: 210 } }]),
			twoRates(),
			'At 21 % the refund takes back € 10.02 and VAT € 2.10; left are € 10.00 and VAT € 2.10.',
		],
		[
			'two cents of VAT too much at a rate',
			refund(1212, [{ net: 1000, vat: { 21: 212 } }]),
			twoRates(),
			'At 21 % the refund takes back € 10.00 and VAT € 2.12; left are € 10.00 and VAT € 2.10.',
		],
		[
			'a rate that was not sold',
			refund(109, [{ net: 100, vat: { 9: 9 } }]),
			open([sold('product', 'A', 21, 1000)], { 21: 210 }),
			'At 9 % the refund takes back € 1.00 and VAT € 0.09; left are € 0.00 and VAT € 0.00.',
		],
		[
			'a cent at a rate that was not sold',
			refund(1, [{ net: 1, of: { net: 2, vat: { 0: 0 } } }]),
			open([sold('product', 'A', 21, 1000)], { 21: 210 }),
			'The refund has a product at 0 %, the order has nothing at that rate.',
		],
		[
			'VAT of a negative fee at a rate without VAT',
			refund(495, [
				{ net: 1000, vat: { 0: 0 } },
				{ net: -463, vat: { 9: -42 }, role: 'fee', title: 'Fee' },
			]),
			open([sold('product', 'A', 0, 1000), sold('fee', 'Fee', 9, -463)], {}),
			'The refund takes back VAT at 9 %, the order has none at that rate.',
		],
	])('%s', (_, one, from, message) => {
		expect(() => credited(one, from)).toThrow(
			expect.objectContaining({ code: 'REFUND_EXCEEDS_ORDER', message }),
		);
	});

	test('the whole order in lines has to fit rate by rate as well', () => {
		const lines: Back[] = [
			{ net: 1000, vat: { 21: 210 } },
			{ net: 1000, vat: { 9: 90 } },
		];
		// Left are 15.00 at 21 % and 4.50 at 9 %, VAT 3.15 and 0.35: 23.00 as well.
		const from = open([sold('product', 'A', 21, 1500), sold('product', 'B', 9, 450)], {
			21: 315,
			9: 35,
		});
		expect(() => credited(refund(2300, lines), from)).toThrow(
			expect.objectContaining({
				code: 'REFUND_EXCEEDS_ORDER',
				message:
					'At 9 % the refund takes back € 10.00 and VAT € 0.90; left are € 4.50 and VAT € 0.35.',
			}),
		);
	});

	test.each<[string, Back[], number, Array<[string, number]>, Record<number, number>, string]>([
		[
			'net: the largest line of the rate gives way',
			[
				{ net: 400, vat: { 21: 84 } },
				{ net: 601, vat: { 21: 126 } },
				{ net: 1500, vat: { 9: 135 }, title: 'B' },
			],
			2846,
			[
				['21 product', 400],
				['21 product', 600],
				['9 product', 1500],
			],
			{ 21: 210, 9: 135 },
			'€ 12.10 of € 12.11',
		],
		[
			'net: the largest line may be the first',
			[
				{ net: 601, vat: { 21: 126 } },
				{ net: 400, vat: { 21: 84 } },
			],
			1211,
			[
				['21 product', 600],
				['21 product', 400],
			],
			{ 21: 210 },
			'€ 12.10 of € 12.11',
		],
		[
			'VAT',
			[
				{ net: 1500, vat: { 9: 135 }, title: 'B' },
				{ net: 1000, vat: { 21: 211 } },
			],
			2846,
			[
				['9 product', 1500],
				['21 product', 1000],
			],
			{ 9: 135, 21: 210 },
			'€ 12.10 of € 12.11',
		],
		[
			'net and VAT',
			[{ net: 1001, vat: { 21: 211 } }],
			1212,
			[['21 product', 1000]],
			{ 21: 210 },
			'€ 12.10 of € 12.12',
		],
	])('a cent too much is left out and noted, %s', (_, lines, amount, places, vat, cents) => {
		const result = credited(refund(amount, lines), twoRates());
		expect(result.lines.map(([account, , net]) => [account, net])).toEqual(places);
		expect(result).toMatchObject({
			vat,
			estimated: false,
			notes: [`More was refunded than is left of the 21 % part: ${cents} is credited.`],
		});
	});

	test('a cent too much of the whole order', () => {
		expect(credited(refund(3391, []), twoRates()).notes).toEqual([
			'More was refunded than is left of the order: € 33.90 of € 33.91 is credited.',
		]);
	});
});

describe('where a refunded line is credited (W043, W044)', () => {
	const from = () =>
		open(
			[
				sold('discount', 'Gift', 21, -300),
				sold('product', '2 x Mug', 21, 2000),
				{ ...sold('product', 'Gift', 21, 1000), ledgerAccountId: 'gifts' },
				sold('shipping', 'Post', 21, 500),
				sold('fee', 'Wrapping', 9, 100),
			],
			{ 21: 672, 9: 9 },
		);

	test.each<[string, Back, [string, string, number]]>([
		['its own line', { net: 100, title: 'Gift' }, ['gifts', 'Gift', 100]],
		['pieces of it', { net: 100, title: 'Mug', quantity: '3' }, ['21 product', '3 x Mug', 100]],
		[
			'a line by its role',
			{ net: 100, title: 'Parcel', role: 'shipping' },
			['21 shipping', 'Parcel', 100],
		],
		[
			'else a product of its rate',
			{ net: 100, title: 'Fee', role: 'fee' },
			['21 product', 'Fee', 100],
		],
		[
			'no title: the words of the sale',
			{ net: 100, title: '', role: 'shipping' },
			['21 shipping', 'Post', 100],
		],
	])('%s', (_, line, expected) => {
		const result = credited(refund(121, [{ ...line, vat: { 21: 21 } }]), from());
		expect(result).toEqual({ lines: [expected], vat: { 21: 21 }, estimated: false, notes: [] });
	});

	test('else whatever stands at its rate', () => {
		const one = refund(55, [{ net: 50, vat: { 9: 5 }, title: 'Book' }]);
		expect(credited(one, from()).lines).toEqual([['9 fee', 'Book', 50]]);
	});

	test('a product before its discount, the discounts of a rate on one line', () => {
		const of = { net: 900, before: 1000, vat: { 21: 189 } };
		const post = { net: 100, role: 'shipping' as const, title: 'Post', vat: { 21: 21 } };
		const lines: Back[] = [
			// Half of 9.00 carries half of the 1.00 discount.
			{ net: 450, vat: { 21: 95 }, title: 'Mug', of },
			// A third carries 0.33.
			{ net: 300, vat: { 21: 63 }, title: 'Gift', of },
			{ ...post, of: { net: 400, before: 500, vat: { 21: 84 } } },
		];
		const result = credited(refund(1029, lines), from());
		expect(result.lines).toEqual([
			['21 product', 'Mug', 500],
			['gifts', 'Gift', 333],
			['21 shipping', 'Post', 100],
			['21 discount', 'Gift', -83],
		]);
		expect(result.vat).toEqual({ 21: 179 });
	});

	test('a product after discount where the sale has no discount of its rate', () => {
		const of = { net: 90, before: 100, vat: { 9: 8 } };
		const one = refund(49, [{ net: 45, vat: { 9: 4 }, title: 'Wrapping', of }]);
		expect(credited(one, from()).lines).toEqual([['9 fee', 'Wrapping', 45]]);
	});

	test('the line that is 0 is left out', () => {
		const lines: Back[] = [
			{ net: 0, vat: { 21: 2 }, title: 'Mug' },
			{ net: 100, vat: { 21: 21 }, title: 'Gift' },
		];
		expect(credited(refund(123, lines), from())).toMatchObject({
			lines: [['gifts', 'Gift', 100]],
			vat: { 21: 23 },
		});
	});

	test('all that is left in lines: the mirror of the sale, in its words', () => {
		const lines: Back[] = [
			{ net: 1000, vat: { 21: 210 }, title: 'Other words' },
			{ net: 2000, vat: { 9: 180 } },
		];
		const from = twoRates();
		from.lines.push(sold('fee', 'Taken back before', 9, 0));
		from.vat.push({ percentage: 0, cents: 0, booked: { vatKind: 'other' } });
		expect(credited(refund(3390, lines), from)).toEqual({
			lines: [
				['21 product', 'A', 1000],
				['9 product', 'B', 2000],
			],
			vat: { 21: 210, 9: 180 },
			estimated: false,
			notes: [],
		});
	});
});

describe('lines that miss the amount by cents (J040)', () => {
	const line = { net: 500, vat: { 21: 105 } };

	test.each([
		[607, 2],
		[603, -2],
	])('%d: a rounding line of %d', (amount, cents) => {
		const settings = settingsWith({ costCentreId: 'shop' });
		const result = creditOf(refund(amount, [line]), twoRates(), [], settings);
		expect(result.lines[1]).toEqual({
			role: 'rounding',
			description: 'Rounding difference',
			ledgerAccountId: 'rounding',
			costCentreId: 'shop',
			vatKind: 'none',
			percentage: 0,
			cents,
		});
		const miss = `${cents < 0 ? '-' : ''}0.02`;
		expect(result.notes).toEqual([
			`The lines of the refund miss € ${miss} of its amount, booked as a rounding difference.`,
		]);
	});

	test('in a distance sale they are on its largest line, whatever the settings (BOE-0061)', () => {
		const two: Back[] = [
			{ net: 500, vat: { 21: 105 } },
			{ net: 200, vat: { 9: 18 } },
		];
		const settings = settingsWith({ roundingAccountId: undefined });
		const credit = creditOf(refund(824, two), { ...twoRates(), oss: true }, [], settings);
		const { lines, notes, onLine } = credit;
		expect(onLine).toBe(1);
		expect(lines.map(({ role, cents }) => [role, cents])).toEqual([
			['product', 501],
			['product', 200],
		]);
		expect(notes.join()).toMatch(/miss € 0\.01 of its amount, booked on the line "/);
	});

	test('without cost centre the line has none', () => {
		const { lines } = creditOf(refund(607, [line]), twoRates(), [], settingsWith());
		expect(lines[1]).not.toHaveProperty('costCentreId');
	});

	test('needs the account', () => {
		const settings = settingsWith({ roundingAccountId: undefined });
		expect(() => credited(refund(606, [line]), twoRates(), settings)).toThrow(
			expect.objectContaining({
				code: 'ROUNDING_ACCOUNT_MISSING',
				message: 'The lines of the refund miss € 0.01 of its amount.',
			}),
		);
	});

	test('three cents are more than rounding', () => {
		expect(() => credited(refund(608, [line]), twoRates())).toThrow(
			expect.objectContaining({
				code: 'REFUND_AMOUNT_DIFFERS',
				message: 'The amount of the refund is € 6.08, its lines make € 6.05.',
			}),
		);
	});
});

describe('the amount counts, over the rates of the lines', () => {
	const lines: Back[] = [
		{ net: 100, vat: { 21: 21 } },
		{ net: 300, vat: { 9: 27 }, title: 'B' },
	];

	test('in proportion to the lines with VAT', () => {
		// 10.00 over 1.21 and 3.27: 2.70 and 7.30; VAT 2.70 x 21/121 = 0.47, 7.30 x 9/109 = 0.60.
		expect(credited(refund(1000, lines), twoRates(), book)).toEqual({
			lines: [
				['21 product', 'Refund of an amount, product at 21 %', 223],
				['9 product', 'Refund of an amount, product at 9 %', 670],
			],
			vat: { 21: 47, 9: 60 },
			estimated: true,
			notes: [
				'The amount of the refund is € 10.00, its lines make € 4.48. The amount is credited, over the rates of the lines.',
			],
		});
	});

	test('a line that was charged in addition gets no part', () => {
		const back: Back[] = [lines[1]!, { net: -100, vat: { 21: -21 } }];
		// Taking back a negative amount: all of 5.00 at 9 %, VAT 5.00 x 9/109 = 0.41.
		expect(credited(refund(500, back), twoRates(), book)).toMatchObject({
			lines: [['9 product', 'Refund of an amount, product at 9 %', 459]],
			vat: { 9: 41 },
		});
	});

	test('all that is left is the mirror of it, whatever the settings say', () => {
		for (const settings of [book, settingsWith()]) {
			expect(credited(refund(3390, lines), twoRates(), settings)).toMatchObject({
				lines: [
					['21 product', 'A', 1000],
					['9 product', 'B', 2000],
				],
				vat: { 21: 210, 9: 180 },
				estimated: false,
				notes: [
					'The lines of the refund make € 4.48; its amount is all that was left of the order, which is credited in full.',
				],
			});
		}
	});

	test('more than is left at its rate is refused', () => {
		expect(() => credited(refund(1212, [lines[0]!]), twoRates(), book)).toThrow(
			expect.objectContaining({
				code: 'REFUND_EXCEEDS_ORDER',
				message: 'At 21 % the refund takes back € 12.12; left is € 12.10.',
			}),
		);
	});

	test('a cent more is left out and noted', () => {
		const result = credited(refund(1211, [lines[0]!]), twoRates(), book);
		expect(result).toMatchObject({
			lines: [['21 product', 'Refund of an amount, product at 21 %', 1000]],
			vat: { 21: 210 },
		});
		expect(result.notes[1]).toBe(
			'More was refunded than is left of the 21 % part: € 12.10 of € 12.11 is credited.',
		);
		expect(credited(refund(1210, [lines[0]!]), twoRates(), book).notes).toHaveLength(1);
	});
});

describe('the VAT inside an amount without lines (HC-09)', () => {
	/** Net and VAT that are left at 21 %, the amount; the VAT that goes back. */
	test.each([
		['the VAT of its rate', 10_000, 2100, 1210, 210],
		// 21.05 × 12.10 / 121.05 = 2.1041, 20.95 × 12.10 / 120.95 = 2.0959
		['the share of a sale whose VAT was rounded up', 10_000, 2105, 1210, 210],
		['the share of a sale whose VAT was rounded down', 10_000, 2095, 1210, 210],
		// 0.22 × 0.50 / 1.22 = 0.0902, 0.27 × 0.50 / 1.50 = 0.09
		['the share where little stays behind', 100, 22, 50, 9],
		['the share where a euro stays behind', 123, 27, 50, 9],
		// A share of 16.67 misses 21 % of 83.33 by 0.83; 82.65 and 17.35 miss it by 0.01 at most.
		['no share that misses its rate by more than a cent', 10_000, 2000, 10_000, 1735],
		// Of 0.08 on 0.10 are 0.06 too much; 0.15 with VAT 0.05 would leave no net behind.
		['a cent of net stays behind', 10, 8, 15, 6],
		['a cent of net goes with it', 10, 8, 2, 1],
		['never more than there is', 1000, 3, 600, 3],
	])('%s', (_, net, vat, amount, expected) => {
		const from = open([sold('product', 'A', 21, net)], { 21: vat });
		const result = credited(refund(amount, []), from);
		expect(result).toEqual({
			lines: [['21 product', 'Refund of an amount, product at 21 %', amount - expected]],
			vat: { 21: expected },
			estimated: true,
			notes: ['The shop states no VAT for this refund: it was split over what was left per rate.'],
		});
	});

	test('a cent of VAT without net goes by itself', () => {
		const from = open([sold('product', 'A', 21, 1000)], { 21: 210, 9: 1 });
		// 12.10 over 12.10 and 0.01: 12.09 and 0.01.
		const { vat } = credited(refund(1210, []), from);
		expect(vat).toEqual({ 21: 210, 9: 1 });
	});

	test('discounts go back in proportion', () => {
		const from = open(
			[
				sold('product', 'A', 21, 600),
				sold('product', 'B', 21, 400),
				sold('discount', 'Coupon', 21, -200),
			],
			{ 21: 168 },
		);
		// 4.84 is half: VAT 0.84, net 4.00 = 5.00 less 1.00.
		expect(credited(refund(484, []), from)).toMatchObject({
			lines: [
				['21 product', 'Refund of an amount, product at 21 %', 500],
				['21 discount', 'Refund of an amount, discount at 21 %', -100],
			],
			vat: { 21: 84 },
		});
	});

	test('a place of which nothing is left gets nothing', () => {
		const from = open(
			[sold('product', 'A', 21, 1000), sold('shipping', 'Post', 21, 0), sold('fee', 'F', 9, 0)],
			{ 21: 210, 9: 0 },
		);
		expect(credited(refund(121, []), from).lines).toEqual([
			['21 product', 'Refund of an amount, product at 21 %', 100],
		]);
	});
});

test('the same rate is found though its decimals differ', () => {
	const from = open([sold('product', 'A', 21.00001, 1000)], { 21: 210 });
	expect(isSameRate(21.00001, 21)).toBe(true);
	expect(credited(refund(605, [{ net: 500, vat: { 21: 105 } }]), from).vat).toEqual({ 21: 105 });
});
