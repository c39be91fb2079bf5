import type { WorkflowJson, WorkflowNode } from '../workflowJson';
import type { NodeCondition } from './conditions';
import { listedTables, madeTable } from './schema';
import {
	deleting,
	inserting,
	ITEM,
	passing,
	reading,
	type Rows,
	type Statement,
	updating,
	upserting,
	type Written,
} from './statements';
import { tableNamed, typeOf } from './sql';

const DATA_TABLE = /^n8n-nodes-base\.dataTable(Tool)?$/;
const POSTGRES = { type: 'n8n-nodes-base.postgres', version: 2.7 };
const SET = { type: 'n8n-nodes-base.set', version: 3.4 };
/** How the name of the node that asks ends, where a second one gives the item back. */
const ASKS = ' (in PostgreSQL)';
const BESIDE = 180;

type Parameters = Record<string, unknown>;

/** The parameters that a translation has looked at; a node with others is refused. */
class Read {
	private readonly seen = new Set<string>();

	constructor(private readonly parameters: Parameters) {}

	get<T>(name: string): T {
		this.seen.add(name);
		return this.parameters[name] as T;
	}

	/** @throws Error when the node has a parameter that nobody looked at */
	nothingElse(): void {
		const left = Object.keys(this.parameters).filter((name) => !this.seen.has(name));
		if (left.length > 0)
			throw new Error(`It has parameters that are not known: ${left.join(', ')}.`);
	}
}

/** @throws Error when options are set that have no translation */
function noOptions(read: Read): void {
	const options = read.get<object | undefined>('options') ?? {};
	if (Object.keys(options).length > 0) {
		throw new Error(`It has options that are not known: ${Object.keys(options).join(', ')}.`);
	}
}

function tableOf(read: Read) {
	const { mode, value } = read.get<{ mode: string; value: unknown }>('dataTableId');
	if (mode !== 'name') throw new Error('It does not name its table.');
	return tableNamed(value);
}

function rowsOf(read: Read): Rows {
	const { conditions = [] } =
		read.get<{ conditions?: NodeCondition[] } | undefined>('filters') ?? {};
	return { table: tableOf(read), filters: conditions, matchType: read.get('matchType') };
}

function writtenOf(read: Read): Written {
	const { mappingMode, value } = read.get<{ mappingMode: string; value: Parameters | null }>(
		'columns',
	);
	noOptions(read);
	if (mappingMode === 'autoMapInputData') return 'as it is';
	if (mappingMode !== 'defineBelow' || !value) throw new Error('It does not say what to write.');
	const table = tableOf(read);
	for (const column of Object.keys(value)) typeOf(table, column);
	return value;
}

function readingOf(read: Read): Statement {
	const rows = rowsOf(read);
	const limit = read.get<boolean>('returnAll') ? undefined : read.get<unknown>('limit');
	if (limit !== undefined && !Number.isSafeInteger(limit)) {
		throw new Error('Its limit is not a whole number.');
	}
	const column = read.get<boolean | undefined>('orderBy')
		? read.get<string>('orderByColumn')
		: undefined;
	if (column !== undefined) typeOf(rows.table, column);
	const direction = column === undefined ? 'ASC' : read.get<'ASC' | 'DESC'>('orderByDirection');
	if (direction !== 'ASC' && direction !== 'DESC') throw new Error('Its order is not known.');
	return reading({
		...rows,
		limit: limit as number | undefined,
		orderBy: column === undefined ? undefined : { column, direction },
	});
}

const ofRows: Record<string, (read: Read) => Statement> = {
	get: readingOf,
	insert: (read) => inserting(tableOf(read), writtenOf(read)),
	update: (read) => updating(rowsOf(read), writtenOf(read)),
	upsert: (read) => upserting(rowsOf(read), writtenOf(read)),
	deleteRows: (read) => {
		noOptions(read);
		return deleting(rowsOf(read));
	},
	rowExists: (read) => passing(rowsOf(read), true),
	rowNotExists: (read) => passing(rowsOf(read), false),
};

const ofTables: Record<string, (read: Read) => Statement> = {
	create: (read) => {
		read.get('columns');
		read.get('options');
		return { query: madeTable(tableNamed(read.get('tableName'))), formulas: [] };
	},
	list: (read) => {
		read.get('returnAll');
		noOptions(read);
		return { query: listedTables, formulas: [] };
	},
};

const PASSES = new Set(['rowExists', 'rowNotExists']);

/**
 * A node's statement as the Postgres node takes it: its values in a list, never in the statement.
 * Items go one by one: sent together they would lock each other's rows and fail together, and n8n
 * gives the moments of all but the first as objects.
 */
function queryParameters({ query, formulas }: Statement): Parameters {
	return {
		resource: 'database',
		operation: 'executeQuery',
		query,
		options: {
			queryBatching: 'independently',
			...(formulas.length > 0 && { queryReplacement: `={{ [${formulas.join(', ')}] }}` }),
		},
	};
}

/** A node that runs one statement in PostgreSQL. */
export const nodeOf = (name: string, statement: Statement): WorkflowNode => ({
	...{ id: name, name, type: POSTGRES.type, typeVersion: POSTGRES.version, position: [400, 0] },
	parameters: queryParameters(statement),
});

function statementOf(node: WorkflowNode): Statement {
	const read = new Read(node.parameters);
	for (const name of ['descriptionType', 'toolDescription']) read.get(name);
	const [resource, operation] = [read.get<string>('resource'), read.get<string>('operation')];
	const translate = (resource === 'table' ? ofTables : ofRows)[operation];
	if (!translate) throw new Error(`Its operation "${operation}" is not known.`);
	const statement = translate(read);
	read.nothingElse();
	return statement;
}

/**
 * The nodes that do in PostgreSQL what a Data Table node does, with its name, place and settings.
 * One that lets items pass becomes two: the first one asks, the second one, of the old name, gives
 * the item back.
 *
 * @throws Error when the node does what has no translation
 */
export function inPostgres(node: WorkflowNode): WorkflowNode[] {
	const [, tool] = DATA_TABLE.exec(node.type) ?? [];
	const { descriptionType, toolDescription, operation } = node.parameters;
	const asks: WorkflowNode = {
		...node,
		type: `${POSTGRES.type}${tool ?? ''}`,
		typeVersion: POSTGRES.version,
		parameters: {
			...(tool && { descriptionType, toolDescription }),
			...queryParameters(statementOf(node)),
		},
	};
	if (!PASSES.has(String(operation))) return [asks];
	const { id, name, position, notes, notesInFlow } = node;
	const [x = 0, y = 0] = position as number[];
	return [
		{ ...asks, id: `${id}-asks`, name: `${name}${ASKS}`, position: [x, y + BESIDE] },
		{
			...{ id, name, position },
			...(notes !== undefined && { notes, notesInFlow }),
			type: SET.type,
			typeVersion: SET.version,
			parameters: { mode: 'raw', jsonOutput: `={{ $json.${ITEM} }}`, options: {} },
		},
	];
}

interface Target {
	node: string;
}
type Connections = Record<string, Record<string, Array<Target[] | null>>>;

/**
 * A workflow that keeps its tables in PostgreSQL instead of n8n's data tables, and does the same.
 *
 * @throws Error that names the node when one has no translation
 */
export function workflowInPostgres(workflow: WorkflowJson): WorkflowJson {
	const entries = new Map<string, string>();
	const connections: Connections = {};
	const nodes = workflow.nodes.flatMap((node) => {
		if (!DATA_TABLE.test(node.type)) return [node];
		let made: WorkflowNode[];
		try {
			made = inPostgres(node);
		} catch (error) {
			throw new Error(`"${node.name}" in "${workflow.name}": ${(error as Error).message}`);
		}
		const [first, second] = made;
		if (first && second) {
			entries.set(second.name, first.name);
			const target = { node: second.name, type: 'main', index: 0 };
			connections[first.name] = { main: [[target]] };
		}
		return made;
	});
	for (const [source, outputs] of Object.entries(workflow.connections as Connections)) {
		const kinds = Object.entries(outputs).map(([kind, lists]) => [
			kind,
			lists.map(
				(targets) =>
					targets?.map((target) => ({
						...target,
						node: entries.get(target.node) ?? target.node,
					})) ?? null,
			),
		]);
		connections[source] = Object.fromEntries(kinds);
	}
	return { ...workflow, nodes, connections };
}
