import { fingerprintOf as fingerprintWith } from '../../../bookkeeping/documents/fingerprint';
import { isSameFingerprint } from '../../../bookkeeping/orderTable/fingerprints';
import type { Settings } from '../../../bookkeeping/settings/settings';
import type { ShopOrder } from '../../../bookkeeping/trade/order';
import type { RatedLine, RatedOrder } from '../../../bookkeeping/vat/ratedLines';
import { settingsWith } from '../support';

const order = (changes: Partial<ShopOrder> = {}) =>
	({
		currency: 'EUR',
		total: 17_550,
		shipping: { country: '' },
		billing: { country: '' },
		vatNumber: '',
		paidByGiftCard: 0,
		...changes,
	}) as ShopOrder;
const line = (percentage: number | null, net: number, discount = 0) =>
	({ percentage, net, discount }) as RatedLine;
const rated = (lines: RatedLine[], ...vat: Array<[number, number]>) =>
	({ lines, vat: vat.map(([percentage, amount]) => ({ percentage, amount })) }) as RatedOrder;

const settings = settingsWith();
const fingerprintOf = (one: ShopOrder, of: RatedOrder, by: Settings = settings) =>
	fingerprintWith(one, of, by);

/** 100.00 at 21 % and 50.00 at 9 %. */
const basket = rated([line(9, 5000), line(21, 10_000)], [21, 2100], [9, 450]);

test('the total, and net and VAT per rate, highest rate first', () => {
	expect(fingerprintOf(order(), basket)).toBe(
		'EUR 175.50 | 21% 100.00+21.00 | 9% 50.00+4.50 | no VAT number',
	);
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
		'EUR 15.00 | 0% 10.00+0.00 | untaxed 5.00+0.00 | no VAT number',
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
		'USD 190.42 at 1.0850 | EUR 175.50 | 21% 100.00+21.00 | 9% 50.00+4.50 | no VAT number',
	);
});

test('where it is delivered: shipping address, else billing address, or picked up', () => {
	const to = (shipping: string, billing: string, pickUp = false) => {
		const [shippedTo, billedTo] = [shipping, billing].map((country) => ({ country, postcode: '' }));
		const addresses = { shipping: shippedTo, billing: billedTo };
		return fingerprintOf(order({ ...addresses, pickUp } as Partial<ShopOrder>), basket)
			.split(' | ')
			.at(-2);
	};
	expect(to('BE', 'NL')).toBe('to BE');
	expect(to('', 'Duitsland')).toBe('to DE');
	expect(to('BE', 'NL', true)).toBe('picked up');
});

describe('what else decides the booking', () => {
	const changed = (one: Partial<ShopOrder>, other: Partial<ShopOrder>, of = basket) => {
		const [a, b] = [fingerprintOf(order(one), of), fingerprintOf(order(other), of)];
		expect(isSameFingerprint(a, b)).toBe(a === b);
		return a !== b;
	};
	const to = (country: string, postcode: string) =>
		({ shipping: { country, postcode } }) as Partial<ShopOrder>;

	test('a VAT number, which does not stand there', () => {
		const [number, other] = ['NL001234567B01', 'NL001234567B02'];
		expect(changed({ vatNumber: number }, { vatNumber: other })).toBe(true);
		expect(changed({ vatNumber: number }, {})).toBe(true);
		expect(changed({ vatNumber: number }, { vatNumber: number })).toBe(false);
		const suspect = { vatNumberElsewhere: { field: 'a', vatNumber: number } };
		expect(changed(suspect, {})).toBe(true);
		const shown = fingerprintOf(order({ vatNumber: number }), basket);
		expect(shown).toMatch(/ \| VAT number #[0-9a-f]{4}$/);
		expect(shown).not.toMatch(/1234/);
	});

	test('tens of thousands of VAT numbers share a mark', () => {
		const numbers = Array.from({ length: 200_000 }, (_, at) => `NL${100_000_000 + at}B01`);
		const marks = new Set(
			numbers.map((vatNumber) => fingerprintOf(order({ vatNumber }), basket).slice(-4)),
		);
		expect(marks.size).toBeLessThanOrEqual(65_536);
		expect(marks.size).toBeGreaterThan(60_000);
	});

	test('not that the record of the customer could not be read this time, or is gone', () => {
		const [known, none] = [order({ vatNumber: 'DE123456788' }), order()];
		for (const unread of [order({ customerNotRead: 'HTTP_403' }), order({ customerGone: true })]) {
			for (const one of [known, none]) {
				const pair = [fingerprintOf(one, basket), fingerprintOf(unread, basket)] as const;
				expect(isSameFingerprint(...pair)).toBe(true);
			}
		}
	});

	test.each([
		['the Canary Islands', to('ES', '28001'), to('ES', '35001'), 'outside the EU VAT area'],
		['Büsingen', to('DE', '78267'), to('DE', '78266'), 'outside the EU VAT area'],
		['Northern Ireland', to('GB', 'SW1A 1AA'), to('GB', 'BT1 5GS'), 'Northern Ireland'],
	])('the postcode where it decides: %s', (_, inside, outside, area) => {
		expect(changed(inside, outside)).toBe(true);
		expect(fingerprintOf(order(outside), basket)).toContain(` | ${area} | no VAT number`);
		expect(changed({ ...outside, pickUp: true }, { ...inside, pickUp: true })).toBe(false);
	});

	test('no other postcode', () => {
		expect(changed(to('ES', '28001'), to('ES', '08001'))).toBe(false);
		expect(changed(to('MC', '98000'), to('MC', '98001'))).toBe(false);
	});

	test('the part paid by gift card', () => {
		expect(changed({ paidByGiftCard: 500 }, {})).toBe(true);
		expect(fingerprintOf(order({ paidByGiftCard: 500 }), basket)).toMatch(
			/ \| paid by gift card 5\.00$/,
		);
	});
});
