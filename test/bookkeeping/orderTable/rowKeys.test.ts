import { columnsOf, dataTables, type TableName } from '../../../bookkeeping/orderTable/columns';
import { rowKeys } from '../../../bookkeeping/orderTable/rowKeys';

const tables = Object.keys(dataTables) as TableName[];
const given = ['createdAt', 'updatedAt'];

it.each(tables)('%s: rows are found by columns that it has', (table) => {
	const { unique = [], lookedUp, settled } = rowKeys[table];
	const known = [...columnsOf(table).map(({ name }) => name), ...given];
	const asked = [
		...unique,
		...lookedUp.flat(),
		...(settled ? [settled.column, ...settled.by] : []),
	];
	expect(asked.filter((column) => !known.includes(column))).toEqual([]);
});

it('a row belongs to one client by its key', () => {
	// These keys begin with the name of the client, or with a hash of a link that is his alone.
	const ofOneClient = ['orderKey', 'documentKey', 'referenceHash'];
	for (const table of tables) {
		const unique: readonly string[] | undefined = rowKeys[table].unique;
		if (!unique) continue;
		expect(unique[0] === 'client' || ofOneClient.includes(unique[0]!)).toBe(true);
	}
});
