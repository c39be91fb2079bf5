import type { Kind } from '../build/flow';
import type { Json, Parameters } from '../build/json';
import type { Column, Table } from './tables';

/** What a row must have. Each column may be asked about more than once. */
export interface Condition<Name extends string> {
	column: Name | GivenColumn;
	/** n8n's name of the comparison, or an expression that gives it. */
	condition: string;
	value: string;
}

/** Columns that n8n gives every table. */
type GivenColumn = 'id' | 'createdAt' | 'updatedAt';

type Where<Columns> = Array<Condition<keyof Columns & string>>;
type Values<Columns> = Partial<Record<keyof Columns & string, Json>>;
type Columned = Record<string, Column>;

const comparing =
	(condition: string) =>
	<Name extends string>(column: Name, value: string) => ({ column, condition, value });

export const is = comparing('eq');
export const isNot = comparing('neq');
export const isBelow = comparing('lt');
export const isAtLeast = comparing('gte');
export const isAtMost = comparing('lte');
/** With `%` for any text. */
export const isLike = comparing('like');

const dataTable = (parameters: Parameters): Kind => ({
	type: 'n8n-nodes-base.dataTable',
	version: 1.1,
	parameters,
});

const onTable = (table: Table<Columned>, operation: string): Parameters => ({
	resource: 'row',
	operation,
	dataTableId: { __rl: true, mode: 'name', value: table.name },
});

const rowsWhere = (where: Array<Condition<string>>): Parameters => ({
	matchType: 'allConditions',
	filters: {
		conditions: where.map(({ column, condition, value }) => ({
			keyName: column,
			condition,
			keyValue: value,
		})),
	},
});

const written = (table: Table<Columned>, values: Record<string, Json | undefined>): Parameters => ({
	columns: {
		mappingMode: 'defineBelow',
		value: values as Parameters,
		matchingColumns: [],
		schema: Object.keys(values).map((id) => {
			const type = table.columns[id]!.type;
			return {
				id,
				displayName: id,
				required: false,
				defaultMatch: false,
				display: true,
				type: type === 'date' ? 'dateTime' : type,
				readOnly: false,
				removed: false,
			};
		}),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	},
	options: {},
});

interface Reading<Columns> {
	where: Where<Columns>;
	/** At most so many rows; without it all. */
	limit?: number;
	/** Name of the column to sort by, the lowest or the highest first. */
	lowest?: (keyof Columns & string) | GivenColumn;
	highest?: (keyof Columns & string) | GivenColumn;
}

/** The rows that meet all conditions. */
export function getRows<Columns extends Columned>(
	table: Table<Columns>,
	{ where, limit, lowest, highest }: Reading<Columns>,
): Kind {
	const by = highest ?? lowest;
	return dataTable({
		...onTable(table, 'get'),
		...rowsWhere(where),
		returnAll: limit === undefined,
		...(limit === undefined ? {} : { limit }),
		...(by === undefined
			? {}
			: { orderBy: true, orderByColumn: by, orderByDirection: highest ? 'DESC' : 'ASC' }),
	});
}

/** A new row for each item. */
export function insertRow<Columns extends Columned>(
	table: Table<Columns>,
	values: Values<Columns>,
): Kind {
	return dataTable({ ...onTable(table, 'insert'), ...written(table, values) });
}

/** Writes into all rows that meet all conditions; other columns stay. */
export function updateRows<Columns extends Columned>(
	table: Table<Columns>,
	where: Where<Columns>,
	values: Values<Columns>,
): Kind {
	return dataTable({
		...onTable(table, 'update'),
		...rowsWhere(where),
		...written(table, values),
	});
}

/** Writes into the rows that meet all conditions, or makes one. */
export function upsertRow<Columns extends Columned>(
	table: Table<Columns>,
	where: Where<Columns>,
	values: Values<Columns>,
): Kind {
	return dataTable({
		...onTable(table, 'upsert'),
		...rowsWhere(where),
		...written(table, values),
	});
}

/** Removes all rows that meet all conditions. */
export function deleteRows<Columns extends Columned>(
	table: Table<Columns>,
	where: Where<Columns>,
): Kind {
	return dataTable({ ...onTable(table, 'deleteRows'), ...rowsWhere(where), options: {} });
}

/** Lets an item through if a row meets all conditions. */
export function keepIfRow<Columns extends Columned>(
	table: Table<Columns>,
	where: Where<Columns>,
): Kind {
	return dataTable({ ...onTable(table, 'rowExists'), ...rowsWhere(where) });
}

/** Lets an item through if no row meets all conditions. */
export function keepIfNoRow<Columns extends Columned>(
	table: Table<Columns>,
	where: Where<Columns>,
): Kind {
	return dataTable({ ...onTable(table, 'rowNotExists'), ...rowsWhere(where) });
}

/** Makes the table where it is not there yet. */
export function makeTable(table: Table<Columned>): Kind {
	return dataTable({
		resource: 'table',
		operation: 'create',
		tableName: table.name,
		columns: {
			column: Object.entries(table.columns).map(([name, { type }]) => ({ name, type })),
		},
		options: { createIfNotExists: true },
	});
}

/** A tool of an agent that reads rows. */
export function rowsTool<Columns extends Columned>(
	table: Table<Columns>,
	{ where, limit, says }: { where: Where<Columns>; limit: number; says: string },
): Kind {
	return {
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
	};
}
