import type { Code } from '../codes/register';
import type { RawObject } from '../trade/fields';
import { cellText } from './cell';

/** The code of a document in two entries of which SnelStart refused the second: booked, not whole. */
export const SECOND_MISSING: Code = 'BESIDE_NOT_BOOKED';

/** Whether the row is of a document whose second entry is not in the books. */
export const lacksSecond = (row: RawObject): boolean => cellText(row, 'code') === SECOND_MISSING;

/** Whether all of a document is in the books: only then it counts as done. */
export const isWhole = (row: RawObject): boolean =>
	cellText(row, 'state') === 'booked' && !lacksSecond(row);
