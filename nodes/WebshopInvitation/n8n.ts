import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { openRoute } from '../shared/keysOnTheWay';
import type { Invitation, RowOf, TableName } from '../../bookkeeping';

/** What a service answered; the status is 0 when it could not be reached. */
export interface Answered {
	status: number;
	body: unknown;
	/** Node's code of what went wrong on the way. */
	error?: string;
}

/** Sends a request and gives every answer back, whatever its status; it throws nothing. */
export type Ask = (
	method: IHttpRequestMethods,
	url: string,
	headers: Record<string, string>,
	body?: unknown,
) => Promise<Answered>;

/** n8n did not do what was asked. */
export class N8nRefused extends Error {
	constructor(readonly status: number) {
		super(`n8n answers HTTP ${status}`);
	}
}

const TABLE = 'ClientInvitations' satisfies TableName;

/** What answering an invitation needs of n8n's public API. */
export interface N8n {
	find(referenceHash: string): Promise<Invitation | undefined>;
	/** Writes into the row where it still says what it said; whoever reads its own claim has it. */
	claim(row: Invitation, claimId: string): Promise<boolean>;
	/** Writes into a row that this call has claimed, and gives the claim back. */
	write(row: Invitation, claimId: string, values: Partial<Invitation>): Promise<void>;
	/** Ends what was connected before for the same client and shop: its key stands in no credential any more. */
	endEarlier(row: Invitation): Promise<void>;
	/**
	 * What the client is connected to already, or was when its owner deleted the key, when that is
	 * another administration: its name in the client settings, else its id. Empty when it is not.
	 */
	otherAdministration(row: Invitation, administrationId: string): Promise<string>;
	/** Puts keys into a credential, and leaves the rest of it as it is. */
	putKeys(credentialId: string, keys: Readonly<Record<string, string>>): Promise<void>;
	/** Switches off what is on of a client. @returns how many workflows that were */
	switchOff(client: string): Promise<number>;
}

interface Page<Item> {
	data: Item[];
	nextCursor?: string | null;
}

/** @throws N8nRefused by every function of it, when n8n does not do what it is asked */
export function openN8n(ask: Ask, { n8nUrl, n8nApiKey, allowHttp }: IDataObject): N8n {
	const url = String(n8nUrl).trim().replace(/\/+$/, '');
	let tables: ReadonlyArray<{ id: string; name: string }> | undefined;

	async function request<Body>(
		method: IHttpRequestMethods,
		path: string,
		body?: unknown,
	): Promise<Body> {
		if (openRoute(url, 'N8n URL', allowHttp)) throw new N8nRefused(0);
		const headers = { 'X-N8N-API-KEY': String(n8nApiKey) };
		const answer = await ask(method, `${url}/api/v1${path}`, headers, body);
		if (answer.status < 200 || answer.status > 299) throw new N8nRefused(answer.status);
		return answer.body as Body;
	}

	async function all<Item>(path: string): Promise<Item[]> {
		const items: Item[] = [];
		let cursor: string | null | undefined;
		do {
			const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
			const sign = path.includes('?') ? '&' : '?';
			const page = await request<Page<Item>>('GET', `${path}${sign}limit=100${next}`);
			items.push(...page.data);
			cursor = page.nextCursor;
		} while (cursor);
		return items;
	}

	/** Undefined before the first invitation. */
	async function rowsPath(table: TableName = TABLE): Promise<string | undefined> {
		tables ??= await all<{ id: string; name: string }>('/data-tables');
		const id = tables.find(({ name }) => name === table)?.id;
		return id === undefined ? undefined : `/data-tables/${id}/rows`;
	}

	async function rowsOf<Name extends TableName>(
		table: Name,
		conditions: Partial<RowOf<Name>>,
	): Promise<Array<RowOf<Name>>> {
		const path = await rowsPath(table);
		if (path === undefined) return [];
		const filter = encodeURIComponent(JSON.stringify(where(conditions)));
		return await all<RowOf<Name>>(`${path}?filter=${filter}`);
	}

	const find = async (referenceHash: string): Promise<Invitation | undefined> =>
		(await rowsOf(TABLE, { referenceHash }))[0];

	/** As the newest client settings name it; empty when there are none. */
	async function nameInSettings(client: string): Promise<string> {
		const versions = await rowsOf('ClientSettings', { client });
		const [newest] = versions.toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0));
		const settings = parsed(newest?.settings) as
			| { administration?: { name?: unknown } }
			| undefined;
		const name = settings?.administration?.name;
		return typeof name === 'string' ? name : '';
	}

	async function update(conditions: Partial<Invitation>, data: Partial<Invitation>): Promise<void> {
		await request('PATCH', `${await rowsPath()}/update`, { filter: where(conditions), data });
	}

	return {
		find,
		async claim({ referenceHash, state, claimId: before }, claimId) {
			await update({ referenceHash, state, claimId: before }, { claimId });
			return (await find(referenceHash))?.claimId === claimId;
		},
		async write({ referenceHash }, claimId, values) {
			const written = update({ referenceHash, claimId }, { ...values, claimId: '' });
			await written.catch(async (error: unknown) => {
				// Only this write gives the claim back, so that n8n may have done it and failed to say so.
				if ((await find(referenceHash))?.claimId === claimId) throw error;
			});
		},
		async endEarlier({ client, shop, kind }) {
			await update({ client, shop, kind, state: 'connected' }, { state: 'withdrawn' });
		},
		async otherAdministration({ client, shop, kind }, administrationId) {
			const other = (await rowsOf(TABLE, { client, shop, kind })).find(
				(one) =>
					(one.state === 'connected' || one.state === 'deleted') &&
					Boolean(one.administrationId) &&
					one.administrationId !== administrationId,
			);
			return other ? (await nameInSettings(client)) || other.administrationId : '';
		},
		async putKeys(credentialId, keys) {
			const change = { data: keys, isPartialData: true };
			await request('PATCH', `/credentials/${encodeURIComponent(credentialId)}`, change);
		},
		async switchOff(client) {
			// n8n takes 24 characters for the name of a tag, so the name of the workflow says whose it is.
			const tag = encodeURIComponent(client.slice(0, 24));
			const listed = await all<{ id: string; name: string; active: boolean }>(
				`/workflows?active=true&tags=${tag}`,
			);
			const own = listed.filter(({ name, active }) => active && name.startsWith(`${client}: `));
			for (const { id } of own) await request('POST', `/workflows/${id}/deactivate`);
			return own.length;
		},
	};
}

function parsed(json: string | undefined): unknown {
	try {
		return JSON.parse(json ?? '');
	} catch {
		return undefined;
	}
}

const where = (conditions: object): object => ({
	type: 'and',
	filters: Object.entries(conditions).map(([columnName, value]) => ({
		columnName,
		condition: 'eq',
		value: value as unknown,
	})),
});
