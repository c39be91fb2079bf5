/** A query SnelStart would answer with 400 and one sentence (SS-401, shape c). */
export class ODataError extends Error {}

export type Token =
	| { kind: 'text' | 'datetime' | 'guid' | 'name' | 'symbol'; text: string; at: number }
	| { kind: 'number'; text: string; at: number };

const pattern =
	/\s*(?:(?<typed>datetime|guid)'(?<literal>[^']*)'|'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?[mMdDfFlL]?)(?![\w-])|(?<name>[A-Za-z_]\w*)|(?<symbol>[(),/:]))/y;

/** Splits an OData v3 expression; v4 literals (bare guids and dates) do not fit and are refused. */
export function tokenise(expression: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (expression.slice(at).trim() !== '') {
		pattern.lastIndex = at;
		const groups = pattern.exec(expression)?.groups;
		if (!groups) throw new ODataError(`Syntax error at position ${at} in '${expression}'.`);
		const { typed, literal, text, number, name, symbol } = groups;
		if (typed === 'datetime' || typed === 'guid') {
			tokens.push({ kind: typed, text: literal ?? '', at });
		} else if (text !== undefined) {
			tokens.push({ kind: 'text', text: text.replaceAll("''", "'"), at });
		} else if (number !== undefined) {
			tokens.push({ kind: 'number', text: number.replace(/[a-z]$/i, ''), at });
		} else if (name !== undefined) {
			tokens.push({ kind: 'name', text: name, at });
		} else {
			tokens.push({ kind: 'symbol', text: symbol ?? '', at });
		}
		at = pattern.lastIndex;
	}
	return tokens;
}
