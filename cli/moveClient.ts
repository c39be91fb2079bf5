import { tablesToSetUp, type Spoken } from '../bookkeeping';
import { commandText } from './commandTexts';
import { planCredentials } from './credentials';
import { importClient, importTables, type ImportRequest } from './importClient';
import { openLedger, type Ledger } from './ledger';
import { checkN8n } from './n8nApi';
import type { N8nApi } from './n8nApi';
import { checkN8nVersion } from './n8nVersion';
import { detailOf, realChanges, startReport } from './report';
import { takeAwayCopies } from './runOnce';
import { knownStore, reachable, type StoreName } from './store/chosenStore';
import type { PostgresInN8n } from './store/inN8n';
import {
	countInPostgres,
	removeFromPostgres,
	rowsToDataTable,
	rowsToPostgres,
} from './store/moveRows';
import { makePostgresTables, postgresOf, storeEntry } from './store/makeStore';
import { countRows, deleteRows, listTables } from './tables';
import { asList, inBoth, reason, Trouble } from './trouble';

export interface MoveRequest extends ImportRequest {
	store: StoreName;
}

type Tables = typeof tablesToSetUp;

/** One of the two places where a client's rows can be. */
interface Place {
	count(tables: Tables): Promise<Map<string, number>>;
	/** Takes the client's rows of the other place over. */
	takeOver(table: Tables[number]): Promise<number>;
	remove(tables: Tables): Promise<void>;
}

function postgresPlace(where: PostgresInN8n): Place {
	return {
		count: async (tables) => await countInPostgres(where, tables),
		takeOver: async (table) => await rowsToPostgres(where, table),
		remove: async (tables) => await removeFromPostgres(where, tables),
	};
}

function dataTablesPlace(where: PostgresInN8n): Place {
	const { api, client } = where;
	const own = async (tables: Tables) =>
		(await listTables(api)).filter(({ name }) => (tables as readonly string[]).includes(name));
	return {
		async count(tables) {
			const counts = new Map<string, number>();
			for (const table of await own(tables)) {
				counts.set(table.name, await countRows(api, table, client));
			}
			return counts;
		},
		takeOver: async (table) => await rowsToDataTable(where, table),
		async remove(tables) {
			for (const table of await own(tables)) await deleteRows(api, table, { client });
		},
	};
}

/**
 * Moves the rows of a client from n8n's data tables to PostgreSQL or back, and its workflows with
 * them. Its rows stay where they were until all of them were counted in the other place; broken off
 * before that it is done again from the start, and after that it goes on with the workflows.
 *
 * @throws Trouble when the client's workflows are on or at work, when somebody changed one of them, or
 * when not all rows arrived; then nothing was changed
 */
export async function moveClient(request: MoveRequest): Promise<void> {
	const { api, file, store, report, dryRun = false } = request;
	const { client } = file.settings;
	await checkN8nVersion(api, report);
	await checkN8n(api);
	await takeAwayCopies(api, client, { report, dryRun });
	const ledger = await openLedger(api, client);
	const known = knownStore(ledger);
	if (known === undefined) {
		throw new Trouble(reason('CLIENT_UNKNOWN', { case: 'imported', client }));
	}
	if (known === store) {
		report.add('unchanged', 'store', store);
		await finishWorkflows(request);
		return;
	}
	reachable('postgres', file.postgres);
	await checkAsleep(api, ledger, client);
	await checkUntouched({ ...request, store: known });
	report.add('update', 'store', store, commandText('rowsMove'));
	if (dryRun) return;
	const makeCredentials = await planCredentials({
		...{ api, file, ledger, report, dryRun, ask: request.ask, secrets: request.secrets },
		renewSecrets: request.renewSecrets ?? false,
	});
	const credentials = await makeCredentials();
	const where = { api, client, webhooks: request.webhooks, credential: postgresOf(credentials) };
	if (store === 'dataTables') await importTables(request);
	const made =
		store === 'postgres'
			? await makePostgresTables({ ...request, client, credentials, ledger, dryRun })
			: storeEntry(store);
	const places = { dataTables: dataTablesPlace(where), postgres: postgresPlace(where) };
	const [from, to] = [places[known], places[store]];
	// What a move that was broken off left there; nothing else reads or writes it.
	if (sum(await to.count(tablesToSetUp)) > 0) {
		report.add('remove', 'rows', store, commandText('rowsLeftBehind'));
		await to.remove(tablesToSetUp);
	}
	const before = await from.count(tablesToSetUp);
	for (const table of tablesToSetUp) {
		const rows = await to.takeOver(table);
		report.add('create', 'rows', table, counted(rows));
	}
	const after = await to.count(tablesToSetUp);
	const wrong = tablesToSetUp.filter((table) => before.get(table) !== after.get(table));
	if (wrong.length > 0) {
		const complaints = wrong.map(
			(table) => `${table}: ${before.get(table) ?? 0} → ${after.get(table) ?? 0}`,
		);
		throw new Trouble(reason('STORE_MISCOUNTED', { complaints: asList(complaints) }));
	}
	await checkAsleep(api, ledger, client);
	await ledger.write(made);
	await importClient({ ...request, inactive: true });
	await from.remove(tablesToSetUp);
	report.add('remove', 'rows', known, counted(sum(before)));
}

/** Workflows that a move left behind when it was broken off after the rows had arrived. */
async function finishWorkflows(request: MoveRequest): Promise<void> {
	const rest = startReport();
	await importClient({ ...request, report: rest, inactive: true });
	for (const { action, what, name, note } of realChanges(rest)) {
		request.report.add(action, what, name, note);
	}
}

const counted = (rows: number): Spoken => ({ en: String(rows), nl: String(rows) });

const sum = (counts: ReadonlyMap<string, number>): number =>
	[...counts.values()].reduce((all, one) => all + one, 0);

/** @throws Trouble when a workflow of the client is on, or still at work */
async function checkAsleep(api: N8nApi, ledger: Ledger, client: string): Promise<void> {
	const own = new Set(ledger.all('workflow').map(({ n8nId }) => n8nId));
	const listed = await api.all<{ id: string; name: string; active: boolean }>('/workflows');
	const awake = listed.filter(({ id, active }) => own.has(id) && active);
	const running = await api.all<{ workflowId: string }>('/executions?status=running');
	const working = listed.filter(({ id }) =>
		running.some(({ workflowId }) => own.has(id) && workflowId === id),
	);
	const names = [...new Set([...awake, ...working].map(({ name }) => name))];
	if (names.length === 0) return;
	throw new Trouble(reason('CLIENT_AWAKE', { client, workflows: asList(names) }));
}

/** @throws Trouble when an import would leave a workflow as somebody made it: it would stay behind */
async function checkUntouched(request: ImportRequest): Promise<void> {
	const report = startReport();
	await importClient({ ...request, report, dryRun: true, ask: undefined });
	const ofNoUse = commandText('noUse').en;
	const kept = report.changes.filter(({ action, what, note }) => {
		return action === 'kept' && what === 'workflow' && note?.en !== ofNoUse;
	});
	if (kept.length === 0) return;
	const { client } = request.file.settings;
	throw inBoth((language) => {
		const lines = kept.map((change) => detailOf(change, language));
		return reason('WORKFLOWS_CHANGED', { client, workflows: asList(lines) });
	});
}
