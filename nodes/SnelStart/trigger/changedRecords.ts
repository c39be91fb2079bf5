import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { dateTimeLiteral } from '../../shared/snelStart/odata';
import { getAll } from '../../shared/snelStart/paging';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { OVERLAP_MINUTES, SNELSTART_ZONE, written, type Poll } from './poll';

/** How far the changes of a list have been read. */
export interface ChangeState {
	/** The latest change that was seen, by SnelStart's own clock. */
	since: string;
	/** The records of the overlap that were handed over, and the change each was handed over with. */
	seen: Record<string, string>;
}

/** The first look takes what changed in this time for known, whatever zone SnelStart writes in. */
const FIRST_LOOK_HOURS = 24;

/**
 * Records that were added or changed (SnelStart reference 5): everything after the latest change
 * that was seen, a quarter of an hour again, and of that only what was not handed over yet. The
 * mark comes from SnelStart's data, since its clock and zone are its own.
 *
 * @param also a filter the records must meet too
 */
export const changedRecords = (path: string, also?: string): Poll<ChangeState> =>
	async function (state, now) {
		const from = state
			? minutesBefore(state.since, OVERLAP_MINUTES)
			: written(now.minus({ hours: FIRST_LOOK_HOURS }));
		const rows = await changedSince.call(this, path, from, also);
		const since = rows.reduce((latest, row) => later(latest, changeOf(row)), state?.since ?? from);
		const events = state ? rows.filter((row) => state.seen[idOf(row)] !== changeOf(row)) : [];
		const edge = minutesBefore(since, OVERLAP_MINUTES);
		const seen = Object.fromEntries(
			rows.filter((row) => changeOf(row) >= edge).map((row) => [idOf(row), changeOf(row)]),
		);
		return { events, state: { since, seen } };
	};

/** All records that were changed after a moment. @throws NodeApiError */
export async function changedSince(
	this: SnelStartContext,
	path: string,
	moment: string,
	also?: string,
): Promise<IDataObject[]> {
	const filter = `ModifiedOn gt ${dateTimeLiteral(moment)}`;
	return await getAll.call(this, path, { filter: also ? `${filter} and ${also}` : filter });
}

export function minutesBefore(moment: string, minutes: number): string {
	return written(DateTime.fromISO(moment, { zone: SNELSTART_ZONE }).minus({ minutes }));
}

/** The moment a record was changed; empty when it has none. */
export const changeOf = ({ modifiedOn }: IDataObject): string =>
	typeof modifiedOn === 'string' ? modifiedOn : '';

export const idOf = ({ id }: IDataObject): string => String(id ?? '');

export const later = (one: string, other: string): string => (other > one ? other : one);
