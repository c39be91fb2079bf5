import { slowStart } from '../../../nodes/shared/inFlight';

/** How many were under way at each start. */
async function started(count: number, limit: number): Promise<number[]> {
	let underWay = 0;
	const seen: number[] = [];
	const done: number[] = [];
	const inputs = Array.from({ length: count }, (_, index) => index);
	await slowStart(inputs, limit, async (input) => {
		seen.push(++underWay);
		await new Promise((resolve) => setTimeout(resolve, 5));
		underWay -= 1;
		done.push(input);
	});
	expect(done.sort((a, b) => a - b)).toEqual(inputs);
	return seen;
}

it('starts with one at a time, then doubles up to the limit', async () => {
	const seen = await started(100, 16);
	expect(seen.slice(0, 3)).toEqual([1, 1, 2]);
	expect(Math.max(...seen)).toBe(16);
	// One, two, four, eight and then sixteen at a time: 15 of the first four rounds.
	expect(seen.filter((one) => one === 16).length).toBeGreaterThan(50);
});

it.each([
	[0, 5],
	[1, 5],
	[7, 1],
])('does all of %i with at most %i at a time', async (count, limit) => {
	const seen = await started(count, limit);
	expect(seen).toHaveLength(count);
	expect(Math.max(0, ...seen)).toBeLessThanOrEqual(limit);
});

it('says the first failure once all that was under way is over, and begins nothing after it', async () => {
	const over: number[] = [];
	const work = async (input: number) => {
		// The fourth of those that are under way together fails first.
		await new Promise((resolve) => setTimeout(resolve, input === 4 ? 1 : 20));
		over.push(input);
		if (input >= 4) throw new Error(`broken ${input}`);
	};
	const inputs = Array.from({ length: 40 }, (_, index) => index + 1);
	await expect(slowStart(inputs, 8, work)).rejects.toThrow('broken 4');
	const before = [...over];
	expect(before.length).toBeLessThan(10);
	await new Promise((resolve) => setTimeout(resolve, 60));
	expect(over).toEqual(before);
});
