import path from 'node:path';

import { columnsOf, tablesToSetUp } from '../../bookkeeping';
import type { ClientFile } from '../../cli/clientFile';
import { exportClient } from '../../cli/exportClient';
import { importClient } from '../../cli/importClient';
import { moveClient } from '../../cli/moveClient';
import { openApi } from '../../cli/n8nApi';
import { removeClient } from '../../cli/removeClient';
import { startReport } from '../../cli/report';
import type { StoreName } from '../../cli/store/chosenStore';
import { readTemplates } from '../../cli/templates';
import type { WorkflowJson } from '../../cli/workflowJson';
import { startN8nStandIn, type N8nStandIn } from './support/n8nStandIn';

const ROOT = path.join(__dirname, '..', '..');
type Row = Record<string, unknown>;
interface Node {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string }>;
}

let n8n: N8nStandIn;
let templates: WorkflowJson[];
/** What PostgreSQL holds: table → rows. */
let held: Map<string, Row[]>;
/** Rows that get lost on the way. */
let lost: number;

const file: ClientFile = {
	settings: { client: 'bloom', shops: [{ shop: 'woocommerce', kind: 'wooCommerce' }] },
	shops: { woocommerce: { url: 'https://bloom.example', ordersFrom: '2026-01-01' } },
	postgres: { host: 'db', database: 'office', user: 'office' },
} as unknown as ClientFile;
const { postgres, ...without } = file;
void postgres;

const nodesOf = (workflow: Record<string, unknown>) => workflow.nodes as Node[];
const tableRows = (name: string): Row[] => {
	const table = [...n8n.tables.values()].find((one) => one.name === name);
	return n8n.rows.get(table?.id ?? '') ?? [];
};

/** As n8n runs what the command makes to reach PostgreSQL; that SQL is right is tried elsewhere. */
function onRun(workflow: Record<string, unknown>): Row[] | undefined {
	const nodes = nodesOf(workflow);
	const node = (name: string) => nodes.find((one) => one.name === name);
	const [ask, read, write] = [node('Ask'), node('Read'), node('Write')];
	for (const one of nodes.filter(({ type }) => type === 'n8n-nodes-base.postgres')) {
		expect(n8n.credentials.get(one.credentials!.postgres!.id)).toMatchObject({ type: 'postgres' });
	}
	if (read && write) {
		const toPostgres = write.type === 'n8n-nodes-base.postgres';
		const table = ((toPostgres ? read : write).parameters.dataTableId as { value: string }).value;
		const text = JSON.stringify(toPostgres ? read.parameters : read.parameters.query);
		const after = Number(/=\{\{ (\d+) \}\}/.exec(text)?.[1] ?? 0);
		const skip = Number(/OFFSET (\d+)/.exec(text)?.[1] ?? 0);
		if (toPostgres) {
			const rows = tableRows(table)
				.map((row, index): Row => ({ ...row, id: index + 1 }))
				.filter(({ client, id }) => client === 'bloom' && Number(id) > after)
				.slice(0, 1_000);
			held.set(table, [...(held.get(table) ?? []), ...rows.slice(lost)]);
			return rows.map(({ id }) => ({ source: id }));
		}
		const rows = (held.get(table) ?? []).slice(skip, skip + 1_000);
		tableRows(table).push(...rows);
		return rows.map((_, index) => ({ id: index + 1 }));
	}
	const query = String(ask?.parameters.query ?? '');
	if (query.includes('count(*)')) {
		return tablesToSetUp.map((name) => ({ name, rows: held.get(name)?.length ?? 0 }));
	}
	if (query.includes('DELETE')) held.clear();
	if (query.includes('"settings"')) return [{ settings: JSON.stringify(file.settings) }];
	return undefined;
}

const request = (store: StoreName | undefined, given: ClientFile, report = startReport()) => ({
	...{ file: given, templates, report },
	...(store && { store }),
	api: openApi(n8n.url, 'key'),
	webhooks: `${n8n.url}/webhook`,
	secrets: async (variable: string) => variable,
});
async function importTo(store: StoreName | undefined, given = file) {
	const made = request(store, given);
	await importClient(made);
	return made.report.changes;
}
async function moveTo(store: StoreName, more: object = {}) {
	const made = request(store, file);
	await moveClient({ ...made, store, ...more });
	return made.report.changes;
}
function switchOff(): void {
	for (const workflow of n8n.workflows.values()) workflow.active = false;
}
const typesInUse = () =>
	new Set([...n8n.workflows.values()].flatMap((one) => nodesOf(one).map(({ type }) => type)));
const isOn = (type: string) => typesInUse().has(`n8n-nodes-base.${type}`);

beforeAll(async () => {
	templates = await readTemplates(ROOT);
});
beforeEach(async () => {
	n8n = await startN8nStandIn();
	n8n.onRun = onRun;
	held = new Map();
	lost = 0;
});
afterEach(async () => await n8n.stop());

describe('a client in PostgreSQL', () => {
	test('gets its credential, its tables, and no node of the data tables', async () => {
		const changes = await importTo('postgres');
		expect([isOn('postgres'), isOn('dataTable')]).toEqual([true, false]);
		const [credential] = [...n8n.credentials.values()].filter(({ type }) => type === 'postgres');
		expect(credential).toMatchObject({
			name: 'bloom: PostgreSQL',
			data: { host: 'db', port: 5432, password: 'POSTGRES_PASSWORD' },
		});
		const own = ['Set up tables', 'bloom: PostgreSQL'];
		expect(changes.filter(({ name }) => own.includes(name)).map(({ action }) => action)).toEqual([
			'create',
			'run',
		]);
		expect([...n8n.tables.values()].map(({ name }) => name)).toEqual(['ClientImports']);
	});

	test('stays there, whatever the next import says', async () => {
		await importTo('postgres');
		const again = await importTo(undefined);
		expect(again.filter(({ action }) => !['unchanged', 'mute'].includes(action))).toEqual([]);
		await expect(importTo('dataTables')).rejects.toMatchObject({ code: 'STORE_DIFFERS' });
		await expect(importTo(undefined, without)).rejects.toMatchObject({ code: 'STORE_NOT_NAMED' });
	});

	test('is exported and removed with its rows', async () => {
		await importTo('postgres');
		held.set('WebshopOrders', [{ client: 'bloom' }]);
		const api = openApi(n8n.url, 'key');
		expect((await exportClient(api, 'bloom')).postgres).toEqual(file.postgres);
		await removeClient({ api, client: 'bloom', report: startReport(), withData: true });
		expect(held.size).toBe(0);
		expect(n8n.credentials.size).toBe(0);
	});
});

describe('a client in data tables', () => {
	test('needs no PostgreSQL, and stays there although its file names one', async () => {
		await importTo(undefined, without);
		expect([isOn('postgres'), isOn('dataTable')]).toEqual([false, true]);
		await importTo(undefined);
		expect(isOn('postgres')).toBe(false);
		await expect(importTo('postgres')).rejects.toMatchObject({ code: 'STORE_DIFFERS' });
	});

	describe('moves', () => {
		const order = (number: number, client = 'bloom'): Row => ({
			...Object.fromEntries(columnsOf('WebshopOrders').map(({ name }) => [name, ''])),
			...{ client, orderKey: `${client}/woocommerce/${number}` },
		});
		const orders = Array.from({ length: 2_500 }, (_, index) => order(index));

		beforeEach(async () => {
			await importTo(undefined, without);
			tableRows('WebshopOrders').push(...orders, order(1, 'other'));
			tableRows('SyncCursors').push({ client: 'bloom', shop: 'woocommerce', readUntil: 'x' });
		});

		test('goes on with the workflows when it was broken off among them', async () => {
			switchOff();
			const api = openApi(n8n.url, 'key');
			let written = 0;
			const request: typeof api.request = async (method, path, body) => {
				if (method === 'PUT' && /^\/workflows\/[^/]+\?/.test(path)) written += 1;
				if (written > 5) throw new Error('Killed');
				return await api.request(method, path, body);
			};
			await expect(moveTo('postgres', { api: { ...api, request } })).rejects.toThrow('Killed');
			expect([isOn('postgres'), isOn('dataTable')]).toEqual([true, true]);
			await moveTo('postgres');
			expect([isOn('postgres'), isOn('dataTable')]).toEqual([true, false]);
			expect(held.get('WebshopOrders')).toHaveLength(2_500);
		});

		test('there and back with every row, and no row of another client', async () => {
			switchOff();
			await moveTo('postgres');
			expect(held.get('WebshopOrders')).toHaveLength(2_500);
			expect(held.get('SyncCursors')).toHaveLength(1);
			expect(tableRows('WebshopOrders')).toEqual([order(1, 'other')]);
			expect([isOn('postgres'), isOn('dataTable')]).toEqual([true, false]);
			expect(await moveTo('postgres')).toMatchObject([{ action: 'unchanged' }]);
			await moveTo('dataTables');
			expect(held.size).toBe(0);
			expect(tableRows('WebshopOrders')).toHaveLength(2_501);
			expect([isOn('postgres'), isOn('dataTable')]).toEqual([false, true]);
		});

		test('not while a workflow is on, or at work', async () => {
			await expect(moveTo('postgres')).rejects.toMatchObject({ code: 'CLIENT_AWAKE' });
			switchOff();
			const [id] = [...n8n.workflows.keys()];
			n8n.before = (method, asked) =>
				method === 'GET' && asked === '/executions'
					? { status: 200, json: { data: [{ workflowId: id }] } }
					: undefined;
			await expect(moveTo('postgres')).rejects.toMatchObject({ code: 'CLIENT_AWAKE' });
			expect(held.size).toBe(0);
		});

		test('not when a workflow would stay behind', async () => {
			switchOff();
			const [workflow] = [...n8n.workflows.values()];
			workflow!.nodes = nodesOf(workflow!).slice(1);
			await expect(moveTo('postgres')).rejects.toMatchObject({ code: 'WORKFLOWS_CHANGED' });
			await moveTo('postgres', { overwrite: true });
			expect(isOn('dataTable')).toBe(false);
		});

		test('not when a row gets lost, and from the start the next time', async () => {
			switchOff();
			lost = 1;
			await expect(moveTo('postgres')).rejects.toMatchObject({ code: 'STORE_MISCOUNTED' });
			expect(tableRows('WebshopOrders')).toHaveLength(2_501);
			expect(isOn('postgres')).toBe(false);
			lost = 0;
			await moveTo('postgres');
			expect(held.get('WebshopOrders')).toHaveLength(2_500);
		});

		test('only in words in a dry run', async () => {
			switchOff();
			await moveTo('postgres', { dryRun: true });
			expect(held.size).toBe(0);
			expect(isOn('postgres')).toBe(false);
		});
	});
});
