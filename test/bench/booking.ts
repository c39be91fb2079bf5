/**
 * The SnelStart node beside a plain flow of HTTP Request nodes that does the
 * same job, on the same stand-in of SnelStart and the same real n8n: calls, time, and customers that
 * exist twice afterwards. Both flows lie beside this file.
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { WorkflowJson } from '../../cli/workflowJson';
import { startSandbox } from '../../sandbox/index';
import type { Sandbox } from '../../sandbox/index';
import { guidFor } from '../../sandbox/snelstart/identity';
import { startN8n } from '../../scripts/n8nServer';
import type { N8nServer } from '../../scripts/n8nServer';
import { packPackage } from '../../scripts/packPackage';
import { inTurn, sampleOf } from './row';
import type { Row } from './row';

/** Half of them of customers that have a card; the new ones order twice each. */
const ORDERS = 200;
const ROUNDS = 3;
/** How long every answer takes, as over the internet. */
const LATENCY_MS = 50;
/** What SnelStart allows at once with a Maatwerk or Productie key; the limits per minute are off. */
const LIMITS = { perMinute: 1e9, perHour: 1e9, concurrent: 50 };

const FLOWS = {
	'SnelStart node': 'bookWithSnelStartNode.json',
	'HTTP Request nodes': 'bookWithHttpRequests.json',
};
type Flow = keyof typeof FLOWS;

interface Measured {
	calls: number;
	milliseconds: number;
	/** Cards beyond the first one of each e-mail address. */
	doubled: number;
	booked: number;
}

const emailOf = (index: number): string =>
	index % 2 === 0 ? `known.${index}@mail.example` : `new.${index - (index % 4)}@mail.example`;

function drafts(): object[] {
	return Array.from({ length: ORDERS }, (_, index) => ({
		draft: {
			document: 'salesEntry',
			orderKey: `bench/shop/${index}`,
			orderNumber: String(index),
			invoiceNumber: `BENCH-${index}`,
			invoiceDate: '2026-05-13',
			paymentTermDays: 14,
			description: `Order ${index}`,
			invoiceAmount: 12.1,
			customer: {
				kind: 'consumer',
				name: `Customer of ${emailOf(index)}`.slice(0, 50),
				email: emailOf(index),
				phone: '',
				vatNumber: '',
				chamberOfCommerceNumber: '',
				address: { contact: '', street: '', postcode: '', city: '', country: '' },
			},
			lines: [
				{
					role: 'product',
					description: 'Candle',
					ledgerAccountId: guidFor('grootboek', 8000),
					amount: 10,
					vatKind: 'high',
					reason: 'bench',
				},
			],
			vat: [{ vatKind: 'high', percentage: 21, amount: 2.1 }],
			regime: 'domestic',
			regimeReason: 'bench',
			notes: [],
		},
	}));
}

/** An administration that knows half of the customers. */
async function freshBooks({ snelStart }: Sandbox): Promise<void> {
	snelStart.reset();
	snelStart.switches.limits = null;
	const body = new URLSearchParams({ grant_type: 'clientkey', clientkey: snelStart.clientKey });
	const token = (await (await fetch(snelStart.tokenUrl, { method: 'POST', body })).json()) as {
		access_token: string;
	};
	for (let index = 0; index < ORDERS; index += 2) {
		const answer = await fetch(`${snelStart.baseUrl}/relaties`, {
			method: 'POST',
			headers: {
				Authorization: `Bearer ${token.access_token}`,
				'Ocp-Apim-Subscription-Key': snelStart.subscriptionKey,
				'Content-Type': 'application/json',
			},
			body: JSON.stringify({
				naam: emailOf(index),
				relatiesoort: ['Klant'],
				email: emailOf(index),
			}),
		});
		if (!answer.ok) throw new Error(`The stand-in answered ${answer.status}.`);
	}
	snelStart.switches.limits = LIMITS;
	snelStart.switches.latencyMs = LATENCY_MS;
	snelStart.journal.clear();
}

async function readFlow(flow: Flow, { snelStart }: Sandbox): Promise<WorkflowJson> {
	const file = path.join(__dirname, FLOWS[flow]);
	const workflow = JSON.parse(await readFile(file, 'utf8')) as WorkflowJson;
	const { baseUrl, tokenUrl, clientKey, subscriptionKey } = snelStart;
	const input = { drafts: drafts(), baseUrl, tokenUrl, clientKey, subscriptionKey };
	const orders = workflow.nodes.find(({ name }) => name === 'Orders');
	if (!orders) throw new Error(`${FLOWS[flow]} has no node "Orders".`);
	orders.parameters.jsonOutput = JSON.stringify(input);
	return workflow;
}

async function measure(sandbox: Sandbox, server: N8nServer, id: string): Promise<Measured> {
	await freshBooks(sandbox);
	const execution = await server.client.run(id, 'Start', 600);
	if (execution.status !== 'success') {
		throw new Error(`The flow ended as ${execution.status}: ${execution.error?.message ?? ''}`);
	}
	const { startedAt, stoppedAt } = await server.api<{ startedAt: string; stoppedAt: string }>(
		'GET',
		`/executions/${execution.id}`,
	);
	const { relations, salesEntries } = sandbox.snelStart.books.summary();
	const emails = relations.map(({ email }) => email).filter(Boolean);
	return {
		calls: sandbox.snelStart.journal.entries.length,
		milliseconds: Date.parse(stoppedAt) - Date.parse(startedAt),
		doubled: emails.length - new Set(emails).size,
		booked: salesEntries.length,
	};
}

/** Time, calls and doubled customers of both flows. @throws Error when a flow fails */
export async function booking(): Promise<Row[]> {
	const sandbox = await startSandbox();
	const packageTarball = await packPackage();
	const server = await startN8n({ packageTarball }).finally(() =>
		rm(path.dirname(packageTarball), { recursive: true, force: true }),
	);
	try {
		const { clientKey, subscriptionKey, baseUrl, tokenUrl } = sandbox.snelStart;
		const snelStartB2bApi = await server.client.createCredential('snelStartB2bApi', 'Bench', {
			...{ clientKey, subscriptionKey, baseUrl, tokenUrl },
			requestsPerMinute: 0,
			requestsInFlight: 50,
		});
		const flows = Object.keys(FLOWS) as Flow[];
		const ids = new Map<Flow, string>();
		for (const flow of flows) {
			const workflow = await readFlow(flow, sandbox);
			for (const node of workflow.nodes.filter(({ type }) => type.endsWith('.snelStart'))) {
				node.credentials = { snelStartB2bApi };
			}
			ids.set(flow, await server.client.importWorkflow(workflow));
		}
		const results = await inTurn(
			flows,
			ROUNDS,
			async (flow) => await measure(sandbox, server, ids.get(flow)!),
		);
		const row = (
			what: string,
			unit: Row['unit'],
			valueOf: (measured: Measured) => number,
			more: Pick<Row, 'aim' | 'limit'>,
		): Row => ({
			what: `${what}, ${ORDERS} orders, half of known customers, ${LATENCY_MS} ms per call, ${LIMITS.concurrent} at once`,
			against: 'a plain flow of HTTP Request nodes, 25 at a time',
			unit,
			ours: sampleOf(results['SnelStart node'].map(valueOf)),
			theirs: sampleOf(results['HTTP Request nodes'].map(valueOf)),
			...more,
		});
		const doubled = results['SnelStart node'].reduce((sum, one) => sum + one.doubled, 0);
		if (doubled > 0) throw new Error(`${doubled} customers have two cards.`);
		return [
			row('booking: time', 's', ({ milliseconds }) => milliseconds / 1000, { aim: 0.35 }),
			// One POST per order and per customer without a card.
			row('booking: calls', 'calls', (one) => one.calls, { limit: ORDERS * 1.25 }),
		];
	} finally {
		await server.stop();
		await sandbox.stop();
	}
}
