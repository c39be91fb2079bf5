import { anyOf, orFilters, textLiteral } from '../../shared/snelStart/odata';

/** Of the digits at the end of a number, so many may differ: a hundred numbers share the rest. */
const DIGITS_LEFT_OPEN = /\d{2}$/;
/** Fewer are asked for one by one: the answer would hold more rows that nobody asked for. */
const FEWEST = 10;
/** A shorter beginning is that of too many other numbers. */
const LONG_ENOUGH = /\d{2}$/;
/** Most parts of texts in one filter; each takes about twice the room of a whole one. */
export const PARTS = { maxValues: 12, maxLength: 1_650 };

/** Filters that ask for each number by itself. */
export const eachNumber = (property: string, numbers: readonly string[]): string[] =>
	orFilters(property, numbers.map(textLiteral));

/**
 * Filters that together let through all documents with one of these numbers, and some others: where
 * many numbers follow each other, as those of a shop's orders do, their beginning is asked for
 * (`startswith`, SS-301) instead of each of them. 500 numbers in a row take one call instead of
 * twenty.
 */
export function numberFilters(property: string, numbers: readonly string[]): string[] {
	const byBeginning = new Map<string, string[]>();
	for (const number of new Set(numbers)) {
		const beginning = number.replace(DIGITS_LEFT_OPEN, '');
		byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), number]);
	}
	const beginnings: string[] = [];
	const alone: string[] = [];
	for (const [beginning, those] of byBeginning) {
		if (those.length >= FEWEST && LONG_ENOUGH.test(beginning)) beginnings.push(beginning);
		else alone.push(...those);
	}
	return [
		...anyOf(
			beginnings.map((beginning) => `startswith(${property}, ${textLiteral(beginning)}) eq true`),
			PARTS,
		),
		...eachNumber(property, alone),
	];
}
