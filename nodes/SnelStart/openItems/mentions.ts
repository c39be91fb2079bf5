/** Whether a text holds a number as a word of its own: 29 is not in 290. */
export function mentions(text: string, number: string): boolean {
	const escaped = number.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return escaped !== '' && new RegExp(`(^|[^0-9])${escaped}($|[^0-9])`, 'i').test(text);
}
