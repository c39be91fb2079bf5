/** One record as a poll read it. */
export interface PolledRecord {
	/** The service's own ID: what makes two readings the same record. */
	key: string;
	/** Changes whenever the record is to be handed over again, for example a fingerprint. */
	version: string;
	/** When the service says it last changed, in milliseconds; undefined when it does not say. */
	momentMs?: number;
}

/** What a polling trigger keeps between two polls. Plain data, so that n8n can store it as JSON. */
export interface PollMemory {
	/** What was polled. Another shop or list has other records, so it starts afresh. */
	source: string;
	/** How many polls were remembered; tells a poll that another one finished while it read. */
	polls: number;
	/** The latest moment of change that was read, in milliseconds. */
	watermarkMs: number;
	/** What may be read again: key, version and moment. */
	seen: Array<[key: string, version: string, momentMs: number | null]>;
}

/** The memory of a trigger that looks from `startMs` on. */
export function newMemory(source: string, startMs: number): PollMemory {
	return { source, polls: 0, watermarkMs: startMs, seen: [] };
}

/**
 * From which moment the next poll has to read. Services show a record later than they date it, and
 * filter by the second, so every poll reads some of the last one again.
 */
export function readFromMs(memory: PollMemory, overlapMs: number): number {
	return memory.watermarkMs - overlapMs;
}

/**
 * Tells which records were not handed over before, and what to remember of this poll. A version is
 * fresh when it is not the one that was seen last; of a record that was read twice in one poll the
 * last reading counts. Forgotten is only what can not be read again: what is older than the overlap
 * and did not come back in this poll.
 *
 * @param nowMs the clock: a record dated in the future does not push the next poll past others
 */
export function takeFresh<Polled extends PolledRecord>(
	memory: PollMemory,
	records: readonly Polled[],
	{ overlapMs, nowMs }: { overlapMs: number; nowMs: number },
): { fresh: Polled[]; memory: PollMemory } {
	const versions = new Map(memory.seen.map(([key, version]) => [key, version]));
	const read = new Map(records.map((record) => [record.key, record]));
	const fresh = [...read.values()].filter(({ key, version }) => versions.get(key) !== version);

	const watermarkMs = [...read.values()].reduce(
		(latest, { momentMs }) => Math.max(latest, Math.min(momentMs ?? latest, nowMs)),
		memory.watermarkMs,
	);
	const next: PollMemory = { ...memory, polls: memory.polls + 1, watermarkMs, seen: [] };
	const from = readFromMs(next, overlapMs);
	const kept = memory.seen.filter(
		([key, , momentMs]) => !read.has(key) && momentMs !== null && momentMs >= from,
	);
	next.seen = [
		...kept.map(([key, version, momentMs]) => [key, version, momentMs] as PollMemory['seen'][0]),
		...[...read.values()].map(
			({ key, version, momentMs }) => [key, version, momentMs ?? null] as PollMemory['seen'][0],
		),
	];
	return { fresh, memory: next };
}
