import { columnsOf, dataTables, tablesToSetUp, type TableName } from './columns';

/** A data table as n8n lists it. */
export interface ListedTable {
	name: string;
	columns: ReadonlyArray<{ name: string; type: string }>;
}

/** What keeps the templates from working with a table, and what to do. */
export interface TableFault {
	table: string;
	message: string;
	tip: string;
}

const add =
	"Add them in n8n under 'Data tables', with exactly these names and types, or run the import command, which adds them. No row is touched.";

/**
 * What is wrong with the tables of an n8n: tables and columns that a later version brought, columns
 * of another type, and tables of others that n8n could take for one of ours. n8n's Data Table node
 * makes tables, but adds no column to one that is there (NN-206).
 */
export function checkTables(listed: readonly ListedTable[]): TableFault[] {
	return tablesToSetUp.flatMap((name) => {
		const table = listed.find((one) => one.name === name);
		return [...(table ? faultsIn(table, name) : [missing(name)]), ...takenBy(name, listed)];
	});
}

function missing(table: TableName): TableFault {
	return {
		table,
		message: `The table ${table} is not there.`,
		tip: "Run 'Set up tables' once more.",
	};
}

function faultsIn({ columns }: ListedTable, table: TableName): TableFault[] {
	const present = new Map(columns.map(({ name, type }) => [name, type]));
	const wanted = columnsOf(table);
	const absent = wanted.filter(({ name }) => !present.has(name));
	const other = wanted.filter(({ name, type }) => (present.get(name) ?? type) !== type);
	const named = (list: typeof wanted) =>
		list.map(({ name, type }) => `${name} (${type})`).join(', ');
	return [
		...(absent.length === 0
			? []
			: [{ table, message: `The table ${table} lacks columns: ${named(absent)}.`, tip: add }]),
		...(other.length === 0
			? []
			: [
					{
						table,
						message: `The table ${table} has columns of another type: ${named(other)} is what they have to be.`,
						tip: "Save what they hold if you need it, remove them in n8n under 'Data tables' and add them with the right type.",
					},
				]),
	];
}

/** n8n looks a table up by part of its name, in capitals or not (NN-204). */
function takenBy(name: TableName, listed: readonly ListedTable[]): TableFault[] {
	return listed
		.filter((one) => !(one.name in dataTables))
		.filter((one) => one.name.toLowerCase().includes(name.toLowerCase()))
		.map((one) => ({
			table: one.name,
			message: `The name of the table "${one.name}" contains ${name}: n8n could take the one for the other.`,
			tip: "Give that table another name in n8n under 'Data tables'.",
		}));
}
