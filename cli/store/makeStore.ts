import { commandText } from '../commandTexts';
import type { ClientCredentials } from '../credentials';
import { contentHash, type Ledger, type LedgerEntry } from '../ledger';
import type { Report } from '../report';
import { TABLE_TEMPLATE } from '../templates';
import type { CredentialReference, WorkflowJson } from '../workflowJson';
import type { StoreName } from './chosenStore';
import { runInN8n, type PostgresInN8n } from './inN8n';
import { workflowInPostgres } from './translate';

export interface StoreOptions extends Omit<PostgresInN8n, 'credential'> {
	templates: WorkflowJson[];
	credentials: ClientCredentials;
	ledger: Ledger;
	report: Report;
	dryRun: boolean;
}

/** What the ledger keeps of where a client's rows are. */
export const storeEntry = (store: StoreName, sent = ''): LedgerEntry => ({
	...{ kind: 'store', key: '', n8nId: store, sent, stored: '', activated: false },
});

/** The credential by which n8n reaches the client's PostgreSQL. */
export const postgresOf = (credentials: ClientCredentials): CredentialReference =>
	credentials.of(TABLE_TEMPLATE).postgres!;

/**
 * Makes the tables in PostgreSQL, or adds what a later version brought: by "Set up tables", which
 * checks them, too. It runs only when they or the way to them changed since.
 *
 * @returns what the ledger is to keep
 * @throws Trouble with what n8n or PostgreSQL said
 */
export async function makePostgresTables(options: StoreOptions): Promise<LedgerEntry> {
	const { templates, credentials, ledger, report, dryRun } = options;
	const credential = postgresOf(credentials);
	const template = templates.find(({ name }) => name === TABLE_TEMPLATE)!;
	const workflow = workflowInPostgres(template);
	const way = ledger.all('credential').find(({ n8nId }) => n8nId === credential.id)?.sent;
	const content = workflow.nodes.map(({ name, type, parameters }) => ({ name, type, parameters }));
	const entry = storeEntry('postgres', contentHash({ content, id: credential.id, way }));
	if (ledger.find('store', '')?.sent === entry.sent) {
		report.add('unchanged', 'tables', 'PostgreSQL');
		return entry;
	}
	report.add('run', 'workflow', template.name, commandText('makesTables'));
	if (!dryRun) await runInN8n({ ...options, credential }, workflow);
	return entry;
}
