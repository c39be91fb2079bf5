/** A cell of a data table as text; what is neither text nor a number counts as empty. */
export const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A day (yyyy-MM-dd) in a cell; empty when there is none. */
export const day = (value: unknown): string => /^\d{4}-\d\d-\d\d/.exec(text(value))?.[0] ?? '';

/**
 * What a search finds among rows by their numbers: those that bear it whole, with or without the
 * prefix of the invoice number; when none does, those that hold it. An empty search finds all.
 */
export function numberSearch(
	search: string,
	all: ReadonlyArray<readonly string[]>,
): (...numbers: string[]) => boolean {
	const words = search.trim().toLowerCase();
	if (words === '') return () => true;
	const is = (number: string) =>
		number.toLowerCase() === words || (number !== '' && number.replace(/^\D+/, '') === words);
	const holds = (number: string) => number.toLowerCase().includes(words);
	const fits = all.some((numbers) => numbers.some(is)) ? is : holds;
	return (...numbers) => numbers.some(fits);
}
