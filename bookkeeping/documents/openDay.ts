import { DateTime } from 'luxon';
import { z } from 'zod';

import { reason, type Reason } from '../codes/register';
import type { Settings } from '../settings/settings';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What is to become of an entry whose date lies in a closed period. */
export const whenClosedSchema = z.object({
	/** It waits for the bookkeeper, or is dated on the first open day. */
	book: z.enum(['attention', 'firstOpenDay']),
	/** The books are closed up to and including this day. */
	until: day.optional(),
});
export type WhenClosed = z.infer<typeof whenClosedSchema>;

/** The usual answer, which a draft need not carry. */
const USUAL: WhenClosed = { book: 'attention' };

/** First and last day of a VAT return that was filed, yyyy-MM-dd. */
export interface FiledPeriod {
	from: string;
	until: string;
}

/** What the settings say of closed periods, for a draft; nothing where that is the usual. */
export function whenClosedOf({
	closedPeriods: book,
	booksClosedUntil: until,
}: Pick<Settings, 'closedPeriods' | 'booksClosedUntil'>): { whenClosed?: WhenClosed } {
	if (book === USUAL.book && until === undefined) return {};
	return { whenClosed: { book, ...(until !== undefined && { until }) } };
}

/**
 * The day an entry may be dated on: its own, or the first open day after it where the settings say
 * so (D-CLOSED).
 *
 * @param date yyyy-MM-dd.
 * @param filed the VAT returns that hold the entry; none for an entry that touches no return.
 * @returns `closed` says why it waits for the bookkeeper.
 */
export function openDayOf(
	date: string,
	filed: readonly FiledPeriod[],
	{ book, until }: WhenClosed = USUAL,
): { date: string } | { closed: Reason } {
	let open = date;
	for (;;) {
		const period = filed.find((one) => open >= one.from && open <= one.until);
		const closedUntil = until !== undefined && open <= until ? until : period?.until;
		if (closedUntil === undefined) return { date: open };
		if (book === 'attention') {
			return {
				closed: period
					? reason('PERIOD_CLOSED', { case: 'filed', date, from: period.from, until: period.until })
					: reason('PERIOD_CLOSED', { case: 'booksClosed', date, until: closedUntil }),
			};
		}
		open = DateTime.fromISO(closedUntil, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
	}
}
