import type { IPollFunctions } from 'n8n-workflow';

import { newMemory, readFromMs, takeFresh } from './pollMemory';
import type { PolledRecord, PollMemory } from './pollMemory';

export interface Poll<Polled extends PolledRecord> {
	/** What is polled, for example the shop; when it changes, the trigger starts afresh. */
	source: string;
	/** From when on a new trigger hands records over; undefined for what comes after it starts. */
	startMs?: number;
	overlapMs: number;
	/** Reads everything that changed since a moment, completely, or throws. */
	readSince: (fromMs: number) => Promise<Polled[]>;
}

/**
 * One poll of a trigger: reads what changed since the last poll, and hands over what was not handed
 * over before.
 *
 * n8n may start a poll while a slow one still reads, and keeps what a failed poll wrote. So nothing
 * is remembered before everything was read, and a poll that was overtaken hands over nothing: what
 * it read, the next one reads again.
 *
 * @throws whatever `readSince` throws; nothing is remembered then, and the next poll reads it again
 */
export async function pollFresh<Polled extends PolledRecord>(
	this: IPollFunctions,
	{ source, startMs, overlapMs, readSince }: Poll<Polled>,
): Promise<Polled[]> {
	const kept = (): PollMemory | undefined => {
		const memory = this.getWorkflowStaticData('node').memory as PollMemory | undefined;
		return memory?.source === source ? memory : undefined;
	};
	const before = kept();
	const memory = before ?? newMemory(source, startMs ?? Date.now());
	// Nothing before a given start is handed over, so the overlap does not reach before it.
	const from = Math.max(readFromMs(memory, overlapMs), startMs ?? -Infinity);
	const records = await readSince(from);
	if (kept()?.polls !== before?.polls) return [];

	const result = takeFresh(memory, records, { overlapMs, nowMs: Date.now() });
	this.getWorkflowStaticData('node').memory = result.memory;
	// A trigger that starts now knows what was there already, and does not hand it over.
	return before === undefined && startMs === undefined ? [] : result.fresh;
}
