import { reason, type Reason } from '../codes/register';
import { formatCents, sum, toEuro, type Cents } from '../money/money';
import { groupBy } from '../trade/groupBy';
import type { Mutation } from './books';
import { textsOf, type Difference } from './differences';
import type { Period } from './reconcile';

/** What one transaction of a provider leaves on a clearing account; debit less credit. */
interface Transaction {
	/** What the lines call it: the number of the order, or the provider's own id. */
	name: string;
	/** What payments put there, what payouts took off, and all together. */
	paid: Cents;
	paidOut: Cents;
	left: Cents;
	/** Whether a payout holds a line of it. */
	isPaidOut: boolean;
}

/** What a period did to a clearing account (tussenrekening), in cents; debit is positive. */
export interface ClearingAccount {
	accountId: string;
	opening: Cents;
	payments: Cents;
	payouts: Cents;
	fees: Cents;
	other: Cents;
	/** Opening and all that moved it: exactly what the account holds on the last day. */
	closing: Cents;
	/** What closing is made of. */
	open: Transaction[];
	/** What it held before the mutations that were read; no transaction tells of it. */
	before: Cents;
}

/** What is known of clearing accounts. */
export interface ClearingBooks {
	/** Of these accounts alone, up to the last day of the period. */
	mutations: readonly Mutation[];
	/** What each account held before the first of them. */
	before: ReadonlyMap<string, Cents>;
	/** Whether an entry moved what customers owe. */
	isOnDebtors(entry: string): boolean;
}

/** How payouts name their lines, one by one and by the day: see `draftPayout`. */
const PER_ORDER = /^(Payment|Refund|Chargeback|Conversion|Invoice) \S+$/;
const PER_DAY = /^(Payments|Refunds|Chargebacks|Conversions) \d{4}-\d{2}-\d{2} \(\d+\)$/;
const FEE = /^Fees?\b/;

export type Part = 'payments' | 'payouts' | 'fees' | 'other';

/**
 * What a movement on a clearing account is.
 *
 * @param cents debit less credit.
 */
export function partOf(
	{ description, entry }: Mutation,
	cents: Cents,
	isOnDebtors: (entry: string) => boolean,
): Part {
	const [kind] = PER_ORDER.exec(description) ?? [];
	// The payment of a method that is called Payment puts money there, its payout takes it off.
	const isTurned = kind?.startsWith('Payment')
		? cents > 0
		: kind?.startsWith('Refund') && cents < 0;
	if ((kind !== undefined && !isTurned) || PER_DAY.test(description)) return 'payouts';
	if (FEE.test(description)) return 'fees';
	return entry !== undefined && isOnDebtors(entry) ? 'payments' : 'other';
}

/** The number of the order ends the text of every line; one per day is about no single order. */
const nameIn = (description: string): string =>
	PER_DAY.test(description) ? description : (description.trim().split(/\s+/).at(-1) ?? '');

/** The statement of each clearing account over a period: opening, what moved it, and closing. */
export function clearingAccounts(
	{ mutations, before, isOnDebtors }: ClearingBooks,
	{ from, until }: Period,
): ClearingAccount[] {
	const own = groupBy(
		mutations.filter(({ date }) => date <= until),
		({ accountId }) => accountId,
	);
	const accounts = [...new Set([...own.keys(), ...before.keys()])];
	return accounts.map((accountId) => {
		const lines = (own.get(accountId) ?? []).map((mutation) => {
			const cents = 0 - mutation.amount;
			const part = partOf(mutation, cents, isOnDebtors);
			return { date: mutation.date, name: nameIn(mutation.description), cents, part };
		});
		const brought = before.get(accountId) ?? 0;
		const ofPart = (part: Part): Cents =>
			sum(lines.filter((one) => one.part === part && one.date >= from).map(({ cents }) => cents));
		const transactions = [...groupBy(lines, ({ name }) => name)].map(([name, all]): Transaction => {
			const ofPayouts = all.filter(({ part }) => part === 'payouts');
			const left = sum(all.map(({ cents }) => cents));
			const paidOut = 0 - sum(ofPayouts.map(({ cents }) => cents));
			return { name, paid: left + paidOut, paidOut, left, isPaidOut: ofPayouts.length > 0 };
		});
		return {
			accountId,
			opening: brought + sum(lines.filter(({ date }) => date < from).map(({ cents }) => cents)),
			payments: ofPart('payments'),
			payouts: 0 - ofPart('payouts'),
			fees: ofPart('fees'),
			other: ofPart('other'),
			closing: brought + sum(lines.map(({ cents }) => cents)),
			open: transactions.filter(({ left }) => left !== 0),
			before: brought,
		};
	});
}

/** A clearing account as a row beside the VAT return: it is told, whatever it holds. */
export interface ClearingLine extends Omit<Difference, 'kind'> {
	kind: 'clearing';
}

/** More than these are not named one by one. */
const MOST_NAMED = 100;

/** Tells what a clearing account held and what its closing is made of, to the cent. */
export function clearingLine(
	{ accountId, open, before, ...amounts }: ClearingAccount,
	nameOf: (accountId: string) => string,
): ClearingLine {
	const { opening, closing } = amounts;
	const account = nameOf(accountId);
	const facts = { account, ...amounts };
	const why =
		closing === 0 && open.length === 0
			? reason('CLEARING_ACCOUNT', { case: 'empty', ...facts })
			: reason('CLEARING_ACCOUNT', { case: 'open', ...facts, named: named(open, before) });
	return {
		...{ kind: 'clearing', orderNumber: '', invoiceNumber: account, box: '' },
		...{ shopTotal: toEuro(opening), booksTotal: toEuro(closing), difference: toEuro(closing) },
		...textsOf(why),
	};
}

function named(open: readonly Transaction[], before: Cents): string {
	const largest = open.toSorted((a, b) => Math.abs(b.left) - Math.abs(a.left));
	const rest = sum(largest.slice(MOST_NAMED).map(({ left }) => left));
	return [
		...largest.slice(0, MOST_NAMED).map(({ name, left }) => `${name}: € ${formatCents(left)}`),
		...(largest.length > MOST_NAMED
			? [`+${largest.length - MOST_NAMED}: € ${formatCents(rest)}`]
			: []),
		...(before === 0 ? [] : [`…: € ${formatCents(before)}`]),
	].join('; ');
}

/**
 * What lines per day took off belongs to orders that they do not name: they are held together against
 * all that no other payout took off, and nothing is wrong as long as that is enough.
 */
function perDay({ open, before }: ClearingAccount): Transaction[] {
	const days = open.filter(({ name }) => PER_DAY.test(name));
	const [first, last] = [days[0], days.at(-1)];
	if (!first || !last) return [];
	const notNamed = open.filter((one) => !one.isPaidOut || days.includes(one));
	const left = before + sum(notNamed.map((one) => one.left));
	const paidOut = sum(days.map((one) => one.paidOut));
	const name = first === last ? first.name : `${first.name} … ${last.name}`;
	return left < 0 ? [{ name, paid: left + paidOut, paidOut, left, isPaidOut: true }] : [];
}

/**
 * What payouts took off a clearing account without a payment having put it there, or in another
 * amount. What was not paid out yet is no difference: the provider has it.
 */
export function clearingDifferences(
	account: ClearingAccount,
	nameOf: (accountId: string) => string,
): Difference[] {
	const { accountId, open } = account;
	return [
		...open.filter(({ name, isPaidOut }) => isPaidOut && !PER_DAY.test(name)),
		...perDay(account),
	].map(({ name, paid, paidOut, left }) => {
		const facts = { account: nameOf(accountId), transaction: name, paidOut, left };
		const why: Reason =
			paid === 0
				? reason('CLEARING_DIFFERS', { case: 'noPayment', ...facts })
				: reason('CLEARING_DIFFERS', { case: 'amount', ...facts, paid });
		return {
			...{ kind: 'clearingAccount' as const, orderNumber: name, invoiceNumber: '', box: '' },
			...{ shopTotal: toEuro(paid), booksTotal: toEuro(paidOut), difference: toEuro(left) },
			...textsOf(why),
		};
	});
}
