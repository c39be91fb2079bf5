import type { DateTime } from 'luxon';

import { CLAIM_HOURS, ORDER_FILE } from '../../bookkeeping';
import { momentOf } from './moment';

/**
 * Whether a row of the table of shop troubles is of a file of orders that is being booked: each part
 * of the file writes its row again, so one that was not written for hours is of a run that ended.
 */
export function isFileAtWork(
	{ subject, updatedAt }: Readonly<Record<string, unknown>>,
	now: DateTime,
): boolean {
	if (subject !== ORDER_FILE) return false;
	const last = momentOf(updatedAt, 'utc');
	return last !== undefined && last > now.minus({ hours: CLAIM_HOURS });
}
