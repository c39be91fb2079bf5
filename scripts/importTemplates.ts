import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { importOrder, linkTemplate } from './linkTemplates';
import type { CredentialReference, N8nClient, WorkflowJson } from './n8nClient';
import { ROOT } from './setUp.js';

const BY_A_PERSON = /\.(manualTrigger|chatTrigger)$/;
const STARTS = /Trigger$|\.webhook$|\.cron$/;

/** The built templates, in order of their file names. */
export async function readTemplates(
	folder = path.join(ROOT, 'dist', 'workflows'),
): Promise<WorkflowJson[]> {
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(
		files.map(
			async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8')) as WorkflowJson,
		),
	);
}

export interface ImportOptions {
	/** Credential type → credential in this n8n. */
	credentials: Record<string, CredentialReference>;
	/** Which templates; left out: all built ones. */
	templates?: WorkflowJson[];
	/** Changes a template before it is imported, for instance to fill in a client's settings. */
	prepare?: (template: WorkflowJson) => WorkflowJson;
}

/**
 * Imports the templates into an n8n, credentials and calls of each other filled in. A workflow
 * that is there already (by its name) is updated, so importing twice doubles nothing.
 * @returns workflow name → id
 */
export async function importTemplates(
	client: N8nClient,
	options: ImportOptions,
): Promise<Record<string, string>> {
	const { credentials, prepare = (template) => template } = options;
	const templates = importOrder(options.templates ?? (await readTemplates()));
	const nodeTypes = await client.nodeTypes();
	const present = (await client.listWorkflows()).map(({ name, id }) => [name, id] as const);
	const workflowIds: Record<string, string> = Object.fromEntries(present);
	for (const template of templates) {
		const linked = linkTemplate(prepare(template), { credentials, workflowIds, nodeTypes });
		const existing = workflowIds[template.name];
		if (existing) await client.updateWorkflow(existing, linked);
		else workflowIds[template.name] = await client.importWorkflow(linked);
	}
	return Object.fromEntries(templates.map(({ name }) => [name, workflowIds[name] ?? '']));
}

/**
 * Whether n8n can switch a workflow on: something other than a person's click must be able to
 * start it.
 */
export function canBeActive(template: WorkflowJson): boolean {
	return template.nodes.some(
		({ type, disabled }) => STARTS.test(type) && !BY_A_PERSON.test(type) && disabled !== true,
	);
}
