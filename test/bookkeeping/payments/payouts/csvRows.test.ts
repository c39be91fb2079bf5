import { csvRows } from '../../../../bookkeeping/payments/payouts/csvRows';

describe('the rows of a CSV file', () => {
	test('quotes hold separators, line ends and quotes; a byte order mark is left out', () => {
		expect(csvRows('\uFEFFa;b\r\n"x;\n""y""";2\r\n\r\n')).toEqual([
			['a', 'b'],
			['x;\n"y"', '2'],
		]);
	});

	test.each<[string, string[]]>([
		['a;b,c;d', ['a', 'b,c', 'd']],
		['a,b;c,d', ['a', 'b;c', 'd']],
		['a\tb\tc;d', ['a', 'b', 'c;d']],
		// What stands between quotes says nothing about the separator.
		['"a,b,c";d', ['a,b,c', 'd']],
		['alone', ['alone']],
		[' a ; b ', ['a', 'b']],
		['a;;', ['a', '', '']],
		['5" disk;b', ['5" disk', 'b']],
	])('%j', (line, fields) => {
		expect(csvRows(line)).toEqual([fields]);
	});

	test('lines without a field are left out; the separator is that of the first line', () => {
		expect(csvRows('a;b\n;\n\n1,2;3')).toEqual([
			['a', 'b'],
			['1,2', '3'],
		]);
		expect(csvRows('')).toEqual([]);
	});

	test('a quote that never ends is refused', () => {
		expect(() => csvRows('a;"b\nc;d')).toThrow(
			expect.objectContaining({ code: 'PAYOUT_UNREADABLE' }),
		);
	});
});
