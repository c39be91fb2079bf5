import { sum, type Cents } from '../money';
import type { AccountRole } from './vatBox';

/** One movement on a ledger account (grootboekmutatie). */
export interface Mutation {
	invoiceNumber: string;
	accountId: string;
	/** yyyy-MM-dd */
	date: string;
	/** Credit less debit: turnover and VAT owed are positive. */
	amount: Cents;
	description: string;
}

/** What the books hold under one invoice number, what customers owe left out. */
export interface BookedInvoice {
	invoiceNumber: string;
	dates: string[];
	description: string;
	perAccount: ReadonlyMap<string, Cents>;
	total: Cents;
}

/** Puts mutations together per invoice number; what carries no number is no invoice. */
export function bookedInvoices(
	mutations: readonly Mutation[],
	roleOf: (accountId: string) => AccountRole,
): Map<string, BookedInvoice> {
	const rows = new Map<string, Mutation[]>();
	for (const mutation of mutations) {
		const { invoiceNumber, accountId } = mutation;
		if (invoiceNumber === '' || roleOf(accountId).holds === 'receivable') continue;
		const known = rows.get(invoiceNumber);
		if (known === undefined) rows.set(invoiceNumber, [mutation]);
		else known.push(mutation);
	}
	return new Map(
		[...rows].map(([invoiceNumber, own]) => [
			invoiceNumber,
			{
				invoiceNumber,
				dates: [...new Set(own.map(({ date }) => date))].sort(),
				description: own[0]?.description ?? '',
				perAccount: perAccount(own),
				total: sum(own.map(({ amount }) => amount)),
			},
		]),
	);
}

function perAccount(mutations: readonly Mutation[]): Map<string, Cents> {
	const amounts = new Map<string, Cents>();
	for (const { accountId, amount } of mutations) {
		amounts.set(accountId, (amounts.get(accountId) ?? 0) + amount);
	}
	return amounts;
}
