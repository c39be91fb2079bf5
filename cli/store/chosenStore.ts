import type { ClientFile } from '../clientFile';
import type { Ledger } from '../ledger';
import type { WantedWorkflow } from '../templates';
import { reason, Trouble } from '../trouble';
import { workflowInPostgres } from './translate';

export const stores = ['dataTables', 'postgres'] as const;

/** Where the rows of a client are: in n8n's data tables, or in PostgreSQL. */
export type StoreName = (typeof stores)[number];

/** Where an import put them; undefined for a client that was never imported. */
export function knownStore(ledger: Pick<Ledger, 'find' | 'all'>): StoreName | undefined {
	const entry = ledger.find('store', '');
	if (entry) return stores.find((name) => name === entry.n8nId);
	return ledger.all('workflow').length > 0 ? 'dataTables' : undefined;
}

/**
 * Where the rows of a client go. A client stays where it is: its rows are there, and an import moves
 * none. A new one goes where it is told, or else to the PostgreSQL that its file names.
 *
 * @throws Trouble when it is elsewhere, or no PostgreSQL is named
 */
export function chosenStore(
	ledger: Pick<Ledger, 'find' | 'all'>,
	{ settings: { client }, postgres }: ClientFile,
	asked?: StoreName,
): StoreName {
	const known = knownStore(ledger);
	if (asked !== undefined && known !== undefined && asked !== known) {
		throw new Trouble(reason('STORE_DIFFERS', { client, known, asked }));
	}
	return reachable(asked ?? known ?? (postgres ? 'postgres' : 'dataTables'), postgres);
}

/** @throws Trouble when it is a PostgreSQL and the file does not name one */
export function reachable(store: StoreName, postgres: ClientFile['postgres']): StoreName {
	if (store === 'postgres' && !postgres) throw new Trouble(reason('STORE_NOT_NAMED'));
	return store;
}

/** The file without the way to a PostgreSQL that keeps none of the rows. */
export const inStore = (store: StoreName, file: ClientFile): ClientFile =>
	store === 'postgres' ? file : { ...file, postgres: undefined };

/** The workflows of a client as they work on its rows where these are. */
export const workflowsIn = (store: StoreName, wanted: WantedWorkflow[]): WantedWorkflow[] =>
	store === 'postgres'
		? wanted.map((one) => ({ ...one, workflow: workflowInPostgres(one.workflow) }))
		: wanted;
