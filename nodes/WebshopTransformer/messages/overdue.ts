import type { DateTime } from 'luxon';

import { ofTotals, type Code } from '../../../bookkeeping';
import { momentOf } from '../../shared/moment';
import { textOf, type Row } from './read';

/**
 * How many days something may take that a row waits for, by the code that names it. How long the owner
 * of the shop may take for a status is chosen apart.
 */
const mayTake: Partial<Record<Code, number>> = { ORDER_NOT_READ: 3, ENTRY_DATE_NOT_YET: 30 };

/** How long after its moment a total may be booked: "Book day totals" runs every hour. */
const DAYS_TO_CLOSE = 1;

/** Whether a row names something that is to come by itself. */
export const awaits = (row: Row): boolean =>
	['', 'waiting'].includes(textOf(row, 'state')) && textOf(row, 'code') in mayTake;

/** The rows that wait for something that did not come for days: no run decides them. */
export const notCome = (rows: readonly Row[], now: DateTime<true>): Row[] =>
	rows.filter((row) => {
		const days = mayTake[textOf(row, 'code') as Code];
		const since = momentOf(row.createdAt, now.zoneName);
		return awaits(row) && days !== undefined && since !== undefined && since < now.minus({ days });
	});

const STATUS_NOT_YET: Code = 'STATUS_NOT_YET';

/** The orders that have waited for a status of their shop longer than these days; 0 names none. */
export const statusNotCome = (rows: readonly Row[], now: DateTime<true>, days: number): Row[] =>
	rows.filter((row) => {
		const since = momentOf(row.createdAt, now.zoneName);
		const isWaiting = textOf(row, 'state') === 'waiting' && textOf(row, 'code') === STATUS_NOT_YET;
		return days > 0 && isWaiting && since !== undefined && since < now.minus({ days });
	});

/**
 * The rows that were gathered for a total that should be booked by now. A total that has a row of its
 * own is told by that. A row without the moment of its total is in none that is ever due.
 */
export function notClosed(rows: readonly Row[], now: DateTime<true>): Row[] {
	const nameOf = (row: Row, number: string) => `${textOf(row, 'shop')}/${textOf(row, number)}`;
	const open = new Set(
		rows
			.filter((row) => textOf(row, 'kind') === 'total')
			.map((total) => nameOf(total, 'orderNumber')),
	);
	return rows.filter((row) => {
		const due = momentOf(row.tryUntil, now.zoneName) ?? momentOf(row.createdAt, now.zoneName);
		return (
			(ofTotals as readonly string[]).includes(textOf(row, 'state')) &&
			!open.has(nameOf(row, 'originalInvoiceNumber')) &&
			due !== undefined &&
			due < now.minus({ days: DAYS_TO_CLOSE })
		);
	});
}
