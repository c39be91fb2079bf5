/** What people write in a field that they have nothing for, without signs and spaces. */
const WORDS = new Set([
	...['nvt', 'niet van toepassing', 'geen', 'geen bedrijf', 'niets', 'onbekend', 'none', 'nothing'],
	...[
		'not applicable',
		'no company',
		'keine',
		'kein',
		'keine angabe',
		'entfällt',
		'aucun',
		'aucune',
	],
]);

/** `n/a`, in any form but that of a name. */
const NOT_APPLICABLE = /^n\s*[/\\]\s*a\.?$/i;

/**
 * Whether a text answers that there is nothing to answer: no letter and no digit (`-`, `.`), or words
 * for it in the languages of the shops (`n.v.t.`, `geen`, `none`).
 */
export function isNoAnswer(text: string): boolean {
	if (text === '') return false;
	if (NOT_APPLICABLE.test(text)) return true;
	const words = text
		.toLowerCase()
		.replace(/[^\p{L}\p{N} ]/gu, '')
		.trim();
	return words === '' || WORDS.has(words);
}
