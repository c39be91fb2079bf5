import { createHash, randomBytes } from 'node:crypto';

import { columnsOf } from '../bookkeeping';
import type { ClientFile } from './clientFile';
import { keyOfShop, wantedCredentials } from './credentials';
import type { SecretSource } from './credentials';
import { contentHash, openLedger } from './ledger';
import { checkN8n, isThisMachine } from './n8nApi';
import type { N8nApi } from './n8nApi';
import { checkN8nVersion } from './n8nVersion';
import type { Report } from './report';
import { addTables, deleteRows, listTables, missingTables, where } from './tables';
import { reason, Trouble } from './trouble';

export interface InviteRequest {
	api: N8nApi;
	/** Where n8n's webhooks answer. */
	webhooks: string;
	file: ClientFile;
	secrets: SecretSource;
	report: Report;
	/** The shop to connect; empty for the administration. */
	shop: string;
	/** The short name of the integrator's app at SnelStart. */
	app: string;
	/** How long the link works. */
	days: number;
	now?: Date;
}

const TABLE = 'ClientInvitations';

/** Makes every link of a client worthless, as when the client is removed. */
export async function forgetInvitations(api: N8nApi, client: string): Promise<void> {
	const table = (await listTables(api)).find(({ name }) => name === TABLE);
	if (table) await deleteRows(api, table, { client });
}

/** Where the template "Invite clients" is called. */
const PATH = 'webshop-invitations';
const ACTIVATION = 'https://web.snelstart.nl/couplings/activate';
/** Stands in a credential until the owner has answered. */
const NOT_YET = 'waits-for-the-owner';
const DAY_MS = 86_400_000;

/**
 * Makes a link by which the owner of a client connects the administration or a shop. The credential
 * that gets the key is made now, and waits; an earlier link for the same is worthless from now on.
 *
 * @returns the link: whoever has it can connect something, so it goes to the owner and nobody else
 * @throws Trouble
 */
export async function inviteClient(request: InviteRequest): Promise<string> {
	const { api, file, days, report, shop, now = new Date() } = request;
	const { client } = file.settings;
	const target = shop === '' ? ofSnelStart(request) : ofShop(request);
	const callback = `${request.webhooks}/${PATH}`;
	refuseHttp(callback);
	await checkN8nVersion(api, report);
	await checkN8n(api);
	const credentialId = await waitingCredential(request, target.key);
	const reference = randomBytes(32).toString('base64url');
	const table = await tableOf(api, report);
	await api.request('PATCH', `/data-tables/${table}/rows/update`, {
		filter: where({ client, shop, kind: target.kind, state: 'open' }),
		data: { state: 'withdrawn' },
	});
	const row = {
		referenceHash: createHash('sha256').update(reference).digest('hex'),
		...{ client, shop, kind: target.kind, shopUrl: target.shopUrl, credentialId },
		...{ state: 'open', claimId: '', keyMark: '', administrationId: '' },
		expiresAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
	};
	await api.request('POST', `/data-tables/${table}/rows`, { data: [row] });
	report.add('create', 'invitation', [client, shop].filter(Boolean).join(': '));
	return target.link(reference, callback);
}

interface Target {
	kind: 'snelStart' | 'wooCommerce';
	/** Of the credential, in the ledger. */
	key: string;
	/** The shop that keys must open. */
	shopUrl: string;
	link(reference: string, callback: string): string;
}

function ofSnelStart({ file, app }: InviteRequest): Target {
	if (app === '') throw new Trouble(reason('CANNOT_INVITE', { case: 'noApp' }));
	const activation = file.snelStart?.activationUrl ?? ACTIVATION;
	refuseHttp(activation);
	return {
		kind: 'snelStart',
		key: 'snelStart',
		shopUrl: '',
		link: (referenceKey, successUrl) =>
			`${activation}/${encodeURIComponent(app)}?${new URLSearchParams({ referenceKey, successUrl }).toString()}`,
	};
}

function ofShop({ file, shop }: InviteRequest): Target {
	const named = file.settings.shops.filter(({ kind }) => kind === 'wooCommerce');
	const address = file.shops[shop]?.url;
	if (!named.some((one) => one.shop === shop) || address === undefined) {
		const shops = named.map((one) => one.shop);
		throw new Trouble(reason('CANNOT_INVITE', { case: 'noShop', shop, shops }));
	}
	const home = address.replace(/\/+$/, '');
	refuseHttp(home);
	return {
		kind: 'wooCommerce',
		key: keyOfShop(shop),
		shopUrl: home,
		link: (userId, callback) => {
			const asked = {
				app_name: 'webshop-snelstart',
				// What realtime and writing numbers back need; reading alone would do for the rest.
				scope: file.shops[shop]?.realtime ? 'read_write' : 'read',
				user_id: userId,
				return_url: callback,
				callback_url: callback,
			};
			return `${home}/wc-auth/v1/authorize?${new URLSearchParams(asked).toString()}`;
		},
	};
}

/** @throws Trouble when a key would go over http to another machine */
function refuseHttp(address: string): void {
	const { protocol, hostname } = new URL(address);
	if (protocol === 'https:' || isThisMachine(hostname)) return;
	throw new Trouble(reason('CANNOT_INVITE', { case: 'http', address }));
}

/** The id of the credential that gets the key: the one that is there, or a new one that waits for it. */
async function waitingCredential(
	{ api, file, secrets, report, shop }: InviteRequest,
	key: string,
): Promise<string> {
	const listed = await api.all<{ id: string; name: string }>('/credentials');
	const ledger = await openLedger(api, file.settings.client);
	const known = ledger.find('credential', key);
	const own = listed.find(({ id }) => id === known?.n8nId);
	if (own) return own.id;
	const wanted = wantedCredentials(file).find((one) => one.key === key);
	if (!wanted) {
		const name = (shop === '' ? file.snelStart : file.shops[shop])?.credential ?? key;
		const named = listed.find((one) => one.name === name);
		if (named) return named.id;
		throw new Trouble(reason('CANNOT_INVITE', { case: 'credentialLost', name }));
	}
	const { type, name, data } = wanted;
	const filled: Record<string, string> = {};
	for (const [field, variable] of Object.entries(wanted.secrets)) {
		// The integrator's own key; all others are what the owner hands over.
		const isOurs = field === 'subscriptionKey';
		const secret = isOurs ? await secrets(variable, `${name}, ${field}`) : NOT_YET;
		if (secret === undefined) {
			const facts = { variable, what: `${name}, ${field}` };
			throw new Trouble(reason('SECRET_MISSING', { case: 'one', ...facts }));
		}
		filled[field] = secret;
	}
	const body = { name, type, data: { ...data, ...filled } };
	const { id } = await api.request<{ id: string }>('POST', '/credentials', body);
	report.add('create', 'credential', name);
	const sent = contentHash({ type, name, data });
	await ledger.write({ kind: 'credential', key, n8nId: id, sent, stored: '', activated: false });
	return id;
}

async function tableOf(api: N8nApi, report: Report): Promise<string> {
	const missing = missingTables(await listTables(api), [
		{ name: TABLE, columns: columnsOf(TABLE) },
	]);
	for (const { name, id } of missing) report.add(id ? 'update' : 'create', 'table', name);
	await addTables(api, missing);
	return (await listTables(api)).find(({ name }) => name === TABLE)!.id;
}
