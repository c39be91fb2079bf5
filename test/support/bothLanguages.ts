import type { Language } from '../../bookkeeping';

/** Every text of a register by its place; what takes arguments is given those that show themselves. */
function leaves(words: unknown, place = ''): Map<string, string> {
	if (typeof words === 'string') return new Map([[place, words]]);
	if (typeof words === 'function') {
		const asked = (words as (...args: string[]) => string)('1', '2', '3');
		return new Map([[place, asked]]);
	}
	return new Map(
		Object.entries(words as object).flatMap(([name, part]) => [
			...leaves(part, `${place}/${name}`),
		]),
	);
}

/**
 * That a register says everything in both languages, each in its own words.
 *
 * @param alike what is the same word in both.
 */
export function expectBothLanguages(
	texts: Readonly<Record<Language, unknown>>,
	alike: readonly string[] = [],
): void {
	const english = leaves(texts.en);
	const dutch = leaves(texts.nl);
	expect([...dutch.keys()]).toEqual([...english.keys()]);
	expect([...english, ...dutch].filter(([, text]) => text.trim() === '')).toEqual([]);
	const same = [...english].filter(([place, text]) => dutch.get(place) === text);
	expect(same.filter(([, text]) => !alike.includes(text))).toEqual([]);
	// A word that is no longer the same in both has nothing to do in the list.
	expect(alike.filter((word) => !same.some(([, text]) => text === word))).toEqual([]);
}
