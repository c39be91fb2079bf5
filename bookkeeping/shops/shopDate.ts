import { DateTime, IANAZone } from 'luxon';

import { Finding } from '../trade/findings';

const UTC_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
/** No zone changes its clock but at a quarter of an hour. */
const QUARTER = 15 * 60_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MOST_QUARTERS = 10_000;
const HOURS = 24;
/** By zone, and in that by quarter and hour of the cut. */
const days = new Map<string, Map<number, string>>();

/**
 * The calendar date at the shop of the first of these moments that can be read (HC-19). A day that
 * does not exist cannot be read.
 *
 * @param zone IANA zone of the shop; a moment that states no zone is in the zone beside it.
 * @param cutOffHour until when on the clock of the shop a moment counts for the day before, 0 to 23; a
 * day that is stated without a time stays that day.
 */
export function shopDate(
	moments: ReadonlyArray<{ value: unknown; zone: string }>,
	zone: string,
	cutOffHour = 0,
): string {
	for (const moment of moments) {
		if (typeof moment.value !== 'string' || moment.value.trim() === '') continue;
		const iso = moment.value.trim().replace(' ', 'T');
		const date =
			moment.zone === 'utc' && UTC_MOMENT.test(iso)
				? dateOfUtc(iso, zone, cutOffHour)
				: dateOf(DateTime.fromISO(iso, { zone: moment.zone }).setZone(zone), iso, cutOffHour);
		if (date !== undefined) return date;
	}
	throw new Finding('DATE_UNREADABLE', { case: 'order' });
}

function dateOf(moment: DateTime, iso: string, cutOffHour: number): string | undefined {
	if (!moment.isValid) return undefined;
	return dayWithCutOff(moment, iso.includes('T') ? cutOffHour : 0);
}

/**
 * The day that a moment counts for on the clock of its zone, yyyy-MM-dd: hours are taken off what the
 * clock says, so that a night in which it is changed is as long as any other.
 */
export function dayWithCutOff(moment: DateTime, cutOffHour: number): string {
	return moment
		.setZone('utc', { keepLocalTime: true })
		.minus({ hours: cutOffHour })
		.toFormat('yyyy-MM-dd');
}

/** What most orders have, without asking for the calendar of the zone each time: that is slow. */
function dateOfUtc(iso: string, zone: string, cutOffHour: number): string | undefined {
	const moment = Date.parse(`${iso}Z`);
	// JavaScript takes 30 February for 2 March.
	if (Number.isNaN(moment) || new Date(moment).getUTCDate() !== Number(iso.slice(8, 10))) {
		return undefined;
	}
	// Zones and the hour of the cut change by quarters at most, so a quarter has one day.
	let ofZone = days.get(zone);
	if (!ofZone) days.set(zone, (ofZone = new Map()));
	const key = Math.floor(moment / QUARTER) * HOURS + cutOffHour;
	let day = ofZone.get(key);
	if (day === undefined) {
		if (ofZone.size >= MOST_QUARTERS) ofZone.clear();
		const local = moment + IANAZone.create(zone).offset(moment) * MINUTE - cutOffHour * HOUR;
		if (Number.isNaN(local)) return undefined;
		day = new Date(local).toISOString().slice(0, 10);
		ofZone.set(key, day);
	}
	return day;
}

/** The same for a moment that a shop may leave out: empty when it states none. */
export function dateOrNone(
	moments: ReadonlyArray<{ value: unknown; zone: string }>,
	zone: string,
	cutOffHour = 0,
): string {
	const stated = moments.some(({ value }) => typeof value === 'string' && value.trim() !== '');
	return stated ? shopDate(moments, zone, cutOffHour) : '';
}
