import type { Spoken } from '../bookkeeping';
import { commandText } from './commandTexts';
import type { ClientCredentials } from './credentials';
import { contentHash } from './ledger';
import type { Ledger, LedgerEntry } from './ledger';
import { calledWorkflows, linkTemplate, type Links } from './linkTemplates';
import type { N8nApi } from './n8nApi';
import { nodeCredentials } from './nodeCredentials';
import type { Report } from './report';
import { ALERT_TEMPLATE } from './templates';
import type { WantedWorkflow } from './templates';
import { canBeActive, sendable } from './workflowJson';
import type { WorkflowJson } from './workflowJson';

/** A workflow as n8n has it. */
export interface StoredWorkflow extends WorkflowJson {
	id: string;
	active: boolean;
	isArchived?: boolean;
}

export interface WorkflowOptions {
	api: N8nApi;
	ledger: Ledger;
	report: Report;
	credentials: ClientCredentials;
	/** Name of a data table → its id; empty when the rows are in PostgreSQL. */
	tables: ReadonlyMap<string, string>;
	/** Ids of the tags that every workflow of the client gets. */
	tags: string[];
	/** Replace also what somebody changed in n8n. */
	overwrite: boolean;
	dryRun: boolean;
}

export interface ImportedWorkflow {
	wanted: WantedWorkflow;
	id: string;
	/** As n8n has it now; as it would be sent in a dry run. */
	stored: WorkflowJson;
	/** Somebody changed it in n8n, so it was left as it is. */
	isKept: boolean;
}

/** What counts as the content of a workflow. Settings that only n8n fills in are left out. */
function contentOf(stored: WorkflowJson, sent: Record<string, unknown> = {}): unknown {
	const { name, nodes, connections, settings = {} } = stored;
	const own = Object.keys(sent).map((key) => [key, settings[key]] as const);
	return { name, nodes, connections, settings: Object.fromEntries(own) };
}

/** A webhook keeps its address when its workflow is written again. */
function withWebhookIds(workflow: WorkflowJson, stored?: WorkflowJson): WorkflowJson {
	const nodes = workflow.nodes.map((node) => {
		const webhookId = stored?.nodes.find(({ name }) => name === node.name)?.webhookId;
		return webhookId === undefined ? node : { ...node, webhookId };
	});
	return { ...workflow, nodes };
}

/** Who tells of a failed run comes first, so that the others can name it. */
const alertsFirst = (wanted: WantedWorkflow[]): WantedWorkflow[] => [
	...wanted.filter(({ key }) => key === ALERT_TEMPLATE),
	...wanted.filter(({ key }) => key !== ALERT_TEMPLATE),
];

/** Creates or updates the workflows of a client, each with its credentials and links. */
export async function importWorkflows(
	wanted: WantedWorkflow[],
	options: WorkflowOptions,
): Promise<ImportedWorkflow[]> {
	const present = await options.api.all<StoredWorkflow>('/workflows');
	const imported = new Map<string, ImportedWorkflow>();
	for (const one of alertsFirst(wanted)) {
		imported.set(one.key, await importOne(one, present, imported, options));
	}
	return [...imported.values()];
}

async function importOne(
	wanted: WantedWorkflow,
	present: StoredWorkflow[],
	imported: Map<string, ImportedWorkflow>,
	options: WorkflowOptions,
): Promise<ImportedWorkflow> {
	const { api, ledger, report, overwrite, dryRun } = options;
	const whole = link(wanted, imported, options);
	const { name } = whole;
	const entry = ledger.find('workflow', wanted.key);
	const current =
		present.find(({ id }) => id === entry?.n8nId) ?? present.find((one) => one.name === name);
	const sent = contentHash(sendable(whole));
	const foreign = current && changedBySomebody(current, whole, entry);
	if (current && foreign && !overwrite) {
		report.add('kept', 'workflow', current.name, foreign);
		return { wanted, id: current.id, stored: current, isKept: true };
	}
	if (current && !foreign && entry?.sent === sent) {
		report.add('unchanged', 'workflow', name);
		return { wanted, id: current.id, stored: current, isKept: false };
	}
	report.add(current ? 'update' : 'create', 'workflow', name);
	if (dryRun)
		return { wanted, id: current?.id ?? `new ${wanted.key}`, stored: whole, isKept: false };
	const id = await write(api, withWebhookIds(whole, current), current);
	await api.request(
		'PUT',
		`/workflows/${id}/tags`,
		options.tags.map((tag) => ({ id: tag })),
	);
	const stored = await api.request<StoredWorkflow>('GET', `/workflows/${id}`);
	await ledger.write({
		kind: 'workflow',
		key: wanted.key,
		n8nId: id,
		sent,
		stored: contentHash(contentOf(stored, whole.settings)),
		activated: current !== undefined && entry?.activated === true,
	});
	return { wanted, id, stored, isKept: false };
}

/** Why a workflow that is in n8n is not to be touched; undefined when it is as it was imported. */
function changedBySomebody(
	current: StoredWorkflow,
	{ settings }: WorkflowJson,
	entry?: LedgerEntry,
): Spoken | undefined {
	if (entry?.n8nId !== current.id) return commandText('madeByHand');
	if (current.isArchived) return commandText('archived');
	const isSame = entry.stored === contentHash(contentOf(current, settings));
	return isSame ? undefined : commandText('changed');
}

function link(
	wanted: WantedWorkflow,
	imported: Map<string, ImportedWorkflow>,
	{ credentials, tables }: WorkflowOptions,
): WorkflowJson {
	const called = [...imported].map(
		([key, { id, stored }]) => [key, { id, name: stored.name }] as const,
	);
	return linked(wanted, Object.fromEntries(called), credentials, tables);
}

/**
 * A workflow of the client with its credentials, what it calls, and who tells of a failed run.
 * @param workflows key → what others may call
 * @param tables name → id; left out: tables stay named
 */
export function linked(
	{ key, shop, workflow }: WantedWorkflow,
	workflows: Links['workflows'],
	credentials: ClientCredentials,
	tables?: Links['tables'],
): WorkflowJson {
	const filled = linkTemplate(workflow, {
		credentials: credentials.of(key, shop),
		workflows,
		tables,
		nodeTypes: nodeCredentials,
	});
	const alerts = key === ALERT_TEMPLATE ? undefined : workflows[ALERT_TEMPLATE];
	const errorWorkflow = alerts && { errorWorkflow: alerts.id };
	return { ...filled, settings: { ...filled.settings, ...errorWorkflow } };
}

async function write(
	api: N8nApi,
	workflow: WorkflowJson,
	current?: StoredWorkflow,
): Promise<string> {
	if (!current) {
		return (await api.request<{ id: string }>('POST', '/workflows', sendable(workflow))).id;
	}
	// What runs is a published version: without publishing, the old one would go on.
	const path = `/workflows/${current.id}?publishIfActive=true`;
	await api.request('PUT', path, sendable(workflow));
	return current.id;
}

const ONLY_WHEN_ASKED = /\.(manualTrigger|executeWorkflowTrigger|errorTrigger)$/;

/** Whether a workflow starts by itself, by the clock or by a call from outside. */
export const startsByItself = ({ nodes }: WorkflowJson): boolean =>
	nodes.some((node) => canBeActive({ nodes: [node] }) && !ONLY_WHEN_ASKED.test(node.type));

/**
 * The workflows that are to be switched on, each once: what somebody switches off later stays off.
 *
 * @param inactive leave off what starts by itself
 */
export function toSwitchOn(
	workflows: ImportedWorkflow[],
	{ ledger }: Pick<WorkflowOptions, 'ledger'>,
	inactive: boolean,
): ImportedWorkflow[] {
	const left = new Set<string>();
	return workflows.filter(({ wanted, id, stored }) => {
		// n8n publishes a workflow only after those that it calls.
		const callsLeft = calledWorkflows(wanted.workflow).some((key) => left.has(key));
		if (inactive && (callsLeft || startsByItself(stored))) {
			left.add(wanted.key);
			return false;
		}
		const entry = ledger.find('workflow', wanted.key);
		const wasOn = entry?.activated === true && entry.n8nId === id;
		return !wasOn && canBeActive(stored);
	});
}

/** Switches workflows on, in the order in which they call each other. */
export async function switchOn(
	workflows: ImportedWorkflow[],
	{ api, ledger, report, dryRun }: WorkflowOptions,
): Promise<void> {
	for (const { wanted, id, stored } of workflows) {
		report.add('switch on', 'workflow', stored.name);
		if (dryRun) continue;
		await api.request('POST', `/workflows/${id}/activate`);
		const entry = ledger.find('workflow', wanted.key);
		if (entry) await ledger.write({ ...entry, activated: true });
	}
}
