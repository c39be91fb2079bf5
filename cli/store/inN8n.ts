import type { ClientFile } from '../clientFile';
import type { Ledger } from '../ledger';
import { linkTemplate } from '../linkTemplates';
import type { N8nApi } from '../n8nApi';
import { nodeCredentials } from '../nodeCredentials';
import { lastItems } from '../executionData';
import type { ItemJson } from '../executionData';
import { runOnce } from '../runOnce';
import { reason, Trouble } from '../trouble';
import type { CredentialReference, WorkflowJson, WorkflowNode } from '../workflowJson';
import { POSTGRES_TYPE } from './postgresCredential';
import { nodeOf } from './translate';
import type { Statement } from './statements';

/** How PostgreSQL is reached: by n8n, with a credential that it has. */
export interface PostgresInN8n {
	api: N8nApi;
	/** Where n8n's webhooks answer. */
	webhooks: string;
	client: string;
	credential: CredentialReference;
}

/**
 * How the PostgreSQL of a client is reached that was imported before.
 *
 * @throws Trouble when its credential is gone
 */
export async function postgresOfClient(
	api: N8nApi,
	ledger: Ledger,
	client: string,
	webhooks: string,
): Promise<PostgresInN8n> {
	const file = ledger.connections() as Partial<ClientFile> | undefined;
	const name = file?.postgres?.credential;
	const made = ledger.find('credential', POSTGRES_TYPE)?.n8nId;
	const listed = await api.all<CredentialReference & { type: string }>('/credentials');
	const credential = listed.find(
		(one) => one.type === POSTGRES_TYPE && (name ? one.name === name : one.id === made),
	);
	if (credential) return { api, webhooks, client, credential };
	const facts = { name: name ?? `${client}: PostgreSQL`, types: POSTGRES_TYPE };
	throw new Trouble(reason('CREDENTIAL_MISSING', facts));
}

const START: WorkflowNode = {
	id: 'start',
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/**
 * Runs a workflow in n8n once, with the credential of the client's PostgreSQL.
 *
 * @returns what its last node gave
 * @throws Trouble with what n8n or PostgreSQL said
 */
export async function runInN8n(
	{ api, webhooks, client, credential }: PostgresInN8n,
	workflow: WorkflowJson,
): Promise<ItemJson[]> {
	const linked = linkTemplate(workflow, {
		credentials: { postgres: credential },
		workflows: {},
		nodeTypes: nodeCredentials,
	});
	const named = { ...linked, name: `${client}: ${workflow.name}` };
	const execution = await runOnce(api, named, webhooks);
	if (execution.status !== 'success') {
		const { message = execution.status, description } = execution.error ?? {};
		const words = [message, description].filter(Boolean).join('\n');
		throw new Trouble(reason('STORE_REFUSED', { words }));
	}
	return lastItems(execution);
}

/** Nodes one after the other, from a start by hand. */
export function inARow(name: string, nodes: WorkflowNode[]): WorkflowJson {
	const all = [START, ...nodes];
	const connections = all.slice(0, -1).map(({ name: from }, index) => {
		const target = { node: all[index + 1]!.name, type: 'main', index: 0 };
		return [from, { main: [[target]] }];
	});
	return { name, nodes: all, connections: Object.fromEntries(connections) };
}

/** Runs one statement in PostgreSQL. */
export async function ask(where: PostgresInN8n, statement: Statement): Promise<ItemJson[]> {
	return await runInN8n(where, inARow('ask PostgreSQL', [nodeOf('Ask', statement)]));
}
