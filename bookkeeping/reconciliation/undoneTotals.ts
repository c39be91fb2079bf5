import { totalNumberIn } from '../orderTable/keys';
import { dayOfTotal } from '../totals/series';
import { together } from './bookings';
import type { BookedInvoice } from './books';
import type { DocumentNumbers } from './numbers';
import type { KnownBooking, KnownBookings } from './records';
import { statedTotal, type StatedDocument } from './stated';

/**
 * A day total that was undone, and the credit note that did: no order is in either. Without its record
 * where the total is older than what was read.
 */
export interface UndoneTotal {
	total: KnownBooking | undefined;
	credit: KnownBooking;
}

/** Undone totals by the numbers of both of their entries. */
type UndoneTotals = ReadonlyMap<string, UndoneTotal>;

/**
 * The day totals that were undone, by their booking records. Together with its credit note a total is
 * nothing; where the books say otherwise, that is told.
 *
 * @param isBehind whether a day lies before or after what was read.
 */
export function undoneTotals(
	{ all, of }: KnownBookings,
	isBehind: (date: string) => boolean,
): UndoneTotals {
	const credits = all.filter(({ kind, document }) => kind === 'total' && document === 'creditNote');
	return new Map(
		credits.flatMap((credit) => {
			const pair = { total: of(credit.parentKey), credit };
			if (pair.total === undefined && !isBehind(dayOf(pair))) return [];
			return [pair.total, credit].flatMap((one) => (one ? [[one.number, pair] as const] : []));
		}),
	);
}

/**
 * Whether a number is of a total that is nothing in the books together with its credit note, or of
 * which a part lies before or after what was read, so that nobody can tell.
 */
export function takenBack(
	undone: UndoneTotals,
	booked: ReadonlyMap<string, BookedInvoice>,
	isBehind: (date: string) => boolean,
): (number: string) => boolean {
	return (number) => {
		const pair = undone.get(number);
		if (pair === undefined) return false;
		const { total, credit } = pair;
		if (total === undefined || [total, credit].some(({ date }) => isBehind(date))) return true;
		const [base, ...later] = [total, credit].flatMap((one) => booked.get(one.number) ?? []);
		return (together({ base, later, credits: [] })?.perAccount.size ?? 0) === 0;
	};
}

/** One entry of an undone total. */
export interface UndoneEntry {
	entry: BookedInvoice;
	pair: UndoneTotal;
}

/**
 * The entries of a period whose other half is in another one: in one period they are nothing, of two
 * each has its own part.
 *
 * @param inBooks the entry under a number, where the books have it in the period.
 */
export function undoneAcross(
	undone: UndoneTotals,
	inBooks: (number: string) => BookedInvoice | undefined,
): UndoneEntry[] {
	return [...undone].flatMap(([number, pair]) => {
		const entry = inBooks(number);
		const halves = [pair.total?.number ?? '', pair.credit.number];
		return entry && !halves.every(inBooks) ? [{ entry, pair }] : [];
	});
}

/** The day of an undone total, yyyy-MM-dd, whatever day either is dated on. */
export function dayOf({ total, credit }: UndoneTotal): string {
	const date = total?.date || credit.date;
	return dayOfTotal(totalNumberIn(credit.parentKey) ?? '', [date]) ?? date;
}

/** What an entry of an undone total is in the statements. */
export function statedUndone({ entry, pair }: UndoneEntry): StatedDocument {
	const { total, credit } = pair;
	return statedTotal(isOfTotal(entry, total) ? total : credit, entry, dayOf(pair));
}

/** Whether an entry is that of the total, not that of what undid it. */
export const isOfTotal = (
	{ invoiceNumber }: BookedInvoice,
	total: KnownBooking | undefined,
): total is KnownBooking => total?.number === invoiceNumber;

/** The numbers of a shop, and those of its totals that were undone. */
export const alsoUndone = (
	{ isSale, isCredit, ...numbers }: DocumentNumbers,
	undone: UndoneTotals,
): DocumentNumbers => ({
	...numbers,
	isSale: (number) => isSale(number) || undone.get(number)?.total?.number === number,
	isCredit: (number) => isCredit(number) || undone.get(number)?.credit.number === number,
});
