import { randomBytes } from 'node:crypto';
import type { Sandbox } from '../sandbox/index';
import { withDemoClient } from './demoClient';
import { shopCounts } from './demoSummary';
import type { RunSummary } from './demoSummary';
import type { Execution } from './executionData';
import { canBeActive, importTemplates, readTemplates } from './importTemplates';
import { calledWorkflows, importOrder } from './linkTemplates';
import type { CredentialReference, N8nClient, WorkflowJson } from './n8nClient';
import type { N8nServer } from './n8nServer';

const PREPARATIONS = ['Set up tables', 'Client settings'];
const HOURLY = ['Hourly order sync WooCommerce', 'Hourly order sync JouwWeb'];
const BY_HAND = 'When clicked';
const BY_CLOCK = 'Every hour';
const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';

/** An n8n with the nodes, the templates and the demo's client, beside the stand-ins. */
export interface DemoStage {
	sandbox: Sandbox;
	server: N8nServer;
	/** Workflow name → id. */
	ids: Record<string, string>;
	/** Where the client's dashboard is, and who may open it. */
	dashboard: { url: string; user: string; password: string };
	templates: WorkflowJson[];
	/** Told what is being done, for somebody who waits. */
	say: (line: string) => void;
}

/**
 * Creates the credentials, imports the templates, publishes what others call, makes the tables and
 * saves the client's settings: everything an integrator does once for a client.
 */
export async function prepareStage(
	sandbox: Sandbox,
	server: N8nServer,
	say: DemoStage['say'] = () => {},
): Promise<DemoStage> {
	const dashboard = {
		url: `${server.baseUrl}/webhook/webshop-dashboard`,
		user: 'demo',
		password: randomBytes(9).toString('base64url'),
	};
	const credentials = await createCredentials(server.client, sandbox, dashboard);
	const templates = await readTemplates();
	const prepare = (template: WorkflowJson) => withDemoClient(template, sandbox);
	const ids = await importTemplates(server.client, { credentials, templates, prepare });
	const stage = { sandbox, server, ids, dashboard, templates, say };
	await activate(stage, (template) => !waitsForSchedules(stage, template));
	for (const name of PREPARATIONS) await runWorkflow(stage, name, BY_HAND);
	return stage;
}

/** One hourly run over all shops, measured in SnelStart's own books and journal. */
export async function runHourly(stage: DemoStage): Promise<RunSummary> {
	const { snelStart } = stage.sandbox;
	const since = snelStart.journal.entries.length;
	const shops: RunSummary['shops'] = [];
	for (const name of HOURLY) {
		shops.push(shopCounts(name, await runWorkflow(stage, name, BY_CLOCK)));
	}
	const { gross, vat } = snelStart.books.summary().totals;
	return { shops, gross, vat, calls: snelStart.journal.calls({ since }) };
}

/** Publishes the workflows that the clock starts, and those that call them. */
export async function switchOnSchedules(stage: DemoStage): Promise<void> {
	await activate(stage, (template) => waitsForSchedules(stage, template));
}

/** @throws Error with the workflow, the node and the reason when the run did not succeed */
export async function runWorkflow(
	{ server, ids, say }: DemoStage,
	name: string,
	trigger: string,
): Promise<Execution> {
	const id = ids[name];
	if (!id) throw new Error(`There is no template named "${name}".`);
	say(`Running "${name}" …`);
	const execution = await server.client.run(id, trigger);
	if (execution.status === 'success') return execution;
	const { node, message, description } = execution.error ?? {};
	const reason = [message ?? execution.status, description].filter(Boolean).join(' – ');
	throw new Error(`"${name}" failed in node "${node ?? '?'}": ${reason}`);
}

/** The credentials of the stand-ins, by credential type. */
async function createCredentials(
	client: N8nClient,
	{ snelStart, wooCommerce, jouwWeb }: Sandbox,
	{ user, password }: DemoStage['dashboard'],
): Promise<Record<string, CredentialReference>> {
	return {
		webshopDashboardApi: await client.createCredential('webshopDashboardApi', 'Dashboard', {
			user,
			password,
		}),
		snelStartB2bApi: await client.createCredential('snelStartB2bApi', 'SnelStart (sandbox)', {
			clientKey: snelStart.clientKey,
			// The sandbox allows what SnelStart allows Maatwerk and Productie.
			requestsPerMinute: 500,
			requestsInFlight: 50,
			subscriptionKey: snelStart.subscriptionKey,
			baseUrl: snelStart.baseUrl,
			tokenUrl: snelStart.tokenUrl,
		}),
		wooCommerceStoreApi: await client.createCredential(
			'wooCommerceStoreApi',
			'WooCommerce (sandbox)',
			{
				url: wooCommerce.url,
				consumerKey: wooCommerce.consumerKey,
				consumerSecret: wooCommerce.consumerSecret,
			},
		),
		jouwWebTokenApi: await client.createCredential('jouwWebTokenApi', 'JouwWeb (sandbox)', {
			baseUrl: jouwWeb.baseUrl,
			token: jouwWeb.token,
		}),
	};
}

const hasSchedule = ({ nodes }: WorkflowJson): boolean =>
	nodes.some(({ type }) => type === SCHEDULE);

/** n8n publishes a workflow only after those that it calls. */
function waitsForSchedules({ templates }: DemoStage, template: WorkflowJson): boolean {
	const called = calledWorkflows(template);
	return (
		hasSchedule(template) ||
		templates.some((other) => called.includes(other.name) && hasSchedule(other))
	);
}

async function activate(
	{ server, ids, templates }: DemoStage,
	which: (template: WorkflowJson) => boolean,
): Promise<void> {
	for (const template of importOrder(templates).filter(canBeActive).filter(which)) {
		await server.client.activate(ids[template.name] ?? '');
	}
}
