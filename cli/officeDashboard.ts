import type { Language } from '../bookkeeping';
import { SHORTEST_PASSWORD } from '../bookkeeping';
import { commandText } from './commandTexts';
import { saveCredential, fill, type ListedCredential, type SecretSource } from './credentials';
import { clientTags, importTables } from './importClient';
import { importWorkflows, switchOn, toSwitchOn } from './importWorkflows';
import { contentHash, openLedger } from './ledger';
import type { Ledger } from './ledger';
import { checkN8n } from './n8nApi';
import type { N8nApi } from './n8nApi';
import { checkN8nVersion } from './n8nVersion';
import type { Report } from './report';
import { POSTGRES_TYPE } from './store/postgresCredential';
import { workflowInPostgres } from './store/translate';
import { OFFICE_TEMPLATE } from './templates';
import { reason, Trouble, usageTrouble } from './trouble';
import type { WantedCredential } from './wantedCredential';
import type { CredentialReference, WorkflowJson } from './workflowJson';

export interface OfficeRequest {
	api: N8nApi;
	/** The last part of the page's address, and the user who signs in. */
	path: string;
	templates: WorkflowJson[];
	secrets: SecretSource;
	report: Report;
	/** The language of the page until its reader chooses the other one. */
	language: Language;
	/** The credential of the PostgreSQL that has the clients' rows; empty: they are in data tables. */
	postgres: string;
	dryRun?: boolean;
	overwrite?: boolean;
	renewSecrets?: boolean;
	inactive?: boolean;
}

const TYPE = 'webshopDashboardApi';
const TRIGGER = '.webshopDashboardTrigger';

/**
 * Puts the page of all clients into an n8n, with a login of its own, or brings it up to date.
 *
 * @throws Trouble, also when the path is that of a client
 */
export async function importOffice(request: OfficeRequest): Promise<void> {
	const { api, path, report, dryRun = false, overwrite = false, inactive = false } = request;
	await checkN8nVersion(api, report);
	await checkN8n(api);
	const ledger = await openLedger(api, path);
	if (ledger.all('workflow').some(({ key }) => key !== OFFICE_TEMPLATE)) {
		throw usageTrouble(commandText('clientAtPath', { path }));
	}
	const credentials = await credentialsOf(request, ledger);
	const isInTables = request.postgres === '';
	const tables = isInTables ? await importTables({ api, report, dryRun }) : new Map();
	const tags = dryRun ? [] : await clientTags(api, path);
	const options = {
		...{ api, ledger, report, tables, tags, overwrite, dryRun },
		credentials: { of: () => credentials },
	};
	const wanted = [{ key: OFFICE_TEMPLATE, workflow: workflowOf(request) }];
	const workflows = await importWorkflows(wanted, options);
	await switchOn(toSwitchOn(workflows, options, inactive), options);
}

function workflowOf({ templates, path, language, postgres }: OfficeRequest): WorkflowJson {
	const template = templates.find(({ name }) => name === OFFICE_TEMPLATE)!;
	const nodes = template.nodes.map((node) =>
		node.type.endsWith(TRIGGER)
			? { ...node, parameters: { ...node.parameters, path, language } }
			: node,
	);
	const workflow = { ...template, name: `${path}: ${OFFICE_TEMPLATE}`, nodes };
	return postgres === '' ? workflow : workflowInPostgres(workflow);
}

/** The login of the page, made when it is not there yet, and the PostgreSQL that is named. */
async function credentialsOf(
	{ api, path, secrets, report, postgres, ...request }: OfficeRequest,
	ledger: Ledger,
): Promise<Record<string, CredentialReference>> {
	const { dryRun = false, renewSecrets = false } = request;
	const wanted: WantedCredential = {
		key: 'office',
		type: TYPE,
		name: `${path}: office dashboard`,
		data: { user: path },
		secrets: { password: 'OFFICE_PASSWORD' },
		shortest: SHORTEST_PASSWORD,
	};
	const { key, type, name, data } = wanted;
	const listed = await api.all<ListedCredential>('/credentials');
	const store = listed.find((one) => one.type === POSTGRES_TYPE && one.name === postgres);
	if (postgres !== '' && !store) {
		throw new Trouble(reason('CREDENTIAL_MISSING', { name: postgres, types: POSTGRES_TYPE }));
	}
	const present = listed.find(({ id }) => id === ledger.find('credential', key)?.n8nId);
	const isSame = present !== undefined && !renewSecrets;
	let id = present?.id ?? 'new office';
	if (!isSame && !dryRun) {
		const [filled] = await fill([wanted], secrets);
		id = await saveCredential(api, wanted, present, filled?.secrets);
		const entry = { kind: 'credential', key, n8nId: id, stored: '', activated: false } as const;
		await ledger.write({ ...entry, sent: contentHash({ type, name, data }) });
	}
	report.add(isSame ? 'unchanged' : present ? 'update' : 'create', 'credential', name);
	return {
		[type]: { id, name },
		...(store && { [POSTGRES_TYPE]: { id: store.id, name: store.name } }),
	};
}
