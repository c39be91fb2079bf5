/** One request the service received; status 0 means that no answer came. */
export interface JournalEntry {
	at: string;
	method: string;
	path: string;
	query: Record<string, string>;
	status: number;
	/** Method and first path segment below the base, e.g. "POST verkoopboekingen". */
	shape: string;
}

export interface Journal {
	entries: readonly JournalEntry[];
	record(entry: JournalEntry): void;
	/** How often each shape was called, from entry `since` on; token requests only when asked. */
	calls(options?: { since?: number; tokens?: boolean }): Record<string, number>;
	clear(): void;
}

/** Keys travel in some queries; a journal is for reading, so they stay out of it. */
const secretParameters = new Set([
	'consumer_key',
	'consumer_secret',
	'oauth_consumer_key',
	'oauth_signature',
	'subscription-key',
]);

/** The query as a plain object, keys and signatures left out. */
export function journalQuery(query: URLSearchParams): Record<string, string> {
	return Object.fromEntries([...query].filter(([name]) => !secretParameters.has(name)));
}

/** Method and first path segment below the base. */
export function shapeOf(method: string, path: string, base: string): string {
	const below = path.startsWith(`${base}/`) ? path.slice(base.length) : path;
	return `${method} ${below.split('/').find((segment) => segment !== '') ?? ''}`.trim();
}

export function createJournal(): Journal {
	const entries: JournalEntry[] = [];
	return {
		entries,
		record: (entry) => entries.push(entry),
		calls({ since = 0, tokens = false } = {}) {
			const counts: Record<string, number> = {};
			for (const { shape } of entries.slice(since)) {
				if (tokens || shape !== 'POST token') counts[shape] = (counts[shape] ?? 0) + 1;
			}
			return counts;
		},
		clear: () => entries.splice(0),
	};
}
