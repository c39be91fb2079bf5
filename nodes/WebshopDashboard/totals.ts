import type { Row } from './rows';

export interface DayTotal {
	day: string;
	orders: number;
	/** Cents. */
	amount: number;
}

/** Booked documents and their amounts per day, without gaps between the first and the last day. */
export function totalsPerDay(rows: readonly Row[], days: readonly string[]): DayTotal[] {
	const totals = new Map(days.map((day) => [day, { day, orders: 0, amount: 0 }]));
	for (const { state, kind, day, total } of rows) {
		const entry = totals.get(day);
		if (entry === undefined || state !== 'booked' || (kind !== 'order' && kind !== 'refund')) {
			continue;
		}
		if (kind === 'order') entry.orders += 1;
		entry.amount += Math.round((total ?? 0) * 100);
	}
	return [...totals.values()];
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
