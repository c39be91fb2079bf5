/**
 * A client as version 0.1.0 left it: its tables, rows, workflows and what its import command noted,
 * taken from an n8n on which 0.1.0 was installed, had imported the demo's client and booked its
 * orders. SnelStart is empty here, so whatever were booked again would be seen at once.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { columnsOf, tablesToSetUp } from '../../bookkeeping';
import { contentHash } from '../../cli/ledger';
import type { WorkflowJson } from '../../cli/workflowJson';
import { makeOrders } from '../../sandbox/woocommerce/seed';
import type { Sandbox } from '../../sandbox/index';
import { startSandbox } from '../../sandbox/index';
import { demoClientFile, demoSecrets } from '../../scripts/demoClient';
import type { N8nServer } from '../../scripts/n8nServer';
import { startN8n } from '../../scripts/n8nServer';
import { COMMAND, packPackage } from '../../scripts/packPackage';

type Row = Record<string, unknown>;
interface Left {
	tables: Array<{ name: string; columns: Array<{ name: string; type: string }> }>;
	rows: Record<string, Row[]>;
	credentials: Array<{ id: string; name: string; type: string }>;
	workflows: Array<WorkflowJson & { id: string; active: boolean }>;
}

const CLIENT = 'bloom';
const SYNC = `${CLIENT}: Hourly order sync WooCommerce`;
const NIGHTLY = `${CLIENT}: Nightly status review WooCommerce`;

let folder: string;
let sandbox: Sandbox;
let server: N8nServer;
let command: string;
let left: Left;

const execute = (program: string, args: string[], environment: NodeJS.ProcessEnv = {}) =>
	new Promise<string>((resolve, reject) => {
		const env = { PATH: process.env.PATH, ...environment };
		execFile(program, args, { cwd: folder, env }, (error, stdout, stderr) => {
			if (error) reject(new Error(`${stdout}${stderr}`));
			else resolve(`${stdout}${stderr}`);
		});
	});

async function importClient(): Promise<string> {
	const file = demoClientFile(sandbox);
	const settings = { ...file.settings, client: CLIENT };
	const name = path.join(folder, `${CLIENT}.json`);
	await writeFile(name, JSON.stringify({ ...file, settings }));
	return await execute(process.execPath, [command, 'import', name], {
		...demoSecrets(sandbox),
		PAYOUT_UPLOAD_PASSWORD: 'the password of the upload form',
		N8N_URL: server.baseUrl,
		N8N_API_KEY: server.apiKey,
	});
}

/** Puts everything back as it was; n8n gives new ids, which are put in wherever the old ones stood. */
async function restore(): Promise<void> {
	const ids = new Map<string, string>();
	const renewed = <Value>(value: Value): Value =>
		JSON.parse(
			[...ids].reduce((text, [old, id]) => text.replaceAll(old, id), JSON.stringify(value)),
		) as Value;
	const secrets: Record<string, string> = demoSecrets(sandbox);
	const keys = {
		snelStartB2bApi: {
			clientKey: secrets.SNELSTART_CLIENT_KEY,
			subscriptionKey: secrets.SNELSTART_SUBSCRIPTION_KEY,
		},
		wooCommerceStoreApi: {
			url: sandbox.wooCommerce.url,
			consumerKey: secrets.WOOCOMMERCE_CONSUMER_KEY,
			consumerSecret: secrets.WOOCOMMERCE_CONSUMER_SECRET,
		},
	};
	for (const { id, name, type } of left.credentials) {
		const data = keys[type as keyof typeof keys];
		ids.set(id, (await server.client.createCredential(type, name, data)).id);
	}
	const notes = left.rows.ClientImports!;
	for (const workflow of left.workflows) {
		const { name, nodes, connections, settings } = renewed(workflow);
		const id = await server.client.importWorkflow({ name, nodes, connections, settings });
		ids.set(workflow.id, id);
		if (workflow.active) await server.client.activate(id);
		// What is noted of a workflow is a hash of what n8n stored, its ids among it.
		const stored = await server.api<WorkflowJson>('GET', `/workflows/${id}`);
		const own = Object.keys(settings ?? {}).map((key) => [key, stored.settings?.[key]]);
		const content = {
			name: stored.name,
			nodes: stored.nodes,
			connections: stored.connections,
			settings: Object.fromEntries(own) as Row,
		};
		for (const note of notes) {
			if (note.kind === 'workflow' && note.n8nId === workflow.id)
				note.stored = contentHash(content);
		}
	}
	for (const { name, columns } of left.tables) {
		const { id } = await server.api<{ id: string }>('POST', '/data-tables', { name, columns });
		const data = renewed(left.rows[name] ?? []);
		if (data.length > 0) await server.api('POST', `/data-tables/${id}/rows`, { data });
	}
}

const orders = async () => await server.client.rows('WebshopOrders');
const asNow = async (name: string) =>
	(await server.client.listWorkflows()).filter((workflow) => workflow.name === name);
async function run(name: string, trigger: string): Promise<void> {
	const [workflow] = await asNow(name);
	expect(await server.client.run(workflow!.id, trigger)).toMatchObject({ status: 'success' });
}
const invoiceNumbers = () =>
	(sandbox.snelStart.books.summary().salesEntries as unknown as Array<{ factuurnummer: string }>)
		.map(({ factuurnummer }) => factuurnummer)
		.sort();

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-upgrade-'));
	const fixture = path.join(__dirname, '..', 'fixtures', 'version010.json');
	left = JSON.parse(await readFile(fixture, 'utf8')) as Left;
	sandbox = await startSandbox();
	const packageTarball = await packPackage(folder);
	await execute('tar', ['-xzf', await packPackage(folder, COMMAND), '-C', folder]);
	command = path.join(folder, 'package', 'dist', 'main.js');
	server = await startN8n({ packageTarball });
	await restore();
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
	await rm(folder, { recursive: true, force: true });
});

test('one command brings tables and workflows up to date, and keeps every row and the cursor', async () => {
	const before = { orders: await orders(), cursors: await server.client.rows('SyncCursors') };
	expect(before.orders).toHaveLength(30);
	const output = await importClient();
	expect(output).toContain('update     table WebshopOrders');
	expect(output).toContain('create     table BookingRecords');
	expect(output).toContain(`update     workflow ${SYNC}`);
	expect(output).not.toContain('kept ');
	const { data: listed } = await server.api<{ data: Left['tables'] }>(
		'GET',
		'/data-tables?limit=100',
	);
	const tables = new Map(listed.map((table) => [table.name, table]));
	for (const name of tablesToSetUp) {
		const present = tables.get(name)!.columns.map((column) => column.name);
		const wanted = columnsOf(name).map((column) => column.name);
		expect([name, wanted.filter((column) => !present.includes(column))]).toEqual([name, []]);
	}
	for (const row of before.orders) {
		expect(await orders()).toContainEqual(expect.objectContaining(row));
	}
	expect(await server.client.rows('SyncCursors')).toEqual(before.cursors);
	expect(await asNow(SYNC)).toHaveLength(1);
});

test('the new version goes on where the old one stopped: a new order is booked, no old one again', async () => {
	const [sample] = makeOrders(3, 1, { from: '2026-11-20', rates: [21], firstId: 4_001 }).orders;
	const now = new Date().toISOString().slice(0, 19);
	const changed = { status: 'completed', date_modified_gmt: now, date_modified: now };
	sandbox.wooCommerce.putOrder({ ...sample!, ...changed });
	// Old orders are read once more: the shop moved them on.
	const old = sandbox.wooCommerce.orders.filter(({ id }) => [28, 29, 30].includes(Number(id)));
	for (const order of old) sandbox.wooCommerce.putOrder({ ...order, ...changed });
	await run(SYNC, 'Every hour');
	expect(invoiceNumbers()).toEqual(['W4001']);
	const rows = await orders();
	expect(rows).toHaveLength(31);
	expect(rows.filter(({ state }) => state === 'booked')).toHaveLength(15);
	const [cursor] = await server.client.rows('SyncCursors');
	expect(String(cursor!.readUntil) >= '2026-11-22T01:09:40Z').toBe(true);
});

test('the nightly review finds in what the old version booked no order that changed', async () => {
	await run(NIGHTLY, 'Every night');
	expect(invoiceNumbers()).toEqual(['W4001']);
	const booked = (await orders()).filter(({ state }) => state === 'booked');
	expect(booked.map(({ code }) => code ?? '')).toEqual(booked.map(() => ''));
});
