import type { ReasonFact } from '../codes/facts';
import { keptFacts } from '../codes/kept';
import { reason, retell, told, type FactsOf, type Told } from '../codes/register';
import { fromEuro } from '../money/money';
import type { RawObject } from '../trade/fields';
import { cellText } from './cell';
import type { RowOf } from './columns';
import { isSameFingerprint } from './fingerprints';

/** What stands in a row to tell somebody: why it is not booked, or what changed afterwards. */
export const noteColumns = ['code', 'message', 'tip', 'facts'] as const;
export type Note = Pick<RowOf<'WebshopOrders'>, (typeof noteColumns)[number]>;

/** What an item of the transformer or a result tells. */
export const noteIn = (item: RawObject): Note => ({
	code: cellText(item, 'code'),
	message: cellText(item, 'message'),
	tip: cellText(item, 'tip'),
	facts: keptFacts(cellText(item, 'code'), item.facts),
});

/** An order of this day (yyyy-MM-dd) waited in vain for the payout that it is to be booked with. */
export const noPayoutNamed = (date: string): Note =>
	noteIn({ ...told(reason('TOTAL_WITHOUT_PAYOUT', { date })) });

/** What is told of a line in its own words. */
const BY_ITSELF = [
	...([
		'REFUND_WITHOUT_CREDIT_NOTE',
		'REFUND_CAME_BACK',
		'EXCHANGE_UNCLEAR',
		'PAYOUT_LINE_KEPT',
	] as const),
	'PAID_AT_PROVIDER_ONLY',
] as const;
const NO_ORDER = reason('ENTRY_WITHOUT_ORDER', { case: 'none' });

/** A line of a payout that has no order, or that needs something else. */
export function unmatchedEntry(entry: {
	type: string;
	gross: number;
	date: string;
	payoutId: string;
	/** Why no order was found, as a code with its facts. */
	reason: unknown;
}): Told {
	const { type, gross, date, payoutId } = entry;
	const { code, facts: found } = (entry.reason ?? {}) as Partial<ReasonFact>;
	const isTold = code !== undefined && retell(code, found, 'en') !== undefined;
	const own = isTold && BY_ITSELF.find((one) => one === code);
	if (own) return told({ code: own, facts: found ?? {} });
	const why = isTold ? { code, facts: found ?? {} } : NO_ORDER;
	const facts = { entry: type, gross: fromEuro(gross), date, payout: payoutId, why };
	return told(reason('PAYOUT_ENTRY_UNMATCHED', facts));
}

/** What a booked row says when the shop says something else by now. */
type BookedRow = Pick<
	RowOf<'WebshopOrders'>,
	'kind' | 'state' | 'fingerprint' | 'seenFingerprint' | 'orderStatus'
> &
	Partial<Pick<RowOf<'WebshopOrders'>, 'code'>>;

/**
 * A booked order is never changed in the books; a difference is told (J035). Only orders: a credit
 * note or payment is seen once.
 *
 * @returns an empty note when a difference is gone; `undefined` when there was none.
 */
export function changedAfterBooking(row: BookedRow): Note | undefined {
	const { kind, state, fingerprint, seenFingerprint } = row;
	if (kind !== 'order' || state !== 'booked') return undefined;
	// That an undo is under way says more: what changed is booked again with it.
	if (row.code === 'UNDO_STARTED') return undefined;
	if (isSameFingerprint(fingerprint, seenFingerprint)) {
		// It was otherwise for a while, and is as it was booked again.
		return row.code === 'CHANGED_AFTER_BOOKING' ? noteIn({}) : undefined;
	}
	return noteIn({ ...told(reason('CHANGED_AFTER_BOOKING', changeOf(row))) });
}

function changeOf(row: BookedRow): FactsOf<'CHANGED_AFTER_BOOKING'> {
	const { fingerprint: booked, seenFingerprint: now, orderStatus: status } = row;
	if (booked === '')
		return now ? { case: 'credited', status, now } : { case: 'creditedUnread', status };
	if (status === 'trash') return { case: 'trashed', booked };
	return now ? { case: 'changed', booked, status, now } : { case: 'unreadNow', booked, status };
}
