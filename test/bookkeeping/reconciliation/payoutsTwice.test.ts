import type { Mutation } from '../../../bookkeeping/reconciliation/books';
import { payoutsTwice } from '../../../bookkeeping/reconciliation/payoutsTwice';

const period = { from: '2026-10-01', until: '2026-10-31' };

/** @param debit in cents; below zero for a credit. */
const on = (
	entry: string,
	accountId: string,
	debit: number,
	description: string,
	date = '2026-10-10',
): Mutation => ({ invoiceNumber: '', accountId, date, amount: -debit, description, entry });

// 121.00 paid, 2.21 of costs: 118.79 paid out.
const payout = (date?: string) => [
	on('payout', 'mollie', -12_100, 'Payment 28', date),
	on('payout', 'costs', 221, 'Fees mollie', date),
	on('payout', 'transfer', 11_879, 'Mollie 1234567.2610.01', date),
];
const bank = (cents: number, date?: string, account = 'mollie') => [
	on('bank', 'bank', cents, 'STICHTING MOLLIE PAYMENTS', date),
	on('bank', account, -cents, 'STICHTING MOLLIE PAYMENTS', date),
];

const found = (...mutations: Mutation[]) =>
	payoutsTwice(
		mutations,
		{
			isClearing: (id) => ['mollie', 'stripe'].includes(id),
			isOnDebtors: (entry) => entry.startsWith('payment'),
			nameOf: (id) => ({ mollie: '1104' })[id] ?? id,
		},
		period,
	);

test('the line of the bank on the clearing account is named, with payout and amount', () => {
	expect(found(...payout(), ...bank(11_879, '2026-10-12'))).toEqual([
		expect.objectContaining({
			...{ kind: 'clearingAccount', code: 'CLEARING_DIFFERS' },
			...{ orderNumber: 'Mollie 1234567.2610.01', box: '' },
			...{ shopTotal: 0, booksTotal: 118.79, difference: -118.79 },
			found:
				'On 2026-10-12 "STICHTING MOLLIE PAYMENTS" took € 118.79 off clearing account 1104. Payout Mollie 1234567.2610.01 of 2026-10-10 paid out just that, and has taken it off already.',
		}),
	]);
});

test.each<[string, Mutation[]]>([
	['on the account of transfers, where it belongs', bank(11_879, '2026-10-12', 'transfer')],
	['another amount', bank(11_878)],
	['what the costs were', bank(221)],
	['the account of another provider', bank(11_879, '2026-10-12', 'stripe')],
	['long after', bank(11_879, '2026-10-21')],
	['of another period', bank(11_879, '2026-09-30')],
	['a payment of that amount', [on('payment 29', 'mollie', -11_879, 'Correction 29')]],
	['what came on it', [on('hand', 'mollie', 11_879, 'By hand')]],
	['an entry that nothing is known of', [{ ...bank(11_879)[1]!, entry: undefined }]],
])('%s is no such thing', (_, mutations) => {
	expect(found(...payout(), ...mutations)).toEqual([]);
});

test('a payout that took more off than it brought is none', () => {
	const [first] = payout();
	expect(found(first!, ...bank(12_100))).toEqual([]);
});
