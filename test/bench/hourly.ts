import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { productionLimits } from '../../sandbox/snelstart/limits';
import { prepareStage, runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import { startN8n } from '../../scripts/n8nServer';
import { packPackage } from '../../scripts/packPackage';
import type { WorkflowJson } from '../../cli/workflowJson';
import { exactly, sampleOf } from './row';
import type { Row } from './row';

const ORDERS = 600;
/** How long every answer of SnelStart takes. */
const LATENCY_MS = 80;
const IDLE_ROUNDS = 7;
const SYNC = 'Hourly order sync WooCommerce';
const BY_CLOCK = 'Every hour';

const seconds = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

/** Runs the sync once. */
async function sync(stage: DemoStage): Promise<number> {
	const { id } = await runWorkflow(stage, SYNC, BY_CLOCK);
	return await durationOf(stage, id);
}

async function durationOf({ server }: DemoStage, id: string): Promise<number> {
	const { startedAt, stoppedAt } = await server.api<{ startedAt: string; stoppedAt: string }>(
		'GET',
		`/executions/${id}`,
	);
	return seconds(startedAt, stoppedAt);
}

/** A flow of one node that lists the newest page of the shop. */
async function importListing({ server, sandbox }: DemoStage): Promise<string> {
	const { url, consumerKey, consumerSecret } = sandbox.wooCommerce;
	const keys = { url, consumerKey, consumerSecret };
	const wooCommerceStoreApi = await server.client.createCredential(
		'wooCommerceStoreApi',
		'Bench',
		keys,
	);
	return await server.client.importWorkflow({
		name: 'Bench: list one page',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'read',
				name: 'Read',
				type: 'n8n-nodes-webshop-snelstart.wooCommerce',
				typeVersion: 1,
				position: [220, 0],
				parameters: { resource: 'order', operation: 'getMany', returnAll: false, limit: 100 },
				credentials: { wooCommerceStoreApi },
			},
		],
		connections: { Start: { main: [[{ node: 'Read', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	} as WorkflowJson);
}

/** What as many calls take at best: none waits for another, and a minute takes so many of them. */
const limitOf = (calls: number): number =>
	Math.floor((calls - 1) / productionLimits.perMinute) * 60;

/** A bare program that makes as many calls, as many at a time as SnelStart takes. */
async function bareProgram({ snelStart }: Sandbox, calls: number): Promise<number> {
	const body = new URLSearchParams({ grant_type: 'clientkey', clientkey: snelStart.clientKey });
	const answer = await fetch(snelStart.tokenUrl, { method: 'POST', body });
	const { access_token: token } = (await answer.json()) as { access_token: string };
	const headers = {
		Authorization: `Bearer ${token}`,
		'Ocp-Apim-Subscription-Key': snelStart.subscriptionKey,
	};
	let left = calls;
	const start = performance.now();
	const worker = async () => {
		while (left-- > 0) {
			const { ok } = await fetch(`${snelStart.baseUrl}/relaties?$top=1`, { headers });
			if (!ok) throw new Error('The stand-in refused a call.');
		}
	};
	await Promise.all(Array.from({ length: productionLimits.concurrent }, worker));
	return (performance.now() - start) / 1000;
}

/** A first sync with and without SnelStart's limits, then runs that find nothing new. */
export async function hourly(): Promise<Row[]> {
	const measure = async (isLimited: boolean) => {
		const sandbox = await startSandbox();
		const { snelStart, wooCommerce } = sandbox;
		const packageTarball = await packPackage();
		const server = await startN8n({ packageTarball });
		try {
			const limits = isLimited ? {} : { requestsPerMinute: 0, requestsInFlight: 50 };
			const stage = await prepareStage(sandbox, server, { limits });
			wooCommerce.seedOrders({ seed: 17, count: ORDERS, from: '2026-02-01', days: 60 });
			snelStart.switches.latencyMs = LATENCY_MS;
			snelStart.switches.limits = isLimited ? productionLimits : null;
			snelStart.journal.clear();
			const time = await sync(stage);
			const calls = snelStart.journal.entries.length;
			const booked = snelStart.books.summary().salesEntries.length;
			const idle: number[] = [];
			const page: number[] = [];
			let idleCalls = 0;
			if (!isLimited) {
				const id = await importListing(stage);
				await sync(stage);
				snelStart.journal.clear();
				for (let round = 0; round < IDLE_ROUNDS; round += 1) {
					idle.push(await sync(stage));
					const listed = await server.client.run(id, 'Start', 60);
					page.push(await durationOf(stage, listed.id));
				}
				idleCalls = snelStart.journal.entries.length / IDLE_ROUNDS;
			}
			const bare = isLimited ? limitOf(calls) : await bareProgram(sandbox, calls);
			return { time, calls, booked, bare, idle, page, idleCalls };
		} finally {
			await server.stop();
			await sandbox.stop();
		}
	};
	const limited = await measure(true);
	const free = await measure(false);
	const what = (one: typeof free) =>
		`hourly sync of ${one.booked} new orders, ${one.calls} calls of ${LATENCY_MS} ms`;
	return [
		{
			what: `${what(limited)}, ${productionLimits.perMinute} a minute`,
			against: 'what so many calls a minute take at best',
			unit: 's',
			ours: exactly(limited.time),
			theirs: exactly(limited.bare),
			aim: 1.1,
		},
		{
			what: `${what(free)}, without limits`,
			against: 'a bare program that makes as many calls, 50 at a time',
			unit: 's',
			ours: exactly(free.time),
			theirs: exactly(free.bare),
			aim: 1.3,
		},
		{
			what: `hourly sync that finds nothing new (${free.idleCalls} calls to SnelStart)`,
			against: 'a run of n8n that lists one page',
			unit: 's',
			ours: sampleOf(free.idle),
			theirs: sampleOf(free.page),
			aim: 1.3,
		},
	];
}
