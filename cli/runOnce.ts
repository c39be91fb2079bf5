import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { commandText } from './commandTexts';
import { deleteWorkflow } from './deleteWorkflow';
import { readExecution } from './executionData';
import type { Execution, ExecutionAnswer } from './executionData';
import type { N8nApi } from './n8nApi';
import type { Report } from './report';
import { reason, Trouble } from './trouble';
import { sendable } from './workflowJson';
import type { WorkflowJson } from './workflowJson';

const MANUAL = 'n8n-nodes-base.manualTrigger';
const WEBHOOK = 'n8n-nodes-base.webhook';
const ENDED = new Set(['success', 'error', 'canceled', 'crashed']);
/** A workflow that was switched on listens to its webhook a moment later. */
const LISTENS_WITHIN = 30_000;
const ENDS_WITHIN = 300_000;

/** How the name of a copy ends. */
const OF_A_COPY = ' (run by the import)';

/** The workflow with a webhook in the place of the node that a person clicks. */
function startedByWebhook(workflow: WorkflowJson, path: string): WorkflowJson {
	const settings = { ...workflow.settings };
	delete settings.errorWorkflow;
	return {
		...workflow,
		name: `${workflow.name}${OF_A_COPY}`,
		nodes: workflow.nodes.map((node) =>
			node.type === MANUAL
				? {
						...node,
						type: WEBHOOK,
						typeVersion: 2,
						webhookId: path,
						parameters: { path, httpMethod: 'POST', responseMode: 'onReceived', options: {} },
					}
				: node,
		),
		settings: { ...settings, saveDataSuccessExecution: 'all', saveDataErrorExecution: 'all' },
	};
}

async function start(address: string, listensWithin: number): Promise<void> {
	const deadline = Date.now() + listensWithin;
	for (;;) {
		const answer = await fetch(address, { method: 'POST', redirect: 'manual' }).catch(
			(error: Error) => error,
		);
		if (answer instanceof Response && answer.ok) return;
		if (Date.now() > deadline) {
			const found = answer instanceof Response ? `HTTP ${answer.status}` : answer.message;
			const { origin } = new URL(address);
			throw new Trouble(reason('WEBHOOK_UNREACHABLE', { origin, answer: found }));
		}
		await wait(200);
	}
}

async function ended(api: N8nApi, workflowId: string): Promise<Execution> {
	const deadline = Date.now() + ENDS_WITHIN;
	for (;;) {
		const query = `workflowId=${workflowId}&includeData=true&limit=1`;
		const { data } = await api.request<{ data: ExecutionAnswer[] }>('GET', `/executions?${query}`);
		const [execution] = data;
		if (execution && ENDED.has(execution.status)) return readExecution(execution);
		if (Date.now() > deadline) {
			throw new Trouble(reason('N8N_REFUSED', { case: 'endless', seconds: ENDS_WITHIN / 1000 }));
		}
		await wait(200);
	}
}

/**
 * Runs a workflow that a person starts by a click. n8n's public API cannot do that, so a copy with
 * a webhook of an unguessable name in its place is run, and taken away again.
 *
 * @param webhooks where n8n's webhooks answer, such as `https://n8n.example.com/webhook`
 * @param listensWithin how long the webhook may take to answer, in milliseconds
 */
export async function runOnce(
	api: N8nApi,
	workflow: WorkflowJson,
	webhooks: string,
	listensWithin = LISTENS_WITHIN,
): Promise<Execution> {
	const path = randomUUID();
	const copy = sendable(startedByWebhook(workflow, path));
	const { id } = await api.request<{ id: string }>('POST', '/workflows', copy);
	try {
		await api.request('POST', `/workflows/${id}/activate`);
		await start(`${webhooks}/${path}`, listensWithin);
		return await ended(api, id);
	} finally {
		await deleteWorkflow(api, id, true);
	}
}

/**
 * Takes away copies of this client's workflows that a run left behind because it was killed: they
 * are switched on, and their webhook is open.
 *
 * @returns how many there were
 */
export async function takeAwayCopies(
	api: N8nApi,
	client: string,
	{ report, dryRun }: { report: Report; dryRun: boolean },
): Promise<number> {
	const listed = await api.all<{ id: string; name: string; active: boolean }>('/workflows');
	const copies = listed.filter(
		({ name }) => name.startsWith(`${client}: `) && name.endsWith(OF_A_COPY),
	);
	for (const { id, name, active } of copies) {
		report.add('remove', 'workflow', name, commandText('leftBehind'));
		if (!dryRun) await deleteWorkflow(api, id, active);
	}
	return copies.length;
}
