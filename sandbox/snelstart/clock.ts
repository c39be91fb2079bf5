const parts = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Amsterdam',
	dateStyle: 'short',
	timeStyle: 'medium',
});

/** Dutch wall-clock time as SnelStart writes it: yyyy-MM-ddTHH:mm:ss, no zone. */
export const localTime = (moment: Date): string => parts.format(moment).replace(' ', 'T');

/** True when yyyy-MM-dd is a day of the calendar. */
export function isDay(text: string): boolean {
	const moment = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** The day that many days later; both yyyy-MM-dd. */
export function addDays(day: string, days: number): string {
	const moment = new Date(`${day}T00:00:00Z`);
	moment.setUTCDate(moment.getUTCDate() + days);
	return moment.toISOString().slice(0, 10);
}

const zoned = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A body whose times have no zone any more: dropped, or taken to Dutch time; 'refuse' leaves them. */
export function withoutZones(value: unknown, how: 'refuse' | 'drop' | 'convert'): unknown {
	if (how === 'refuse') return value;
	if (Array.isArray(value)) return value.map((one) => withoutZones(one, how));
	if (typeof value === 'string') {
		const time = zoned.exec(value)?.[1];
		if (time === undefined) return value;
		return how === 'drop' ? time : localTime(new Date(value));
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, withoutZones(inner, how)]),
	);
}
