const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const SPACES = /[\u00A0\u202F\u2007]/g;
const CONTROLS = /\p{Cc}/gu;
/** Printable ASCII without an entity, single spaces, none at the ends. */
const PLAIN = /^(?:[!-%'-~]+(?: [!-%'-~]+)*)?$/;
const NAMED_ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	euro: '€',
	ndash: '-',
	mdash: '-',
};

/**
 * Makes a text fit for the books: HTML entities decoded, unusual dashes made a normal one (J102),
 * no control characters, one space between words, Unicode NFC.
 */
export function cleanText(value: unknown): string {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return '';
	// Almost every text is plain already, and reading texts is most of the work of reading an order.
	if (PLAIN.test(value)) return value;
	return decodeEntities(value)
		.normalize('NFC')
		.replace(DASHES, '-')
		.replace(SPACES, ' ')
		.replace(CONTROLS, ' ')
		.replace(/ {2,}/g, ' ')
		.trim();
}

/**
 * Cuts a text to a length in UTF-16 units, as SnelStart counts, but on whole code points, so that
 * no emoji is cut in half.
 */
export function cutText(text: string, length: number): string {
	if (text.length <= length) return text;
	let cut = '';
	for (const point of text) {
		if (cut.length + point.length > length) break;
		cut += point;
	}
	return cut.trimEnd();
}

/**
 * Joins an order number and what follows it within a length: the number stays whole, the rest is
 * cut (HC-21).
 */
export function joinWithinLength(
	parts: readonly string[],
	separator: string,
	length: number,
): string {
	return cutText(parts.filter((part) => part !== '').join(separator), length);
}

function decodeEntities(text: string): string {
	return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (entity, name: string) => {
		if (name.startsWith('#')) {
			const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
			return Number.isInteger(code) && code > 0 && code <= 0x10ffff
				? String.fromCodePoint(code)
				: entity;
		}
		return NAMED_ENTITIES[name.toLowerCase()] ?? entity;
	});
}
