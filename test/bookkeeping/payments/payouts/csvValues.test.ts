import {
	asWritten,
	csvDate,
	decimalMark,
} from '../../../../bookkeeping/payments/payouts/csvValues';

const refused = (message: string) =>
	expect.objectContaining({ code: 'PAYOUT_UNREADABLE', message });

describe('the decimal mark of a file', () => {
	test.each<[string[], string]>([
		[['1,50', '2'], ','],
		[['1.5'], '.'],
		[['€ 1.234,50', '7,5-'], ','],
		[['1,234.50 EUR', "'2.00"], '.'],
		[['-20,00', '12'], ','],
		[['12', '-3', ''], '.'],
		// Four digits in front cannot be a group.
		[['1234.567'], '.'],
		[[], '.'],
	])('of %j is "%s"', (values, mark) => {
		expect(decimalMark(values)).toBe(mark);
	});

	test('two marks, or one that may mean two things, are refused', () => {
		expect(() => decimalMark(['1,50', '1.50'])).toThrow(
			refused('Some amounts have a decimal comma, others a point.'),
		);
		for (const amount of ['1.234', '-1,234', '12.345', '+123.456']) {
			expect(() => decimalMark([amount])).toThrow(
				refused(
					'Nothing tells whether a comma or a point stands before the cents. Write amounts with two decimals.',
				),
			);
		}
	});
});

describe('a date', () => {
	test.each([
		['2026-11-24', '2026-11-24'],
		['2026-11-24T10:00:00Z', '2026-11-24'],
		['24-11-2026', '2026-11-24'],
		['4/1/2026 10:00', '2026-01-04'],
		['04.01.2026', '2026-01-04'],
		['29-02-2024', '2024-02-29'],
	])('%s', (value, date) => {
		expect(csvDate(value, 'line 2')).toBe(date);
	});

	test.each(['', '24-11-26', '2026/11/24', '31-02-2026', '24-13-2026', '2026-11-245', 'today'])(
		'"%s" is none',
		(value) => {
			expect(() => csvDate(value, 'line 2')).toThrow(
				expect.objectContaining({ code: 'PAYOUT_UNREADABLE' }),
			);
		},
	);
});

test('dates with the month first are told by days that cannot be, or that lie after the payout', () => {
	const read = (...values: string[]) =>
		values.map((value) => csvDate(asWritten(values, '2026-11-24')(value), 'line 2'));
	expect(read('11/23/2026', '11/12/2026')).toEqual(['2026-11-23', '2026-11-12']);
	expect(read('11/12/2026 10:00')).toEqual(['2026-11-12']);
	expect(read('10/11/2026', '11/10/2026')).toEqual(['2026-11-10', '2026-10-11']);
	// A dash is Dutch, and both ways of writing in one file are none.
	expect(read('11-12-2026')).toEqual(['2026-12-11']);
	expect(() => read('11/23/2026', '23/11/2026')).toThrow(
		expect.objectContaining({ code: 'PAYOUT_UNREADABLE' }),
	);
});
