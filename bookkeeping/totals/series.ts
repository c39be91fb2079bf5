import { DateTime } from 'luxon';

import type { Settings } from '../settings/settings';
import type { Regime } from '../trade/vatKinds';

export type DayTotalSettings = Settings['dayTotals'][number];

/**
 * The regimes whose orders may share an entry, with what tells their totals apart in the number. A
 * distance sale has the country of its VAT there.
 */
const marks: Partial<Record<Regime, string>> = {
	domestic: '',
	export: 'EX',
	margin: 'MA',
	smallBusiness: 'KO',
	exempt: 'VR',
};

/**
 * The number that the totals of one day, shop, regime and country share: `WDAG-2026-11-28`, with
 * `-DE` behind it for distance sales to Germany. A month is written as `2026-M11`.
 *
 * @param day yyyy-MM-dd.
 * @param country of the VAT of a distance sale.
 * @returns `undefined` for a regime that is always booked by itself.
 */
export function seriesOf(
	{ numberPrefix, period }: DayTotalSettings,
	day: string,
	regime: Regime,
	country: string,
): string | undefined {
	const mark = regime === 'oss' ? country : marks[regime];
	if (mark === undefined) return undefined;
	const when = period === 'day' ? day : `${day.slice(0, 4)}-M${day.slice(5, 7)}`;
	return [numberPrefix, when, mark].filter(Boolean).join('-');
}

const SERIES = /-(?:(\d{4}-\d{2}-\d{2})|(\d{4})-M(\d{2}))(?:-[A-Z]{2})?$/;

/**
 * The last day of what a series holds, on which its totals are dated (yyyy-MM-dd); `undefined` for a
 * text that is no series.
 */
export function lastDayOf(series: string): string | undefined {
	const [, day, year, month] = SERIES.exec(series) ?? [];
	if (day !== undefined) return day;
	if (year === undefined || month === undefined) return undefined;
	const end = DateTime.fromISO(`${year}-${month}-01`, { zone: 'utc' }).endOf('month');
	return end.isValid ? end.toFormat('yyyy-MM-dd') : undefined;
}

/** The number of the n-th total of a series: the first has that of the series. */
export const numberOfPart = (series: string, part: number): string =>
	part === 1 ? series : `${series}-${part}`;

/** Which part of the series a number is; `undefined` for a number of another series. */
export function partOf(series: string, number: string): number | undefined {
	if (number === series) return 1;
	const rest = number.startsWith(`${series}-`) ? number.slice(series.length + 1) : '';
	return /^[1-9]\d{0,3}$/.test(rest) ? Number(rest) : undefined;
}

/** The series that a number belongs to. */
export function seriesIn(number: string): string {
	return lastDayOf(number) === undefined ? number.replace(/-[1-9]\d{0,3}$/, '') : number;
}

/**
 * From when on the totals of a series are booked: its last day is over on the clock of the shop, at
 * midnight or at the cut-off hour of the next morning, and so many hours have passed.
 */
export function closesAt(
	series: string,
	zone: string,
	{ cutOffHour, closeAfterHours }: Pick<DayTotalSettings, 'cutOffHour' | 'closeAfterHours'>,
): DateTime | undefined {
	const day = lastDayOf(series);
	if (day === undefined) return undefined;
	return DateTime.fromISO(day, { zone })
		.plus({ days: 1 })
		.startOf('day')
		.set({ hour: cutOffHour })
		.plus({ hours: closeAfterHours });
}
