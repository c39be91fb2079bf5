import {
	dateOf,
	euroMicros,
	listOf,
	minorUnits,
} from '../../../../bookkeeping/payments/payouts/fields';

type Json = Record<string, unknown>;

const zone = 'Europe/Amsterdam';

const euro = (value: string) => ({ value, currency: 'EUR' });

const dollars = { value: '1.00', currency: 'USD' };

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

describe('fields of providers', () => {
	const list = [{ id: 1 }, { id: 2 }];

	test.each<[Json]>([
		[{ rows: [{ id: 1 }, 'x', { id: 2 }] }],
		[{ rows: { data: list } }],
		[{ rows: { _embedded: { rows: list } } }],
		[{ _embedded: { rows: list } }],
		[{ rows: 'none', other: list }],
	])('a list, wherever it stands: %j', (raw) => {
		expect(listOf(raw, 'rows', 'other')).toEqual(list);
	});

	test('no list', () => expect(listOf({ rows: {} }, 'rows')).toEqual([]));

	test('whole cents', () => {
		expect(minorUnits({ amount: 1295 }, 'amount')).toBe(12.95);
		expect(minorUnits({}, 'amount')).toBe(0);
		for (const amount of [1.5, '1295', 2 ** 60]) {
			expect(() => minorUnits({ amount }, 'amount')).toThrow(
				refused('PAYOUT_UNREADABLE', 'The field "amount" holds no amount in whole cents.'),
			);
		}
	});

	test('amounts in euro only', () => {
		expect(euroMicros({ a: euro('1.25') }, 'a')).toBe(1_250_000);
		expect(euroMicros({ a: { value: '1.25', currency_code: 'eur' } }, 'a')).toBe(1_250_000);
		expect([euroMicros({}, 'a'), euroMicros({ a: null }, 'a')]).toEqual([undefined, undefined]);
		for (const a of ['1.25', { value: 'x', currency: 'EUR' }, 5]) {
			expect(() => euroMicros({ a }, 'a')).toThrow(
				refused('PAYOUT_UNREADABLE', 'The field "a" holds no amount.'),
			);
		}
		expect(() => euroMicros({ a: dollars }, 'a')).toThrow(
			refused('CURRENCY_NOT_EUR', 'The field "a" is in USD.'),
		);
		expect(() => euroMicros({ a: { value: '1' } }, 'a')).toThrow(
			refused('CURRENCY_NOT_EUR', 'The field "a" is in an unknown currency.'),
		);
	});

	test.each<[unknown, string]>([
		// 2026-11-19 23:30 UTC.
		[1_795_131_000, '2026-11-20'],
		['2026-11-19T23:30:00Z', '2026-11-20'],
		[' 2026-11-20 ', '2026-11-20'],
		['2026-11-20T23:30:00', '2026-11-20'],
	])('the date of %j at the shop (HC-19)', (value, date) => {
		expect(dateOf(value, zone)).toBe(date);
	});

	test.each([[undefined], ['x'], [''], [null]])('%j is not a date', (value) => {
		expect(() => dateOf(value, zone)).toThrow(
			refused('PAYOUT_UNREADABLE', 'The payout has no readable date.'),
		);
	});
});
