import { fingerprintOf } from '../../../bookkeeping/documents/fingerprint';
import type { ShopOrder } from '../../../bookkeeping/trade/order';
import type { RatedLine, RatedOrder } from '../../../bookkeeping/vat/ratedLines';

const order = (changes: Partial<ShopOrder> = {}) =>
	({
		currency: 'EUR',
		total: 17_550,
		shipping: { country: '' },
		billing: { country: '' },
		...changes,
	}) as ShopOrder;
const line = (percentage: number | null, net: number, discount = 0) =>
	({ percentage, net, discount }) as RatedLine;
const rated = (lines: RatedLine[], ...vat: Array<[number, number]>) =>
	({ lines, vat: vat.map(([percentage, amount]) => ({ percentage, amount })) }) as RatedOrder;

/** 100.00 at 21 % and 50.00 at 9 %. */
const basket = rated([line(9, 5000), line(21, 10_000)], [21, 2100], [9, 450]);

test('the total, and net and VAT per rate, highest rate first', () => {
	expect(fingerprintOf(order(), basket)).toBe('EUR 175.50 | 21% 100.00+21.00 | 9% 50.00+4.50');
});

test('lines of one rate count together, after their discount, in any order', () => {
	const parts = rated(
		[line(21, 6000), line(9, 5500, 500), line(21, 4100, 100)],
		[9, 450],
		[21, 2100],
	);
	expect(fingerprintOf(order(), parts)).toBe(fingerprintOf(order(), basket));
});

test('lines outside VAT stand last, and a rate without VAT holds 0.00', () => {
	expect(fingerprintOf(order({ total: 1500 }), rated([line(null, 500), line(0, 1000)]))).toBe(
		'EUR 15.00 | 0% 10.00+0.00 | untaxed 5.00+0.00',
	);
});

test.each<[string, string]>([
	['the total', fingerprintOf(order({ total: 17_551 }), basket)],
	['VAT', fingerprintOf(order(), rated([line(9, 5000), line(21, 10_000)], [21, 2101], [9, 449]))],
	[
		'a rate',
		fingerprintOf(order(), rated([line(6, 5000), line(21, 10_000)], [21, 2100], [6, 450])),
	],
	['the currency', fingerprintOf(order({ currency: 'USD' }), basket)],
])('J035: %s that changes shows', (_, changed) => {
	expect(changed).not.toBe(fingerprintOf(order(), basket));
});

test('an order in another currency starts with its own amount and rate', () => {
	const foreign = { currency: 'USD', total: 19_042, rate: '1.0850', quoted: 'perEuro' as const };
	expect(fingerprintOf(order({ foreign }), basket)).toBe(
		'USD 190.42 at 1.0850 | EUR 175.50 | 21% 100.00+21.00 | 9% 50.00+4.50',
	);
});

test('where it is delivered: shipping address, else billing address, or picked up', () => {
	const to = (shipping: string, billing: string, pickUp = false) => {
		const addresses = { shipping: { country: shipping }, billing: { country: billing } };
		return fingerprintOf(order({ ...addresses, pickUp } as Partial<ShopOrder>), basket)
			.split(' | ')
			.at(-1);
	};
	expect(to('BE', 'NL')).toBe('to BE');
	expect(to('', 'Duitsland')).toBe('to DE');
	expect(to('BE', 'NL', true)).toBe('picked up');
});
