import { columnsOf, givenColumns, rowKeys, type TableName } from '../../bookkeeping';
import { type NodeCondition, Values, where } from './conditions';
import { formulaOf } from './formula';
import { cast, quoted, tableInSql } from './sql';

/** A statement, and the JavaScript of each value that is handed over beside it. */
export interface Statement {
	query: string;
	formulas: string[];
}

/** Which rows a node is about. */
export interface Rows {
	table: TableName;
	filters: readonly NodeCondition[];
	matchType: unknown;
}

/** What a node writes: column → parameter, or every column that the item holds. */
export type Written = Readonly<Record<string, unknown>> | 'as it is';

/**
 * The Data Table node lets its own columns fall, so that an item that was read can be written.
 * PostgreSQL takes no half character and no character 0, and one such order must not stop a run.
 */
const asText = (object: string): string =>
	String.raw`JSON.stringify(${object}).replace(/\\\\|\\u(?:0000|d[89a-f]..)/g, (found) => found === '\\\\' ? found : '\\ufffd')`;

function givenFormula(written: Written): string {
	if (written === 'as it is') return asText('$json');
	const values = Object.entries(written).map(
		([column, value]) => `${JSON.stringify(column)}: ${formulaOf(value)}`,
	);
	return asText(`{ ${values.join(', ')} }`);
}

/** The item's values in `given`; an unknown column or a value that is no text, number or yes or no stops it. */
function given(table: TableName, written: Written, values: Values): string {
	const known = [...columnsOf(table).map(({ name }) => name), ...Object.keys(givenColumns)];
	const names = known.map((name) => `'${name}'`).join(', ');
	const item = `CAST(${values.add(givenFormula(written))} AS jsonb)`;
	return `given AS (
	SELECT v FROM (SELECT ${item} AS v) AS item
	WHERE (SELECT bool_and(CASE
		WHEN e.key NOT IN (${names}) THEN CAST(concat('${table} has no column ', e.key) AS boolean)
		WHEN jsonb_typeof(e.value) IN ('object', 'array') THEN CAST(concat('not the value of one cell: ', e.key) AS boolean)
		ELSE true END) FROM jsonb_each(v) AS e) IS DISTINCT FROM false
)`;
}

/** The columns that a node writes; what an item does not hold stays as it is. */
function writtenColumns(table: TableName, written: Written): string[] {
	const own = columnsOf(table).map(({ name }) => name);
	return written === 'as it is' ? own : own.filter((name) => name in written);
}

const valueIn = (table: TableName, column: string): string =>
	cast(table, column, `g.v ->> '${column}'`);

function assignments(table: TableName, written: Written): string {
	return [
		...writtenColumns(table, written).map((column) => {
			const value = valueIn(table, column);
			const name = quoted(column);
			return written === 'as it is'
				? `${name} = CASE WHEN g.v ? '${column}' THEN ${value} ELSE t.${name} END`
				: `${name} = ${value}`;
		}),
		'"updatedAt" = now()',
	].join(',\n\t\t');
}

function changed({ table, filters, matchType }: Rows, written: Written, values: Values): string {
	return `changed AS (
	UPDATE ${tableInSql(table)} AS t SET
		${assignments(table, written)}
	FROM given AS g
	WHERE (${where(table, filters, matchType, values)})
	RETURNING t.*
)`;
}

function insertion(table: TableName, written: Written): string {
	const columns = writtenColumns(table, written);
	return `INSERT INTO ${tableInSql(table)} AS t (${columns.map(quoted).join(', ')})
	SELECT ${columns.map((column) => valueIn(table, column)).join(', ')}
	FROM given AS g`;
}

/** Refuses what would change every row of a table. */
function someRows({ filters }: Rows): void {
	if (filters.length === 0) throw new Error('At least one condition is required.');
}

export interface Reading extends Rows {
	limit?: number | undefined;
	orderBy?: { column: string; direction: 'ASC' | 'DESC' } | undefined;
}

/** The rows, in the order of their numbers or of a column; what holds nothing counts as lowest. */
export function reading({ table, filters, matchType, limit, orderBy }: Reading): Statement {
	const values = new Values();
	const sorted = orderBy
		? `t.${quoted(orderBy.column)} ${orderBy.direction} NULLS ${orderBy.direction === 'ASC' ? 'FIRST' : 'LAST'}, `
		: '';
	const query = `SELECT t.* FROM ${tableInSql(table)} AS t
WHERE (${where(table, filters, matchType, values)})
ORDER BY ${sorted}t."id"${limit === undefined ? '' : `\nLIMIT ${limit}`}`;
	return { query, formulas: values.formulas };
}

/**
 * A row that an item is stays away where another run has added one with its key meanwhile: whoever
 * claims rows reads them after that, and finds the other's.
 */
export function inserting(table: TableName, written: Written): Statement {
	const values = new Values();
	const { unique } = rowKeys[table];
	const yields = written === 'as it is' && unique;
	const key = yields ? `\n	ON CONFLICT (${unique.map(quoted).join(', ')}) DO NOTHING` : '';
	const query = `WITH ${given(table, written, values)}, added AS (
	${insertion(table, written)}${key}
	RETURNING t.*
)
SELECT * FROM added`;
	return { query, formulas: values.formulas };
}

export function updating(rows: Rows, written: Written): Statement {
	someRows(rows);
	const values = new Values();
	const query = `WITH ${given(rows.table, written, values)}, ${changed(rows, written, values)}
SELECT * FROM changed ORDER BY "id"`;
	return { query, formulas: values.formulas };
}

/** Of two runs that both find no row, the later one writes into the row of the earlier one. */
export function upserting(rows: Rows, written: Written): Statement {
	someRows(rows);
	const { table } = rows;
	const values = new Values();
	const query = `WITH ${given(table, written, values)}, ${changed(rows, written, values)}, added AS (
	${insertion(table, written)}
	WHERE NOT EXISTS (SELECT 1 FROM changed)${onConflict(rows, written)}
	RETURNING t.*
)
SELECT * FROM changed UNION ALL SELECT * FROM added ORDER BY "id"`;
	return { query, formulas: values.formulas };
}

function onConflict({ table, filters }: Rows, written: Written): string {
	const { unique } = rowKeys[table];
	if (!unique) return '';
	const asked = filters.map(({ keyName, condition }) => `${keyName} ${condition}`).sort();
	if (
		asked.join() !==
		unique
			.map((column) => `${column} eq`)
			.sort()
			.join()
	) {
		throw new Error(`An upsert of ${table} has to name ${unique.join(', ')}, and nothing else.`);
	}
	const columns = writtenColumns(table, written).map((column) => {
		const name = quoted(column);
		return written === 'as it is'
			? `${name} = CASE WHEN (SELECT v FROM given) ? '${column}' THEN EXCLUDED.${name} ELSE t.${name} END`
			: `${name} = EXCLUDED.${name}`;
	});
	return `
	ON CONFLICT (${unique.map(quoted).join(', ')}) DO UPDATE SET
		${[...columns, '"updatedAt" = now()'].join(',\n\t\t')}`;
}

export function deleting(rows: Rows): Statement {
	someRows(rows);
	const values = new Values();
	const query = `WITH gone AS (
	DELETE FROM ${tableInSql(rows.table)} AS t
	WHERE (${where(rows.table, rows.filters, rows.matchType, values)})
	RETURNING t.*
)
SELECT * FROM gone ORDER BY "id"`;
	return { query, formulas: values.formulas };
}

/** The column in which an item passes through unseen. */
export const ITEM = 'item';

/** The item itself, as text, where rows exist or where none does. */
export function passing({ table, filters, matchType }: Rows, exists: boolean): Statement {
	const values = new Values();
	const item = values.add(`JSON.stringify($json)`);
	const query = `SELECT CAST(${item} AS text) AS "${ITEM}"
WHERE ${exists ? '' : 'NOT '}EXISTS (
	SELECT 1 FROM ${tableInSql(table)} AS t
	WHERE (${where(table, filters, matchType, values)})
)`;
	return { query, formulas: values.formulas };
}
