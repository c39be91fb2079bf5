/** What a row of a data table holds, without what n8n gives every row. */
export function cellsOf(row: object): Record<string, unknown> {
	const given = ['id', 'createdAt', 'updatedAt'];
	return Object.fromEntries(Object.entries(row).filter(([name]) => !given.includes(name)));
}
