import { orderLines } from '../../../bookkeeping/orderFile/orderLines';
import { orderOf, refusalOf } from './support';

const HEAD = ['Total', 'Quantity', 'Price', 'VAT rate', 'Discount', 'Shipping', 'VAT'];
const amounts = (...rows: unknown[][]) =>
	orderLines(orderOf(HEAD, ...rows)).map(({ kind = 'product', percentage, net, vat }) =>
		[kind, percentage, net, vat].join(' '),
	);

it('shares a discount over the lines to the cent', () => {
	// 10.00 off 24.20 and 10.90: 6.89 and 3.11 by largest remainder.
	const [first, second] = amounts([25.1, 2, 12.1, 21, 10, '', ''], ['', 1, 10.9, 9, '', '', '']);
	expect([first, second]).toEqual([
		// 17.31 / 1.21 and 7.79 / 1.09
		'product 21 14.305785 3.004215',
		'product 9 7.146789 0.643211',
	]);
});

it('gives shipping the rate of all goods, or the one that makes the VAT of the order', () => {
	expect(amounts([17.05, 1, 12.1, 21, '', 4.95, ''])).toContain('shipping 21 4.090909 0.859091');
	const both = [
		[28.4, 1, 12.1, 21, '', 5.4, 3.45],
		['', 1, 10.9, 9, '', '', ''],
	];
	// 3.45 less 2.10 and 0.90 leaves 0.45: 9 % of 4.95.
	expect(amounts(...both)).toContain('shipping 9 4.954128 0.445872');
	expect(refusalOf(() => amounts(...both.map((row) => [...row.slice(0, 6), ''])))).toEqual([
		2,
		'rate',
	]);
});

it('refuses lines that no reading brings to the total', () => {
	expect(refusalOf(() => amounts([99, 1, 12.1, 21, '', '', '']))).toEqual([2, 'sum']);
	expect(refusalOf(() => amounts([12.1, 1, 12.1, 21, '', '', 1.1]))).toEqual([2, 'vat']);
});

it('takes the rate that the total and the VAT of the order prove, where the file states none', () => {
	const lines = (...rows: unknown[][]) =>
		orderLines(orderOf(['Total', 'Quantity', 'Price', 'Shipping', 'VAT'], ...rows));
	// Two of 12.10 and shipping of 4.84: 29.04 with 5.04 VAT at 21 %, and at no other rate.
	const found = lines([29.04, 1, 12.1, 4.84, 5.04], ['', 1, 12.1, '', '']);
	expect(found.map(({ percentage, net, vat }) => [percentage, net, vat])).toEqual([
		...[
			[21, '10.00', '2.10'],
			[21, '10.00', '2.10'],
			[21, '4.00', '0.84'],
		],
	]);
	// 12.10 at 21 % and 10.90 at 9 %: 3.00 of 23.00 is neither.
	const both = [
		[23, 1, 12.1, '', 3],
		['', 1, 10.9, '', ''],
	];
	expect(refusalOf(() => lines(...both))).toEqual([2, 'rate']);
	expect(refusalOf(() => lines([12.1, 1, 12.1, '', '']))).toEqual([2, 'rate']);
	// Where rates are stated, a line without one is no line of the rate of the others.
	expect(refusalOf(() => amounts([12.1, 1, 12.1, '', '', '', 2.1]))).toEqual([2, 'rate']);
});
