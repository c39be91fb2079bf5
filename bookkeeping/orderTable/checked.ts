import type { RawObject } from '../trade/fields';
import { cellText } from './cell';

/** What is told of a booked row: what somebody marks as seen, word for word. Empty when nothing is. */
export function toCheck(row: RawObject): string {
	const code = cellText(row, 'code');
	if (row.state !== 'booked' || code === '') return '';
	return `${code} ${cellText(row, 'facts', 'message')}`;
}

/**
 * Whether somebody has seen what is told of a booked row. The mark counts for what was told then:
 * when the row says something else, it is to be looked at again.
 */
export function isChecked(row: RawObject): boolean {
	const told = toCheck(row);
	return told !== '' && cellText(row, 'checkedAs') === told;
}
