import { DateTime, IANAZone } from 'luxon';

import { Finding } from '../trade/findings';

const UTC_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
/** No zone changes its clock but at a quarter of an hour. */
const QUARTER = 15 * 60_000;
const MINUTE = 60_000;
const MOST_QUARTERS = 10_000;
const offsets = new Map<string, number>();

/**
 * The calendar date at the shop of the first of these moments that can be read (HC-19). A day that
 * does not exist cannot be read.
 *
 * @param zone IANA zone of the shop; a moment that states no zone is in the zone beside it.
 */
export function shopDate(
	moments: ReadonlyArray<{ value: unknown; zone: string }>,
	zone: string,
): string {
	for (const moment of moments) {
		if (typeof moment.value !== 'string' || moment.value.trim() === '') continue;
		const iso = moment.value.trim().replace(' ', 'T');
		const date =
			moment.zone === 'utc' && UTC_MOMENT.test(iso)
				? dateOfUtc(iso, zone)
				: dateOf(DateTime.fromISO(iso, { zone: moment.zone }).setZone(zone));
		if (date !== undefined) return date;
	}
	throw new Finding('DATE_UNREADABLE', { case: 'order' });
}

function dateOf(moment: DateTime): string | undefined {
	return moment.isValid ? moment.toFormat('yyyy-MM-dd') : undefined;
}

/** What most orders have, without asking for the calendar of the zone each time: that is slow. */
function dateOfUtc(iso: string, zone: string): string | undefined {
	const moment = Date.parse(`${iso}Z`);
	// JavaScript takes 30 February for 2 March.
	if (Number.isNaN(moment) || new Date(moment).getUTCDate() !== Number(iso.slice(8, 10))) {
		return undefined;
	}
	const key = `${zone} ${Math.floor(moment / QUARTER)}`;
	let offset = offsets.get(key);
	if (offset === undefined) {
		if (offsets.size >= MOST_QUARTERS) offsets.clear();
		offset = IANAZone.create(zone).offset(moment);
		offsets.set(key, offset);
	}
	const local = moment + offset * MINUTE;
	return Number.isNaN(local) ? undefined : new Date(local).toISOString().slice(0, 10);
}

/** The same for a moment that a shop may leave out: empty when it states none. */
export function dateOrNone(
	moments: ReadonlyArray<{ value: unknown; zone: string }>,
	zone: string,
): string {
	const stated = moments.some(({ value }) => typeof value === 'string' && value.trim() !== '');
	return stated ? shopDate(moments, zone) : '';
}
