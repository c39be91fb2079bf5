import {
	amountOfCell,
	dateOfCell,
	markOf,
	percentageOfCell,
} from '../../../bookkeeping/orderFile/cells';

it('finds the decimal mark of texts; numbers have none', () => {
	expect(markOf([12.5, '1,50', '', undefined])).toBe(',');
	expect(markOf([12.5, 3])).toBe('.');
	expect(markOf(['1,50', '1.50'])).toBe('twoDecimalMarks');
});

it.each([
	['€ 1.234,50', ',', 1_234_500_000],
	[0.1 + 0.2, ',', 300_000],
	['twee', ',', undefined],
	['', '.', undefined],
] as const)('the amount of %j is %j', (cell, mark, amount) => {
	expect(amountOfCell(cell, mark)).toBe(amount);
});

it.each([
	['21', 2100],
	['21,00 %', 2100],
	['5,5%', 550],
	[0.21, 2100],
	[0.09, 900],
	[21, 2100],
	[0, 0],
	['0,9', 90],
	['-1', undefined],
	['101', undefined],
	['hoog', undefined],
])('the percentage of %j is %j hundredths', (cell, hundredths) => {
	expect(percentageOfCell(cell, ',')).toBe(hundredths);
});

it.each([
	['22-11-2026', '2026-11-22'],
	['22/11/2026 9:05', '2026-11-22T09:05:00'],
	['2026-11-22 12:00:01 +0100', '2026-11-22T12:00:01+01:00'],
	['2026-11-22T12:00:00.000Z', '2026-11-22T12:00:00Z'],
	// 46348 days after 30 December 1899.
	[46_348, '2026-11-22'],
	[46_348.99, '2026-11-22'],
	[12, undefined],
	['31-02-2026', undefined],
	['gisteren', undefined],
])('the date of %j is %j', (cell, date) => {
	expect(dateOfCell(cell)).toBe(date);
});
