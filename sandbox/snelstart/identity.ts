import { createHash } from 'node:crypto';

/**
 * The id of a seeded record: a GUID derived from the sha1 of its kind and key, so it is the same in
 * every run and settings files can name it.
 */
export function guidFor(kind: string, key: string | number): string {
	const hex = createHash('sha1').update(`snelstart-sandbox/${kind}/${key}`).digest('hex');
	const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`5${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}
