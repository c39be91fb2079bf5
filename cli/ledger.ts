import { createHash } from 'node:crypto';

import { columnsOf } from '../bookkeeping';
import type { N8nApi } from './n8nApi';
import { addTables, deleteRows, listTables, missingTables, rowsOfClient, where } from './tables';
import type { Table } from './tables';

const NAME = 'ClientImports';

/** One thing that the command put into n8n for a client. */
export interface LedgerEntry {
	kind: 'credential' | 'workflow' | 'settings' | 'store';
	key: string;
	n8nId: string;
	/** Hash of what was sent: differs when the file or the templates changed. */
	sent: string;
	/** Hash of what n8n made of it: differs when somebody changed it in n8n. */
	stored: string;
	/** Whether it was switched on once; what somebody switched off later stays off. */
	activated: boolean;
}

/**
 * What the command put into n8n for a client, kept in a data table there, so that any machine can
 * go on where another stopped. Of each thing it holds an id and hashes; of the client file the
 * connections, since n8n does not give back how a shop is reached, and what the names in it mean. No
 * secrets and no settings.
 */
export interface Ledger {
	find(kind: LedgerEntry['kind'], key: string): LedgerEntry | undefined;
	all(kind: LedgerEntry['kind']): LedgerEntry[];
	write(entry: LedgerEntry): Promise<void>;
	forget(entry: Pick<LedgerEntry, 'kind' | 'key'>): Promise<void>;
	/** What the client file says beside the settings; undefined before the first import. */
	connections(): unknown;
	/** Writes only what differs. */
	keepConnections(connections: object): Promise<void>;
	forgetConnections(): Promise<void>;
	/** Ids of records of the administration, by the number or name that the file has for them. */
	names(): Record<string, string>;
	keepNames(names: Record<string, string>): Promise<void>;
}

/** The row that holds the connections instead of a hash. */
const FILE = { kind: 'file', key: '' } as const;
/** The row that holds the names. */
const NAMES = { kind: 'names', key: '' } as const;

/** Reads what was put into n8n for a client; makes the table only when something is written. */
export async function openLedger(api: N8nApi, client: string): Promise<Ledger> {
	const present = await listTables(api);
	let table: Table | undefined = present.find(({ name }) => name === NAME);
	const rows = table ? await rowsOfClient(api, table, client) : [];
	const entries = new Map<string, LedgerEntry>();
	const at = ({ kind, key }: Pick<LedgerEntry, 'kind' | 'key'>): string => `${kind}\n${key}`;
	let kept: string | undefined;
	let names: string | undefined;
	// n8n's tables know no unique key: of two rows for one thing the newest counts.
	for (const row of rows) {
		const entry = row as unknown as LedgerEntry;
		if (row.kind === FILE.kind) kept = entry.sent;
		else if (row.kind === NAMES.kind) names = entry.sent;
		else entries.set(at(entry), entry);
	}

	async function ready(): Promise<Table> {
		if (!table) {
			await addTables(api, missingTables([], [{ name: NAME, columns: columnsOf(NAME) }]));
			table = (await listTables(api)).find(({ name }) => name === NAME) as Table;
		}
		return table;
	}

	async function upsert(row: Omit<LedgerEntry, 'kind'> & { kind: string }): Promise<void> {
		const { kind, key, n8nId, sent, stored, activated } = row;
		const { id } = await ready();
		const data = { client, kind, key, n8nId, sent, stored, activated };
		const filter = where({ client, kind, key });
		await api.request('POST', `/data-tables/${id}/rows/upsert`, { filter, data });
	}

	return {
		find: (kind, key) => entries.get(at({ kind, key })),
		all: (kind) => [...entries.values()].filter((entry) => entry.kind === kind),
		write: async (entry) => {
			await upsert(entry);
			entries.set(at(entry), entry);
		},
		forget: async ({ kind, key }) => {
			await deleteRows(api, await ready(), { client, kind, key });
			entries.delete(at({ kind, key }));
		},
		connections: () => (kept === undefined ? undefined : JSON.parse(kept)),
		keepConnections: async (connections) => {
			const sent = JSON.stringify(connections);
			if (sent === kept) return;
			await upsert({ ...FILE, n8nId: '', sent, stored: '', activated: false });
			kept = sent;
		},
		forgetConnections: async () => {
			if (kept !== undefined) await deleteRows(api, await ready(), { client, ...FILE });
			kept = undefined;
			if (names !== undefined) await deleteRows(api, await ready(), { client, ...NAMES });
			names = undefined;
		},
		names: () => (names === undefined ? {} : (JSON.parse(names) as Record<string, string>)),
		keepNames: async (wanted) => {
			const sent = JSON.stringify(wanted);
			await upsert({ ...NAMES, n8nId: '', sent, stored: '', activated: false });
			names = sent;
		},
	};
}

/** Keys in alphabetical order, so that the same content gives the same text. */
function ordered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(ordered);
	if (typeof value !== 'object' || value === null) return value;
	const sorted = Object.entries(value)
		.filter(([, part]) => part !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(sorted.map(([key, part]) => [key, ordered(part)]));
}

/** A short text that is the same for the same content, whatever the order of its keys. */
export function contentHash(content: unknown): string {
	const text = JSON.stringify(ordered(content));
	return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
