/**
 * What a parameter of n8n says, as JavaScript that gives the same value: a text, a formula in
 * `={{ }}`, or a text with formulas in it.
 */
export function formulaOf(parameter: unknown): string {
	if (typeof parameter !== 'string' || !parameter.startsWith('=')) return literal(parameter);
	const parts = parameter.slice(1).split(/\{\{([\s\S]*?)\}\}/);
	const [before, only, after] = parts;
	if (parts.length === 3 && before === '' && after === '') return `(${only!.trim()})`;
	if (parts.length === 1) return literal(before);
	// Nothing gives no text, as n8n does it.
	const said = parts.map((part, index) => (index % 2 === 0 ? literal(part) : `(${part.trim()})`));
	return `[${said.join(', ')}].join('')`;
}

/** Two braces in a row would end or begin a formula. */
const literal = (value: unknown): string =>
	(JSON.stringify(value) ?? 'null').replaceAll('{', '\\u007b').replaceAll('}', '\\u007d');
