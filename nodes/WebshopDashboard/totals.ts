import { fromEuro } from '../../bookkeeping';
import type { Row } from './rows';

export interface DayTotal {
	day: string;
	orders: number;
	/** Cents. */
	amount: number;
}

/** Booked documents and their amounts per day of the order or refund, without gaps between the days. */
export function totalsPerDay(rows: readonly Row[], days: readonly string[]): DayTotal[] {
	const totals = new Map(days.map((day) => [day, { day, orders: 0, amount: 0 }]));
	for (const { state, kind, orderDate, total } of rows) {
		const entry = totals.get(orderDate);
		if (entry === undefined || state !== 'booked' || (kind !== 'order' && kind !== 'refund')) {
			continue;
		}
		if (kind === 'order') entry.orders += 1;
		entry.amount += fromEuro(total ?? 0);
	}
	return [...totals.values()];
}

/** More columns than these nobody tells apart. */
const MOST_COLUMNS = 62;

/** The same per month (yyyy-MM) where there are too many days for a chart. */
export function forChart(days: readonly DayTotal[]): DayTotal[] {
	if (days.length <= MOST_COLUMNS) return [...days];
	const months = new Map<string, DayTotal>();
	for (const { day, orders, amount } of days) {
		const month = day.slice(0, 7);
		const before = months.get(month) ?? { day: month, orders: 0, amount: 0 };
		months.set(month, {
			day: month,
			orders: before.orders + orders,
			amount: before.amount + amount,
		});
	}
	return [...months.values()];
}

/** Rows that have a code in common. */
export interface CodeCount {
	code: string;
	rows: readonly Row[];
}

/** Rows that somebody has to look at, by code, most frequent first. */
export function countPerCode(rows: readonly Row[]): CodeCount[] {
	const codes = [...new Set(rows.map(({ code }) => code))].filter((code) => code !== '');
	return codes
		.map((code) => ({ code, rows: rows.filter((row) => row.code === code) }))
		.sort((a, b) => b.rows.length - a.rows.length || a.code.localeCompare(b.code));
}
