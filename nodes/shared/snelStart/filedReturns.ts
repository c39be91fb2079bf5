import { DateTime } from 'luxon';

import type { FiledReturn } from '../../../bookkeeping';

/** Sent to the tax office, by SnelStart or in another way. */
const FILED = ['Verzonden', 'Geaccepteerd', 'GeaccepteerdEnHerberekend', 'GeaccepteerdExtern'];
const MONTHS: Readonly<Record<string, number>> = { Maand: 1, Kwartaal: 3, Jaar: 12 };

/** A VAT return as SnelStart's operations show it; moments and days in its own words. */
interface ShownReturn {
	status: unknown;
	period: unknown;
	startDate: unknown;
	sentOn: unknown;
	payBefore: unknown;
}

/**
 * The VAT return as one that was filed; nothing when it was not. Without a kind of period it holds a
 * year, the longest; one that was filed elsewhere was so on its last day at the latest.
 */
export function filedReturn(shown: ShownReturn): FiledReturn[] {
	const from = String(shown.startDate ?? '').slice(0, 10);
	const begin = DateTime.fromISO(from, { zone: 'utc' });
	if (!begin.isValid || !FILED.includes(String(shown.status))) return [];
	const months = MONTHS[String(shown.period)] ?? 12;
	const until = begin.plus({ months }).minus({ days: 1 }).toFormat('yyyy-MM-dd');
	return [{ from, until, filedOn: String(shown.sentOn ?? shown.payBefore ?? until) }];
}
