import { DateTime } from 'luxon';

import { payoutIn } from '../orderTable/keys';
import type { Settings } from '../settings/settings';
import type { Regime } from '../trade/vatKinds';
import { INVOICE_NUMBER_LENGTH } from '../trade/invoiceNumber';

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
 * `-DE` behind it for distance sales to Germany. A month is written as `2026-M11`. What waits for its
 * payout has a day too: it may be booked with its day after all.
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
	const when = period === 'month' ? `${day.slice(0, 4)}-M${day.slice(5, 7)}` : day;
	return [numberPrefix, when, mark].filter(Boolean).join('-');
}

const SERIES = /-(?:(\d{4}-\d{2}-\d{2})|(\d{4})-M(\d{2})|[A-Z0-9]+-P(\d{2})(\d{2}))(?:-[A-Z]{2})?$/;

/** The last day of what a series holds (yyyy-MM-dd); `undefined` for a text that is no series. */
export function lastDayOf(series: string): string | undefined {
	const [, day, year, month, shortYear, payoutMonth] = SERIES.exec(series) ?? [];
	if (day !== undefined) return day;
	const begin = shortYear ? `20${shortYear}-${payoutMonth}-01` : `${year}-${month}-01`;
	const end = DateTime.fromISO(begin, { zone: 'utc' }).endOf('month');
	return end.isValid ? end.toFormat('yyyy-MM-dd') : undefined;
}

/**
 * The day that a total is dated on: the last day of what it holds. That of a payout has no day in its
 * number, so it is that of the last sale in it, within the month in which VAT is declared.
 *
 * @param days of the orders in it, yyyy-MM-dd.
 */
export function dayOfTotal(number: string, days: readonly string[]): string | undefined {
	const series = seriesIn(number);
	const end = lastDayOf(series);
	const [latest] = days.toSorted().toReversed();
	if (end === undefined || latest === undefined || !isOfPayout(number)) return end;
	return latest < end ? latest : end;
}

/** Whether a number is that of a total of a payout. */
export const isOfPayout = (number: string): boolean =>
	/-P\d{4}(?:-[A-Z]{2})?$/.test(seriesIn(number));

const WAITING = /^([A-Za-z0-9]+)-W((?:-[A-Z]{2})?)-(\d\d(\d\d)-(\d\d)-\d\d)$/;

/**
 * Of orders that wait until a payout names them: `WDAG-W-2026-11-28`, `WDAG-W-DE-2026-11-28`. No total
 * has such a number.
 */
export function waitingSeries({ numberPrefix }: DayTotalSettings, ofDay: string): string {
	const [day, mark] = [ofDay.slice(numberPrefix.length, -3), ofDay.slice(-3)];
	return /^-[A-Z]{2}$/.test(mark)
		? `${numberPrefix}-W${mark}${day}`
		: `${numberPrefix}-W${day}${mark}`;
}

/** With LIKE: the series of the month in which orders of the same kind wait. */
export const ofItsMonth = (waiting: string): string => waiting.replace(/\d\d$/, '%');

/**
 * With LIKE: what the totals of payouts begin with that orders of a waiting series may come into. As
 * text, because a template asks for them: what is found of a series, and what stands in its place.
 */
export const totalsOfWaiting = { found: String(WAITING), like: '$1-%-P$4$5' };

/** Whether the orders of a series wait until a payout names them. */
export const isWaiting = (series: string): boolean => WAITING.test(series);

/** What orders are booked in that no payout named: the total of their day. */
export const dayInstead = (waiting: string): string => waiting.replace(WAITING, '$1-$3$2');

/** What may stand behind the reference: country and part (`-DE-12`) behind the month. */
const BEHIND_REFERENCE = '--P2611-DE-12'.length;

/**
 * The number of the totals of a payout: `WDAG-DK30AKDN-P2611`, one for each month of sale, with the
 * country behind it. As much of the end of the provider's id as the number has room for: what it
 * shares with another payout only makes it the next part.
 *
 * @param waiting the series in which its orders waited.
 * @param payout the key of the payout.
 */
export function payoutSeries(waiting: string, payout: string): string {
	const [, prefix = '', mark = '', , year = '', month = ''] = WAITING.exec(waiting) ?? [];
	const words = payoutIn(payout).split(/[\s_]+/);
	const [word = ''] = words.filter((one) => one !== '').slice(-1);
	const plain = word.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
	const reference = plain.slice(-(INVOICE_NUMBER_LENGTH - BEHIND_REFERENCE - prefix.length)) || 'X';
	return `${prefix}-${reference}-P${year}${month}${mark}`;
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
 * midnight or at the cut-off hour of the next morning, and so many hours have passed. Of what waits
 * for its payout: until when it does.
 */
export function closesAt(
	series: string,
	zone: string,
	rules: Pick<DayTotalSettings, 'cutOffHour' | 'closeAfterHours'> &
		Partial<Pick<DayTotalSettings, 'payoutWaitDays'>>,
): DateTime | undefined {
	const day = lastDayOf(series);
	if (day === undefined) return undefined;
	const waits = isWaiting(series);
	return DateTime.fromISO(day, { zone })
		.plus({ days: waits ? 1 + (rules.payoutWaitDays ?? 0) : 1 })
		.startOf('day')
		.set({ hour: rules.cutOffHour })
		.plus({ hours: waits ? 0 : rules.closeAfterHours });
}
