/** A cell of a data table as text; what is neither text nor a number counts as empty. */
export const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Whether one of some numbers of a row holds what was searched for; an empty search finds all. */
export function numberSearch(search: string): (...numbers: string[]) => boolean {
	const words = search.trim().toLowerCase();
	return (...numbers) => numbers.some((number) => number.toLowerCase().includes(words));
}
