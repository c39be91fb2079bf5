import { newMemory, readFromMs, takeFresh } from '../../../nodes/shared/pollMemory';
import type { PolledRecord, PollMemory } from '../../../nodes/shared/pollMemory';

const overlapMs = 100;
const record = (key: string, momentMs?: number, version = 'a'): PolledRecord => ({
	key,
	version,
	...(momentMs !== undefined && { momentMs }),
});

/** One poll at `nowMs`; returns the keys that are fresh. */
function poll(memory: PollMemory, records: PolledRecord[], nowMs = 1_000_000) {
	const result = takeFresh(memory, records, { overlapMs, nowMs });
	// What n8n stores is JSON: what does not survive it would be gone after a restart.
	return {
		fresh: result.fresh.map(({ key }) => key),
		memory: JSON.parse(JSON.stringify(result.memory)) as PollMemory,
	};
}

it('reads from the latest moment it knows, less the overlap', () => {
	const { memory } = poll(newMemory('shop', 1_000), [record('1', 1_500), record('2', 1_200)]);
	expect(readFromMs(memory, overlapMs)).toBe(1_400);
	expect(readFromMs(poll(memory, []).memory, overlapMs)).toBe(1_400);
});

it('hands over a record once, and again when its version changes', () => {
	const first = poll(newMemory('shop', 1_000), [record('1', 1_500)]);
	expect(first.fresh).toEqual(['1']);
	const second = poll(first.memory, [record('1', 1_500), record('2', 1_500)]);
	expect(second.fresh).toEqual(['2']);
	const third = poll(second.memory, [record('1', 1_500, 'b'), record('2', 1_500)]);
	expect(third.fresh).toEqual(['1']);
	expect(poll(third.memory, [record('1', 1_500, 'b')]).fresh).toEqual([]);
});

it('hands over a record that shows up later than its date, within the overlap', () => {
	const { memory } = poll(newMemory('shop', 1_000), [record('1', 2_000)]);
	expect(poll(memory, [record('1', 2_000), record('late', 1_901)]).fresh).toEqual(['late']);
});

it('hands over the last of two readings of one record', () => {
	const two = [record('1', 1_500, 'a'), record('1', 1_501, 'b')];
	const result = takeFresh(newMemory('shop', 1_000), two, { overlapMs, nowMs: 5_000 });
	expect(result.fresh).toEqual([two[1]]);
});

it('forgets only what can not be read again', () => {
	let { memory } = poll(newMemory('shop', 0), [record('1', 1_000), record('2', 1_090)]);
	({ memory } = poll(memory, [record('3', 1_150)]));
	expect(memory.seen.map(([key]) => key)).toEqual(['2', '3']);
});

it('remembers a record without a moment as long as it comes back', () => {
	let { memory } = poll(newMemory('shop', 0), [record('1'), record('2')]);
	({ memory } = poll(memory, [record('1'), record('3', 9_000)]));
	expect(poll(memory, [record('1'), record('3', 9_000)]).fresh).toEqual([]);
	expect(memory.seen.map(([key]) => key)).toEqual(['1', '3']);
});

it('is not led past other records by one that is dated in the future', () => {
	const { memory } = poll(newMemory('shop', 1_000), [record('future', 99_000)], 2_000);
	expect(readFromMs(memory, overlapMs)).toBe(1_900);
	expect(poll(memory, [record('future', 99_000), record('2', 2_050)], 2_100).fresh).toEqual(['2']);
});

it('misses and repeats nothing over a thousand polls of records that show up late', () => {
	let memory = newMemory('shop', 0);
	const handed: string[] = [];
	const all = Array.from({ length: 3_000 }, (_, index) => ({
		...record(String(index)),
		momentMs: index * 10,
		shownMs: index * 10 + ((index * 37) % 90),
	}));
	let most = 0;
	for (let nowMs = 0; nowMs <= 31_000; nowMs += 31) {
		const from = readFromMs(memory, overlapMs);
		const result = poll(
			memory,
			all.filter(({ momentMs, shownMs }) => momentMs >= from && shownMs <= nowMs),
			nowMs,
		);
		handed.push(...result.fresh);
		({ memory } = result);
		most = Math.max(most, memory.seen.length);
	}
	expect(handed).toHaveLength(3_000);
	expect(new Set(handed).size).toBe(3_000);
	expect(most).toBeLessThan(25);
});
