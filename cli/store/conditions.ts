import type { TableName } from '../../bookkeeping';
import { formulaOf } from './formula';
import { cast, quoted, typeOf } from './sql';

/** A condition as the Data Table node has it. */
export interface NodeCondition {
	keyName: string;
	condition: string;
	keyValue: unknown;
}

/** Collects the values of a statement: each is handed over beside it, never written into it. */
export class Values {
	readonly formulas: string[] = [];

	/** @returns how the statement names the value */
	add(formula: string): string {
		this.formulas.push(formula);
		return `$${this.formulas.length}`;
	}
}

/** A text that cannot be read as true or false: PostgreSQL stops there and tells it. */
const stop = (words: string): string => `CAST(concat('${words}', '') AS boolean)`;

const orStop = (value: string, condition: string, holds: string): string =>
	`CASE WHEN ${value} IS NULL THEN ${stop(`The value of ${condition} cannot be nothing`)} ELSE ${holds} END`;

/** % stands for any text, nothing else for anything; without one, any text around it will do. */
function pattern(value: string): string {
	const plain = `replace(replace(${value}, '\\', '\\\\'), '_', '\\_')`;
	return `CASE WHEN strpos(${value}, '%') > 0 THEN ${plain} ELSE concat('%', ${plain}, '%') END`;
}

type Holds = (column: string, value: string, isText: boolean) => string;

const ordering =
	(condition: string, operator: string): Holds =>
	(column, value) =>
		orStop(value, condition, `${column} ${operator} ${value}`);

/** As n8n's Data Table node decides, also about cells that hold nothing. */
const conditions: Record<string, Holds> = {
	eq: (column, value) => `(${column} = ${value} OR (${value} IS NULL AND ${column} IS NULL))`,
	neq: (column, value) => `${column} IS DISTINCT FROM ${value}`,
	lt: ordering('lt', '<'),
	lte: ordering('lte', '<='),
	gt: ordering('gt', '>'),
	gte: ordering('gte', '>='),
	like: (column, value) => orStop(value, 'like', `${column} LIKE ${pattern(value)} ESCAPE '\\'`),
	isEmpty: (column, _, isText) => (isText ? `coalesce(${column}, '') = ''` : `${column} IS NULL`),
	isNotEmpty: (column, _, isText) =>
		isText ? `coalesce(${column}, '') <> ''` : `${column} IS NOT NULL`,
};

const WITHOUT_VALUE = new Set(['isEmpty', 'isNotEmpty']);

/**
 * What rows must have, in SQL. The comparison itself may come from a formula, then all of them
 * stand there and PostgreSQL picks one.
 *
 * @throws Error when the table has no such column, or n8n no such comparison
 */
function conditionInSql(
	table: TableName,
	{ keyName, condition, keyValue }: NodeCondition,
	values: Values,
): string {
	const column = `t.${quoted(keyName)}`;
	const isText = typeOf(table, keyName) === 'string';
	const value = WITHOUT_VALUE.has(condition)
		? ''
		: cast(table, keyName, values.add(formulaOf(keyValue)));
	if (!condition.startsWith('=')) {
		const holds = conditions[condition];
		if (!holds) throw new Error(`There is no condition "${condition}".`);
		return holds(column, value, isText);
	}
	const chosen = `CAST(${values.add(formulaOf(condition))} AS text)`;
	const cases = Object.entries(conditions)
		.filter(([name]) => name !== 'like' || isText)
		.map(([name, holds]) => `WHEN '${name}' THEN ${holds(column, value, isText)}`);
	return `CASE ${chosen} ${cases.join(' ')} ELSE ${stop('There is no such condition')} END`;
}

/** All conditions, or any of them; without conditions every row. */
export function where(
	table: TableName,
	filters: readonly NodeCondition[],
	matchType: unknown,
	values: Values,
): string {
	if (matchType !== 'allConditions' && matchType !== 'anyCondition') {
		throw new Error(`There is no way to match "${String(matchType)}".`);
	}
	if (filters.length === 0) return 'true';
	const all = filters.map((one) => conditionInSql(table, one, values));
	return all.join(matchType === 'allConditions' ? '\n\tAND ' : '\n\tOR ');
}
