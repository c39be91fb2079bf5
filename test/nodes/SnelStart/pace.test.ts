import { paced, shareOf, tooMany } from '../../../nodes/shared/snelStart/pace';

let now = Date.parse('2026-05-13T09:00:00Z');
const waits: number[] = [];

jest.mock('n8n-workflow', () => ({
	...jest.requireActual('n8n-workflow'),
	sleep: async (ms: number) => {
		waits.push(ms);
		now += ms;
	},
}));

beforeEach(() => {
	waits.length = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

const limits = (requestsPerMinute: number, requestsInFlight: number) => ({
	requestsPerMinute,
	requestsInFlight,
});

it('W028: sends no more per minute than the administration allows', async () => {
	const moments: number[] = [];
	for (let request = 0; request < 250; request++) {
		await paced('development key', limits(100, 5), async () => void moments.push(now));
		now += 100;
	}
	for (const moment of moments) {
		const inMinute = moments.filter((other) => other > moment - 60_000 && other <= moment);
		expect(inMinute.length).toBeLessThanOrEqual(100);
	}
	// 100 requests in 10 s, then 50 s to wait; twice.
	expect(waits).toEqual([50_000, 50_000]);
});

it('keeps no more requests under way than allowed, and goes on after one that fails', async () => {
	let underWay = 0;
	let most = 0;
	const results = await Promise.allSettled(
		Array.from({ length: 40 }, (_, index) =>
			paced('busy key', limits(0, 5), async () => {
				most = Math.max(most, ++underWay);
				await new Promise((resolve) => setImmediate(resolve));
				underWay -= 1;
				if (index % 7 === 0) throw new Error('refused');
				return index;
			}),
		),
	);
	expect(most).toBe(5);
	expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(34);
	expect(waits).toEqual([]);
});

it.each([
	['one process', limits(500, 50), 1, limits(500, 50)],
	['two workers', limits(500, 50), 2, limits(250, 25)],
	['three workers, rounded down', limits(100, 5), 3, limits(33, 1)],
	['more workers than requests', limits(100, 5), 8, limits(12, 1)],
	['no limit stays none', limits(0, 0), 4, limits(0, 0)],
	['none counted yet', limits(100, 5), 0, limits(100, 5)],
])('divides the limits over workers: %s', (_, whole, workers, part) => {
	expect(shareOf(whole, workers)).toEqual(part);
});

it('counts administrations apart, and counts nothing when both limits are zero', async () => {
	const sent: string[] = [];
	for (const key of ['one', 'two', 'one', 'two']) {
		await paced(key, limits(2, 1), async () => void sent.push(key));
	}
	for (let request = 0; request < 10; request++) {
		await paced('one', limits(0, 0), async () => void sent.push('free'));
	}
	expect(sent).toHaveLength(14);
	expect(waits).toEqual([]);
});

it('after a 429 sends half as many at once, then more again with every answer', async () => {
	let underWay = 0;
	const seen: number[] = [];
	const send = (refused = false) =>
		paced('key that is refused', limits(0, 16), async () => {
			seen.push(++underWay);
			await new Promise((resolve) => setImmediate(resolve));
			if (refused) tooMany('key that is refused');
			underWay -= 1;
		});
	const most = async (count: number): Promise<number> => {
		seen.length = 0;
		await Promise.all(Array.from({ length: count }, () => send()));
		return Math.max(...seen);
	};
	expect(await most(40)).toBe(16);
	await Promise.all([send(true), ...Array.from({ length: 15 }, () => send())]);
	const halved = await most(8);
	expect(halved).toBeLessThanOrEqual(9);
	for (let round = 0; round < 30; round++) await most(16);
	expect(await most(40)).toBe(16);
	expect(waits).toEqual([]);
});
