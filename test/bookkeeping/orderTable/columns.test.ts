import { columnsOf, dataTables, givenColumns, tablesToSetUp } from '../../../bookkeeping';
import type { DataTable, TableName } from '../../../bookkeeping';

const names = Object.keys(dataTables) as TableName[];
const tables = Object.entries(dataTables) as Array<[TableName, DataTable]>;

/** n8n looks a table up with LIKE '%name%', in which _ and % are wildcards (NN-204). */
test('no table name is part of another one’s', () => {
	const lower = names.map((name) => name.toLowerCase());
	for (const name of lower) {
		expect(name).toMatch(/^[a-z]+$/);
		expect(lower.filter((other) => other.includes(name))).toEqual([name]);
	}
});

test('no column can hold personal data: only references, amounts, states and codes', () => {
	const columns = tables.flatMap(([, table]) => Object.keys(table.columns));
	expect(
		columns.filter((name) =>
			/mail|phone|address|street|city|postcode|customer|person|vatNumber|iban/i.test(name),
		),
	).toEqual([]);
});

test.each(tables)('%s: every column says what stands in it', (_, { meaning, columns }) => {
	expect(meaning).toMatch(/\S[^.]$/);
	for (const [name, column] of Object.entries(columns)) {
		// n8n's own rule for names of columns.
		expect(name).toMatch(/^[a-zA-Z][a-zA-Z0-9_]{0,62}$/);
		expect(Object.keys(givenColumns)).not.toContain(name);
		expect([name, column.meaning]).toEqual([name, expect.stringMatching(/\S.*[^.\s]$/)]);
	}
});

test('the columns of a table come in their order, with the type they have in n8n', () => {
	expect(columnsOf('SyncCursors')).toEqual([
		{ name: 'client', type: 'string' },
		{ name: 'shop', type: 'string' },
		{ name: 'readUntil', type: 'string' },
	]);
});

test('the import command makes its own table itself', () => {
	expect(tablesToSetUp).toContain('WebshopOrders');
	expect(tablesToSetUp).not.toContain('ClientImports');
});
