import { bookedInvoices, type Mutation } from '../../../bookkeeping/reconciliation/books';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';

const roles: Record<string, AccountRole> = {
	debtors: { box: 'none', holds: 'receivable' },
	high: { box: '1a', holds: 'turnover' },
	vat: { box: '1a', holds: 'vat' },
};
const roleOf = (id: string): AccountRole => roles[id] ?? { box: 'none', holds: 'other' };
const mutation = (accountId: string, amount: number, more: Partial<Mutation> = {}): Mutation => ({
	...{ invoiceNumber: 'W1', accountId, date: '2026-11-05', amount, description: 'Mug' },
	...more,
});
const booked = (...mutations: Mutation[]) => [...bookedInvoices(mutations, roleOf).values()];

test('an invoice is what stands under its number, per account; what is owed for it is left out', () => {
	expect(
		booked(
			mutation('debtors', -12_100, { description: 'Order 1' }),
			mutation('high', 6000),
			mutation('high', 4000, { description: 'Cup' }),
			mutation('vat', 2100),
		),
	).toEqual([
		{
			...{ invoiceNumber: 'W1', dates: ['2026-11-05'], description: 'Order 1 Mug Cup' },
			perAccount: new Map([
				['high', 10_000],
				['vat', 2100],
			]),
			total: 12_100,
		},
	]);
});

test('debits take off: an entry and its correction make nothing', () => {
	expect(booked(mutation('high', 10_000), mutation('high', -10_000))).toMatchObject([
		{ perAccount: new Map([['high', 0]]), total: 0 },
	]);
});

test('each day once, in order; the day of a payment is none of them', () => {
	const days = booked(
		mutation('debtors', -1, { date: '2026-12-24' }),
		mutation('high', 1, { date: '2026-11-06' }),
		mutation('vat', 1, { date: '2026-11-05' }),
		mutation('high', 1, { date: '2026-11-06' }),
	).map(({ dates }) => dates);
	expect(days).toEqual([['2026-11-05', '2026-11-06']]);
});

test('numbers stand apart; what has none, or only settles what is owed, is not an invoice', () => {
	const found = booked(
		mutation('high', 100),
		mutation('high', 200, { invoiceNumber: 'W2' }),
		mutation('high', 400, { invoiceNumber: '' }),
		mutation('debtors', 300, { invoiceNumber: 'W3' }),
	);
	expect(found.map(({ invoiceNumber, total }) => [invoiceNumber, total])).toEqual([
		['W1', 100],
		['W2', 200],
	]);
});
