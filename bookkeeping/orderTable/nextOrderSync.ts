import type { DateTime } from 'luxon';

/** The minute of every hour at which the orders of a shop are read. */
export const ORDER_SYNC_MINUTE = 7;

/**
 * When the orders of a shop are read next.
 *
 * @param now in the zone of whoever reads it
 * @returns the time of day, `15:07`
 */
export function nextOrderSync(now: DateTime): string {
	const hour = now.minute < ORDER_SYNC_MINUTE ? now : now.plus({ hours: 1 });
	return hour.set({ minute: ORDER_SYNC_MINUTE }).toFormat('HH:mm');
}
