import {
	clearingAccounts,
	clearingDifferences,
	clearingLine,
	type ClearingAccount,
} from '../../../bookkeeping/reconciliation/clearing';
import type { Mutation } from '../../../bookkeeping/reconciliation/books';

const period = { from: '2026-10-01', until: '2026-10-31' };

/** Debit is positive: money that the provider has. */
const on = (
	description: string,
	debit: number,
	date = '2026-10-10',
	changes: Partial<Mutation> = {},
): Mutation => ({
	...{ invoiceNumber: '', accountId: 'mollie', date, amount: -debit, description, entry: 'other' },
	...changes,
});
/** The entry of a payment moves what customers owe. */
const paid = (order: string, debit: number, date?: string) =>
	on(`iDEAL ${order}`, debit, date, { entry: `payment ${order}` });

const statement = (mutations: Mutation[], before: Record<string, number> = {}) =>
	clearingAccounts(
		{
			mutations,
			before: new Map(Object.entries(before)),
			isOnDebtors: (entry) => entry.startsWith('payment'),
		},
		period,
	);
const [nameOf] = [(id: string) => ({ mollie: '1106' })[id] ?? id];
const openOf = ({ open }: ClearingAccount) => open.map(({ name, left }) => [name, left]);

test('PAY-602: opening, payments, payouts, fees and the rest make the closing, to the cent', () => {
	const [account, ...others] = statement([
		paid('27', 5000, '2026-09-20'),
		on('Payment 27', -5000, '2026-10-02'),
		paid('28', 12_100),
		on('Fee iDEAL 28', -221),
		on('Refund iDEAL 26', -1000, '2026-10-11', { entry: 'payment back' }),
		on('Refund 26', 1000, '2026-10-12'),
		on('Payment 28', -11_879, '2026-10-13'),
		on('Payment 29', -2555, '2026-10-13'),
		paid('30', 363, '2026-10-30'),
		on('By hand 31', 17),
		paid('32', 999, '2026-11-01'),
	]);
	expect(others).toEqual([]);
	const { opening, payments, payouts, fees, other, closing } = account!;
	expect([opening, payments, payouts, fees, other, closing]).toEqual([
		5000,
		// 121.00 − 10.00 + 3.63
		11_463,
		// 50.00 − 10.00 + 118.79 + 25.55
		18_434, -221, 17, -2175,
	]);
	expect(opening + payments - payouts + fees + other).toBe(closing);
	expect(openOf(account!)).toEqual([
		['29', -2555],
		['30', 363],
		['31', 17],
	]);
});

test('what was before the mutations that were read is part of the opening, and named', () => {
	const [account] = statement([paid('30', 363)], { mollie: 250 });
	expect(account).toMatchObject({ opening: 250, closing: 613, before: 250 });
	expect(clearingLine(account!, nameOf)).toMatchObject({
		...{ kind: 'clearing', invoiceNumber: '1106', code: 'CLEARING_ACCOUNT' },
		...{ shopTotal: 2.5, booksTotal: 6.13, difference: 6.13 },
		found: expect.stringMatching(/30: € 3\.63; …: € 2\.50\.$/),
	});
	expect(statement([], { paypal: 0 })).toMatchObject([{ accountId: 'paypal', closing: 0 }]);
});

test('an account on which nothing is left names nothing', () => {
	const [account] = statement([paid('28', 100), on('Payment 28', -100)]);
	expect(clearingLine(account!, nameOf).found).toMatch(/0\.00 in the end\.$/);
	expect(clearingDifferences(account!, nameOf)).toEqual([]);
});

test('what is not paid out yet is no difference', () => {
	const [account] = statement([paid('30', 363), on('Payments 2026-10-09 (3)', 0)]);
	expect(clearingDifferences(account!, nameOf)).toEqual([]);
});

test.each([
	['a payout without a payment', [on('Payment 29', -2555)], 'CLEARING_DIFFERS', -25.55],
	['a part of a payment', [paid('28', 10_000), on('Payment 28', -4000)], 'CLEARING_DIFFERS', 60],
	['a chargeback', [paid('28', 100), on('Payment 28', -100), on('Chargeback 28', 100)], '', 1],
	['a payout per day', [paid('28', 100), on('Payments 2026-10-09 (3)', -300)], '', -2],
	['a day without payments', [on('Payments 2026-10-09 (3)', -300)], '', -3],
])('%s is named with its number and amount', (_, mutations, code, difference) => {
	const [account] = statement(mutations);
	const found = clearingDifferences(account!, nameOf);
	expect(found).toMatchObject([{ kind: 'clearingAccount', difference }]);
	expect(found[0]!.code).toBe(code || 'CLEARING_DIFFERS');
	expect(found[0]!.found).toContain('1106');
});

test('what lines per day took off is held together against the payments, which they do not name', () => {
	const days = [
		...[paid('28', 100), paid('29', 250), paid('30', 400), on('Refund iDEAL 27', -50)],
		on('Payments 2026-10-09 (2)', -350),
		on('Refunds 2026-10-09 (1)', 50),
	];
	// The fourth euro was not paid out yet.
	expect(clearingDifferences(statement(days)[0]!, nameOf)).toEqual([]);
	const [account] = statement([...days, on('Payments 2026-10-10 (2)', -425)]);
	expect(clearingDifferences(account!, nameOf)).toMatchObject([
		{
			...{ shopTotal: 7, booksTotal: 7.25, difference: -0.25 },
			orderNumber: 'Payments 2026-10-09 (2) … Payments 2026-10-10 (2)',
		},
	]);
	// What was there before is enough.
	const before = { mollie: 25 };
	const [held] = statement([...days, on('Payments 2026-10-10 (2)', -425)], before);
	expect(clearingDifferences(held!, nameOf)).toEqual([]);
	// A payout that names its order is judged by itself all the same.
	const [other] = statement([...days, on('Payment 31', -10)]);
	expect(clearingDifferences(other!, nameOf)).toMatchObject([{ orderNumber: '31' }]);
});

test('when the last part is paid out nothing is left', () => {
	const [account] = statement([
		...[paid('28', 10_000), on('Payment 28', -4000), on('Payment 28', -6000, '2026-10-20')],
	]);
	expect(openOf(account!)).toEqual([]);
});

test('the payment method may be called as the lines of a payout are', () => {
	const [account] = statement([
		on('Payment 28', 100, '2026-10-02', { entry: 'payment 28' }),
		on('Payment 28', -100),
		on('Refund 29', -50, '2026-10-02', { entry: 'payment 29' }),
		on('Refund 29', 50),
	]);
	expect(account).toMatchObject({ payments: 50, payouts: 50, other: 0, closing: 0 });
});

test('more than a hundred transactions: the largest by name, the rest in one', () => {
	const many = Array.from({ length: 103 }, (_, index) => paid(`${1000 + index}`, 1000 - index));
	const [account] = statement(many);
	const { found } = clearingLine(account!, nameOf);
	// 9.00 + 8.99 + 8.98
	expect(found).toMatch(/1099: € 9\.01; \+3: € 26\.97\.$/);
});
