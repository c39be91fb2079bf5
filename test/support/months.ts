import { DateTime } from 'luxon';

/** The month of the client's own calendar: around midnight it is another one than in UTC. */
const monthOf = (now: Date): DateTime =>
	DateTime.fromJSDate(now, { zone: 'Europe/Amsterdam' }).startOf('month');

/** Noon of the 15th, so many months ago, as a shop writes a moment. */
export const noonOfThe15th = (now: Date, monthsAgo: number): string =>
	monthOf(now).minus({ months: monthsAgo }).toFormat("yyyy-MM-15'T'12:00:00");

/** The last day of last month, YYYY-MM-DD. */
export const lastDayOfLastMonth = (now: Date): string =>
	monthOf(now).minus({ days: 1 }).toFormat('yyyy-MM-dd');
