/**
 * Reading and writing the data tables: what a flow wants of a table, and here alone how n8n is told.
 */
import {
	type ColumnOf,
	columnsOf,
	type givenColumns,
	type TableName,
	VALUES_PER_LOOK_UP,
} from '../../bookkeeping';
import type { Kind } from '../build/flow';
import type { Json, Parameters } from '../build/json';

type AnyColumn<Name extends TableName> = ColumnOf<Name> | keyof typeof givenColumns;

/** What a row must have. Each column may be asked about more than once. */
interface Condition<Column extends string = string> {
	column: Column;
	/** n8n's name of the comparison, or an expression that gives it. */
	condition: string;
	value: string;
}

type Where<Name extends TableName> = Array<Condition<AnyColumn<Name>>>;
type Values<Name extends TableName> = { [Column in ColumnOf<Name>]?: Json };

const comparing =
	(condition: string) =>
	<Column extends string>(column: Column, value: string): Condition<Column> => ({
		column,
		condition,
		value,
	});

export const is = comparing('eq');
export const isNot = comparing('neq');
export const isBelow = comparing('lt');
export const isAtLeast = comparing('gte');
export const isAtMost = comparing('lte');
/** Nothing stands there. */
export const isEmpty = <Column extends string>(column: Column): Condition<Column> =>
	comparing('isEmpty')(column, '');
/** What stands there is one of the values that an item names; the columns are asked about in turn. */
export const isAmong = <Column extends string>(...columns: Column[]): Array<Condition<Column>> =>
	Array.from({ length: VALUES_PER_LOOK_UP }, (_, value) =>
		is(columns[value % columns.length]!, `={{ $json.values[${value}] }}`),
	);
/** With `%` for any text. */
export const isLike = comparing('like');

/**
 * So many rows come in one page. Of more n8n reads page by page, and fails when another run adds one
 * that meets the conditions meanwhile; of fewer only when one comes between its reading and its
 * counting. Who can do with a page asks for no more.
 */
export const ONE_PAGE = 1000;

const dataTable = (parameters: Parameters): Kind => ({
	type: 'n8n-nodes-base.dataTable',
	version: 1.1,
	parameters,
});

const onTable = (table: TableName, operation: string): Parameters => ({
	resource: 'row',
	operation,
	dataTableId: { __rl: true, mode: 'name', value: table },
});

const rowsWhere = (where: Condition[], any = false): Parameters => ({
	matchType: any ? 'anyCondition' : 'allConditions',
	filters: {
		conditions: where.map(({ column, condition, value }) => ({
			keyName: column,
			condition,
			keyValue: value,
		})),
	},
});

/** How the Data Table node names the type of a column. */
const nodeType = { string: 'string', number: 'number', boolean: 'boolean', date: 'dateTime' };

function written<Name extends TableName>(table: Name, values: Values<Name>): Parameters {
	const types = new Map(columnsOf(table).map(({ name, type }) => [name, nodeType[type]]));
	return {
		columns: {
			mappingMode: 'defineBelow',
			value: values as Parameters,
			matchingColumns: [],
			schema: Object.keys(values).map((id) => ({
				id,
				displayName: id,
				required: false,
				defaultMatch: false,
				display: true,
				type: types.get(id)!,
				readOnly: false,
				removed: false,
			})),
			attemptToConvertTypes: false,
			convertFieldsToString: false,
		},
		options: {},
	};
}

/** Every column that the item holds, without an expression for each: those cost most of a write. */
const asItIs: Parameters = {
	columns: {
		mappingMode: 'autoMapInputData',
		value: {},
		matchingColumns: [],
		schema: [],
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	},
	options: {},
};

interface Reading<Name extends TableName> {
	where: Where<Name>;
	/** One condition is enough. */
	any?: boolean;
	/** At most so many rows; without it all. */
	limit?: number;
	/** The column to sort by, its lowest or its highest value first. */
	lowest?: AnyColumn<Name>;
	highest?: AnyColumn<Name>;
}

/** The rows that meet all conditions, or any. */
export function getRows<Name extends TableName>(
	table: Name,
	{ where, any, limit, lowest, highest }: Reading<Name>,
): Kind {
	const by = highest ?? lowest;
	return dataTable({
		...onTable(table, 'get'),
		...rowsWhere(where, any),
		returnAll: limit === undefined,
		...(limit === undefined ? {} : { limit }),
		...(by === undefined
			? {}
			: { orderBy: true, orderByColumn: by, orderByDirection: highest ? 'DESC' : 'ASC' }),
	});
}

/** A new row for each item. */
export const insertRow = <Name extends TableName>(table: Name, values: Values<Name>): Kind =>
	dataTable({ ...onTable(table, 'insert'), ...written(table, values) });

/** New rows of items that hold columns of the table and nothing else, all of them in one call. */
export const insertRowsAsTheyAre = (table: TableName): Kind =>
	dataTable({ ...onTable(table, 'insert'), ...asItIs });

/** Writes into all rows that meet all conditions; other columns stay. */
export const updateRows = <Name extends TableName>(
	table: Name,
	where: Where<Name>,
	values: Values<Name>,
): Kind =>
	dataTable({ ...onTable(table, 'update'), ...rowsWhere(where), ...written(table, values) });

/** Writes the same into the rows of all values that an item names; see `isAmong`. */
export const updateRowsAmong = <Name extends TableName>(
	table: Name,
	column: ColumnOf<Name>,
	values: Values<Name>,
): Kind =>
	dataTable({
		...onTable(table, 'update'),
		...rowsWhere(isAmong(column), true),
		...written(table, values),
	});

/** Writes into the rows that meet all conditions, or makes one. */
export const upsertRow = <Name extends TableName>(
	table: Name,
	where: Where<Name>,
	values: Values<Name>,
): Kind =>
	dataTable({ ...onTable(table, 'upsert'), ...rowsWhere(where), ...written(table, values) });

/** Writes an item that holds columns of the table and nothing else. */
export const updateRowsAsItIs = <Name extends TableName>(table: Name, where: Where<Name>): Kind =>
	dataTable({ ...onTable(table, 'update'), ...rowsWhere(where), ...asItIs });

/** Writes such an item into the rows that meet all conditions, or makes one. */
export const upsertRowAsItIs = <Name extends TableName>(table: Name, where: Where<Name>): Kind =>
	dataTable({ ...onTable(table, 'upsert'), ...rowsWhere(where), ...asItIs });

/** Removes all rows that meet all conditions. */
export const deleteRows = <Name extends TableName>(table: Name, where: Where<Name>): Kind =>
	dataTable({ ...onTable(table, 'deleteRows'), ...rowsWhere(where), options: {} });

/** Lets an item through if a row meets all conditions. */
export const keepIfRow = <Name extends TableName>(table: Name, where: Where<Name>): Kind =>
	dataTable({ ...onTable(table, 'rowExists'), ...rowsWhere(where) });

/** Lets an item through if no row meets all conditions. */
export const keepIfNoRow = <Name extends TableName>(table: Name, where: Where<Name>): Kind =>
	dataTable({ ...onTable(table, 'rowNotExists'), ...rowsWhere(where) });

/** Makes the table where it is not there yet. */
export const makeTable = (table: TableName): Kind =>
	dataTable({
		resource: 'table',
		operation: 'create',
		tableName: table,
		columns: { column: columnsOf(table).map(({ name, type }) => ({ name, type })) },
		options: { createIfNotExists: true },
	});

/** All data tables, with their columns. */
export const listTables = (): Kind =>
	dataTable({ resource: 'table', operation: 'list', returnAll: true, options: {} });

/** A tool of an agent that reads rows. */
export const rowsTool = <Name extends TableName>(
	table: Name,
	{ where, limit, says }: { where: Where<Name>; limit: number; says: string },
): Kind => ({
	type: 'n8n-nodes-base.dataTableTool',
	version: 1.1,
	parameters: {
		descriptionType: 'manual',
		toolDescription: says,
		...onTable(table, 'get'),
		...rowsWhere(where),
		returnAll: false,
		limit,
	},
});
