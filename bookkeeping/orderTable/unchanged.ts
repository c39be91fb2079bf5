import type { RawObject } from '../trade/fields';
import { cellText } from './cell';
import { reasonColumns, seenColumns, type Found } from './found';
import { changedAfterBooking } from './notes';
import { stateOf, triedAgain } from './states';
import { lacksSecond } from './whole';

/**
 * Whether a run has nothing to do for an order: nothing of it is to be booked or looked up, and every
 * column that would be written stands in its row already. What is held back, gathered or to be tried
 * again goes on, whatever the shop says, and so does an order that stands in the table twice.
 *
 * @param found what is to be made of the order as the shop has it now.
 * @param rows the rows of the order. One that was not among those read harms nothing: what is to go
 * on is found by its state, by this run or at night.
 * @returns false as soon as there is any doubt: the order then goes on as every other.
 */
export function isUnchanged(found: Found, rows: readonly RawObject[]): boolean {
	const [row, second] = rows;
	if (!row || second) return false;
	const { seen } = found;
	if (!stands(row, seen, seenColumns)) return false;
	const state = stateOf(row.state);
	if (state === 'booked') return isBookedAsItIs(found, row);
	if (found.outcome === 'book' || triedAgain.includes(state)) return false;
	const { orderDate = '' } = found.reason;
	if (orderDate !== '' && cellText(row, 'orderDate') !== orderDate) return false;
	return stands(row, found.reason, reasonColumns);
}

/** Nothing is noted on it, and no second entry of it is to be tried again. */
function isBookedAsItIs(found: Found, row: RawObject): boolean {
	if (found.outcome === 'book') {
		if (cellText(row, 'orderDate') !== found.orderDate) return false;
		if (lacksSecond(row)) return false;
	}
	const { kind, orderStatus, seenFingerprint } = found.seen;
	const fingerprint = cellText(row, 'fingerprint');
	const code = cellText(row, 'code');
	const now = { kind, state: 'booked', fingerprint, seenFingerprint, orderStatus, code };
	return changedAfterBooking(now) === undefined;
}

/** Whether these columns of a row hold these values. */
const stands = <Name extends string>(
	row: RawObject,
	values: Readonly<Record<Name, unknown>>,
	columns: readonly Name[],
): boolean => columns.every((column) => (row[column] ?? null) === (values[column] ?? null));
