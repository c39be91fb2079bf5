import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { WorkflowJson } from '../../cli/workflowJson';
import type { Sandbox } from '../../sandbox/index';
import { demoClientParameters, demoSecrets } from '../../scripts/demoClient';
import type { N8nServer } from '../../scripts/n8nServer';
import { startN8nWithNodes } from '../support/n8nServer';
import { openSnelStart } from '../sandbox/client';
import { Trade } from '../campaigns/trade';
import { openByHand } from './support/byHand';
import type { Hand } from './support/byHand';
import { expectedAttention, expectedEntries } from './support/expectations';
import { walkDayTotals } from './support/guides/dayTotals';
import { walkInvitation } from './support/guides/invitation';
import { walkPapers } from './support/guides/papers';
import { walkProbe } from './support/guides/probe';
import { startStandIns } from './support/stage';

interface SalesEntry {
	factuurnummer: string;
	factuurbedrag: number;
	btw: Array<{ btwBedrag: number }>;
}

/** A node of _Client settings_ as _Propose Settings_ gives it to be pasted. */
const asProposal = (parameters: object): string =>
	JSON.stringify({
		nodes: [
			{
				name: 'Webshop settings',
				type: 'n8n-nodes-webshop-snelstart.webshopSettings',
				typeVersion: 1,
				position: [0, 0],
				parameters,
			},
		],
		connections: {},
	});

const WORKFLOWS = path.resolve(__dirname, '..', '..', 'workflows');
const files = readdirSync(WORKFLOWS).filter((file) => file.endsWith('.json'));
const template = (file: string): WorkflowJson =>
	JSON.parse(readFileSync(path.join(WORKFLOWS, file), 'utf8')) as WorkflowJson;

const isCall = ({ type }: WorkflowJson['nodes'][number]): boolean =>
	type === 'n8n-nodes-base.executeWorkflow';

/** What each node that calls another workflow hands over, by the node's name. */
const inputsOf = ({ nodes }: WorkflowJson): Record<string, unknown> =>
	Object.fromEntries(
		nodes
			.filter(isCall)
			.map(({ name, parameters }) => [
				name,
				(parameters.workflowInputs as { value: unknown } | undefined)?.value,
			]),
	);

const cents = (amount: number): number => Math.round(amount * 100);

let sandbox: Sandbox;
let server: N8nServer;
let hand: Hand;
/** File → id of the workflow that n8n made of it. */
const imported = new Map<string, string>();

const importByHand = async (file: string): Promise<void> => {
	imported.set(file, await hand.importFile(path.join(WORKFLOWS, file)));
};
const savedOf = async (file: string): Promise<WorkflowJson> =>
	await server.api<WorkflowJson>('GET', `/workflows/${imported.get(file)}`);

beforeAll(async () => {
	sandbox = await startStandIns();
	sandbox.snelStart.switches.limits = null;
	server = await startN8nWithNodes();
	hand = await openByHand(server);
});

afterAll(async () => {
	await hand?.close();
	await server?.stop();
	await sandbox?.stop();
});

/** Steps 2 to 6 and 9 of docs/new-client.md, up to where the orders of a shop are booked. */
async function walkTheGuide(): Promise<void> {
	const { snelStart, wooCommerce, vies } = sandbox;
	const secrets = demoSecrets(sandbox);
	await hand.makeCredential(
		'SnelStart B2B API',
		{
			clientKey: secrets.SNELSTART_CLIENT_KEY!,
			subscriptionKey: secrets.SNELSTART_SUBSCRIPTION_KEY!,
		},
		// The stand-in has no limits here: the settings node asks for dozens of lists at a time.
		{ baseUrl: snelStart.baseUrl, tokenUrl: snelStart.tokenUrl, requestsPerMinute: '0' },
	);
	await hand.makeCredential('WooCommerce Store API', {
		url: wooCommerce.url,
		consumerKey: secrets.WOOCOMMERCE_CONSUMER_KEY!,
		consumerSecret: secrets.WOOCOMMERCE_CONSUMER_SECRET!,
	});
	await importByHand('set-up-tables.json');
	await hand.run();
	await importByHand('client-settings.json');
	await hand.pasteSettings(asProposal(demoClientParameters(vies)));
	await hand.run();
	await importByHand('book-and-record.json');
	await hand.publish();
	await importByHand('process-orders.json');
	await hand.link('Book and record', 'Book and record');
	await hand.publish();
	await importByHand('hourly-order-sync-woocommerce.json');
	await hand.link('Process orders', 'Process orders');
	await hand.fillValue('ordersFrom', '2026-01-01');
	await hand.publish();
	await hand.run();
}

describe('a client imported by hand, by the guide', () => {
	let taken: { clicks: number; seconds: number };

	beforeAll(async () => {
		await walkTheGuide();
		taken = { clicks: hand.clicks(), seconds: hand.seconds() };
	});

	test('books every bookable order of the shop once, with its total and its VAT', () => {
		const entries = sandbox.snelStart.books.summary().salesEntries as unknown as SalesEntry[];
		const booked = entries.map(({ factuurnummer, factuurbedrag, btw }) => [
			factuurnummer,
			cents(factuurbedrag),
			btw.reduce((sum, { btwBedrag }) => sum + cents(btwBedrag), 0),
		]);
		const expected = [...expectedEntries().values()]
			.filter(({ invoiceNumber }) => invoiceNumber.startsWith('W'))
			.map(({ invoiceNumber, gross, totalVat }) => [invoiceNumber, gross, totalVat]);
		expect(expected).toHaveLength(14);
		expect(booked.sort()).toEqual(expected.sort());
	});

	test('has a row for each of the 30 orders, and says why two are not booked', async () => {
		const rows = await server.client.rows('WebshopOrders');
		expect(rows).toHaveLength(30);
		const attention = rows.filter(({ state }) => state === 'needsAttention');
		const woo = Object.entries(expectedAttention).filter(([key]) => key.includes('woocommerce'));
		expect(Object.fromEntries(attention.map(({ orderKey, code }) => [orderKey, code]))).toEqual(
			Object.fromEntries(woo),
		);
	});

	test.each([
		['process-orders.json', 'Book and record', 'book-and-record.json'],
		['hourly-order-sync-woocommerce.json', 'Process orders', 'process-orders.json'],
	])('"%s" calls what was chosen, with all of its inputs', async (file, node, called) => {
		const saved = await savedOf(file);
		const { workflowId } = saved.nodes.find(({ name }) => name === node)!.parameters;
		expect(workflowId).toMatchObject({ value: imported.get(called) });
		expect(inputsOf(saved)).toEqual(inputsOf(template(file)));
	});

	test('took less than sixty clicks, and five minutes of hands and head', () => {
		process.stdout.write(`By hand: ${taken.clicks} clicks, ${Math.round(taken.seconds)} seconds\n`);
		expect(taken.clicks).toBeLessThan(60);
		// Ten minutes with the reading of the guide and the waiting for n8n.
		expect(taken.seconds).toBeLessThan(300);
	});
});

test('no template loses the inputs of a call when it is imported by hand', async () => {
	// n8n drops inputs node by node, so that the calls of all templates can share one canvas.
	const calls = files.flatMap((file) =>
		template(file)
			.nodes.filter(isCall)
			.map((node) => ({ ...node, id: `${file} ${node.id}`, name: `${file}: ${node.name}` })),
	);
	expect(calls.length).toBeGreaterThan(30);
	const folder = await mkdtemp(path.join(tmpdir(), 'all-calls-'));
	const all = { name: 'Calls of all templates', nodes: calls, connections: {} };
	await writeFile(path.join(folder, 'all.json'), JSON.stringify(all));
	const id = await hand.importFile(path.join(folder, 'all.json'));
	await rm(folder, { recursive: true });
	const saved = await server.api<WorkflowJson>('GET', `/workflows/${id}`);
	expect(inputsOf(saved)).toEqual(inputsOf({ ...all, settings: {} } as unknown as WorkflowJson));
});

describe('what a client may ask for besides, set up by its guide', () => {
	const SYNC = 'hourly-order-sync-woocommerce.json';
	const runHourly = async (id: string): Promise<void> => {
		const { status, error } = await server.client.run(id, 'Every hour');
		expect([status, error?.message]).toEqual(['success', undefined]);
	};
	const settings = () => imported.get('client-settings.json')!;

	test('docs/papers.md: each entry gets its order sheet, once', async () => {
		const id = await walkPapers(hand, sandbox, server, settings());
		await runHourly(id);
		await runHourly(id);
		const snelStart = await openSnelStart(sandbox.snelStart);
		const { salesEntries } = sandbox.snelStart.books.summary();
		expect(salesEntries).toHaveLength(14);
		for (const { id: entry, factuurnummer } of salesEntries) {
			const { json } = await snelStart.get(`/documenten/Verkoopboekingen/${entry}`);
			expect(json).toMatchObject([{ fileName: `${factuurnummer}.txt` }]);
			expect(json).toHaveLength(1);
		}
	});

	test('docs/day-totals.md: orders of a day share an entry, each once and to the cent', async () => {
		const id = await walkDayTotals(hand, sandbox, settings());
		const trade = new Trade(sandbox, { inTotals: true });
		for (let order = 0; order < 5; order++) trade.order(trade.newCustomer());
		const before = sandbox.snelStart.books.summary().salesEntries.length;
		await runHourly(imported.get(SYNC)!);
		expect(sandbox.snelStart.books.summary().salesEntries).toHaveLength(before);
		await runHourly(id);
		// The list of orders comes with the run after that.
		await runHourly(id);
		expect(trade.faultsIn(await server.client.rows('WebshopOrders'), true)).toEqual([]);
		const totals = sandbox.snelStart.books.summary().salesEntries.slice(before);
		expect(totals.map(({ factuurnummer }) => factuurnummer)).toEqual([
			expect.stringMatching(/^WDAG-\d{4}-\d\d-\d\d$/),
			expect.stringMatching(/^WDAG-\d{4}-\d\d-\d\d$/),
		]);
	});

	test('docs/snelstart-access.md: the owner clicks, and the key is in the credential', async () => {
		const { told, thanks, thanksOfShop, plan } = await walkInvitation(
			hand,
			sandbox,
			server,
			'bloom',
		);
		expect(sandbox.snelStart.activation.deliveries).toEqual([{ action: 'Create', status: 200 }]);
		expect(told).toEqual([
			expect.stringContaining('bloom heeft de administratie Voorbeeld Webwinkel gekoppeld'),
			expect.stringContaining('woocommerce'),
		]);
		expect([thanks, thanksOfShop]).toEqual([
			expect.stringContaining('Bedankt'),
			expect.stringContaining('Bedankt'),
		]);
		expect(plan).toContain('nothing was done');
		expect(plan).toMatch(/^unchanged +credential bloom: SnelStart$/m);
		expect(plan).toMatch(/^unchanged +credential bloom: woocommerce$/m);
	});

	test('docs/probe.md: the template tries an administration that nobody uses, and leaves nothing in it', async () => {
		const { snelStart } = sandbox;
		snelStart.reset();
		const report = await walkProbe(hand, server, snelStart);
		expect(report).toContain('Holds (2)');
		expect(report).toContain('Everything that was booked has been taken back.');
		expect(snelStart.books.summary().salesEntries).toEqual([]);
	});
});
