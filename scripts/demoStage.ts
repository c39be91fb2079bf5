import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { ClientFile } from '../cli/clientFile';
import type { Execution } from '../cli/executionData';
import { importClient } from '../cli/importClient';
import type { ImportRequest } from '../cli/importClient';
import { openApi } from '../cli/n8nApi';
import { startReport } from '../cli/report';
import { uploadPath } from '../cli/payouts';
import { secretsOf } from '../cli/secrets';
import { readTemplates } from '../cli/templates';
import type { WorkflowJson } from '../cli/workflowJson';
import type { Sandbox } from '../sandbox/index';
import { demoClientFile, demoSecrets } from './demoClient';
import { shopCounts } from './demoSummary';
import type { RunSummary } from './demoSummary';
import type { N8nServer } from './n8nServer';
import { ROOT } from './setUp.js';

const PACKAGE_FOLDER = path.join(ROOT, 'dist');
const HOURLY = ['Hourly order sync WooCommerce', 'Hourly order sync JouwWeb'];
const DASHBOARD_PATH = 'webshop-dashboard';
const BY_CLOCK = 'Every hour';

/** An n8n with the nodes, the templates and the demo's client, beside the stand-ins. */
export interface DemoStage {
	sandbox: Sandbox;
	server: N8nServer;
	/** Workflow name → id. */
	ids: Record<string, string>;
	/** Where the client's dashboard is, and who may open it. */
	dashboard: { url: string; user: string; password: string };
	/** The form on which payouts are uploaded, and who may open it. */
	upload: { url: string; user: string; password: string };
	/** How the client was imported. */
	request: ImportRequest;
	templates: WorkflowJson[];
	/** Told what is being done, for somebody who waits. */
	say: (line: string) => void;
}

/** How fast SnelStart is asked; left out: as fast as SnelStart allows Maatwerk and Productie. */
type Limits = Pick<NonNullable<ClientFile['snelStart']>, 'requestsPerMinute' | 'requestsInFlight'>;

export interface StageOptions {
	/** Told what is being done; left out: nobody is. */
	say?: DemoStage['say'];
	limits?: Limits;
	/** Keeps the rows; left out: n8n's data tables do. */
	postgres?: ClientFile['postgres'];
	/** What is imported for a template; left out: the template. */
	variant?: (template: WorkflowJson) => WorkflowJson;
}

/** The demo's client as it is to be imported, with new passwords for its pages. */
export async function planStage(
	sandbox: Sandbox,
	server: N8nServer,
	{ say = () => {}, limits = {}, postgres, variant = (template) => template }: StageOptions = {},
): Promise<Omit<DemoStage, 'ids'>> {
	const dashboard = {
		url: `${server.baseUrl}/webhook/${DASHBOARD_PATH}`,
		user: 'demo',
		password: randomBytes(9).toString('base64url'),
	};
	const upload = {
		url: `${server.baseUrl}/form/${uploadPath('my-client')}`,
		user: 'my-client',
		password: randomBytes(9).toString('base64url'),
	};
	const client = demoClientFile(sandbox);
	const templates = (await readTemplates(PACKAGE_FOLDER)).map(variant);
	const secrets = {
		...demoSecrets(sandbox),
		DASHBOARD_PASSWORD: dashboard.password,
		PAYOUT_UPLOAD_PASSWORD: upload.password,
		ORDER_FILE_PASSWORD: upload.password,
		POSTGRES_PASSWORD: 'not asked for',
	};
	const request: ImportRequest = {
		api: openApi(server.baseUrl, server.apiKey),
		webhooks: `${server.baseUrl}/webhook`,
		file: {
			...client,
			snelStart: { ...client.snelStart, ...limits },
			dashboard: { user: dashboard.user, path: DASHBOARD_PATH },
			...(postgres && { postgres }),
		},
		templates,
		secrets: secretsOf(secrets, false),
		report: startReport(({ action, name }) => say(`${action}: ${name}`)),
	};
	return { sandbox, server, dashboard, upload, request, templates, say };
}

/**
 * Imports the demo's client with the import command: tables, credentials, workflows, settings. What
 * the clock starts stays off, so that the runs of the demo are the only ones.
 */
export async function prepareStage(
	sandbox: Sandbox,
	server: N8nServer,
	options: StageOptions = {},
): Promise<DemoStage> {
	const plan = await planStage(sandbox, server, options);
	return { ...plan, ids: await importClient({ ...plan.request, inactive: true }) };
}

/** The same client with one shop more, whose orders come from a file. */
export async function withFileShop(stage: DemoStage): Promise<DemoStage> {
	const { settings, ...connections } = stage.request.file;
	const shop = { shop: 'webshop', kind: 'other' as const, statusesToBook: ['exported'] };
	const shops = [...settings.shops, { ...shop, invoiceNumberPrefix: 'F' }];
	const file = { ...connections, settings: { ...settings, shops }, orderFiles: {} };
	const request = { ...stage.request, file };
	return { ...stage, request, ids: await importClient({ ...request, inactive: true }) };
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

/** Publishes the workflows that start by themselves, and those that call them. */
export async function switchOnSchedules({ request }: DemoStage): Promise<void> {
	await importClient(request);
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
