import { DateTime } from 'luxon';

import { openDayOf, type EntryDraft, type FiledPeriod, type Reason } from '../../../bookkeeping';
import { filedReturn } from '../../shared/snelStart/filedReturns';
import { dateTimeLiteral } from '../../shared/snelStart/odata';
import { getAll } from '../../shared/snelStart/paging';
import type { SnelStartContext } from '../../shared/snelStart/transport';

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
	const filed = await filedPeriods.call(
		this,
		drafts.map(({ invoiceDate }) => invoiceDate),
	);
	return ({ invoiceDate, whenClosed }) => openDayOf(invoiceDate, filed, whenClosed);
}

/**
 * The VAT returns around these days (yyyy-MM-dd) that were filed; without a day nothing is read.
 *
 * @throws NodeApiError when SnelStart does not give its VAT returns: then nothing may be booked.
 */
export async function filedPeriods(
	this: SnelStartContext,
	dates: readonly string[],
): Promise<FiledPeriod[]> {
	const [first] = [...dates].sort();
	if (first === undefined) return [];
	// A return of a whole book year begins long before the entry that lies in it.
	const since = DateTime.fromISO(first, { zone: 'utc' }).minus({ years: 2 }).toISODate() ?? first;
	const filter = `AangiftePeriodeBeginDatum ge ${dateTimeLiteral(`${since}T00:00:00`)}`;
	const rows = await getAll.call(this, '/btwaangiftes', { filter });
	return rows.flatMap((row) =>
		filedReturn({
			status: row.btwAangifteStatus,
			period: row.btwAangiftePeriode,
			startDate: row.aangiftePeriodeBeginDatum,
			sentOn: row.datumTijdVerzending,
			payBefore: row.betalenVoor,
		}),
	);
}
