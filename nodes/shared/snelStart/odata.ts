/** A text literal; a quote inside it is doubled: `'O''Neil'` (SS-301). */
export function textLiteral(value: string): string {
	return `'${value.replace(/'/g, "''")}'`;
}

/** A guid literal: `guid'…'`. */
export function guidLiteral(id: string): string {
	return `guid'${id.replace(/[^0-9a-f-]/gi, '')}'`;
}

/** A date literal without a zone: `datetime'2026-01-31T00:00:00'`. */
export function dateTimeLiteral(localDateTime: string): string {
	return `datetime'${localDateTime.replace(/[^0-9T:.-]/g, '')}'`;
}

/** Filters joined with `and`; empty parts are left out, `undefined` when nothing is left. */
export function allOf(filters: ReadonlyArray<string | undefined>): string | undefined {
	const parts = filters.filter((filter): filter is string => Boolean(filter?.trim()));
	if (parts.length <= 1) return parts[0];
	return parts.map((part) => `(${part})`).join(' and ');
}

export interface FilterLimits {
	/** Most values in one filter. */
	maxValues: number;
	/** Most characters of one filter as it stands in the URL. */
	maxLength: number;
}

/**
 * Assumed (SS-311): SnelStart never cuts a page to fewer rows than this, the smallest page that it
 * documents. So a page with fewer rows that is shorter than asked is the last one.
 */
export const SMALLEST_CUT_PAGE = 25;

/**
 * Keeps the whole URL of a look-up below 1,800 characters. A look-up that finds each of its values
 * once is answered by a page that is surely the last, and takes one call.
 */
export const defaultLimits: FilterLimits = { maxValues: SMALLEST_CUT_PAGE - 1, maxLength: 1_650 };

/**
 * Filters `Property eq a or Property eq b …` that together cover all values, each within the
 * limits. A single value that is too long on its own still gets a filter.
 *
 * @param literals values already written as literals; doubles are left out
 */
export function orFilters(
	property: string,
	literals: readonly string[],
	limits: FilterLimits = defaultLimits,
): string[] {
	const terms = [...new Set(literals)].map((literal) => `${property} eq ${literal}`);
	return anyOf(terms, limits);
}

/** Filters that together let through what passes one of the terms, each within the limits. */
export function anyOf(
	all: readonly string[],
	{ maxValues, maxLength }: FilterLimits = defaultLimits,
): string[] {
	const filters: string[] = [];
	let terms: string[] = [];
	const flush = () => {
		if (terms.length > 0) filters.push(terms.join(' or '));
		terms = [];
	};
	for (const term of all) {
		const longer = encodeURIComponent([...terms, term].join(' or ')).length;
		if (terms.length >= maxValues || longer > maxLength) flush();
		terms.push(term);
	}
	flush();
	return filters;
}
