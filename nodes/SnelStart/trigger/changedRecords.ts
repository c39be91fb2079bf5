import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { newMemory, readFromMs, takeFresh } from '../../shared/pollMemory';
import type { PollMemory } from '../../shared/pollMemory';
import { dateTimeLiteral } from '../../shared/snelStart/odata';
import { getAll } from '../../shared/snelStart/paging';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { OVERLAP_MS, SNELSTART_ZONE, written, type Poll } from './poll';

/** The first look takes what changed in this time for known, whatever zone SnelStart writes in. */
const FIRST_LOOK_HOURS = 24;

/** Records that were added or changed (SS-502). */
export const changedRecords = (path: string): Poll<PollMemory> =>
	async function (state, now) {
		const { fresh, memory } = await readChanges.call(this, path, state, now);
		return { events: state ? fresh : [], state: memory };
	};

/**
 * Everything after the latest change that was seen, a quarter of an hour again, and of that only
 * what was not handed over yet. The mark comes from SnelStart's data, since its clock and zone are
 * its own.
 *
 * @param also a filter the records must meet too
 * @throws NodeApiError
 */
export async function readChanges(
	this: SnelStartContext,
	path: string,
	state: PollMemory | undefined,
	now: DateTime,
	also?: string,
): Promise<{ fresh: IDataObject[]; memory: PollMemory }> {
	const before = state ?? newMemory(path, now.minus({ hours: FIRST_LOOK_HOURS }).toMillis());
	const fromMs = state ? readFromMs(state, OVERLAP_MS) : before.watermarkMs;
	const from = written(DateTime.fromMillis(fromMs, { zone: SNELSTART_ZONE }));
	const filter = `ModifiedOn gt ${dateTimeLiteral(from)}`;
	const rows = await getAll.call(this, path, { filter: also ? `${filter} and ${also}` : filter });
	const records = rows.map((row) => ({ key: idOf(row), row, ...changeOf(row) }));
	const options = { overlapMs: OVERLAP_MS, nowMs: Infinity };
	const { fresh, memory } = takeFresh(before, records, options);
	return { fresh: fresh.map(({ row }) => row), memory };
}

/** The moment a record was changed, as it is written and as time. */
function changeOf({ modifiedOn }: IDataObject): { version: string; momentMs?: number } {
	if (typeof modifiedOn !== 'string') return { version: '' };
	const moment = DateTime.fromISO(modifiedOn, { zone: SNELSTART_ZONE });
	return { version: modifiedOn, ...(moment.isValid && { momentMs: moment.toMillis() }) };
}

export const idOf = ({ id }: IDataObject): string => String(id ?? '');
