import {
	columnsOf,
	dataTables,
	givenColumns,
	type ColumnType,
	type TableName,
} from '../../bookkeeping';

/** Everything stands in a schema of its own, so that it can share a database with n8n itself. */
export const SCHEMA = 'webshop_snelstart';

/** How PostgreSQL keeps a type of n8n's data tables: texts sort by their bytes, moments have milliseconds. */
export const sqlTypes: Record<ColumnType, string> = {
	string: 'text',
	number: 'double precision',
	boolean: 'boolean',
	date: 'timestamp(3) with time zone',
};

/** A name of a column or table; all are our own and hold letters only. */
export const quoted = (name: string): string => `"${name}"`;

export const tableInSql = (table: TableName): string => `${quoted(SCHEMA)}.${quoted(table)}`;

/** @throws Error when the product has no such table */
export function tableNamed(name: unknown): TableName {
	if (typeof name === 'string' && name in dataTables) return name as TableName;
	throw new Error(`There is no table "${String(name)}".`);
}

/**
 * The type of a column, also of one that every table has.
 * @throws Error when the table has no such column
 */
export function typeOf(table: TableName, column: string): ColumnType {
	const own = columnsOf(table).find(({ name }) => name === column);
	const given = (givenColumns as Record<string, { type: ColumnType }>)[column];
	const type = own?.type ?? given?.type;
	if (type) return type;
	throw new Error(`The table ${table} has no column "${column}".`);
}

/** A value of that column; rows are numbered in whole numbers. */
export function cast(table: TableName, column: string, value: string): string {
	const type = column === 'id' ? 'bigint' : sqlTypes[typeOf(table, column)];
	return `CAST(${value} AS ${type})`;
}
