/** FNV-1a of 32 bits, unsigned: tells one text from another, and keeps no secret. */
export function fnv(text: string): number {
	let hash = 0x811c9dc5;
	for (const character of text) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	}
	return hash;
}
