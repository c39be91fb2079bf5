import type { RawObject } from '../trade/fields';
import { objects } from '../trade/fields';
import { cellText } from './cell';
import { readFound, type ReasonRow, type SeenRow } from './found';

/** What becomes of the rows of lines that no order was found for. */
export interface SortedEntries {
	/** New rows: all of them are added at once, since a report may hold thousands. */
	added: Array<SeenRow & ReasonRow>;
	/** Lines whose row says something else, and those without a key: recorded one by one. */
	again: RawObject[];
	/** Keys of rows that were listed by an earlier run, and whose line has an order now. */
	matched: string[];
}

/**
 * Sorts the lines of payouts that have no order by what stands in the order table of them. A line that
 * comes twice under one key has one row.
 *
 * @param unmatched lines as `transformPayout` gives them.
 * @param payouts the payouts themselves, with what was matched.
 * @param listed the rows of lines of these payouts.
 */
export function sortEntries(
	unmatched: readonly RawObject[],
	payouts: readonly RawObject[],
	listed: readonly RawObject[],
	client: string,
	settingsVersion: unknown,
): SortedEntries {
	const known = new Map(listed.map((row) => [cellText(row, 'orderKey'), row]));
	const keys = new Set<string>();
	const sorted: SortedEntries = { added: [], again: [], matched: [] };
	for (const entry of unmatched) {
		const item = { ...entry, client };
		const found = readFound('payoutEntry', item, settingsVersion);
		if ('refused' in found || found.outcome === 'book') {
			sorted.again.push(item);
			continue;
		}
		const { seen, reason } = found;
		if (keys.has(seen.orderKey)) continue;
		keys.add(seen.orderKey);
		const row = known.get(seen.orderKey);
		if (!row) sorted.added.push({ ...seen, orderDate: '', ...reason });
		else if (!saysTheSame(row, reason)) sorted.again.push(item);
	}
	const ids = new Map(
		payouts.map((payout) => [
			cellText(payout, 'payoutKey'),
			new Set(objects(payout, 'matched').map((match) => cellText(match, 'entryId'))),
		]),
	);
	for (const row of listed) {
		const key = cellText(row, 'orderKey');
		const isMatched = ids.get(cellText(row, 'parentKey'))?.has(cellText(row, 'orderId'));
		// A line is known by its id, or by its key where a report gives no ids.
		if (row.state === 'needsAttention' && isMatched && !keys.has(key)) sorted.matched.push(key);
	}
	return sorted;
}

const saysTheSame = (row: RawObject, reason: ReasonRow): boolean =>
	(['state', 'code', 'facts'] as const).every((column) => cellText(row, column) === reason[column]);
