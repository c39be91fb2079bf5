import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { prepareStage } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import { startN8n } from '../../scripts/n8nServer';
import { packPackage } from '../../scripts/packPackage';
import type { WorkflowJson } from '../../cli/workflowJson';
import { sampleOf } from './row';
import type { Row } from './row';
import { durationOf, sync } from './syncRun';

const ORDERS = 100;
/** As many orders as a busy shop gets in the hour that every run reads again. */
const KNOWN = 50;
const ROUNDS = 7;

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

/** The shop says of its last orders that they changed within the hour, and nothing of them is new. */
function touchLastOrders({ wooCommerce }: Sandbox): void {
	const since = Date.now() - 30 * 60_000;
	wooCommerce.orders.slice(-KNOWN).forEach((order, index) => {
		const moment = new Date(since + index * 1000).toISOString().slice(0, 19);
		wooCommerce.putOrder({ ...order, date_modified: moment, date_modified_gmt: moment });
	});
}

/** Runs that find nothing new, and runs that read known orders again: beside one that lists a page. */
export async function idle(): Promise<Row[]> {
	const sandbox = await startSandbox();
	const { snelStart, wooCommerce } = sandbox;
	const server = await startN8n({ packageTarball: await packPackage() });
	try {
		const limits = { requestsPerMinute: 0, requestsInFlight: 50 };
		const stage = await prepareStage(sandbox, server, { limits });
		const listing = await importListing(stage);
		wooCommerce.seedOrders({ seed: 17, count: ORDERS, from: '2026-02-01', days: 60 });
		const row = async (what: string): Promise<Row> => {
			await sync(stage);
			snelStart.journal.clear();
			const ours: number[] = [];
			const theirs: number[] = [];
			for (let round = 0; round < ROUNDS; round += 1) {
				ours.push(await sync(stage));
				const { id } = await server.client.run(listing, 'Start', 60);
				theirs.push(await durationOf(stage, id));
			}
			const calls = snelStart.journal.entries.length / ROUNDS;
			return {
				what: `${what} (${calls} calls to SnelStart)`,
				against: 'a run of n8n that lists one page',
				unit: 's',
				ours: sampleOf(ours),
				theirs: sampleOf(theirs),
				aim: 1.3,
			};
		};
		await sync(stage);
		const nothing = await row('hourly sync that finds nothing new');
		touchLastOrders(sandbox);
		return [nothing, await row(`hourly sync that reads ${KNOWN} known orders again`)];
	} finally {
		await server.stop();
		await sandbox.stop();
	}
}
