import {
	priceLines,
	settleOnRates,
	settleOnTotal,
} from '../../../bookkeeping/documents/salesOrderPrices';
import type { RatedLine } from '../../../bookkeeping/vat/ratedLines';

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

describe('the prices of a sales order (J153, J157)', () => {
	const line = (
		role: RatedLine['role'],
		net: number,
		percentage: number | null,
		more: Partial<RatedLine> = {},
	) => ({
		...{ role, title: 'Mug', sku: 'M1', quantity: '1', percentage, net, discount: 0 },
		...more,
	});

	const prices = (lines: RatedLine[], vatEntry: 'exclusive' | 'inclusive' = 'exclusive') =>
		priceLines(lines, vatEntry).map(({ role, price }) => [role, price]);

	test.each<[string, RatedLine[], unknown[][]]>([
		['after its own discount', [line('product', 1000, 21, { discount: 100 })], [['product', 900]]],
		[
			'free products stay, free shipping and fees do not (HC-12)',
			[line('product', 0, 21), line('shipping', 0, 21), line('fee', 0, 21), line('fee', 100, 21)],
			[
				['product', 0],
				['fee', 100],
			],
		],
		[
			// 3.00 over 10.00 and 20.00.
			'a discount over the products of its rate',
			[
				line('product', 1000, 21),
				line('product', 2000, 21),
				line('product', 500, 9),
				line('discount', -300, 21),
			],
			[
				['product', 900],
				['product', 1800],
				['product', 500],
			],
		],
		[
			'a discount as large as them',
			[line('product', 1000, 21), line('discount', -1000, 21)],
			[['product', 0]],
		],
		[
			'a larger one keeps its line',
			[line('product', 1000, 21), line('discount', -1001, 21)],
			[
				['product', 1000],
				['discount', -1001],
			],
		],
		[
			'so does one that adds',
			[line('product', 1000, 21), line('discount', 100, 21)],
			[
				['product', 1000],
				['discount', 100],
			],
		],
		[
			'a product taken back has no part in it',
			[line('product', 1000, 21), line('product', -200, 21), line('discount', -300, 21)],
			[
				['product', 700],
				['product', -200],
			],
		],
	])('%s', (_, lines, expected) => {
		expect(prices(lines)).toEqual(expected);
	});

	test('with VAT: what the shop states, else what the rate makes of it', () => {
		const lines = [
			line('product', 1000, 21, { gross: 1211 }),
			line('product', 1000, 21),
			line('fee', 100, null),
		];
		expect(prices(lines, 'inclusive')).toEqual([
			['product', 1211],
			['product', 1210],
			['fee', 100],
		]);
		expect(prices([line('product', 1000, 21, { discount: 100 })], 'inclusive')).toEqual([
			['product', 1089],
		]);
	});

	test('lines with VAT add up to the total; the largest takes the cents', () => {
		const priced = (...all: number[]) =>
			all.map((price) => ({ ...line('product', price, 21), price }));
		const settled = (total: number, ...all: number[]) =>
			settleOnTotal(priced(...all), total).map(({ price }) => price);
		expect(settled(600, 100, 500)).toEqual([100, 500]);
		expect(settled(602, 100, 500)).toEqual([100, 502]);
		expect(settled(598, 500, 100)).toEqual([498, 100]);
		expect(settled(-401, 100, -500)).toEqual([100, -501]);
		expect(settled(303, 100, 100, 100)).toEqual([103, 100, 100]);
		expect(() => settled(603, 100, 500)).toThrow(
			refused('TOTAL_MISMATCH', 'The lines with VAT make € 6.00, the total is € 6.03.'),
		);
	});

	// 21 %: 2 × 0.50 is 0.61 each by line, 1.22; the shop rounds once and charged 1.00 + 0.21 = 1.21. The
	// largest line of all is of 9 % (20.04 + 1.80) and may not take the cent.
	test('lines with VAT make per rate what the shop charged at it', () => {
		const lines = [
			...[167, 167, 1670].map((net) => line('product', net, 9)),
			...[50, 50].map((net) => line('product', net, 21)),
		];
		const vat = [
			{ percentage: 9, amount: 180 },
			{ percentage: 21, amount: 21 },
		];
		const settled = settleOnRates(priceLines(lines, 'inclusive'), { lines, vat });
		const madeAt = (rate: number) =>
			settled
				.filter(({ percentage }) => percentage === rate)
				.reduce((all, { price }) => all + price, 0);
		expect([madeAt(9), madeAt(21)]).toEqual([2004 + 180, 121]);
		// Out of those prices SnelStart works the shop's own VAT: 21.84 × 9/109 and 1.21 × 21/121.
		expect([Math.round((2184 * 9) / 109), Math.round((121 * 21) / 121)]).toEqual([180, 21]);
		expect(settleOnTotal(settled, 2305)).toEqual(settled);
	});

	test('what is more than rounding is left to the check of the total', () => {
		const lines = [line('product', 1000, 21)];
		const priced = priceLines(lines, 'inclusive');
		expect(settleOnRates(priced, { lines, vat: [{ percentage: 21, amount: 215 }] })).toEqual(
			priced,
		);
	});
});
