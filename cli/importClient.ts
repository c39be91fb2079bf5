import type { ClientFile } from './clientFile';
import { tellOfMuteWorkflows } from './channels';
import { checkShops } from './checkShops';
import { commandText } from './commandTexts';
import { fill, planCredentials, SNELSTART, wantedCredentials } from './credentials';
import type { SecretSource } from './credentials';
import { lastItems } from './executionData';
import { importWorkflows, startsByItself, switchOn, toSwitchOn } from './importWorkflows';
import type { ImportedWorkflow, WorkflowOptions } from './importWorkflows';
import { contentHash, openLedger } from './ledger';
import type { Ledger } from './ledger';
import { checkOldNumbers } from './checkOldNumbers';
import { checkN8n } from './n8nApi';
import type { N8nApi } from './n8nApi';
import { checkN8nVersion } from './n8nVersion';
import { openSnelStart, readKeys } from './openSnelStart';
import { recentOrders } from './recentOrders';
import type { Report } from './report';
import { resolveNames } from './resolveNames';
import { runOnce, takeAwayCopies } from './runOnce';
import { chosenStore, inStore, type StoreName, workflowsIn } from './store/chosenStore';
import { makePostgresTables } from './store/makeStore';
import { addTables, listTables, missingTables, tablesOfClients } from './tables';
import { SETTINGS_TEMPLATE, wantedWorkflows } from './templates';
import { reason, Trouble } from './trouble';
import type { Ask } from './tryKeys';
import { sendable } from './workflowJson';
import type { WorkflowJson } from './workflowJson';

export interface ImportRequest {
	api: N8nApi;
	/** Where n8n's webhooks answer. */
	webhooks: string;
	file: ClientFile;
	templates: WorkflowJson[];
	secrets: SecretSource;
	report: Report;
	/** How SnelStart and the shops are asked about new keys, before anything is made; left out: they are not. */
	ask?: Ask;
	/** Where the rows of a new client go; of another one it has to be where they are. */
	store?: StoreName;
	/** Only say what would be done. */
	dryRun?: boolean;
	/** Replace also what somebody changed in n8n. */
	overwrite?: boolean;
	/** Write the secrets of credentials that are there again. */
	renewSecrets?: boolean;
	/** Do not switch on what starts by itself. */
	inactive?: boolean;
}

/**
 * Puts one client into an n8n, or brings it up to date: tables, credentials, workflows with the
 * links between them, saved settings. Nothing starts by itself before every key was seen to work.
 * Doing it again changes only what differs, and leaves what
 * somebody changed in n8n.
 *
 * @returns template (and shop) → id of the workflow; ids of what would be made start with "new"
 * @throws Trouble
 */
export async function importClient(request: ImportRequest): Promise<Record<string, string>> {
	const { api, templates, report, webhooks, dryRun = false, overwrite = false } = request;
	const { client } = request.file.settings;
	await checkN8nVersion(api, report);
	await checkN8n(api);
	await takeAwayCopies(api, client, { report, dryRun });
	const ledger = await openLedger(api, client);
	const store = chosenStore(ledger, request.file, request.store);
	const chosen = inStore(store, request.file);
	const makeCredentials = await planCredentials({
		...{ api, file: chosen, ledger, report, dryRun },
		secrets: request.secrets,
		renewSecrets: request.renewSecrets ?? false,
		ask: request.ask,
	});
	const { file, keep } = await namesResolved({ ...request, file: chosen }, ledger);
	await lookAtOldNumbers(request, ledger);
	const wanted = workflowsIn(store, wantedWorkflows(templates, file));
	const credentials = await makeCredentials();
	if (!dryRun) await keep();
	let tables: ReadonlyMap<string, string> = new Map();
	if (store === 'postgres') {
		const more = { webhooks, client, templates, credentials, ledger, report, dryRun };
		const made = await makePostgresTables({ api, ...more });
		if (!dryRun && ledger.find('store', '')?.sent !== made.sent) await ledger.write(made);
	} else tables = await importTables(request);
	const tags = dryRun ? [] : await clientTags(api, client);
	const options = { api, ledger, report, credentials, tables, tags, overwrite, dryRun };
	const workflows = await importWorkflows(wanted, options);
	for (const { key } of ledger.all('workflow')) {
		if (wanted.some((one) => one.key === key)) continue;
		report.add('kept', 'workflow', key, commandText('noUse'));
	}
	tellOfMuteWorkflows(workflows, report);
	await saveSettings(workflows, options, request);
	const waiting = toSwitchOn(workflows, options, request.inactive ?? false);
	if (request.renewSecrets || waiting.some(({ stored }) => startsByItself(stored))) {
		await checkShops(workflows, request.webhooks, options);
	}
	await switchOn(waiting, options);
	if (!dryRun) {
		const { settings, ...connections } = { ...file, postgres: request.file.postgres };
		void settings;
		await ledger.keepConnections(connections);
	}
	return Object.fromEntries(workflows.map(({ wanted: { key }, id }) => [key, id]));
}

/** Once: what the client has booked itself by a later import says no more of another connector. */
async function lookAtOldNumbers(request: ImportRequest, ledger: Ledger): Promise<void> {
	const { file, secrets, report, ask } = request;
	if (!ask || ledger.all('workflow').length > 0) return;
	const { baseUrl = SNELSTART.baseUrl, tokenUrl = SNELSTART.tokenUrl } = file.snelStart ?? {};
	const open = async () =>
		await openSnelStart(ask, { baseUrl, tokenUrl, ...(await readKeys(secrets)) });
	const ordersOf = async (shop: string) => await lastOrders(request, ask, shop);
	for (const { shop, found } of await checkOldNumbers(file, open, ordersOf)) {
		report.add('found', 'shop', shop, found);
	}
}

/** The last orders of a shop whose key is given here; one whose credential is in n8n is not asked. */
async function lastOrders({ file, secrets }: ImportRequest, ask: Ask, shop: string) {
	const ofShop = wantedCredentials(file).filter(({ key }) => key === `shop ${shop}`);
	const [filled] = await fill(ofShop, secrets);
	return filled && (await recentOrders(filled, file.shops[shop]?.website ?? '', ask));
}

/** Names can only be looked up where SnelStart may be asked. */
async function namesResolved(request: ImportRequest, ledger: Ledger) {
	const { file, secrets, report, ask, renewSecrets = false, dryRun = false } = request;
	if (!ask) return { file, keep: async () => {} };
	// A dry run needs no keys of what is there already.
	const isRenewed = renewSecrets && !dryRun;
	return await resolveNames({ file, ledger, secrets, ask, report, isRenewed });
}

/**
 * Makes the data tables, and the columns that a later version brought.
 *
 * @returns name → id of those that are there
 */
export async function importTables({
	api,
	report,
	dryRun,
}: Pick<ImportRequest, 'api' | 'report' | 'dryRun'>): Promise<Map<string, string>> {
	const present = await listTables(api);
	const missing = missingTables(present, tablesOfClients());
	for (const { name, id } of missing) report.add(id ? 'update' : 'create', 'table', name);
	if (!dryRun) await addTables(api, missing);
	const isMade = !dryRun && missing.some(({ id }) => id === undefined);
	const listed = isMade ? await listTables(api) : present;
	// Of two of one name the first counts, as above.
	return new Map(listed.toReversed().map(({ name, id }) => [name, id]));
}

/** n8n takes 24 characters for the name of a tag. */
export const tagOf = (client: string): string => client.slice(0, 24);

/** The ids of the client's own tag and of the tag of this package. */
export async function clientTags(api: N8nApi, client: string): Promise<string[]> {
	const listed = await api.all<{ id: string; name: string }>('/tags');
	const ids: string[] = [];
	for (const name of ['webshop-snelstart', tagOf(client)]) {
		const tag =
			listed.find((one) => one.name === name) ??
			(await api.request<{ id: string }>('POST', '/tags', { name }));
		ids.push(tag.id);
	}
	return ids;
}

/**
 * Runs the client's workflow "Client settings" when it is not the one that was run last: it checks
 * the settings against the SnelStart administration and saves them as a new version.
 *
 * @throws Trouble with every complaint of the node
 */
async function saveSettings(
	workflows: ImportedWorkflow[],
	{ api, ledger, report, dryRun }: WorkflowOptions,
	{ webhooks }: ImportRequest,
): Promise<void> {
	const workflow = workflows.find(({ wanted }) => wanted.key === SETTINGS_TEMPLATE);
	if (!workflow) return;
	const { id, stored, isKept } = workflow;
	const sent = contentHash(sendable(stored));
	const known = ledger.find('settings', SETTINGS_TEMPLATE);
	if (known?.sent === sent) return;
	if (isKept) {
		report.add('kept', 'settings', stored.name, commandText('runByHand'));
		return;
	}
	report.add('run', 'workflow', stored.name, commandText('savesSettings'));
	if (dryRun) return;
	const execution = await runOnce(api, stored, webhooks);
	if (execution.status !== 'success') {
		const { message = execution.status, description } = execution.error ?? {};
		const text = [message, description].filter(Boolean).join('\n');
		throw new Trouble(reason('SETTINGS_REFUSED', { words: text }));
	}
	const version = String(lastItems(execution)[0]?.version ?? '');
	const entry = { kind: 'settings', key: SETTINGS_TEMPLATE, n8nId: id, activated: false } as const;
	await ledger.write({ ...entry, sent, stored: version });
}
