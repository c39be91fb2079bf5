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
