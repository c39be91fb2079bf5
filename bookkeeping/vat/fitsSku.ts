/** Whether an article number (SKU) is the one named; a `*` at the end stands for any ending. */
export function fitsSku(sku: string, pattern: string): boolean {
	return pattern.endsWith('*')
		? sku !== '' && sku.startsWith(pattern.slice(0, -1))
		: sku === pattern;
}
