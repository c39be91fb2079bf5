import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { openDayOf, type EntryDraft, type FiledPeriod, type Reason } from '../../../bookkeeping';
import { dateTimeLiteral } from '../../shared/snelStart/odata';
import { getAll } from '../../shared/snelStart/paging';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { dayOf } from './takeOver';

/** Sent to the tax office, by SnelStart or in another way (SS-433). */
const FILED = ['Verzonden', 'Geaccepteerd', 'GeaccepteerdEnHerberekend', 'GeaccepteerdExtern'];
const MONTHS: Readonly<Record<string, number>> = { Maand: 1, Kwartaal: 3, Jaar: 12 };

type OpenDay = { date: string } | { closed: Reason };

/**
 * Reads which VAT returns around the drafts were filed, once for all of them, and tells the day on
 * which each draft may be booked.
 *
 * @throws NodeApiError when SnelStart does not give its VAT returns: then nothing may be booked.
 */
export async function openDays(
	this: SnelStartContext,
	drafts: readonly EntryDraft[],
): Promise<(draft: EntryDraft) => OpenDay> {
	const filed = drafts.length === 0 ? [] : await filedPeriods.call(this, drafts);
	return ({ invoiceDate, whenClosed }) => openDayOf(invoiceDate, filed, whenClosed);
}

async function filedPeriods(
	this: SnelStartContext,
	drafts: readonly EntryDraft[],
): Promise<FiledPeriod[]> {
	const first = drafts.map(({ invoiceDate }) => invoiceDate).sort()[0]!;
	// A return of a whole book year begins long before the entry that lies in it.
	const since = DateTime.fromISO(first, { zone: 'utc' }).minus({ years: 2 }).toISODate() ?? first;
	const filter = `AangiftePeriodeBeginDatum ge ${dateTimeLiteral(`${since}T00:00:00`)}`;
	const rows = await getAll.call(this, '/btwaangiftes', { filter });
	return rows.flatMap(filedPeriod);
}

/** A return of a kind that SnelStart does not name holds its whole book year. */
function filedPeriod(row: IDataObject): FiledPeriod[] {
	const from = dayOf(row.aangiftePeriodeBeginDatum);
	if (from === undefined || !FILED.includes(String(row.btwAangifteStatus))) return [];
	const months = MONTHS[String(row.btwAangiftePeriode)];
	const { endDate } = (row.boekjaar ?? {}) as IDataObject;
	const begin = DateTime.fromISO(from, { zone: 'utc' });
	const end = begin.plus({ months: months ?? 12 }).minus({ days: 1 });
	const until = (months === undefined && dayOf(endDate)) || end.toFormat('yyyy-MM-dd');
	return [{ from, until }];
}
