import type { RawObject } from '../trade/fields';
import { cellText } from './cell';
import { ofTotals, stateOf } from './states';

/** Whether the order or refund of a row waits for its total, or for that to be booked. */
export const isToComeInTotal = (row: RawObject): boolean => ofTotals.includes(stateOf(row.state));

/**
 * The number of the total that an order or refund is booked in; empty for what is not booked, or by
 * itself: only what is in a total has been named it before.
 */
export function bookedInTotal(row: RawObject): string {
	const number = cellText(row, 'snelStartNumber');
	const isIn = row.state === 'booked' && number === cellText(row, 'originalInvoiceNumber');
	return isIn ? number : '';
}
