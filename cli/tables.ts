import { columnsOf, tablesToSetUp } from '../bookkeeping';
import type { N8nApi } from './n8nApi';

export interface Column {
	name: string;
	type: string;
}

export interface Table {
	id: string;
	name: string;
	columns: Column[];
}

export type Row = Record<string, string | number | boolean | null>;

/** The tables that all clients share, as the template "Set up tables" makes them too. */
export function tablesOfClients(): Array<Omit<Table, 'id'>> {
	return tablesToSetUp.map((name) => ({ name, columns: columnsOf(name) }));
}

export async function listTables(api: N8nApi): Promise<Table[]> {
	return await api.all<Table>('/data-tables');
}

/** What is missing of the tables: whole ones, and columns that came with a later version. */
export function missingTables(
	present: Table[],
	wanted: Array<Omit<Table, 'id'>>,
): Array<{ name: string; id?: string; columns: Column[] }> {
	return wanted.flatMap(({ name, columns }) => {
		const table = present.find((one) => one.name === name);
		const known = table?.columns.map((column) => column.name) ?? [];
		const missing = columns.filter((column) => !known.includes(column.name));
		return missing.length === 0 ? [] : [{ name, id: table?.id, columns: missing }];
	});
}

export async function addTables(
	api: N8nApi,
	missing: ReturnType<typeof missingTables>,
): Promise<void> {
	for (const { name, id, columns } of missing) {
		if (id === undefined) await api.request('POST', '/data-tables', { name, columns });
		else {
			for (const column of columns) {
				await api.request('POST', `/data-tables/${id}/columns`, column);
			}
		}
	}
}

/** Conditions that all must hold, as n8n's API takes them. */
export const where = (conditions: Record<string, string>): object => ({
	type: 'and',
	filters: Object.entries(conditions).map(([columnName, value]) => ({
		columnName,
		condition: 'eq',
		value,
	})),
});

export async function rowsOfClient(api: N8nApi, table: Table, client: string): Promise<Row[]> {
	const filter = encodeURIComponent(JSON.stringify(where({ client })));
	return await api.all<Row>(`/data-tables/${table.id}/rows?filter=${filter}`);
}

export async function countRows(api: N8nApi, table: Table, client: string): Promise<number> {
	return (await rowsOfClient(api, table, client)).length;
}

export async function deleteRows(
	api: N8nApi,
	table: Table,
	conditions: Record<string, string>,
): Promise<void> {
	const filter = encodeURIComponent(JSON.stringify(where(conditions)));
	await api.request('DELETE', `/data-tables/${table.id}/rows/delete?filter=${filter}`);
}
