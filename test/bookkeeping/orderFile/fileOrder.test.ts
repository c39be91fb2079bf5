import { decimal, headOf } from '../../../bookkeeping/orderFile/fileOrder';
import { orderOf, refusalOf } from './support';

it('writes amounts in cents where they have no more', () => {
	expect([12_100_000, -50_000, 1_234_567, -1].map(decimal)).toEqual([
		...['12.10', '-0.05', '1.234567', '-0.000001'],
	]);
});

it('reads the order as a whole from any of its rows', () => {
	const order = orderOf(
		['Date', 'Total', 'Customer name', 'Street', 'House number', 'Country', 'Currency', 'Email'],
		['', '12.10', 'Jo Bakker', 'Kade', '7', 'NL', 'eur', ''],
		['2026-11-22', '', '', '', '', '', '', 'jo@example.com'],
	);
	expect(headOf(order)).toEqual({
		...{ id: '1', number: '1', status: 'exported', currency: 'EUR', date: '2026-11-22' },
		...{ paymentMethod: '', total: '12.10' },
		billing: {
			...{ firstName: '', lastName: 'Jo Bakker', company: '', street: 'Kade 7' },
			...{ postcode: '', city: '', country: 'NL' },
		},
		shipping: { company: '', street: '', postcode: '', city: '', country: '', lastName: '' },
		customer: { email: 'jo@example.com', phone: '', vatNumber: '', chamberOfCommerceNumber: '' },
	});
});

it('takes the total from its parts, and refuses an order without one', () => {
	const headings = ['Date', 'Total excl. VAT', 'VAT'];
	expect(orderOf(headings, ['2026-11-22', 10, 2.1]).total()).toBe(12_100_000);
	expect(refusalOf(() => orderOf(headings, ['2026-11-22', 10, '']).total())).toEqual([
		2,
		'noTotal',
	]);
	expect(orderOf(['Total', 'Total excl. VAT'], [12.1, 10]).totalVat()).toBe(2_100_000);
});

it('refuses rows that do not agree, and what is not an amount', () => {
	const headings = ['Total', 'Currency'];
	const order = orderOf(headings, ['12.10', 'EUR'], ['12.10', 'USD'], ['x', '']);
	expect(refusalOf(() => order.text('currency'))).toEqual([3, 'differs']);
	expect(refusalOf(() => order.amount('total'))).toEqual([4, 'differs']);
	expect(refusalOf(() => orderOf(headings, ['x', '']).total())).toEqual([2, 'amount']);
});
