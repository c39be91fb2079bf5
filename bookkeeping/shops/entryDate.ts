import { DateTime } from 'luxon';

import { reason, type Reason } from '../codes/register';
import { Finding } from '../trade/findings';
import { namedValue, type RawObject } from '../trade/fields';
import { shops, type ShopKind } from './index';
import type { ReadingRules } from './shop';
import { dayWithCutOff } from './shopDate';

/** What the settings say of the date of an entry. */
export interface EntryDateRules extends ReadingRules {
	kind: ShopKind;
	entryDate: 'ordered' | 'paid' | 'completed' | 'field';
	entryDateField?: string;
}

/**
 * The day on which the entry of an order is dated (D-ENTRY-DATE).
 *
 * @param ordered the day of the order, yyyy-MM-dd.
 * @returns `waits` when the shop does not say the day yet.
 * @throws Finding DATE_UNREADABLE.
 */
export function entryDateOf(
	raw: RawObject,
	ordered: string,
	rules: EntryDateRules,
): { date: string } | { waits: Reason } {
	const { kind, entryDate, entryDateField: field = '' } = rules;
	if (entryDate === 'ordered') return { date: ordered };
	if (entryDate === 'field') {
		const value = namedValue(raw, field);
		return value === ''
			? { waits: reason('ENTRY_DATE_NOT_YET', { case: 'field', field }) }
			: { date: dayIn(value, field, rules) };
	}
	const date =
		entryDate === 'paid'
			? shops[kind].payment(raw, rules, []).date
			: (shops[kind].completedOn?.(raw, rules) ?? '');
	return date === '' ? { waits: reason('ENTRY_DATE_NOT_YET', { case: entryDate }) } : { date };
}

/** As plugins write days: seconds since 1970, ISO 8601, or day-month-year. */
function dayIn(
	value: string,
	field: string,
	{ zone, cutOffHour = 0 }: Pick<ReadingRules, 'zone' | 'cutOffHour'>,
): string {
	const isSeconds = /^\d{9,11}$/.test(value);
	const readings = isSeconds
		? [DateTime.fromSeconds(Number(value), { zone })]
		: [
				DateTime.fromISO(value.replace(' ', 'T'), { zone }).setZone(zone),
				DateTime.fromFormat(value, 'd-M-yyyy', { zone }),
				DateTime.fromFormat(value, 'd/M/yyyy', { zone }),
			];
	const read = readings.find(({ isValid }) => isValid);
	const saysTheTime = isSeconds || value.includes(':');
	if (read) return dayWithCutOff(read, saysTheTime ? cutOffHour : 0);
	throw new Finding('DATE_UNREADABLE', { case: 'field', field });
}
