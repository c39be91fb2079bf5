/**
 * With `npm run test:store` every Data Table node that a flow test runs is run in PostgreSQL too, by
 * n8n's own Postgres node in its translated form, and has to do the same.
 */
import assert from 'node:assert/strict';

import type { IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { rowKeys, type TableName } from '../../../bookkeeping';
import { inPostgres } from '../../../cli/store/translate';
import type { WorkflowNode } from '../../../cli/workflowJson';
import { openStore, type Store } from '../../store/store';
import type { TableRow } from './tableInMemory';
import type { TablesInMemory } from './tablesInMemory';

const PLACE = 'inPostgres';
const DATABASE = process.env.STORE_DATABASE;

/** The parameters of a Data Table node with those of its translation, so that n8n works both out. */
export function withTranslation({
	type,
	parameters,
}: Pick<WorkflowNode, 'type' | 'parameters'>): Record<string, unknown> {
	if (DATABASE === undefined || type !== 'n8n-nodes-base.dataTable') return parameters;
	const node = { id: '', name: '', typeVersion: 1.1, position: [0, 0], type, parameters };
	const [{ parameters: translated }] = inPostgres(node) as [WorkflowNode];
	return { ...parameters, [PLACE]: translated };
}

type Compare = (items: INodeExecutionData[]) => Promise<void>;

let store: Promise<Store> | undefined;
/** One comparison at a time: they share the tables. */
let last: Promise<unknown> = Promise.resolve();

/** What stands in PostgreSQL, as long as nothing was written since: table → rows. */
const filled = new Map<TableName, string>();

const READS = ['get', 'rowExists', 'rowNotExists'];
const PASSES = ['rowExists', 'rowNotExists'];
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What is written at two moments cannot bear the same one. */
const withoutMoments = (moments: readonly string[]) => (row: object) =>
	Object.fromEntries(Object.entries(row).filter(([column]) => !moments.includes(column)));

/** The columns in which a node writes the moment at which it runs, and those of every table. */
function momentsOf({ columns }: INodeParameters): string[] {
	const { value } = (columns ?? {}) as { value?: object | null };
	const ofNode = Object.entries(value ?? {}).filter(([, said]) => String(said).includes('$now'));
	return ['createdAt', 'updatedAt', ...ofNode.map(([column]) => column)];
}

/** Whether rows stand there twice, as they may in n8n's data tables only. */
function isDoubled(table: TableName, rows: readonly TableRow[]): boolean {
	const unique: readonly string[] | undefined = rowKeys[table].unique;
	if (!unique) return false;
	const keys = rows.map((row) => JSON.stringify(unique.map((column) => row[column])));
	return new Set(keys).size < keys.length;
}

function besideOf(context: IExecuteFunctions, tables: TablesInMemory): Compare | undefined {
	const { parameters, name } = context.getNode();
	if (parameters.resource !== 'row') return undefined;
	const operation = String(parameters.operation);
	const lasting = withoutMoments(momentsOf(parameters));
	const table = (parameters.dataTableId as { value: TableName }).value;
	const inMemory = tables.named(table);
	const before = structuredClone(inMemory.rows);
	const lastId = inMemory['lastId'];
	if (isDoubled(table, before)) return undefined;
	return async (items) => {
		const after = structuredClone(inMemory.rows);
		const made = structuredClone(items);
		// PostgreSQL leaves a second row of a key away.
		if (isDoubled(table, after)) return;
		const run = last.then(async () => {
			store ??= openStore(DATABASE!);
			const opened = await store;
			const content = JSON.stringify([lastId, before]);
			if (filled.get(table) !== content) await opened.fill(table, before, lastId);
			const reads = READS.includes(operation);
			if (reads) filled.set(table, content);
			else filled.delete(table);
			const got = await opened.runNode(context, PLACE);
			const plain = ({ json, pairedItem }: INodeExecutionData) => ({
				json: operation === 'get' ? json : lasting(json),
				pairedItem,
			});
			const passed = ({ json, pairedItem }: INodeExecutionData) =>
				PASSES.includes(operation)
					? { json: JSON.parse(String(json.item)) as typeof json, pairedItem }
					: { json, pairedItem };
			const where = `${name} (${operation} ${table})`;
			assert.deepEqual(got.map(passed).map(plain), asJson(made.map(plain)), where);
			compared += 1;
			if (reads) return;
			const rows = (await opened.rows(table)).map(lasting);
			const expected = after.toSorted((a, b) => a.id - b.id).map(lasting);
			assert.deepEqual(rows, asJson(expected), where);
		});
		last = run.catch(() => undefined);
		await run;
	};
}

/** How many nodes were run twice. */
export let compared = 0;

export const postgresBeside = DATABASE === undefined ? undefined : besideOf;
