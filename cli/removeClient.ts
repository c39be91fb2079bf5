import { tablesToSetUp } from '../bookkeeping';
import { deleteWorkflow } from './deleteWorkflow';
import { tagOf } from './importClient';
import { forgetInvitations } from './inviteClient';
import { openLedger } from './ledger';
import { checkN8n } from './n8nApi';
import type { N8nApi } from './n8nApi';
import type { Report } from './report';
import { takeAwayCopies } from './runOnce';
import { knownStore } from './store/chosenStore';
import { postgresOfClient } from './store/inN8n';
import { removeFromPostgres } from './store/moveRows';
import { deleteRows, listTables, tablesOfClients } from './tables';
import { reason, Trouble } from './trouble';

export interface RemoveRequest {
	api: N8nApi;
	client: string;
	/** Where n8n's webhooks answer; left out: beside its API. */
	webhooks?: string;
	report: Report;
	/** Also delete what the tables hold of this client. */
	withData?: boolean;
	dryRun?: boolean;
}

interface Named {
	id: string;
	name: string;
}

/**
 * Takes away the workflows and credentials that the command made for a client. What was booked,
 * the order table and the settings stay, unless told otherwise.
 *
 * @throws Trouble when the command made nothing for this client
 */
export async function removeClient(request: RemoveRequest): Promise<void> {
	const { api, client, report, dryRun = false } = request;
	const { webhooks = `${api.url}/webhook` } = request;
	await checkN8n(api);
	const copies = await takeAwayCopies(api, client, { report, dryRun });
	const ledger = await openLedger(api, client);
	const workflows = ledger.all('workflow');
	const credentials = ledger.all('credential');
	if (copies + workflows.length + credentials.length === 0 && !request.withData) {
		throw new Trouble(reason('CLIENT_UNKNOWN', { case: 'imported', client }));
	}
	const present = await api.all<Named & { active: boolean }>('/workflows');
	// What calls others goes first, so that nothing ever calls what is gone.
	for (const { kind, key, n8nId } of workflows.reverse()) {
		const found = present.find(({ id }) => id === n8nId);
		if (found) report.add('remove', 'workflow', found.name);
		if (dryRun) continue;
		if (found) await deleteWorkflow(api, n8nId, found.active);
		await ledger.forget({ kind, key });
	}
	// Without its credential, PostgreSQL could not be reached any more.
	if (request.withData && knownStore(ledger) === 'postgres') {
		report.add('remove', 'rows of the client in', 'PostgreSQL');
		if (!dryRun) {
			const where = await postgresOfClient(api, ledger, client, webhooks);
			await removeFromPostgres(where, tablesToSetUp);
		}
	}
	const listed = await api.all<Named>('/credentials');
	for (const { kind, key, n8nId } of credentials) {
		const found = listed.find(({ id }) => id === n8nId);
		if (found) report.add('remove', 'credential', found.name);
		if (dryRun) continue;
		if (found) await api.request('DELETE', `/credentials/${n8nId}`);
		await ledger.forget({ kind, key });
	}
	if (!dryRun) {
		for (const { kind, key } of [...ledger.all('settings'), ...ledger.all('store')]) {
			await ledger.forget({ kind, key });
		}
		await ledger.forgetConnections();
		await forgetInvitations(api, client);
		await removeTag(api, client);
	}
	if (request.withData) await removeData(request);
}

/** The tag stays as long as a workflow of somebody else bears it. */
async function removeTag(api: N8nApi, client: string): Promise<void> {
	const name = tagOf(client);
	const tag = (await api.all<Named>('/tags')).find((one) => one.name === name);
	if (!tag) return;
	const bearers = await api.all<Named>(`/workflows?tags=${encodeURIComponent(name)}`);
	if (bearers.length === 0) await api.request('DELETE', `/tags/${tag.id}`);
}

async function removeData({ api, client, report, dryRun }: RemoveRequest): Promise<void> {
	const own = tablesOfClients().map(({ name }) => name);
	for (const table of await listTables(api)) {
		const hasClients = table.columns.some(({ name }) => name === 'client');
		if (!own.includes(table.name) || !hasClients) continue;
		report.add('remove', 'rows of the client in', table.name);
		if (!dryRun) await deleteRows(api, table, { client });
	}
}
