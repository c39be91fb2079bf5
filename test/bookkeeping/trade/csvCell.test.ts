import { csvCell } from '../../../bookkeeping/trade/csvCell';

it.each([
	['W28', 'W28'],
	['-12,50', '"-12,50"'],
	['+31', '+31'],
	['=1+1', "'=1+1"],
	['-2+cmd', "'-2+cmd"],
	['@SUM(A1)', "'@SUM(A1)"],
	['\t=1', "'\t=1"],
	['=1;"2"', `"'=1;""2"""`],
	['two\nlines', '"two\nlines"'],
	['', ''],
])('writes %j as %j', (text, cell) => {
	expect(csvCell(text)).toBe(cell);
});
