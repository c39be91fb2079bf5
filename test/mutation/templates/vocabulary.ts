import { dataTables, stateNames, type DataTable } from '../../../bookkeeping';

/** The states of the order table; a new row has none, which is no word to misspell. */
export const states: readonly string[] = stateNames.filter((state) => state !== '');

/** The columns of all data tables. */
export const columns: ReadonlySet<string> = new Set(
	Object.values(dataTables as Record<string, DataTable>).flatMap((table) =>
		Object.keys(table.columns),
	),
);

/** A word without its last letter but one: what a slip of the finger makes of it. */
export const misspell = (word: string): string => `${word.slice(0, -2)}${word.slice(-1)}`;

/** Another state: the next one of the list. */
export const otherState = (state: string): string =>
	states[(states.indexOf(state) + 1) % states.length]!;

/** What stands against what, in the questions of n8n's nodes and in expressions. */
const OPPOSITES: ReadonlyArray<readonly [string, string]> = [
	['true', 'false'],
	['equals', 'notEquals'],
	['exists', 'notExists'],
	['empty', 'notEmpty'],
	['startsWith', 'notStartsWith'],
	['eq', 'neq'],
	['lt', 'gte'],
	['gt', 'lte'],
	['allConditions', 'anyCondition'],
];

export const opposites: ReadonlyMap<string, string> = new Map(
	OPPOSITES.flatMap(([one, other]) => [
		[one, other],
		[other, one],
	]),
);
