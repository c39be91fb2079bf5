import { columnsOf, type TableName } from '../../bookkeeping';
import type { WorkflowNode } from '../workflowJson';
import { ask, inARow, runInN8n, type PostgresInN8n } from './inN8n';
import { formulaOf } from './formula';
import { cast, quoted, tableInSql } from './sql';
import type { Statement } from './statements';
import { nodeOf } from './translate';

/** How many rows go over in one run: n8n keeps what a run read until the run is deleted. */
const ROWS_PER_RUN = 1_000;

function dataTableNode(table: TableName, name: string, parameters: object): WorkflowNode {
	return {
		...{ id: name, name, type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, position: [200, 0] },
		parameters: {
			resource: 'row',
			dataTableId: { __rl: true, mode: 'name', value: table },
			...parameters,
		},
	};
}

/** The rows of a client in n8n's table after a certain one. */
const readFromTable = (table: TableName, client: string, after: number): WorkflowNode =>
	dataTableNode(table, 'Read', {
		operation: 'get',
		matchType: 'allConditions',
		filters: {
			conditions: [
				{ keyName: 'client', condition: 'eq', keyValue: client },
				{ keyName: 'id', condition: 'gt', keyValue: `={{ ${after} }}` },
			],
		},
		returnAll: false,
		limit: ROWS_PER_RUN,
		orderBy: true,
		orderByColumn: 'id',
		orderByDirection: 'ASC',
	});

/** A row with its moments; its number is given anew, in the same order. */
function keepRow(table: TableName): Statement {
	const names = [...columnsOf(table).map(({ name }) => name), 'createdAt', 'updatedAt'];
	const values = names.map((name) => cast(table, name, `v ->> '${name}'`));
	return {
		query: `WITH given AS (SELECT CAST($1 AS jsonb) AS v), added AS (
	INSERT INTO ${tableInSql(table)} (${names.map(quoted).join(', ')})
	SELECT ${values.join(', ')} FROM given
	RETURNING "id"
)
SELECT CAST(v ->> 'id' AS integer) AS "source" FROM given, added`,
		formulas: ['JSON.stringify($json)'],
	};
}

/** @returns how many rows were read */
export async function rowsToPostgres(where: PostgresInN8n, table: TableName): Promise<number> {
	let [moved, after] = [0, 0];
	for (;;) {
		const read = readFromTable(table, where.client, after);
		const flow = inARow('move rows', [read, nodeOf('Write', keepRow(table))]);
		const items = await runInN8n(where, flow);
		const written = items.flatMap(({ source }) => (typeof source === 'number' ? [source] : []));
		moved += written.length;
		if (written.length < ROWS_PER_RUN) return moved;
		after = Math.max(...written);
	}
}

/** @returns how many rows were read */
export async function rowsToDataTable(where: PostgresInN8n, table: TableName): Promise<number> {
	const names = columnsOf(table).map(({ name }) => name);
	for (let moved = 0; ; ) {
		const read: Statement = {
			query: `SELECT ${names.map(quoted).join(', ')} FROM ${tableInSql(table)}
WHERE "client" = CAST($1 AS text) ORDER BY "id" LIMIT ${ROWS_PER_RUN} OFFSET ${moved}`,
			formulas: [formulaOf(where.client)],
		};
		const write = dataTableNode(table, 'Write', {
			operation: 'insert',
			columns: { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: [] },
			options: {},
		});
		const flow = inARow('move rows', [nodeOf('Read', read), write]);
		const items = await runInN8n(where, flow);
		const written = items.filter(({ id }) => typeof id === 'number').length;
		moved += written;
		if (written < ROWS_PER_RUN) return moved;
	}
}

/** How many rows of the client each table has in PostgreSQL. */
export async function countInPostgres(
	where: PostgresInN8n,
	tables: readonly TableName[],
): Promise<Map<string, number>> {
	const counts = tables.map(
		(table) =>
			`SELECT '${table}' AS name, CAST(count(*) AS integer) AS rows FROM ${tableInSql(table)} WHERE "client" = CAST($1 AS text)`,
	);
	const items = await ask(where, {
		query: counts.join(' UNION ALL '),
		formulas: [formulaOf(where.client)],
	});
	return new Map(items.map(({ name, rows }) => [String(name), Number(rows)]));
}

/** Removes the rows of the client, all or none. */
export async function removeFromPostgres(
	where: PostgresInN8n,
	tables: readonly TableName[],
): Promise<void> {
	const gone = tables.map(
		(table, index) =>
			`gone${index} AS (DELETE FROM ${tableInSql(table)} WHERE "client" = CAST($1 AS text))`,
	);
	await ask(where, {
		query: `WITH ${gone.join(', ')} SELECT 1 AS done`,
		formulas: [formulaOf(where.client)],
	});
}

/** The newest settings of the client. */
export async function settingsInPostgres(where: PostgresInN8n): Promise<string | undefined> {
	const [newest] = await ask(where, {
		query: `SELECT "settings" FROM ${tableInSql('ClientSettings')}
WHERE "client" = CAST($1 AS text) ORDER BY "version" DESC LIMIT 1`,
		formulas: [formulaOf(where.client)],
	});
	return typeof newest?.settings === 'string' ? newest.settings : undefined;
}
