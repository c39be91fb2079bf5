import type { SettingsInput } from '../bookkeeping';
import type { ClientFile } from './clientFile';
import { openLedger } from './ledger';
import { checkN8n } from './n8nApi';
import type { N8nApi } from './n8nApi';
import { listTables, rowsOfClient } from './tables';
import { reason, Trouble } from './trouble';

const SETTINGS_TABLE = 'ClientSettings';

/**
 * The newest saved settings of a client as a file that can be imported again, also in another n8n.
 * How the shops are reached is known only for what the command imported; secrets never are.
 *
 * @throws Trouble when there are no settings of this client
 */
export async function exportClient(api: N8nApi, client: string): Promise<ClientFile> {
	await checkN8n(api);
	const table = (await listTables(api)).find(({ name }) => name === SETTINGS_TABLE);
	const rows = table ? await rowsOfClient(api, table, client) : [];
	const newest = rows.sort((a, b) => Number(b.version) - Number(a.version))[0];
	if (!newest) {
		throw new Trouble(reason('CLIENT_UNKNOWN', { case: 'settings', client }));
	}
	// The copy of the administration is made again whenever settings are saved.
	const { administration, ...settings } = JSON.parse(String(newest.settings)) as SettingsInput;
	void administration;
	const known = (await openLedger(api, client)).connections() as Partial<ClientFile> | undefined;
	return { shops: {}, ...known, settings };
}
