import type { SettingsInput } from '../bookkeeping';
import type { ClientFile } from './clientFile';
import { openLedger } from './ledger';
import { checkN8n } from './n8nApi';
import type { N8nApi } from './n8nApi';
import { knownStore } from './store/chosenStore';
import { postgresOfClient } from './store/inN8n';
import { settingsInPostgres } from './store/moveRows';
import { listTables, rowsOfClient } from './tables';
import { reason, Trouble } from './trouble';

const SETTINGS_TABLE = 'ClientSettings';

/**
 * The newest saved settings of a client as a file that can be imported again, also in another n8n.
 * How the shops are reached is known only for what the command imported; secrets never are.
 *
 * @param webhooks where n8n's webhooks answer: PostgreSQL is asked over them
 * @throws Trouble when there are no settings of this client
 */
export async function exportClient(
	api: N8nApi,
	client: string,
	webhooks = `${api.url}/webhook`,
): Promise<ClientFile> {
	await checkN8n(api);
	const ledger = await openLedger(api, client);
	const newest =
		knownStore(ledger) === 'postgres'
			? await settingsInPostgres(await postgresOfClient(api, ledger, client, webhooks))
			: await settingsInTable(api, client);
	if (newest === undefined) {
		throw new Trouble(reason('CLIENT_UNKNOWN', { case: 'settings', client }));
	}
	// The copy of the administration is made again whenever settings are saved.
	const { administration, ...settings } = JSON.parse(newest) as SettingsInput;
	void administration;
	const known = ledger.connections() as Partial<ClientFile> | undefined;
	return { shops: {}, ...known, settings };
}

async function settingsInTable(api: N8nApi, client: string): Promise<string | undefined> {
	const table = (await listTables(api)).find(({ name }) => name === SETTINGS_TABLE);
	const rows = table ? await rowsOfClient(api, table, client) : [];
	const newest = rows.sort((a, b) => Number(b.version) - Number(a.version))[0];
	return newest && String(newest.settings);
}
