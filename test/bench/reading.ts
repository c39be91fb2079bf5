/**
 * This package's WooCommerce node beside n8n's own, reading all orders
 * of the same stand-in of a shop on the same real n8n: orders, calls, time and peak memory; and what
 * comes of it when orders come and go meanwhile. Needs Linux and openssl.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WorkflowJson } from '../../cli/workflowJson';
import { startSandbox } from '../../sandbox/index';
import type { Sandbox } from '../../sandbox/index';
import { startN8n } from '../../scripts/n8nServer';
import type { N8nServer } from '../../scripts/n8nServer';
import { packPackage } from '../../scripts/packPackage';
import { peakMemoryOf } from './peakMemory';
import { inTurn, sampleOf } from './row';
import type { Row } from './row';
import { startTlsFront, type TlsFront } from './tlsFront';

const ORDERS = 2_500;
const ROUNDS = 3;
/** What a page of 100 took a real shop (median of 26 pages). */
const PAGE_MS = 1_500;
/** In the run with changes: a page, and one order that goes to the trash or comes. */
const BUSY_PAGE_MS = 300;
const CHANGE_MS = 200;

const contenders = {
	'this node': {
		type: 'n8n-nodes-webshop-snelstart.wooCommerce',
		credential: 'wooCommerceStoreApi',
		parameters: { resource: 'order', operation: 'getMany', returnAll: true, simplify: false },
	},
	"n8n's own node": {
		type: 'n8n-nodes-base.wooCommerce',
		credential: 'wooCommerceApi',
		parameters: { resource: 'order', operation: 'getAll', returnAll: true, options: {} },
	},
} as const;
type Contender = keyof typeof contenders;
const names = Object.keys(contenders) as Contender[];

interface Measured {
	calls: number;
	milliseconds: number;
	/** Megabytes that n8n's process grew by at most. */
	grown: number;
	/** Megabytes that n8n's process held at most. */
	peak: number;
	orders: number;
	/** Handed over more than once. */
	doubled: number;
	/** In the shop before and after, and not handed over. */
	missing: number;
}

function workflow(
	name: Contender,
	credentials: NonNullable<WorkflowJson['nodes'][number]['credentials']>,
): WorkflowJson {
	const { type, parameters } = contenders[name];
	return {
		name: `Bench: ${name}`,
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
				type,
				typeVersion: 1,
				position: [220, 0],
				parameters: { ...parameters },
				credentials,
			},
		],
		connections: { Start: { main: [[{ node: 'Read', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	} as WorkflowJson;
}

type Shop = Sandbox['wooCommerce'];
const listed = ({ orders }: Shop): number[] =>
	orders.filter(({ status }) => status !== 'trash').map(({ id }) => id);

/** One order after the other goes to the trash or comes in; returns what ends that. */
function keepChanging(shop: Shop): () => void {
	let turn = 0;
	const timer = setInterval(() => {
		turn += 1;
		const newest = shop.orders.filter(({ status }) => status !== 'trash').at(-1 - turn)!;
		const now = new Date().toISOString().slice(0, 19);
		shop.putOrder(
			turn % 2 === 0
				? { ...newest, status: 'trash' }
				: { ...newest, id: 5_000_000 + turn, date_created: now, date_created_gmt: now },
		);
	}, CHANGE_MS);
	return () => clearInterval(timer);
}

interface Ended {
	id: string;
	startedAt: string;
	stoppedAt: string;
}

async function runToEnd({ client, api }: N8nServer, workflowId: string): Promise<Ended> {
	const id = await client.runWorkflow(workflowId, 'Start');
	for (;;) {
		const { startedAt, stoppedAt } = await api<Partial<Ended>>('GET', `/executions/${id}`);
		if (startedAt && stoppedAt) return { id, startedAt, stoppedAt };
		await wait(100);
	}
}

async function measure(
	shop: Shop,
	server: N8nServer,
	id: string,
	isBusy: boolean,
): Promise<Measured> {
	shop.reset();
	Object.assign(shop.switches, { pageLatencyMs: isBusy ? BUSY_PAGE_MS : PAGE_MS });
	const before = new Set(listed(shop));
	const memory = peakMemoryOf(server.userFolder);
	memory.restart();
	const stop = isBusy ? keepChanging(shop) : () => undefined;
	const execution = await runToEnd(server, id).finally(stop);
	// Before the outcome is fetched, which costs n8n memory of its own.
	const { peak, start } = memory.read();
	const { status, error, outputs } = await server.client.waitForExecution(execution.id);
	if (status !== 'success') {
		throw new Error(`The node ended as ${status}: ${error?.message ?? ''}`);
	}
	const ids = (outputs.Read?.[0] ?? []).map((row) => Number(row.id));
	const got = new Set(ids);
	return {
		calls: shop.journal.entries.length,
		milliseconds: Date.parse(execution.stoppedAt) - Date.parse(execution.startedAt),
		grown: peak - start,
		peak,
		orders: got.size,
		doubled: ids.length - got.size,
		missing: listed(shop).filter((one) => before.has(one) && !got.has(one)).length,
	};
}

/** An n8n that knows the flows of both, kept in this folder. */
async function prepare(
	{ consumerKey, consumerSecret }: Shop,
	front: TlsFront,
	userFolder: string,
): Promise<{ ids: Map<Contender, string>; owner: { email: string; password: string } }> {
	const packageTarball = await packPackage();
	const { client, stop, email, password } = await startN8n({ packageTarball, userFolder }).finally(
		() => rm(path.dirname(packageTarball), { recursive: true, force: true }),
	);
	try {
		const ids = new Map<Contender, string>();
		for (const name of names) {
			const { credential } = contenders[name];
			const keys = { url: front.url, consumerKey, consumerSecret };
			const reference = await client.createCredential(credential, 'Bench', keys);
			ids.set(name, await client.importWorkflow(workflow(name, { [credential]: reference })));
		}
		return { ids, owner: { email, password } };
	} finally {
		await stop();
	}
}

/** @throws Error when this node leaves out or doubles an order */
export async function reading(): Promise<Row[]> {
	const { wooCommerce: shop, stop } = await startSandbox({
		wooCommerce: { seed: { seed: 1, count: ORDERS - 30, from: '2026-01-01', days: 180 } },
	});
	const front = await startTlsFront(shop.origin);
	const userFolder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-bench-'));
	try {
		const { ids, owner } = await prepare(shop, front, userFolder);
		const env = { NODE_EXTRA_CA_CERTS: front.certificateFile };
		const run = (isBusy: boolean) => async (name: Contender) => {
			const server = await startN8n({ userFolder, owner, env });
			try {
				return await measure(shop, server, ids.get(name)!, isBusy);
			} finally {
				await server.stop();
			}
		};
		const quiet = await inTurn(names, ROUNDS, run(false));
		const busy = await inTurn(names, 1, run(true));
		for (const { orders, doubled, missing } of [...quiet['this node'], ...busy['this node']]) {
			if (orders < ORDERS || doubled + missing > 0) {
				throw new Error(`${orders} orders, ${doubled} doubled, ${missing} missing`);
			}
		}
		const row = (
			what: string,
			unit: Row['unit'],
			results: typeof quiet,
			valueOf: (measured: Measured) => number,
			aim?: number,
		): Row => ({
			what: `reading ${ORDERS} WooCommerce orders${what}`,
			against: "n8n's own node",
			unit,
			ours: sampleOf(results['this node'].map(valueOf)),
			theirs: sampleOf(results["n8n's own node"].map(valueOf)),
			...(aim !== undefined && { aim }),
		});
		const wrong = busy["n8n's own node"].map(({ doubled, missing }) => doubled + missing);
		console.log(
			`While every ${CHANGE_MS} ms an order comes or goes, n8n's own node left out or doubled ${wrong.join(', ')} orders, this node none.`,
		);
		return [
			row(
				`: time, ${PAGE_MS} ms per page of 100`,
				's',
				quiet,
				(one) => one.milliseconds / 1000,
				0.3,
			),
			row(': memory that n8n took', 'MB', quiet, ({ grown }) => grown),
		];
	} finally {
		await rm(userFolder, { recursive: true, force: true });
		await front.stop();
		await stop();
	}
}
