import type { Place } from '../../codes/facts';
import { Finding } from '../../trade/findings';
import { decimalMarkOf, writtenDay, type DecimalMark } from '../../trade/writtenValues';

/** @throws Finding PAYOUT_UNREADABLE when the decimal mark of the amounts cannot be told. */
export function decimalMark(values: readonly string[]): DecimalMark {
	const mark = decimalMarkOf(values);
	if (mark === 'twoDecimalMarks' || mark === 'noDecimalMark') {
		throw new Finding('PAYOUT_UNREADABLE', { case: mark });
	}
	return mark;
}

/** @throws Finding PAYOUT_UNREADABLE for what is not a date. */
export function csvDate(value: string, place: Place): string {
	const day = writtenDay(value);
	if (day === undefined) throw new Finding('PAYOUT_UNREADABLE', { case: 'date', place, value });
	return day;
}

/**
 * How the dates of a file are written: the day first, unless that makes days that do not exist or
 * that lie after the payout, and the month first makes none (`11/23/2026`, the English of PayPal).
 *
 * @param latest the day of the payout, yyyy-MM-dd: what is paid out moved before.
 */
export function asWritten(values: readonly string[], latest: string): (value: string) => string {
	const dayFirst = (value: string) => value;
	const areRight = (written: (value: string) => string): boolean =>
		values.every((value) => {
			const day = writtenDay(written(value));
			return day !== undefined && day <= latest;
		});
	return areRight(dayFirst) || !areRight(monthFirst) ? dayFirst : monthFirst;
}

const monthFirst = (value: string): string =>
	value.replace(/^(\d{1,2})\/(\d{1,2})\/(?=\d{4})/, '$2/$1/');
