import { checkTables, columnsOf, tablesToSetUp } from '../../../bookkeeping';
import type { ListedTable } from '../../../bookkeeping';

const complete = (): ListedTable[] =>
	tablesToSetUp.map((name) => ({ name, columns: columnsOf(name) }));
const without = (table: string, ...columns: string[]): ListedTable[] =>
	complete().map((one) =>
		one.name === table
			? { ...one, columns: one.columns.filter(({ name }) => !columns.includes(name)) }
			: one,
	);

test('nothing is wrong with the tables of this version, whatever else there is', () => {
	expect(checkTables(complete())).toEqual([]);
	const more = { name: 'WebshopOrders', columns: [{ name: 'remark', type: 'string' }] };
	const own = complete().map((one) =>
		one.name === more.name ? { ...one, columns: [...one.columns, ...more.columns] } : one,
	);
	expect(checkTables([...own, { name: 'Recipes', columns: [] }])).toEqual([]);
});

test('the command’s own table is not asked for', () => {
	expect(checkTables([...complete(), { name: 'ClientImports', columns: [] }])).toEqual([]);
});

test('a table of an older version: what it lacks, with the type, and what to do', () => {
	expect(checkTables(without('WebshopOrders', 'mayBeSent', 'bookedAt'))).toEqual([
		{
			table: 'WebshopOrders',
			message: 'The table WebshopOrders lacks columns: mayBeSent (boolean), bookedAt (date).',
			tip: expect.stringContaining('or run the import command, which adds them'),
		},
	]);
});

test('a table that is not there', () => {
	const present = complete().filter(({ name }) => name !== 'SyncCursors');
	expect(checkTables(present)).toEqual([
		{
			table: 'SyncCursors',
			message: 'The table SyncCursors is not there.',
			tip: "Run 'Set up tables' once more.",
		},
	]);
});

test('a column of another type', () => {
	const present = complete().map((one) =>
		one.name === 'SyncCursors'
			? { ...one, columns: one.columns.map((column) => ({ ...column, type: 'number' })) }
			: one,
	);
	expect(checkTables(present)).toEqual([
		expect.objectContaining({
			message:
				'The table SyncCursors has columns of another type: client (string), shop (string), readUntil (string) is what they have to be.',
		}),
	]);
});

test('a table whose name contains one of ours, in capitals or not (NN-204)', () => {
	const archive = { name: 'old webshoporders 2025', columns: [] };
	expect(checkTables([...complete(), archive])).toEqual([
		expect.objectContaining({
			table: 'old webshoporders 2025',
			message: expect.stringContaining('contains WebshopOrders'),
		}),
	]);
});
