import { sum, type Cents } from '../money/money';
import type { Mutation } from './books';
import { groupBy } from '../trade/groupBy';
import type { AccountRole } from './vatBox';

/** An entry that settles open items: a payment, a payout, a memorial. */
export interface Settlement {
	/** The invoices it settles, by their numbers. */
	invoiceNumbers: readonly string[];
	/** What customers owe less by it; negative for what went back to them. */
	amount: Cents;
	/** Every account of it but that of the debtors; credit less debit. */
	perAccount: ReadonlyMap<string, Cents>;
}

/**
 * The entries that settle invoices, by the invoice. A mutation of a payment carries the number of the
 * invoice on the side of the debtors only, so the rest is found by the entry it is of.
 */
export function settlements(
	mutations: readonly Mutation[],
	roleOf: (accountId: string) => AccountRole,
): ReadonlyMap<string, readonly Settlement[]> {
	const entries = groupBy(
		mutations.filter(({ entry }) => Boolean(entry)),
		({ entry }) => entry,
	);
	const byInvoice = new Map<string, Settlement[]>();
	for (const rows of entries.values()) {
		const owed = rows.filter((row) => roleOf(row.accountId).holds === 'receivable');
		const others = rows.filter((row) => roleOf(row.accountId).holds !== 'receivable');
		// An invoice has its number on every line.
		if (owed.length === 0 || others.some(({ invoiceNumber }) => invoiceNumber !== '')) continue;
		const settlement = settlementOf(owed, others);
		for (const number of settlement.invoiceNumbers) {
			byInvoice.set(number, [...(byInvoice.get(number) ?? []), settlement]);
		}
	}
	return byInvoice;
}

function settlementOf(owed: readonly Mutation[], others: readonly Mutation[]): Settlement {
	const perAccount = new Map<string, Cents>();
	for (const { accountId, amount } of others) {
		perAccount.set(accountId, (perAccount.get(accountId) ?? 0) + amount);
	}
	return {
		invoiceNumbers: [
			...new Set(owed.map(({ invoiceNumber }) => invoiceNumber).filter((number) => number !== '')),
		],
		amount: sum(owed.map(({ amount }) => amount)),
		perAccount,
	};
}
