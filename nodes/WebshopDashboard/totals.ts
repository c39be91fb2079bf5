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

/** How often each code stands in rows that somebody has to look at, most frequent first. */
export function countPerCode(rows: readonly Row[]): Array<{ code: string; count: number }> {
	const counts = new Map<string, number>();
	for (const { code } of rows) {
		if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return [...counts]
		.map(([code, count]) => ({ code, count }))
		.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
