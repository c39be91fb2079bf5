import { decimalMarkOf, plainAmount, writtenDay } from '../../../bookkeeping/trade/writtenValues';

test.each([
	[['1,50', '2'], ','],
	[['12.3456'], '.'],
	[['1,50', '1.50'], 'twoDecimalMarks'],
	[['1.234', '2'], 'noDecimalMark'],
	[['1.234,-'], ','],
])('the decimal mark of %j is %s', (values, mark) => {
	expect(decimalMarkOf(values)).toBe(mark);
});

test.each<[string, ',' | '.', string]>([
	['€ 1.234,50', ',', '1234.50'],
	['1,234.50', '.', '1234.50'],
	['1.234.567,8', ',', '1234567.8'],
	['-20,00', ',', '-20.00'],
	['20,00-', ',', '-20.00'],
	['+1.234', ',', '+1234'],
	["'12.10 EUR", '.', '12.10'],
	['\u221220,00', ',', '-20.00'],
	['(1.020,00)', ',', '-1020.00'],
	['12', ',', '12'],
	// Whole euros as prices are written; the dash is no minus.
	['€ 12,-', ',', '12.00'],
	['1.212,--', ',', '1212.00'],
	['12,\u2013', ',', '12.00'],
	['-12,-', ',', '-12.00'],
	['12.=', '.', '12.00'],
	// No groups of three: left as it is, and no amount to anybody.
	['1.23,4', ',', '1.23.4'],
	['n/a', '.', 'n/a'],
])('the amount "%s" with "%s" before its cents is %s', (value, mark, plain) => {
	expect(plainAmount(value, mark)).toBe(plain);
});

test.each([
	['2026-11-24T10:00:00Z', '2026-11-24'],
	['4/1/2026 10:00', '2026-01-04'],
	['31-02-2026', undefined],
	['20261124', '2026-11-24'],
	['20261331', undefined],
	['202611241', undefined],
	['24 nov 2026', '2026-11-24'],
	['4-Mei-2026 10:00', '2026-05-04'],
	['March 4, 2026', '2026-03-04'],
	['24 maart 2026', '2026-03-24'],
	['24. März 2026', '2026-03-24'],
	['24 Dez. 2026', '2026-12-24'],
	['31 feb 2026', undefined],
	['24 foo 2026', undefined],
	['24-11-26', undefined],
])('the day of "%s" is %s', (value, day) => {
	expect(writtenDay(value)).toBe(day);
});
