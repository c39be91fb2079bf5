/** A heading as it is compared: without capitals, accents and signs, with single spaces. */
export function sameWords(heading: string): string {
	return heading
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/ß/g, 'ss')
		.replace(/[^a-z0-9%]+/g, ' ')
		.trim();
}
