/** Refunds in the shapes that versions of WooCommerce and its plugins give them. */
import { order, perRate, refund, refundOf, type Json, type Line } from './support';

const A: Line = { net: 10_000, rate: 21 };
const B: Line = { net: 5_000, rate: 9 };
const POST: Line = { role: 'shipping', net: 1_000, rate: 21 };

/** The refunds of an order in turn: net and VAT per rate, or the code of what needs attention. */
function inTurn(raw: Json, refunds: Json[]): unknown[] {
	return refunds.map((one, index) => {
		const earlierRefunds = refunds.slice(0, index);
		const { draft, code } = refundOf({ order: raw, refund: one, earlierRefunds });
		return draft ? perRate([draft]) : code;
	});
}

describe('goods at 121.00 and 54.50, shipping 12.10', () => {
	const raw = order([A, B, POST]);
	const back = (amount: number | undefined, ...lines: Line[]): Json => refund(2000, lines, amount);

	test.each<[string, Json, object]>([
		[
			'net lines without tax, amount with it',
			back(17_550, { ...A, vat: 0, of: 0 }, { ...B, vat: 0, of: 1 }),
			{ 21: [-10_000, -2_100], 9: [-5_000, -450] },
		],
		[
			'a line with tax and one without',
			back(17_550, { ...A, of: 0 }, { ...B, vat: 0, of: 1 }),
			{ 21: [-10_000, -2_100], 9: [-5_000, -450] },
		],
		[
			'the line holds the price with tax',
			back(12_100, { net: 12_100, rate: 21, vat: 0, of: 0 }),
			{ 21: [-10_000, -2_100] },
		],
		[
			'shipping with the other sign',
			back(13_310, { ...A, of: 0 }, { ...POST, net: -1_000, vat: -210, of: 2 }),
			{ 21: [-11_000, -2_310] },
		],
		[
			'shipping left out of the lines: 133.10 is 121.00 and all of the shipping',
			back(13_310, { ...A, of: 0 }),
			{ 21: [-11_000, -2_310] },
		],
		[
			'all of it in lines, the shipping with the other sign',
			back(18_760, { ...A, of: 0 }, { ...B, of: 1 }, { ...POST, net: -1_000, vat: -210, of: 2 }),
			{ 21: [-11_000, -2_310], 9: [-5_000, -450] },
		],
	])('%s', (_, one, expected) => {
		expect(inTurn(raw, [one])).toEqual([expected]);
	});

	test('only the VAT of a line: nothing to book by itself', () => {
		expect(inTurn(raw, [back(2_100, { net: 0, rate: 21, vat: 2_100, of: 0 })])).toEqual([
			'REFUND_LINE_UNCLEAR',
		]);
	});

	test('shipping that went back before does not go back again', () => {
		const first = refund(1, [{ ...A, net: 5_000, of: 0 }], 6_050 + 1_210);
		const second = refund(2, [{ ...A, net: 2_500, of: 0 }], 3_025 + 1_210);
		expect(inTurn(raw, [first, second])).toEqual([
			{ 21: [-6_000, -1_260] },
			'REFUND_AMOUNT_DIFFERS',
		]);
	});

	test('all lines in full after a refund of an amount: what is left', () => {
		const all = refund(
			2,
			[
				{ ...A, of: 0 },
				{ ...B, of: 1 },
				{ ...POST, of: 2 },
			],
			16_760,
		);
		const [first, last] = inTurn(raw, [refund(1, [], 2_000), all]) as Array<
			Record<number, number[]>
		>;
		const sums = [21, 9].map((rate) => [0, 1].map((at) => first![rate]![at]! + last![rate]![at]!));
		expect(sums).toEqual([
			[-11_000, -2_310],
			[-5_000, -450],
		]);
	});
});

describe('a fee of -24.20 was given on goods of 121.00 and 54.50 and shipping of 12.10', () => {
	const FEE: Line = { role: 'fee', net: -2_000, rate: 21 };
	const raw = order([A, B, POST, FEE]);

	test('goods go back at their price, the fee with what is left', () => {
		// 163.40 - 121.00 = 42.40: 54.50 + 12.10 - 24.20.
		expect(inTurn(raw, [refund(1, [{ ...A, of: 0 }]), refund(2, [], 4_240)])).toEqual([
			{ 21: [-10_000, -2_100] },
			{ 21: [1_000, 210], 9: [-5_000, -450] },
		]);
	});

	test('goods and shipping of its rate in turn, then the rest of an amount', () => {
		const refunds = [
			refund(1, [{ ...A, of: 0 }]),
			refund(2, [{ ...POST, of: 2 }]),
			refund(3, [], 3_030),
		];
		expect(inTurn(raw, refunds)).toEqual([
			{ 21: [-10_000, -2_100] },
			{ 21: [-1_000, -210] },
			{ 21: [2_000, 420], 9: [-5_000, -450] },
		]);
	});

	test('never more than the goods: a fee makes no room for a price that was not asked', () => {
		expect(inTurn(raw, [refund(1, [{ net: 11_100, rate: 21, of: 0 }])])).toEqual([
			'REFUND_EXCEEDS_ORDER',
		]);
	});

	test('all of it, with and without the fee in its lines', () => {
		const whole = { 21: [-9_000, -1_890], 9: [-5_000, -450] };
		const goods = [
			{ ...A, of: 0 },
			{ ...B, of: 1 },
			{ ...POST, of: 2 },
		];
		expect(inTurn(raw, [refund(1, [...goods, { ...FEE, of: 3 }])])).toEqual([whole]);
		expect(inTurn(raw, [refund(1, goods, 16_340)])).toEqual([whole]);
	});
});

describe('cents that each part rounds up', () => {
	test('of 12.10 in three: 4.04, 4.04 and the 4.02 that are left, VAT 2.10 together', () => {
		const third: Line = { net: 333, rate: 21, vat: 71, of: 0 };
		const raw = order([{ net: 1_000, rate: 21, quantity: 3 }]);
		expect(inTurn(raw, [refund(1, [third]), refund(2, [third]), refund(3, [third], 402)])).toEqual([
			{ 21: [-333, -71] },
			{ 21: [-333, -71] },
			{ 21: [-334, -68] },
		]);
	});

	test('six pieces of 0.55, VAT 0.27 in all and 0.05 on each, beside goods that stay', () => {
		// 9 % of 0.50 is 0.045: five pieces take 0.25 of 0.27.
		const piece: Line = { net: 50, rate: 9, vat: 5, of: 0 };
		const raw = order([{ net: 300, rate: 9, quantity: 6 }, A]);
		const refunds = [1, 2, 3, 4, 5, 6].map((id) => refund(id, [piece]));
		expect(inTurn(raw, refunds)).toEqual([
			...[1, 2, 3, 4, 5].map(() => ({ 9: [-50, -5] })),
			{ 9: [-50, -2] },
		]);
	});
});
