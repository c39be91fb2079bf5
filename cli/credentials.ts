import { SHORTEST_PASSWORD } from '../bookkeeping';
import { SHOP_TYPES, type ClientFile } from './clientFile';
import { contentHash } from './ledger';
import type { Ledger } from './ledger';
import type { N8nApi } from './n8nApi';
import {
	namedOrderFileCredentials,
	orderFileCredentialKey,
	wantedOrderFileCredentials,
} from './orderFiles';
import { namedPayoutCredentials, payoutCredentialKey, wantedPayoutCredentials } from './payouts';
import type { Report } from './report';
import { forPostgres, POSTGRES_TYPE } from './store/postgresCredential';
import { asList, reason, Trouble } from './trouble';
import { keysThatOnlyRead, refusedKeys } from './tryKeys';
import type { Ask, FilledCredential } from './tryKeys';
import type { WantedCredential } from './wantedCredential';
import type { CredentialReference } from './workflowJson';

export interface ListedCredential extends CredentialReference {
	type: string;
}

const CHAT_TYPE = 'chatWebhookApi';

/**
 * Gives a secret by the name of its environment variable, or asks a person for it; `undefined` when
 * there is neither.
 */
export type SecretSource = (variable: string, what: string) => Promise<string | undefined>;

const variable = (shop: string, field: string): string =>
	`${shop.toUpperCase().replace(/-/g, '_')}_${field}`;

/** Where SnelStart itself answers (SS-110, SS-120). */
export const SNELSTART = {
	baseUrl: 'https://b2bapi.snelstart.nl/v2',
	tokenUrl: 'https://auth.snelstart.nl/b2b/token',
} as const;

function forSnelStart({ settings, snelStart = {} }: ClientFile): WantedCredential {
	return {
		key: 'snelStart',
		type: 'snelStartB2bApi',
		name: `${settings.client}: SnelStart`,
		data: {
			baseUrl: snelStart.baseUrl ?? SNELSTART.baseUrl,
			tokenUrl: snelStart.tokenUrl ?? SNELSTART.tokenUrl,
			allowHttp: snelStart.allowHttp ?? false,
			requestsPerMinute: snelStart.requestsPerMinute ?? 100,
			requestsInFlight: snelStart.requestsInFlight ?? 5,
			workers: snelStart.workers ?? 1,
		},
		secrets: {
			clientKey: 'SNELSTART_CLIENT_KEY',
			subscriptionKey: 'SNELSTART_SUBSCRIPTION_KEY',
		},
	};
}

function forDashboard({ settings, dashboard = {} }: ClientFile): WantedCredential {
	return {
		key: 'dashboard',
		type: 'webshopDashboardApi',
		name: `${settings.client}: dashboard`,
		data: { user: dashboard.user ?? settings.client },
		secrets: { password: 'DASHBOARD_PASSWORD' },
		shortest: SHORTEST_PASSWORD,
	};
}

function forChat({ settings }: ClientFile): WantedCredential {
	return {
		key: 'chat',
		type: CHAT_TYPE,
		name: `${settings.client}: chat`,
		data: {},
		secrets: { url: 'CHAT_WEBHOOK_URL' },
	};
}

export const keyOfShop = (shop: string): string => `shop ${shop}`;

function forShop({ settings, shops }: ClientFile, shop: string, kind: string): WantedCredential {
	const {
		url,
		keysInQuery,
		siteAddress,
		baseUrl,
		allowHttp,
		headerName,
		prefix,
		testPath,
		apiLayout,
		realtime,
	} = shops[shop] ?? {};
	const name = `${settings.client}: ${shop}`;
	if (kind === 'wooCommerce') {
		return {
			key: keyOfShop(shop),
			type: 'wooCommerceStoreApi',
			name,
			data: { url, keysInQuery: keysInQuery ?? false, siteAddress: siteAddress ?? '' },
			secrets: {
				consumerKey: variable(shop, 'CONSUMER_KEY'),
				consumerSecret: variable(shop, 'CONSUMER_SECRET'),
			},
			...(realtime === true && { writes: true }),
		};
	}
	return {
		key: keyOfShop(shop),
		type: 'jouwWebTokenApi',
		name,
		data: {
			baseUrl,
			allowHttp: allowHttp ?? false,
			headerName: headerName ?? 'Authorization',
			prefix: prefix ?? 'Bearer',
			testPath: testPath ?? '/websites',
			...(apiLayout ? { ...apiLayout, apiLayout: 'own' } : { apiLayout: 'assumed' }),
		},
		secrets: { token: variable(shop, 'TOKEN') },
	};
}

/** The credentials that the command makes itself: those that the file does not name. */
export function wantedCredentials(file: ClientFile): WantedCredential[] {
	const shops = file.settings.shops.filter(
		({ shop, kind }) => SHOP_TYPES[kind] !== undefined && !file.shops[shop]?.credential,
	);
	return [
		...(file.snelStart?.credential ? [] : [forSnelStart(file)]),
		...shops.map(({ shop, kind }) => forShop(file, shop, kind)),
		...(file.dashboard && !file.dashboard.credential ? [forDashboard(file)] : []),
		...(file.chat && !file.chat.credential ? [forChat(file)] : []),
		...forPostgres(file),
		...wantedPayoutCredentials(file),
		...wantedOrderFileCredentials(file),
	];
}

/** The credentials of a client in n8n: for everything, and per shop. */
export interface ClientCredentials {
	/** Credential type → credential, for a template of a shop or of the whole client. */
	of(template: string, shop?: string): Record<string, CredentialReference>;
}

export interface CredentialOptions {
	api: N8nApi;
	file: ClientFile;
	ledger: Ledger;
	secrets: SecretSource;
	report: Report;
	/** Write the secrets of credentials that are there again. */
	renewSecrets: boolean;
	/** How new keys are tried; left out: they are not. */
	ask?: Ask;
	dryRun: boolean;
}

/**
 * Looks which credentials are missing or have another address, and tries their secrets; makes
 * nothing yet. n8n never gives a secret back, so those of a credential that is there are left alone
 * unless they are renewed.
 *
 * @returns what makes and corrects them
 * @throws Trouble when secrets are missing or refused, or a credential that the file names is not in
 * n8n
 */
export async function planCredentials(
	options: CredentialOptions,
): Promise<() => Promise<ClientCredentials>> {
	const { api, file, ledger, report, dryRun, renewSecrets } = options;
	const listed = await api.all<ListedCredential>('/credentials');
	const plan = wantedCredentials(file).map((wanted) => {
		const known = ledger.find('credential', wanted.key);
		const present = listed.find(({ id }) => id === known?.n8nId);
		const sent = contentHash({ type: wanted.type, name: wanted.name, data: wanted.data });
		const isSame = present !== undefined && known?.sent === sent && !renewSecrets;
		return { wanted, present, sent, isSame };
	});
	// Named credentials and secrets first: when one is missing nothing was done yet.
	const find = foundIn(listed);
	referencesOf(file, new Map(), find);
	const needed = plan.filter(({ present }) => !dryRun && (!present || renewSecrets));
	const filled = await fill(
		needed.map(({ wanted }) => wanted),
		options.secrets,
	);
	const refused = options.ask ? await refusedKeys(filled, options.ask) : [];
	if (refused.length > 0) {
		throw new Trouble(reason('KEYS_REFUSED', { complaints: asList(refused) }));
	}
	const onlyRead = options.ask ? await keysThatOnlyRead(filled, options.ask) : [];
	if (onlyRead.length > 0) {
		throw new Trouble(reason('KEY_ONLY_READS', { complaints: asList(onlyRead) }));
	}
	return async () => {
		const secrets = new Map(filled.map((one) => [one.wanted.key, one.secrets]));
		const byKey = new Map<string, ListedCredential>();
		for (const { wanted, present, sent, isSame } of plan) {
			const { key, type, name } = wanted;
			const action = present ? 'update' : 'create';
			report.add(isSame ? 'unchanged' : action, 'credential', name);
			let id = present?.id ?? `new ${key}`;
			if (!isSame && !dryRun) {
				id = await saveCredential(api, wanted, present, secrets.get(key));
				const entry = { kind: 'credential', key, n8nId: id, sent } as const;
				await ledger.write({ ...entry, stored: '', activated: false });
			}
			byKey.set(key, { id, name, type });
		}
		return referencesOf(file, byKey, find);
	};
}

/** Makes a credential, or writes it again. @returns its id */
export async function saveCredential(
	api: N8nApi,
	{ type, name, data }: WantedCredential,
	present: ListedCredential | undefined,
	secrets: Record<string, string> = {},
): Promise<string> {
	const body = { name, type, data: { ...data, ...secrets } };
	if (!present) return (await api.request<CredentialReference>('POST', '/credentials', body)).id;
	const change = { ...body, isPartialData: true };
	await api.request('PATCH', `/credentials/${present.id}`, change);
	return present.id;
}

/** @throws Trouble that names every secret that is missing, or one that is too short */
export async function fill(
	wanted: readonly WantedCredential[],
	source: SecretSource,
): Promise<FilledCredential[]> {
	const missing: Array<{ variable: string; what: string }> = [];
	const filled: FilledCredential[] = [];
	for (const one of wanted) {
		const secrets: Record<string, string> = {};
		for (const [field, variable] of Object.entries(one.secrets)) {
			const what = `${one.name}, ${field}`;
			const secret = await source(variable, what);
			if (secret === undefined) missing.push({ variable, what });
			else if (secret.length < (one.shortest ?? 1)) {
				const facts = { variable, what, shortest: one.shortest ?? 1 };
				throw new Trouble(reason('SECRET_TOO_SHORT', facts));
			} else secrets[field] = secret;
		}
		filled.push({ wanted: one, secrets });
	}
	const [first, ...others] = missing;
	if (first === undefined) return filled;
	const lines = missing.map(({ variable, what }) => `${variable}: ${what}`);
	throw new Trouble(
		others.length === 0
			? reason('SECRET_MISSING', { case: 'one', ...first })
			: reason('SECRET_MISSING', { case: 'several', list: asList(lines) }),
	);
}

/** Finds a credential that the file names, of one of these types. */
export type FindCredential = (name: string, types: string[]) => ListedCredential;

const foundIn =
	(listed: ListedCredential[]): FindCredential =>
	(name, types) => {
		const found = listed.find((one) => one.name === name && types.includes(one.type));
		if (found) return found;
		throw new Trouble(reason('CREDENTIAL_MISSING', { name, types: types.join(' / ') }));
	};

/**
 * Which credential serves which workflow.
 * @param made key → what the command made
 * @param named finds what the file names
 */
export function referencesOf(
	file: ClientFile,
	made: Map<string, ListedCredential>,
	named: FindCredential,
): ClientCredentials {
	const snelStart = file.snelStart?.credential
		? named(file.snelStart.credential, ['snelStartB2bApi'])
		: made.get('snelStart');
	const dashboard = file.dashboard?.credential
		? named(file.dashboard.credential, ['webshopDashboardApi'])
		: made.get('dashboard');
	const chat = file.chat?.credential ? named(file.chat.credential, [CHAT_TYPE]) : made.get('chat');
	const postgres = file.postgres?.credential
		? named(file.postgres.credential, [POSTGRES_TYPE])
		: made.get(POSTGRES_TYPE);
	const others = Object.entries(file.credentials ?? {}).map(([type, name]) => named(name, [type]));
	const shops = file.settings.shops.flatMap(({ shop, kind }) => {
		const name = file.shops[shop]?.credential;
		const credential = name ? named(name, SHOP_TYPES[kind] ?? []) : made.get(keyOfShop(shop));
		return credential ? [{ shop, credential }] : [];
	});
	const ofTemplates = new Map(made);
	for (const { key, type, name } of [
		...namedPayoutCredentials(file),
		...namedOrderFileCredentials(file),
	]) {
		ofTemplates.set(key, named(name, [type]));
	}
	return {
		of: (template, shop) => {
			// Of several shops of one kind the first serves the workflows of the whole client.
			const own = shops.filter((one) => shop === undefined || one.shop === shop).reverse();
			// n8n's own types may serve several providers and forms: each template gets its own.
			const key = payoutCredentialKey(template) ?? orderFileCredentialKey(template);
			const ofTemplate = ofTemplates.get(key ?? '');
			const all = [
				...own.map(({ credential }) => credential),
				...[snelStart, dashboard, chat, postgres, ...others, ofTemplate],
			];
			return Object.fromEntries(
				all.flatMap((one) => (one ? [[one.type, { id: one.id, name: one.name }]] : [])),
			);
		},
	};
}
