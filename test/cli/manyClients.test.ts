import path from 'node:path';

import type { ClientFile } from '../../cli/clientFile';
import { exportClient } from '../../cli/exportClient';
import { importClient } from '../../cli/importClient';
import { openApi } from '../../cli/n8nApi';
import { removeClient } from '../../cli/removeClient';
import { startReport } from '../../cli/report';
import { runOnce } from '../../cli/runOnce';
import { readTemplates } from '../../cli/templates';
import { Trouble } from '../../cli/trouble';
import type { WorkflowJson } from '../../cli/workflowJson';
import { startN8nStandIn } from './support/n8nStandIn';
import type { N8nStandIn } from './support/n8nStandIn';

const ROOT = path.join(__dirname, '..', '..');
/** Names that are part of one another, as n8n compares with LIKE. */
const CLIENTS = ['a', 'ab', 'a-b', 'shop', 'shop-1', 'shop-10', 'shop-2', 'shop_1', 'Shop', 'op'];

let n8n: N8nStandIn;
let templates: WorkflowJson[];

const fileOf = (client: string): ClientFile =>
	({
		settings: {
			client,
			shops: [
				{ shop: 'woocommerce', kind: 'wooCommerce' },
				{ shop: 'jouwweb', kind: 'jouwWeb' },
			],
			vatMapping: [],
		},
		shops: {
			woocommerce: { url: `https://${client}.example`, ordersFrom: '2026-01-01' },
			jouwweb: { baseUrl: 'https://api.example', website: '7', ordersFrom: '2026-01-01' },
		},
		dashboard: {},
	}) as unknown as ClientFile;

async function importFile(file: ClientFile) {
	const report = startReport();
	await importClient({
		...{ file, templates, report },
		api: openApi(n8n.url, 'key'),
		webhooks: `${n8n.url}/webhook`,
		secrets: async (variable) => `${file.settings.client} ${variable}`,
	});
	return report.changes;
}

const workflowsOf = (client: string) =>
	[...n8n.workflows.values()].filter(({ name }) => String(name).startsWith(`${client}: `));
const snapshot = (client: string): string =>
	JSON.stringify([
		workflowsOf(client),
		[...n8n.credentials.values()].filter(({ name }) => String(name).startsWith(`${client}: `)),
		[...n8n.rows.values()].map((rows) => rows.filter((row) => row.client === client)),
	]);

beforeAll(async () => {
	templates = await readTemplates(ROOT);
});

describe('ten clients in one n8n', () => {
	beforeAll(async () => {
		n8n = await startN8nStandIn();
		for (const client of CLIENTS) await importFile(fileOf(client));
	});
	afterAll(async () => await n8n.stop());

	test('each has workflows, credentials and entries of its own', () => {
		const perClient = CLIENTS.map((client) => workflowsOf(client).length);
		expect(new Set(perClient).size).toBe(1);
		expect(perClient[0]).toBeGreaterThan(10);
		expect(n8n.workflows.size).toBe(perClient[0]! * CLIENTS.length);
		for (const client of CLIENTS) {
			const own = workflowsOf(client);
			const ids = own.map(({ id }) => id);
			const credentials = [...n8n.credentials.values()]
				.filter(({ name }) => String(name).startsWith(`${client}: `))
				.map(({ id }) => id);
			const text = JSON.stringify(own.map(({ nodes, settings }) => [nodes, settings]));
			const others = [...n8n.workflows.keys(), ...n8n.credentials.keys()].filter(
				(id) => !ids.includes(id) && !credentials.includes(id),
			);
			const named = new Set(text.match(/"id\d+"/g)?.map((id) => id.slice(1, -1)));
			expect(others.filter((id) => named.has(id))).toEqual([]);
			expect([...named].length).toBeGreaterThan(5);
		}
	});

	test('importing one again changes nothing, changing one changes no other', async () => {
		const before = CLIENTS.map(snapshot);
		const again = await importFile(fileOf('shop-1'));
		expect(again.filter(({ action }) => !['unchanged', 'mute'].includes(action))).toEqual([]);
		const file = fileOf('shop-1');
		file.shops.woocommerce!.ordersFrom = '2026-02-01';
		await importFile(file);
		const changed = CLIENTS.filter((client, index) => snapshot(client) !== before[index]);
		expect(changed).toEqual(['shop-1']);
	});

	test('removing one, its data too, leaves the other nine as they are', async () => {
		const before = CLIENTS.map(snapshot);
		const api = openApi(n8n.url, 'key');
		const report = startReport();
		await removeClient({ api, client: 'shop-1', report, withData: true });
		const changed = CLIENTS.filter((client, index) => snapshot(client) !== before[index]);
		expect(changed).toEqual(['shop-1']);
		expect(workflowsOf('shop-1')).toEqual([]);
	});

	test('what somebody changed by hand is kept for that client, and replaced only when told so', async () => {
		const sync = workflowsOf('shop').find(({ name }) =>
			/Hourly order sync WooC/.test(String(name)),
		)!;
		const nodes = structuredClone(sync.nodes) as WorkflowJson['nodes'];
		nodes.find(({ name }) => name === 'Every hour')!.parameters = { rule: 'by hand' };
		n8n.workflows.get(sync.id as string)!.nodes = nodes;
		const file = fileOf('shop');
		file.shops.woocommerce!.ordersFrom = '2026-02-01';
		const kept = await importFile(file);
		expect(kept.filter(({ action }) => action === 'kept').map(({ name }) => name)).toEqual([
			'shop: Hourly order sync WooCommerce',
		]);
		expect(JSON.stringify(n8n.workflows.get(sync.id as string))).toContain('by hand');
		const report = startReport();
		await importClient({
			...{ file, templates, report, overwrite: true },
			api: openApi(n8n.url, 'key'),
			webhooks: `${n8n.url}/webhook`,
			secrets: async () => 'secret',
		});
		expect(JSON.stringify(n8n.workflows.get(sync.id as string))).not.toContain('by hand');
	});
});

describe('what stops it before anything is changed', () => {
	beforeEach(async () => {
		n8n = await startN8nStandIn();
	});
	afterEach(async () => await n8n.stop());

	const codeOf = async (run: () => Promise<unknown>) => {
		const error = await run().then(
			() => undefined,
			(thrown: unknown) => thrown,
		);
		expect(error).toBeInstanceOf(Trouble);
		const { code, message, tip } = error as Trouble;
		expect(tip).toMatch(/\.$/);
		return { code, message };
	};

	test('an n8n without data tables in its API is too old', async () => {
		n8n.before = (_, url) =>
			url === '/data-tables' ? { status: 404, json: { message: 'not found' } } : undefined;
		expect(await codeOf(() => importFile(fileOf('a')))).toEqual({
			code: 'N8N_TOO_OLD',
			message: expect.stringContaining('has no data tables'),
		});
		expect(n8n.writes).toEqual([]);
	});

	test('an older n8n is refused by its version', async () => {
		n8n.version = '2.20.12';
		expect(await codeOf(() => importFile(fileOf('a')))).toEqual({
			code: 'N8N_TOO_OLD',
			message: expect.stringContaining('is version 2.20.12'),
		});
		expect(n8n.writes).toEqual([]);
	});

	test('a key that may not do it names what it may not', async () => {
		n8n.before = (method, url) =>
			url === '/credentials' && method === 'GET'
				? { status: 403, json: { message: 'Forbidden' } }
				: undefined;
		expect(await codeOf(() => importFile(fileOf('a')))).toEqual({
			code: 'N8N_KEY_RIGHTS',
			message: 'The API key may not do GET /credentials.',
		});
		expect(n8n.writes).toEqual([]);
	});

	test.each([
		['snelStart', 'snelStartB2bApi'],
		['shop', 'wooCommerceStoreApi'],
		['other', 'smtp'],
	])('a credential of n8n that the file names and that is not there (%s)', async (where, type) => {
		const file = fileOf('a');
		const name = 'Office';
		if (where === 'snelStart') file.snelStart = { credential: name };
		else if (where === 'shop') file.shops.woocommerce!.credential = name;
		else file.credentials = { [type]: name };
		// One of this name, but of another type, does not count.
		n8n.credentials.set('x', { id: 'x', name, type: 'httpBasicAuth' });
		expect(await codeOf(() => importFile(file))).toEqual({
			code: 'CREDENTIAL_MISSING',
			message: `n8n has no credential "Office" of type ${type}.`,
		});
		expect(n8n.writes).toEqual([]);
	});

	test('webhooks that answer elsewhere: says how to name the place, and leaves nothing behind', async () => {
		const api = openApi(n8n.url, 'key');
		const [settings] = templates.filter(({ name }) => name === 'Client settings');
		const closed = 'http://127.0.0.1:9/webhook';
		const { code, message } = await codeOf(() => runOnce(api, settings!, closed, 300));
		expect(code).toBe('WEBHOOK_UNREACHABLE');
		expect(message).toContain('http://127.0.0.1:9');
		expect(n8n.workflows.size).toBe(0);
	});

	test('a client that n8n does not know', async () => {
		await importFile(fileOf('shop-10'));
		const api = openApi(n8n.url, 'key');
		const known = n8n.writes.length;
		expect(await codeOf(() => exportClient(api, 'shop-1'))).toMatchObject({
			code: 'CLIENT_UNKNOWN',
		});
		const report = startReport();
		expect(await codeOf(() => removeClient({ api, client: 'shop-1', report }))).toEqual({
			code: 'CLIENT_UNKNOWN',
			message: expect.stringContaining('"shop-1"'),
		});
		expect(n8n.writes.length).toBe(known);
	});
});

test('a shop that refuses its key: told, and nothing is switched on until it is right', async () => {
	n8n = await startN8nStandIn();
	n8n.shopLight = { ok: false, found: 'The shop refuses the key' };
	await expect(importFile(fileOf('keys'))).rejects.toMatchObject({
		code: 'SHOP_NOT_READ',
		message: expect.stringMatching(/^keys: Set-up check .+: The shop refuses the key$/),
	});
	expect(workflowsOf('keys').filter(({ active }) => active)).toEqual([]);
	expect([...n8n.workflows.values()].filter(({ name }) => String(name).endsWith(')'))).toEqual([]);

	n8n.shopLight = { ok: true, found: '' };
	const changes = await importFile(fileOf('keys'));
	expect(changes.filter(({ action }) => action === 'switch on').length).toBeGreaterThan(5);
	expect(workflowsOf('keys').filter(({ active }) => active).length).toBeGreaterThan(5);
	await n8n.stop();
});

it('W070: an import with a short password of the dashboard does nothing', async () => {
	n8n = await startN8nStandIn();
	const secrets = async (variable: string) =>
		variable === 'DASHBOARD_PASSWORD' ? 'elevenchars' : `a long ${variable}`;
	const done = importClient({
		...{ file: fileOf('short'), templates, report: startReport(), secrets },
		api: openApi(n8n.url, 'key'),
		webhooks: `${n8n.url}/webhook`,
	});
	await expect(done).rejects.toMatchObject({
		code: 'SECRET_TOO_SHORT',
		message: 'DASHBOARD_PASSWORD (short: dashboard, password) has fewer than 12 characters.',
	});
	expect([n8n.credentials.size, workflowsOf('short')]).toEqual([0, []]);
	await n8n.stop();
});

describe('a copy of Client settings that a killed import left behind, its webhook open', () => {
	const copy = 'left: Client settings (run by the import)';
	const other = 'left-2: Client settings (run by the import)';
	beforeEach(async () => {
		n8n = await startN8nStandIn();
		await importFile(fileOf('left'));
		const api = openApi(n8n.url, 'key');
		for (const name of [copy, other]) {
			const { id } = await api.request<{ id: string }>('POST', '/workflows', { name, nodes: [] });
			await api.request('POST', `/workflows/${id}/activate`);
		}
	});
	afterEach(async () => await n8n.stop());
	const names = () => [...n8n.workflows.values()].map(({ name }) => name);

	it('is taken away by the next import of that client, and told', async () => {
		const changes = await importFile(fileOf('left'));
		expect(changes).toContainEqual(expect.objectContaining({ action: 'remove', name: copy }));
		expect(names()).not.toContain(copy);
		expect(names()).toContain(other);
	});

	it('is taken away by remove', async () => {
		const report = startReport();
		await removeClient({ api: openApi(n8n.url, 'key'), client: 'left', report });
		expect(names()).toEqual([other]);
	});
});
