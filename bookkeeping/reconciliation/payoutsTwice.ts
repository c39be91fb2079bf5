import { reason } from '../codes/register';
import { toEuro } from '../money/money';
import { isAround } from '../payments/payouts/otherEntry';
import { groupBy } from '../trade/groupBy';
import type { Mutation } from './books';
import { partOf } from './clearing';
import { textsOf, type Difference } from './differences';
import type { Period } from './reconcile';

/** What is known of the ledger accounts. */
interface Accounts {
	isClearing(accountId: string): boolean;
	/** Whether an entry moved what customers owe. */
	isOnDebtors(entry: string): boolean;
	/** How the bookkeeper knows an account. */
	nameOf(accountId: string): string;
}

/** A payout in the books: what it brought to the bank or the account of transfers, in cents. */
interface BookedPayout {
	accountId: string;
	date: string;
	description: string;
	paidOut: number;
}

/**
 * Payouts that came into the books once more: another entry took just what a payout paid out off its
 * clearing account, as the line of the bank does when it is booked there, or an imported statement
 * (MT940). The account has then given more than the provider had.
 *
 * @param mutations of all accounts, from some time around the period.
 */
export function payoutsTwice(
	mutations: readonly Mutation[],
	{ isClearing, isOnDebtors, nameOf }: Accounts,
	{ from, until }: Period,
): Difference[] {
	const entries = groupBy(
		mutations.filter(({ entry }) => entry !== undefined),
		({ entry = '' }) => entry,
	);
	const isOfPayout = (one: Mutation): boolean =>
		isClearing(one.accountId) && partOf(one, -one.amount, isOnDebtors) === 'payouts';
	const payouts = [...entries.values()].flatMap((all) => payoutOf(all, isOfPayout, isClearing));
	return [...entries].flatMap(([entry, all]) => {
		if (isOnDebtors(entry) || all.some(isOfPayout)) return [];
		return all.flatMap((one) => {
			const { accountId, amount, date, description } = one;
			if (!isClearing(accountId) || amount <= 0 || date < from || date > until) return [];
			const payout = payouts.find(
				(other) =>
					other.accountId === accountId && other.paidOut === amount && isAround(other.date, date),
			);
			if (!payout) return [];
			const why = reason('CLEARING_DIFFERS', {
				...{ case: 'bookedTwice', account: nameOf(accountId), transaction: description, date },
				...{ paidOut: amount, payout: payout.description, paidOutOn: payout.date },
			});
			return [
				{
					...{ kind: 'clearingAccount' as const, orderNumber: payout.description },
					...{ invoiceNumber: '', box: '', shopTotal: 0, booksTotal: toEuro(amount) },
					...{ difference: toEuro(-amount), ...textsOf(why) },
				},
			];
		});
	});
}

/** What was paid out is the largest debit: costs are less. */
function payoutOf(
	entry: readonly Mutation[],
	isOfPayout: (one: Mutation) => boolean,
	isClearing: (accountId: string) => boolean,
): BookedPayout[] {
	const line = entry.find(isOfPayout);
	const [largest] = entry
		.filter(({ accountId }) => !isClearing(accountId))
		.sort((a, b) => a.amount - b.amount);
	if (!line || !largest || largest.amount >= 0) return [];
	const { date, description, amount } = largest;
	return [{ accountId: line.accountId, date, description, paidOut: -amount }];
}
