import { sum } from '../money/money';
import { totalNumberIn } from '../orderTable/keys';
import { groupBy } from '../trade/groupBy';
import { entriesOf, type Booking } from './bookings';
import type { BookedInvoice } from './books';
import type { ExpectedInvoice } from './expected';
import { dayOf, isOfTotal, type UndoneEntry, type UndoneTotal } from './undoneTotals';

interface ComparedDocument {
	document: ExpectedInvoice;
	booking: Booking;
	withdrawn?: unknown;
}

/** What was in undone totals of one day or month, and is booked again in another period. */
export interface BookedAgain<One> {
	/** Orders, or refunds: each is in its own period by the total, and in the other by what undid that. */
	moved: One[];
	/** The entries of the totals, and of what undid them, in the compared period. */
	entries: BookedInvoice[];
	/** All of it is booked again. */
	isWhole: boolean;
}

/**
 * The documents of totals that were undone, and are booked again in another period than their own. The
 * records of the orders in a total are gone when it is undone, so they are known by the day or month of
 * the total; more than the totals made is not of them alone, and nobody can say what is.
 *
 * @param sales also those that are not in the compared period.
 * @param across of each undone total with one side in the compared period, that side.
 */
export function bookedAgain<One extends ComparedDocument>(
	sales: readonly One[],
	across: readonly UndoneEntry[],
	inPeriod: (date: string) => boolean,
): Array<BookedAgain<One>> {
	const groups = groupBy(
		across.map((one) => {
			const { entry, pair } = one;
			const isTotal = isOfTotal(entry, pair.total);
			return { ...one, isTotal, amount: isTotal ? entry.total : -entry.total, of: coverOf(pair) };
		}),
		({ isTotal, amount, of }) => [of, isTotal, Math.sign(amount)].join(' '),
	);
	return [...groups.values()].flatMap((group) => {
		const [{ isTotal, amount: first, of }] = group as [(typeof group)[number]];
		const own = sales.filter(
			({ document, booking, withdrawn }) =>
				withdrawn === undefined &&
				document.date.startsWith(of) &&
				Math.sign(document.total) === Math.sign(first) &&
				inPeriod(document.date) === isTotal &&
				entriesOf(booking).every(({ dates }) => dates.every((date) => inPeriod(date) !== isTotal)),
		);
		const moved = own.filter(({ booking }) => entriesOf(booking).length === 1);
		const undone = sum(group.map(({ amount }) => amount));
		const again = sum(own.map(({ document }) => document.total));
		if (moved.length === 0 || Math.abs(again) > Math.abs(undone)) return [];
		const entries = group.map(({ entry }) => entry);
		return [{ moved, entries, isWhole: moved.length === own.length }];
	});
}

/** The day (yyyy-MM-dd) that a total is of, or the month (yyyy-MM) of one of a month or a payout. */
function coverOf(pair: UndoneTotal): string {
	const day = dayOf(pair);
	return totalNumberIn(pair.credit.parentKey)?.includes(day) ? day : day.slice(0, 7);
}
