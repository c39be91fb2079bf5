import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readTemplates } from '../../cli/templates';
import type { ClientFile } from '../../cli/clientFile';
import type { WorkflowJson } from '../../cli/workflowJson';
import type { Sandbox } from '../../sandbox/index';
import { startSandbox } from '../../sandbox/index';
import { demoClientFile, demoSecrets } from '../../scripts/demoClient';
import { startN8n } from '../../scripts/n8nServer';
import type { N8nServer } from '../../scripts/n8nServer';
import { COMMAND, packPackage } from '../../scripts/packPackage';

interface Stored extends WorkflowJson {
	id: string;
	active: boolean;
	tags: Array<{ name: string }>;
}

const DIST = path.resolve(__dirname, '..', '..', 'dist');
const SYNC = 'Hourly order sync WooCommerce';

let folder: string;
let sandbox: Sandbox;
let server: N8nServer;
let command: string;

const run = (program: string, args: string[], environment: Record<string, string> = {}) =>
	new Promise<{ status: number; output: string }>((resolve) => {
		const env = { PATH: process.env.PATH, ...environment };
		execFile(program, args, { cwd: folder, env }, (error, stdout, stderr) => {
			resolve({ status: error ? Number(error.code) : 0, output: `${stdout}${stderr}` });
		});
	});

/** Runs the published command: unpacked in an empty folder, with nothing installed beside it. */
const cliWith = (secrets: Record<string, string>, ...args: string[]) =>
	run(process.execPath, [command, ...args], {
		...demoSecrets(sandbox),
		PAYOUT_UPLOAD_PASSWORD: 'the password of the upload form',
		N8N_URL: server.baseUrl,
		N8N_API_KEY: server.apiKey,
		...secrets,
	});
const cli = (...args: string[]) => cliWith({}, ...args);

const clientFile = (client: string, changes: Record<string, unknown> = {}): ClientFile => {
	const file = demoClientFile(sandbox);
	return { ...file, settings: { ...file.settings, client, ...changes } };
};

async function write(file: ClientFile): Promise<string> {
	const name = path.join(folder, `${file.settings.client}.json`);
	await writeFile(name, JSON.stringify(file));
	return name;
}

const workflows = async (client: string): Promise<Map<string, Stored>> => {
	const { data } = await server.api<{ data: Stored[] }>('GET', '/workflows?limit=200');
	const own = data.filter(({ name }) => name.startsWith(`${client}: `));
	return new Map(own.map((one) => [one.name.slice(client.length + 2), one]));
};
const settingsOf = async (client: string) =>
	(await server.client.rows('ClientSettings')).filter((row) => row.client === client);
const ordersOf = async (client: string) =>
	(await server.client.rows('WebshopOrders')).filter((row) => row.client === client);

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'webshop snelstart '));
	sandbox = await startSandbox();
	const tarball = await packPackage(folder);
	await run('tar', ['-xzf', await packPackage(folder, COMMAND), '-C', folder]);
	command = path.join(folder, 'package', 'dist', 'main.js');
	const userFolder = path.join(folder, 'n8n');
	server = await startN8n({ userFolder });
	const file = await write(clientFile('bloom'));
	withoutPackage = await cli('import', file);
	const owner = { email: server.email, password: server.password };
	await server.stop();
	server = await startN8n({ userFolder, owner, packageTarball: tarball });
});

let withoutPackage: { status: number; output: string };

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
	await rm(folder, { recursive: true, force: true });
});

describe('what stops it before anything is done', () => {
	test('an n8n without the package', () => {
		expect(withoutPackage.status).toBe(1);
		expect(withoutPackage.output).toMatch(/^PACKAGE_MISSING: .*\n.*Community nodes/);
	});

	test('a key that n8n does not accept', async () => {
		const file = await write(clientFile('bloom'));
		const { status, output } = await cli('import', file, '--api-key', 'wrong');
		expect([status, output]).toEqual([1, expect.stringMatching(/^N8N_KEY_REFUSED: /)]);
	});

	test('an address where nothing answers', async () => {
		const { output } = await cli('export', 'bloom', '--n8n', 'http://127.0.0.1:9');
		expect(output).toMatch(/^N8N_UNREACHABLE: n8n does not answer at http:\/\/127\.0\.0\.1:9/);
	});

	test('an address where something else answers', async () => {
		const { output } = await cli('export', 'bloom', '--n8n', `${server.baseUrl}/home`);
		expect(output).toMatch(/^NOT_N8N: /);
	});

	test('a file with wrong fields: each is named', async () => {
		const file = clientFile('bloom', { paymentTermDays: 'two weeks', colour: 'red' });
		delete file.shops.jouwweb!.website;
		const { output } = await cli('import', await write(file));
		expect(output).toMatch(/^FILE_INVALID: /);
		expect(output).toContain('settings.paymentTermDays: must be a number');
		expect(output).toContain('settings.colour: is not a field of this file');
	});

	test('settings that contradict each other: each sentence, and nothing is made', async () => {
		const { settings } = clientFile('bloom');
		const [row] = settings.vatMapping;
		const vatMapping = [...settings.vatMapping, row, { ...row, percentage: 0 }];
		const { output } = await cli('import', await write(clientFile('bloom', { vatMapping })));
		expect(output).toMatch(/^FILE_INVALID: /);
		expect(output).toContain("'VAT Mapping' has two rows for NL 21 %; keep one.");
		expect(output).toContain("'Percentage' and 'VAT Rate' contradict each other");
		expect(await server.client.tables()).toEqual([]);
	});

	test('secrets that are not there: all are named at once', async () => {
		const file = await write(clientFile('bloom'));
		const { output } = await run(process.execPath, [command, 'import', file], {
			N8N_URL: server.baseUrl,
			N8N_API_KEY: server.apiKey,
		});
		expect(output).toMatch(/^SECRET_MISSING: Some secrets are not set:/);
		expect(output.match(/• [A-Z_]+: /g)).toHaveLength(Object.keys(demoSecrets(sandbox)).length + 1);
		expect(await server.client.tables()).toEqual([]);
	});
});

describe('a first client', () => {
	test('keys that are refused: all are named, and nothing is made', async () => {
		const file = await write(clientFile('bloom'));
		const wrong = { SNELSTART_SUBSCRIPTION_KEY: 'cut', JOUWWEB_TOKEN: 'cut' };
		const { status, output } = await cliWith(wrong, 'import', file);
		expect([status, output]).toEqual([
			1,
			expect.stringMatching(/^KEYS_REFUSED: .*\n.*SUBSCRIPTION_KEY: HTTP 401.*\n.*JOUWWEB_TOKEN: /),
		]);
		expect(await server.client.tables()).toEqual([]);
	});

	test('a dry run says everything and does nothing', async () => {
		const { output } = await cli('import', await write(clientFile('bloom')), '--dry-run');
		expect(output).toContain(`create     workflow bloom: ${SYNC}`);
		expect(output).toContain('nothing was done');
		expect(await workflows('bloom')).toEqual(new Map());
	});

	test('goes together with tables that were made by hand, and makes the one that is missing', async () => {
		const byHand = (await readTemplates(DIST)).find(({ name }) => name === 'Set up tables')!;
		const id = await server.client.importWorkflow(byHand);
		const made = [await server.client.run(id, 'When clicked')];
		made.push(await server.client.run(id, 'When clicked'));
		expect(made.map(({ status }) => status)).toEqual(['success', 'success']);
		const tables = await server.client.tables();
		const cursors = tables.find(({ name }) => name === 'SyncCursors')!;
		await server.api('DELETE', `/data-tables/${cursors.id}`);
		const { output } = await cli('import', await write(clientFile('bloom')), '--dry-run');
		expect(output.match(/^create +table .*$/gm)).toEqual(['create     table SyncCursors']);
	});

	test('a shop that refuses its key is told, and nothing is switched on', async () => {
		const file = await write(clientFile('bloom'));
		const wrong = { WOOCOMMERCE_CONSUMER_SECRET: 'cs_not_this_one' };
		const { output } = await cliWith(wrong, 'import', file);
		expect(output).toMatch(/SHOP_NOT_READ: bloom: Set-up check WooCommerce: .*\n.*--renew-secrets/);
		expect([...(await workflows('bloom')).values()].filter(({ active }) => active)).toEqual([]);
	});

	test('everything is there after one command: tables, credentials, links, tags, settings', async () => {
		const file = await write(clientFile('bloom'));
		const { status, output } = await cli('import', file, '--renew-secrets');
		expect([status, output]).toEqual([0, expect.stringContaining('Changes made: ')]);
		expect(output).toMatch(/^mute +workflow bloom: Alerts: nobody hears it/m);
		// The page of this n8n says which version it is.
		expect(output).not.toMatch(/^unknown/m);
		expect(output).toMatch(/What to do next:\n.*Set-up check/);
		const own = await workflows('bloom');
		const sync = own.get(SYNC)!;
		expect(sync.active).toBe(true);
		expect(sync.tags.map(({ name }) => name).sort()).toEqual(['bloom', 'webshop-snelstart']);
		const call = sync.nodes.find(({ name }) => name === 'Process orders')!;
		expect(call.parameters.workflowId).toMatchObject({ value: own.get('Process orders')!.id });
		const reader = sync.nodes.find(({ name }) => name === 'Get changed orders')!;
		expect(reader.credentials).toMatchObject({
			wooCommerceStoreApi: { name: 'bloom: woocommerce' },
		});
		const [row] = await settingsOf('bloom');
		expect(row).toMatchObject({ version: 1 });
		expect(JSON.parse(String(row!.settings))).toMatchObject({ client: 'bloom' });
	});

	test('J192: no secret stands in anything it left behind', async () => {
		const left = JSON.stringify([
			[...(await workflows('bloom')).values()],
			await server.client.rows('ClientImports'),
		]);
		for (const secret of Object.values(demoSecrets(sandbox))) expect(left).not.toContain(secret);
	});

	test('its sync books', async () => {
		const id = (await workflows('bloom')).get(SYNC)!.id;
		expect(await server.client.run(id, 'Every hour')).toMatchObject({ status: 'success' });
		const booked = (await ordersOf('bloom')).filter(({ state }) => state === 'booked');
		expect(booked.length).toBe(14);
	});

	test('doing it again changes nothing', async () => {
		const before = [...(await workflows('bloom')).values()];
		const { output } = await cli('import', await write(clientFile('bloom')));
		expect(output).toContain('Nothing to change.');
		expect([...(await workflows('bloom')).values()]).toEqual(before);
		expect(await settingsOf('bloom')).toHaveLength(1);
	});

	test('a changed file changes what it is about, and no more', async () => {
		const file = await write(clientFile('bloom', { paymentTermDays: 30 }));
		const { output } = await cli('import', file);
		const changed = output.split('\n').filter((line) => /^(create|update)/.test(line));
		expect(changed).toEqual(['update     workflow bloom: Client settings']);
		const versions = (await settingsOf('bloom')).map(({ version }) => version);
		expect(versions.sort()).toEqual([1, 2]);
	});

	test('settings that SnelStart refuses are not saved, and the sentence says why', async () => {
		const file = clientFile('bloom', {
			roundingAccountId: '00000000-0000-4000-8000-000000000000',
		});
		const { status, output } = await cli('import', await write(file));
		expect(status).toBe(1);
		expect(output).toMatch(/SETTINGS_REFUSED: .*'Rounding Account'/);
		expect(await settingsOf('bloom')).toHaveLength(2);
		const names = (await server.client.listWorkflows()).map(({ name }) => name);
		expect(names.filter((name) => name.includes('run by the import'))).toEqual([]);
	});

	test('what somebody changed in n8n is kept, unless told otherwise', async () => {
		const { id, name, nodes, connections, settings } = (await workflows('bloom')).get(SYNC)!;
		const hourly = nodes.map((node) =>
			node.name === 'Every hour'
				? { ...node, parameters: { rule: { interval: [{ field: 'hours', hoursInterval: 2 }] } } }
				: node,
		);
		await server.client.updateWorkflow(id, { name, nodes: hourly, connections, settings });
		const file = clientFile('bloom', { paymentTermDays: 30 });
		file.shops.woocommerce!.ordersFrom = '2026-02-01';
		const trigger = async () =>
			JSON.stringify(
				(await workflows('bloom')).get(SYNC)!.nodes.filter((n) => n.name === 'Every hour'),
			);
		const kept = await cli('import', await write(file));
		expect(kept.output).toContain(`kept       workflow bloom: ${SYNC}: it was changed in n8n`);
		expect(await trigger()).toContain('"hoursInterval":2');
		const replaced = await cli('import', await write(file), '--overwrite');
		expect(replaced.output).toContain(`update     workflow bloom: ${SYNC}`);
		expect(await trigger()).toContain('"hoursInterval":1');
	});

	test('what somebody switched off stays off', async () => {
		const { id } = (await workflows('bloom')).get(SYNC)!;
		await server.api('POST', `/workflows/${id}/deactivate`);
		const file = clientFile('bloom', { paymentTermDays: 30 });
		file.shops.woocommerce!.ordersFrom = '2026-03-01';
		await cli('import', await write(file));
		const { active, nodes } = (await workflows('bloom')).get(SYNC)!;
		expect(active).toBe(false);
		expect(JSON.stringify(nodes)).toContain('2026-03-01');
	});
});

describe('a second client', () => {
	test('J009: comes beside the first and changes nothing of it', async () => {
		const before = [...(await workflows('bloom')).values()];
		const { status } = await cli('import', await write(clientFile('bloom-two')), '--inactive');
		expect(status).toBe(0);
		const own = await workflows('bloom-two');
		expect(own.get(SYNC)!.active).toBe(false);
		expect(own.get('Process orders')!.active).toBe(true);
		expect([...(await workflows('bloom')).values()]).toEqual(before);
		const ids = [...own.values()].map(({ id }) => id);
		expect(before.filter(({ id }) => ids.includes(id))).toEqual([]);
	});

	test('export gives a file that another n8n takes', async () => {
		const { output } = await cli('export', 'bloom-two');
		const file = JSON.parse(output) as ClientFile;
		expect(file.settings).toMatchObject({ client: 'bloom-two', paymentTermDays: 14 });
		expect(file.settings).not.toHaveProperty('administration');
		expect(file.shops).toEqual(clientFile('bloom-two').shops);
		file.settings.client = 'bloom-three';
		const { status, output: plan } = await cli('import', await write(file), '--dry-run');
		expect([status, plan]).toEqual([0, expect.stringContaining('bloom-three: Client settings')]);
	});

	test('J011: remove takes one client away, leaves its rows, and leaves the other alone', async () => {
		const { status } = await cli('remove', 'bloom');
		expect(status).toBe(0);
		expect([...(await workflows('bloom')).keys()]).toEqual([]);
		expect((await workflows('bloom-two')).size).toBeGreaterThan(3);
		expect((await ordersOf('bloom')).length).toBeGreaterThan(20);
		const credentials = await server.api<{ data: Array<{ name: string }> }>('GET', '/credentials');
		const names = credentials.data.map(({ name }) => name);
		expect(names.filter((name) => name.startsWith('bloom: '))).toEqual([]);
		expect(names).toContain('bloom-two: SnelStart');
	});

	test('remove with data deletes the rows of that client only', async () => {
		await cli('remove', 'bloom', '--with-data');
		expect(await ordersOf('bloom')).toEqual([]);
		expect(await settingsOf('bloom')).toEqual([]);
		expect(await settingsOf('bloom-two')).toHaveLength(1);
	});
});

test('a package that n8n takes in at once: linked, its credentials to be filled in', async () => {
	const packed = path.join(folder, 'packed.n8np');
	const { status } = await cli('package', await write(clientFile('packed')), '--out', packed);
	expect(status).toBe(0);
	const upload = async () => {
		const form = new FormData();
		form.set('package', new Blob([await readFile(packed)]), 'packed.n8np');
		form.set('workflowConflictPolicy', 'new-version');
		form.set('credentialMatchingMode', 'name-and-type');
		const answer = await fetch(`${server.baseUrl}/api/v1/n8n-packages/import`, {
			method: 'POST',
			headers: { 'X-N8N-API-KEY': server.apiKey },
			body: form,
		});
		return (await answer.json()) as {
			workflows: Array<{ status: string }>;
			credentials: { stubbed: string[] };
		};
	};
	const first = await upload();
	expect(new Set(first.workflows.map((one) => one.status))).toEqual(new Set(['created']));
	expect(first.credentials.stubbed.length).toBeGreaterThan(2);
	const made = await workflows('packed');
	const caller = made.get('Process orders')!;
	const called = caller.nodes.find(({ name }) => name === 'Book and record')!;
	expect(called.parameters.workflowId).toMatchObject({ value: made.get('Book and record')!.id });
	expect(caller.settings?.errorWorkflow).toBe(made.get('Alerts')!.id);
	// Once more: nothing is doubled, and what was filled in meanwhile is found by its name.
	const again = await upload();
	expect(new Set(again.workflows.map((one) => one.status))).toEqual(new Set(['updated']));
	expect(again.credentials.stubbed).toEqual([]);
	expect((await workflows('packed')).size).toBe(made.size);
});
