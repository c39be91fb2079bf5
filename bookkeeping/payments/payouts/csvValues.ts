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
