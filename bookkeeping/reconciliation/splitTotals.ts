import type { Cents } from '../money/money';
import type { Member } from '../totals/member';
import { dayOfTotal } from '../totals/series';
import { groupBy } from '../trade/groupBy';
import { boxesOfSale } from './boxOfSale';
import type { Mutation } from './books';
import type { ShopDocument } from './reconcile';
import type { AccountRole } from './vatBox';

/**
 * Puts the movements of day totals (dagomzet) under the orders that are in them, by what was kept of
 * each order when it was gathered; so an order in a total is compared as one that was booked by itself.
 * What the books hold of a total beyond its orders, or less than they make, stays under its own number.
 *
 * @param members the orders of totals, booked or not
 */
export function splitTotals(
	mutations: readonly Mutation[],
	members: readonly Member[],
	roleOf: (accountId: string) => AccountRole,
): Mutation[] {
	const ofTotal = groupBy(
		members.filter(({ entryId }) => entryId !== ''),
		({ totalNumber }) => totalNumber,
	);
	if (ofTotal.size === 0) return [...mutations];
	const byNumber = groupBy(mutations, ({ invoiceNumber }) => invoiceNumber);
	return [...byNumber].flatMap(([number, entry]) => {
		const own = ofTotal.get(number);
		return own ? splitOne(entry, own, roleOf) : entry;
	});
}

/**
 * The documents of the shop, those in a total on its day: where a shop closes its day in the night, that
 * is the day before, also over the end of a period.
 */
export function onDayOfTotal(
	documents: readonly ShopDocument[],
	members: readonly Member[],
): ShopDocument[] {
	const dayOf = new Map(
		members
			.filter(({ entryId }) => entryId !== '')
			.map(({ orderKey, totalNumber, date }) => [orderKey, dayOfTotal(totalNumber, [date])]),
	);
	return documents.map((one) => {
		const invoiceDate = one.draft && dayOf.get(one.draft.orderKey);
		return one.draft && invoiceDate ? { ...one, draft: { ...one.draft, invoiceDate } } : one;
	});
}

function splitOne(
	entry: readonly Mutation[],
	members: readonly Member[],
	roleOf: (accountId: string) => AccountRole,
): Mutation[] {
	const isOwed = ({ accountId }: Mutation) => roleOf(accountId).holds === 'receivable';
	const booked = entry.filter((one) => !isOwed(one));
	const parts = members.flatMap((member) => partsOf(member, booked, roleOf));
	const left = new Map<string, Cents>();
	for (const { accountId, amount } of booked) add(left, accountId, amount);
	for (const { accountId, amount } of parts) add(left, accountId, -amount);
	const rest = [...left]
		.filter(([, amount]) => amount !== 0)
		.map(([accountId, amount]) => ({ ...onAccount(booked, accountId), accountId, amount }));
	return [...parts, ...rest, ...entry.filter(isOwed)];
}

/** What the books hold of one order of a total: its lines, and its VAT on the account of the rate's box. */
function partsOf(
	{ invoiceNumber, relationId, date, regime, lines, vat }: Member,
	booked: readonly Mutation[],
	roleOf: (accountId: string) => AccountRole,
): Mutation[] {
	const vatAccount = (percentage: number): string | undefined => {
		const [box] = boxesOfSale({ regime, date, percentage });
		return booked.find(({ accountId }) => {
			const role = roleOf(accountId);
			return role.holds === 'vat' && role.box === box;
		})?.accountId;
	};
	const amounts = new Map<string, Cents>();
	for (const { ledgerAccountId, cents } of lines) add(amounts, ledgerAccountId, cents);
	for (const { percentage, cents } of vat) {
		const account = vatAccount(percentage);
		if (account !== undefined) add(amounts, account, cents);
	}
	return [...amounts]
		.filter(([account]) => booked.some(({ accountId }) => accountId === account))
		.map(([accountId, amount]) => ({
			...onAccount(booked, accountId),
			invoiceNumber,
			accountId,
			amount,
			relationId,
		}));
}

/** The movement of the total on an account, or any of it where it has none. */
const onAccount = (booked: readonly Mutation[], account: string): Mutation =>
	booked.find(({ accountId }) => accountId === account) ?? booked[0]!;

const add = (amounts: Map<string, Cents>, account: string, cents: Cents): void => {
	amounts.set(account, (amounts.get(account) ?? 0) + cents);
};
