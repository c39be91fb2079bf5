import { createHash } from 'node:crypto';

import { clientFileText, namedPicks, TESTED_N8N } from '../bookkeeping';
import { placeInSettings, type ClientFile } from './clientFile';
import { referencesOf, wantedCredentials } from './credentials';
import { linked } from './importWorkflows';
import { workflowsIn } from './store/chosenStore';
import { TABLE_TEMPLATE, wantedWorkflows, type WantedWorkflow } from './templates';
import { complaintAt, refusedFile } from './trouble';
import type { CredentialReference, WorkflowJson } from './workflowJson';

/** A file within a package. */
export interface PackedFile {
	name: string;
	content: object;
}

/** The same for the same name, so that a later package of the client updates what is there. */
const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 16);

/**
 * A client as the files of an n8n package (`.n8np`, format 1, in beta): its workflows with their
 * links, and the credentials they ask for, which n8n makes empty where it has none of that name.
 * Nothing in it is secret.
 *
 * @param now the moment that n8n shows as that of the export
 * @throws Trouble when `values` in the file names what no template has, or when accounts stand in it
 * by number or name, since SnelStart is not asked
 */
export function packageClient(
	file: ClientFile,
	templates: WorkflowJson[],
	now: Date,
): PackedFile[] {
	requireIds(file);
	const store = file.postgres ? 'postgres' : 'dataTables';
	const wanted = workflowsIn(store, [...asTheyAre(templates), ...wantedWorkflows(templates, file)]);
	const ids = wanted.map(({ key, workflow: { name } }) => [key, { id: idOf(name), name }] as const);
	const byKey = Object.fromEntries(ids);
	const credentials = referencesOf(file, emptyCredentials(file), (name, types) => ({
		id: idOf(`${types[0]} ${name}`),
		name,
		type: types[0]!,
	}));
	const workflows = wanted.map((one) => ({
		...linked(one, byKey, credentials),
		...byKey[one.key]!,
	}));
	const manifest = {
		packageFormatVersion: '1',
		exportedAt: now.toISOString(),
		sourceN8nVersion: TESTED_N8N,
		sourceId: 'webshop-snelstart',
		workflows: workflows.map(({ id, name }) => ({ id, name, target: folderOf(id) })),
		requirements: { credentials: requiredCredentials(workflows) },
	};
	return [
		{ name: 'manifest.json', content: manifest },
		...workflows.flatMap(({ id, name, nodes, connections, settings }) => [
			{
				name: `${folderOf(id)}/workflow.json`,
				content: {
					...{ id, name, nodes, connections, settings },
					...{ parentFolderId: null, isArchived: false },
				},
			},
			{
				name: `${folderOf(id)}/workflow-metadata.json`,
				content: {
					versionId: idOf(JSON.stringify({ nodes, connections })),
					publishedVersionId: null,
				},
			},
		]),
	];
}

function requireIds({ settings }: ClientFile): void {
	const complaints = namedPicks(settings).map(({ path, value }) =>
		complaintAt(placeInSettings(path), clientFileText('needsId', { value })),
	);
	if (complaints.length === 0) return;
	throw refusedFile(complaints);
}

const folderOf = (id: string): string => `workflows/${id}`;

/** What the clients of an n8n share bears no client's name. */
const asTheyAre = (templates: WorkflowJson[]): WantedWorkflow[] =>
	templates
		.filter(({ name }) => name === TABLE_TEMPLATE)
		.map((workflow) => ({ key: workflow.name, workflow }));

const emptyCredentials = (file: ClientFile) =>
	new Map(
		wantedCredentials(file).map(({ key, type, name }) => [
			key,
			{ id: idOf(`${type} ${name}`), name, type },
		]),
	);

/** Each credential once, with the workflows that use it. */
function requiredCredentials(workflows: Array<WorkflowJson & { id: string }>) {
	const required = new Map<string, CredentialReference & { type: string; by: Set<string> }>();
	for (const { id: workflow, nodes } of workflows) {
		const used = nodes.flatMap(({ credentials = {} }) => Object.entries(credentials));
		for (const [type, { id, name }] of used) {
			const one = required.get(id) ?? { id, name, type, by: new Set() };
			one.by.add(workflow);
			required.set(id, one);
		}
	}
	return [...required.values()].map(({ by, ...one }) => ({ ...one, usedByWorkflows: [...by] }));
}
