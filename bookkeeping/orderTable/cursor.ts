/** What a run read of a shop, and when. Moments are milliseconds since 1970. */
export interface Reading {
	/** From when on this run read; undefined when nothing was read of the shop before. */
	cursorMs: number | undefined;
	/** When this run began to read, by the clock of this server. */
	startedMs: number;
	/** When the shop says that each record changed that was read. */
	changedMs: readonly number[];
}

/** So much later than its own date a record may become visible in the shop. */
export const OVERLAP_MS = 60 * 60_000;

/**
 * From when on the next run has to read a shop, so that nothing is passed over: an hour before the
 * latest change that was read, by the clock of the shop. A change that the shop dates after the run
 * began (a wrong clock, a plugin) moves nothing, and no cursor is later than the start of the run
 * less that hour. What is read again is known by its row.
 *
 * @returns undefined when nothing was read yet
 */
export function nextCursor({ cursorMs, startedMs, changedMs }: Reading): number | undefined {
	const latestMs = changedMs
		.filter((moment) => moment <= startedMs)
		.reduce<number | undefined>((latest, moment) => Math.max(moment, latest ?? moment), undefined);
	const candidates = [cursorMs, latestMs === undefined ? undefined : latestMs - OVERLAP_MS].filter(
		(moment) => moment !== undefined,
	);
	if (candidates.length === 0) return undefined;
	return Math.min(startedMs - OVERLAP_MS, Math.max(...candidates));
}

/** The ids of what was read that have no row in the order table, each once. */
export function unrecorded(readIds: readonly string[], recordedIds: Iterable<string>): string[] {
	const recorded = new Set(recordedIds);
	return [...new Set(readIds)].filter((id) => !recorded.has(id));
}
