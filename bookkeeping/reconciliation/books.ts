import { sum, type Cents } from '../money/money';
import { groupBy } from '../trade/groupBy';
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
	/** When it was booked or changed last, in SnelStart's words. */
	changedOn?: string;
	/** The entry it is of: the same for all its mutations, and for those of no other. */
	entry?: string;
	/** The card of the customer, on what he owes. */
	relationId?: string;
}

/** What the books hold under one invoice number, what customers owe left out. */
export interface BookedInvoice {
	invoiceNumber: string;
	dates: string[];
	/** The texts of all its movements. */
	description: string;
	/** The card of the customer; empty when the mutations do not tell. */
	relationId?: string;
	perAccount: ReadonlyMap<string, Cents>;
	total: Cents;
}

/** Puts mutations together per invoice number; what carries no number is not an invoice. */
export function bookedInvoices(
	mutations: readonly Mutation[],
	roleOf: (accountId: string) => AccountRole,
): Map<string, BookedInvoice> {
	const rows = groupBy(
		mutations.filter(({ invoiceNumber }) => invoiceNumber !== ''),
		({ invoiceNumber }) => invoiceNumber,
	);
	const invoices = [...rows].map(([invoiceNumber, all]) => {
		const own = all.filter(({ accountId }) => roleOf(accountId).holds !== 'receivable');
		return {
			invoiceNumber,
			dates: [...new Set(own.map(({ date }) => date))].sort(),
			description: [...new Set(all.map(({ description }) => description))].join(' '),
			...cardOf(all),
			perAccount: perAccount(own),
			total: sum(own.map(({ amount }) => amount)),
		};
	});
	// A number that only settles what a customer owes, such as a payment, is not an invoice of the
	// period.
	return new Map(
		invoices
			.filter(({ perAccount }) => perAccount.size > 0)
			.map((invoice) => [invoice.invoiceNumber, invoice]),
	);
}

function cardOf(all: readonly Mutation[]): Pick<BookedInvoice, 'relationId'> {
	const relationId = all.map((one) => one.relationId).find(Boolean);
	return relationId ? { relationId } : {};
}

function perAccount(mutations: readonly Mutation[]): Map<string, Cents> {
	const amounts = new Map<string, Cents>();
	for (const { accountId, amount } of mutations) {
		amounts.set(accountId, (amounts.get(accountId) ?? 0) + amount);
	}
	return amounts;
}
