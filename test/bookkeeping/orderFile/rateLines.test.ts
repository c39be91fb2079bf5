import { rateLines } from '../../../bookkeeping/orderFile/rateLines';
import { orderOf, refusalOf } from './support';

const amounts = (headings: string[], row: unknown[]) =>
	rateLines(orderOf(headings, row)).map(({ percentage, net, vat }) =>
		[percentage, net, vat].join(' '),
	);

it('works out what the columns of a rate leave out, in cents', () => {
	expect(amounts(['Total', 'Total incl. VAT 21%'], [12.1, 12.1])).toEqual(['21 10.00 2.10']);
	expect(amounts(['Total', 'Net 9%'], [5.45, 5])).toEqual(['9 5.00 0.45']);
	// 0.45 of 2.55 with VAT is 21 %: 2.1074 + 0.4426 would be the exact parts.
	expect(amounts(['Total', 'Total incl. VAT 21%'], [2.55, 2.55])).toEqual(['21 2.11 0.44']);
});

it('settles what rounding of VAT leaves open by the total, and no more than that', () => {
	// 0.99 of VAT at 21 % belongs to 4.69 up to 4.73.
	const headings = ['Total', 'VAT 21%'];
	expect(amounts(headings, [5.71, 0.99])).toEqual(['21 4.72 0.99']);
	expect(refusalOf(() => amounts(headings, [5.8, 0.99]))).toEqual([2, 'sum']);
});

it('refuses a single rate that nothing proves', () => {
	expect(refusalOf(() => amounts(['Total'], [12.1]))).toEqual([2, 'rate']);
	expect(refusalOf(() => amounts(['Total', 'VAT', 'Net 21%'], [12.1, 1.1, 10]))).toEqual([
		2,
		'vat',
	]);
});
