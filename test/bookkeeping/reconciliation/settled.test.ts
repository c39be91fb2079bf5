import { settlements } from '../../../bookkeeping/reconciliation/settled';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';

const roleOf = (id: string): AccountRole => ({
	...{ box: 'none', holds: id === 'debtors' ? 'receivable' : 'other' },
});
const row = (entry: string, accountId: string, amount: number, invoiceNumber = '') => ({
	...{ entry, accountId, amount, invoiceNumber, date: '2026-11-05', description: '' },
});

test('an entry on the account of debtors settles the invoices it names', () => {
	const found = settlements(
		[
			row('m1', 'debtors', 12_100, 'W1'),
			row('m1', 'clearing', -12_000),
			row('m1', 'costs', -100),
			row('payout', 'debtors', 5000, 'W2'),
			row('payout', 'debtors', 7000, 'W3'),
			row('payout', 'clearing', -12_000),
		],
		roleOf,
	);
	expect(found.get('W1')).toEqual([
		{
			...{ invoiceNumbers: ['W1'], amount: 12_100 },
			perAccount: new Map([
				['clearing', -12_000],
				['costs', -100],
			]),
		},
	]);
	expect(found.get('W3')?.[0]).toMatchObject({ invoiceNumbers: ['W2', 'W3'], amount: 12_000 });
});

test('the invoice itself is none, nor is what has no debtor or is of no known entry', () => {
	const found = settlements(
		[
			row('sale', 'debtors', -12_100, 'W1'),
			row('sale', 'high', 12_100, 'W1'),
			row('bank', 'clearing', 100),
			row('', 'debtors', 12_100, 'W1'),
		],
		roleOf,
	);
	expect([...found]).toEqual([]);
});

test('amounts on one account are one', () => {
	const found = settlements(
		[row('m1', 'debtors', 300, 'W1'), row('m1', 'clearing', -100), row('m1', 'clearing', -200)],
		roleOf,
	);
	expect([...(found.get('W1')?.[0]?.perAccount ?? [])]).toEqual([['clearing', -300]]);
});
