import { createRequire } from 'node:module';
import path from 'node:path';

import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { columnsOf, tablesToSetUp, type TableName } from '../../bookkeeping';
import { madeTable } from '../../cli/store/schema';
import { quoted, sqlTypes, tableInSql } from '../../cli/store/sql';
import { ensureN8n } from '../../scripts/n8nRuntime';

const VERSION = 2.7;

/** The tables in a PostgreSQL, reached by the Postgres node of the real n8n. */
export interface Store {
	/** Puts exactly these rows into a table. */
	fill(table: TableName, rows: readonly object[], lastId: number): Promise<void>;
	/** All rows of a table, as the Postgres node gives them. */
	rows(table: TableName): Promise<IDataObject[]>;
	/** Runs the Postgres node on the input of a node that holds its parameters at a place. */
	runNode(context: IExecuteFunctions, place: string): Promise<INodeExecutionData[]>;
	/** Runs one statement with its values. */
	query(query: string, values?: unknown[]): Promise<IDataObject[]>;
}

async function postgresNode(): Promise<INodeType> {
	const { n8n } = await ensureN8n();
	const load = createRequire(path.resolve(n8n, '../../package.json'));
	const { Postgres } = load('n8n-nodes-base/dist/nodes/Postgres/Postgres.node.js') as {
		Postgres: new () => { nodeVersions: Record<string, INodeType> };
	};
	return new Postgres().nodeVersions[VERSION]!;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** @param place host, port and database, such as `127.0.0.1:5432/postgres` */
export async function openStore(place: string): Promise<Store> {
	const [, host, port, database] = /^(.*):(\d+)\/(.*)$/.exec(place) ?? [];
	const credentials = { host, port: Number(port), database, user: 'n8n', password: '' };
	const node = await postgresNode();

	async function run(context: object): Promise<INodeExecutionData[]> {
		const known: Record<string, unknown> = {
			getCredentials: async () => ({ ...credentials, ssl: 'disable', maxConnections: 4 }),
			addExecutionHints: () => undefined,
			logger: silent,
		};
		const beside = new Proxy(context, {
			get(target, name) {
				if (typeof name === 'string' && name in known) return known[name];
				const found = Reflect.get(target, name) as unknown;
				return typeof found === 'function' ? found.bind(target) : found;
			},
		});
		const [items = []] = (await node.execute!.call(
			beside as IExecuteFunctions,
		)) as INodeExecutionData[][];
		return items;
	}

	async function query(text: string, values: unknown[] = []): Promise<IDataObject[]> {
		const parameters: Record<string, unknown> = {
			resource: 'database',
			operation: 'executeQuery',
			query: text,
			options: { queryBatching: 'independently' },
			'options.queryReplacement': values,
		};
		const items = await run({
			getInputData: () => [{ json: {} }],
			getNode: () => ({ name: 'Query', typeVersion: VERSION, parameters }),
			getNodeParameter: (name: string, _index: number, usual: unknown) => parameters[name] ?? usual,
			continueOnFail: () => false,
			helpers: { constructExecutionMetaData: (made: INodeExecutionData[]) => made },
		});
		return items.map(({ json }) => json);
	}

	for (const table of tablesToSetUp) await query(madeTable(table));

	return {
		query,
		rows: async (table) => await query(`SELECT t.* FROM ${tableInSql(table)} AS t ORDER BY "id"`),
		async fill(table, rows, lastId) {
			const all = [
				...columnsOf(table),
				{ name: 'id', type: 'number' },
				{ name: 'createdAt', type: 'date' },
				{ name: 'updatedAt', type: 'date' },
			] as const;
			const names = all.map(({ name }) => quoted(name)).join(', ');
			const types = all.map(({ name, type }) => `${quoted(name)} ${sqlTypes[type]}`).join(', ');
			const place = tableInSql(table);
			await query(
				`DELETE FROM ${place}; INSERT INTO ${place} (${names}) SELECT ${names} FROM jsonb_to_recordset(CAST($1 AS jsonb)) AS r(${types}); SELECT setval(pg_get_serial_sequence('${place}', 'id'), ${Math.max(lastId, 1)}, ${lastId > 0})`,
				[JSON.stringify(rows)],
			);
		},
		async runNode(context, place) {
			const own = context.getNode();
			const parameters = own.parameters[place] as IDataObject;
			return await run(
				new Proxy(context, {
					get(target, name) {
						if (name === 'getNode') {
							return () => ({ ...own, typeVersion: VERSION, parameters });
						}
						if (name === 'getNodeParameter') {
							return (wanted: string, index: number, usual?: never) =>
								target.getNodeParameter(`${place}.${wanted}`, index, usual);
						}
						const found = Reflect.get(target, name) as unknown;
						return typeof found === 'function' ? found.bind(target) : found;
					},
				}),
			);
		},
	};
}
