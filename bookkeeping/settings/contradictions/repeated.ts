/** The values that stand in a list more than once, each once. */
export function repeated(values: readonly string[]): string[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** The same where capitals make no difference: each value that stood there before, as written. */
export function repeatedNames(values: readonly string[]): string[] {
	const names = values.map((value) => value.toLowerCase());
	return values.filter((_, index) => names.indexOf(names[index] ?? '') < index);
}
