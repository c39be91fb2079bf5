import { readCsvPayout } from '../../../../bookkeeping/payments/payouts/csv';
import { explainPayout } from '../../../../bookkeeping/payments/payouts/explain';

const HEADINGS =
	'Date,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Invoice Number,Reference Txn ID';
const read = (net: string, ...lines: string[]) =>
	explainPayout(
		readCsvPayout({
			...{ provider: 'payPal', id: 'P-7', date: '2026-11-24', net },
			file: [HEADINGS, ...lines].join('\n'),
		}),
	);
const figures = ({ entries }: ReturnType<typeof read>) =>
	entries.map(({ type, orderId, gross, fee, net }) => [type, orderId, gross, fee, net]);

// 60.50 - 2.41 = 58.09.
const EURO = '11/18/2026,Express Checkout Payment,Completed,EUR,60.50,-2.41,58.09,PP0,101,';
const DOLLARS = '11/18/2026,Express Checkout Payment,Completed,USD,224.23,-7.00,217.23,PP1,102,';
const OUT = '11/18/2026,General Currency Conversion,Completed,USD,-217.23,0.00,-217.23,PP2,,PP1';
const INTO = '11/18/2026,General Currency Conversion,Completed,EUR,192.79,0.00,192.79,PP3,,PP1';

test('a payment in dollars that was turned into euro counts in euro, its fee at the same rate', () => {
	// 7.00 x 192.79 / 217.23 = 6.21; 192.79 + 6.21 = 199.00; 58.09 + 192.79 = 250.88.
	const payout = read('250.88', EURO, DOLLARS, OUT, INTO);
	expect(figures(payout)).toEqual([
		['payment', '101', 6050, 241, 5809],
		['payment', '102', 19_900, 621, 19_279],
	]);
	expect(payout.kept).toEqual([]);
});

test('a payment that is kept in dollars is told, and does not block the rest', () => {
	const payout = read('58.09', EURO, DOLLARS);
	expect(figures(payout)).toEqual([['payment', '101', 6050, 241, 5809]]);
	expect(payout.kept).toEqual([
		{
			...{ id: 'PP1', paymentIds: ['PP1'], orderId: '102' },
			...{ currency: 'USD', amount: 22_423, date: '2026-11-18' },
		},
	]);
});

test('what was turned into euro later belongs to the payment that it names', () => {
	const payout = read('250.88', EURO, OUT, INTO);
	expect(figures(payout).at(-1)).toEqual(['conversion', '', 19_279, 0, 19_279]);
	expect(payout.entries.at(-1)?.paymentIds).toEqual(['PP3', 'PP1']);
	expect(payout.kept).toEqual([]);
});

test('a payment in dollars that did not come through is nothing', () => {
	expect(read('58.09', EURO, DOLLARS.replace('Completed', 'Denied')).kept).toEqual([]);
});
