import { NodeApiError, sleep } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { reason } from '../../../../bookkeeping';
import type { NotBooked } from '../../../../nodes/SnelStart/booking/outcome';
import { forgetWrites, SETTLE_MS, writeOnce } from '../../../../nodes/SnelStart/booking/writeOnce';
import type { Seen, Written } from '../../../../nodes/SnelStart/booking/writeOnce';
import { refusalOf } from '../../../../nodes/shared/snelStart/refusal';
import type {
	SnelStartContext,
	SnelStartResult,
} from '../../../../nodes/shared/snelStart/transport';
import { fc, runs } from '../../../support/property';

/** What the server does with one POST; `late` in milliseconds after it gave no answer. */
type Behaviour =
	| { does: 'work' | 'workWithoutId' | 'workAndSilence' | 'silence' | 'refuse' | 'refuseAll' }
	| { does: 'late'; late: number };

interface Plan {
	posts: Behaviour[];
	/** Whether each look-up is answered; the rest are. */
	looks: boolean[];
	/** How long each answer takes. */
	delays: number[];
	/** When the runs begin. */
	starts: number[];
	/** Whether the server itself refuses a second record. */
	refusesDoubles: boolean;
	/** Whether somebody else's record stands in the place. */
	taken: boolean;
}

const behaviour = fc.oneof(
	fc.constantFrom<Behaviour>(
		{ does: 'work' },
		{ does: 'workWithoutId' },
		{ does: 'workAndSilence' },
		{ does: 'silence' },
		{ does: 'refuse' },
		{ does: 'refuseAll' },
	),
	fc.record({
		does: fc.constant('late' as const),
		late: fc.integer({ min: 1, max: SETTLE_MS - 1 }),
	}),
);
const plans: fc.Arbitrary<Plan> = fc.record({
	posts: fc.array(behaviour, { maxLength: 6 }),
	looks: fc.array(fc.boolean(), { maxLength: 8 }),
	delays: fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 12 }),
	starts: fc.array(fc.integer({ min: 0, max: 2 * SETTLE_MS }), { minLength: 1, maxLength: 5 }),
	refusesDoubles: fc.boolean(),
	taken: fc.boolean(),
});

const DOUBLE = 'DOUBLE';
const context = {
	getCredentials: () => Promise.resolve({ baseUrl: 'https://example.test', clientKey: 'key' }),
} as unknown as SnelStartContext;
const unanswered: SnelStartResult = {
	outcome: 'unknown',
	refusal: refusalOf(reason('SNELSTART_UNAVAILABLE'), 504),
};
const refused = (code: string, status?: number): SnelStartResult => ({
	outcome: 'refused',
	refusal: {
		...{ code, codes: [code], message: code, tip: '', facts: {}, fields: [] },
		...(status && { status }),
	},
});

/** A server that does as the plan says, and the runs of a flow against it. */
function stage({ posts, looks, delays, refusesDoubles, taken }: Plan) {
	const records: string[] = taken ? ['theirs'] : [];
	const next = { post: 0, look: 0, delay: 0 };
	const takesTime = async () => await sleep(delays[next.delay++] ?? 0);

	const add = (): SnelStartResult => {
		if (refusesDoubles && records.length > 0) return refused(DOUBLE, 400);
		records.push('ours');
		return { outcome: 'ok', data: { id: 'ours' } };
	};
	const send = async (): Promise<SnelStartResult> => {
		await takesTime();
		const post = posts[next.post++] ?? { does: 'work' };
		switch (post.does) {
			case 'work':
				return add();
			case 'workWithoutId': {
				const result = add();
				return result.outcome === 'ok' ? { outcome: 'ok', data: {} } : result;
			}
			case 'workAndSilence':
				add();
				return unanswered;
			case 'silence':
				return unanswered;
			case 'refuse':
				return refused('BAD', 400);
			case 'refuseAll':
				return refused('RATE_LIMITED', 429);
			case 'late':
				setTimeout(add, post.late);
				return unanswered;
		}
	};
	const look = async (): Promise<Seen<string> | undefined> => {
		await takesTime();
		if (looks[next.look++] === false) {
			throw new NodeApiError({ name: 'SnelStart' } as INode, { message: 'no answer' });
		}
		if (records.includes('ours')) return { ours: 'ours' };
		if (records.length === 0 || !refusesDoubles) return undefined;
		return { notOurs: { code: 'IN_USE', message: '', tip: '', facts: {} } };
	};
	/** As every batch does: a look first, then the write. */
	const run = async (): Promise<Written<string> | NotBooked> => {
		const lookedAt = Date.now();
		const first = await look().catch(() => 'failed' as const);
		if (first === 'failed')
			return { state: 'ready', reason: { code: '', message: '', tip: '', facts: {} }, stop: true };
		if (first && 'ours' in first) return { state: 'booked', record: 'ours', made: 'earlier' };
		if (first) return { state: 'needsAttention', reason: first.notOurs, stop: false };
		const made = (data: unknown) => (data as { id?: string }).id;
		const double = refusesDoubles ? { refusedAsDouble: DOUBLE } : {};
		const write = { key: 'the record', lookedAt, send, look, made, ...double };
		const outcome = await writeOnce(context, write);
		if (outcome.state === 'booked') expect(records).toContain(outcome.record);
		return outcome;
	};
	return { run, records, calls: next };
}

/** Lets the clock go on until the work is done. */
async function finished<Result>(work: Promise<Result>): Promise<Result> {
	let isOver = false;
	const over = work.finally(() => (isOver = true));
	while (!isOver) await jest.advanceTimersByTimeAsync(5_000);
	return await over;
}

const ours = (records: readonly string[]) => records.filter((one) => one === 'ours').length;

beforeEach(() => {
	jest.useFakeTimers();
	forgetWrites();
});
afterEach(() => jest.useRealTimers());

it('whatever the server does, nothing is made twice, and nothing is claimed that is not there', async () => {
	const everything = fc.asyncProperty(plans, async (plan) => {
		forgetWrites();
		const { run, records } = stage(plan);
		const runs = plan.starts.map(async (start) => {
			await sleep(start);
			return await run();
		});
		await finished(Promise.all(runs));
		await jest.advanceTimersByTimeAsync(SETTLE_MS);
		expect(ours(records)).toBeLessThanOrEqual(1);
		// What is left undone is done by the runs that follow, once.
		let last: Written<string> | NotBooked | undefined;
		for (let again = 0; again < 20 && last?.state !== 'booked'; again += 1) {
			await jest.advanceTimersByTimeAsync(SETTLE_MS);
			last = await finished(run());
		}
		const isInTheWay = plan.taken && plan.refusesDoubles;
		expect([last?.state, ours(records)]).toEqual(
			isInTheWay ? ['needsAttention', 0] : ['booked', 1],
		);
	});
	await fc.assert(everything, { numRuns: runs(500) });
});

const plan = (posts: Behaviour[], over: Partial<Plan> = {}): Plan => ({
	posts,
	looks: [],
	delays: [],
	starts: [0],
	refusesDoubles: false,
	taken: false,
	...over,
});

it('a lost answer is settled by looking, and the record is taken over', async () => {
	const { run, records } = stage(plan([{ does: 'workAndSilence' }]));
	expect(await finished(run())).toMatchObject({ state: 'booked', made: 'perhapsNow' });
	expect(records).toEqual(['ours']);
});

it('a write that is carried out late is not sent again meanwhile, by no run of this process', async () => {
	const { run, records, calls } = stage(plan([{ does: 'late', late: 60_000 }]));
	expect(await finished(run())).toMatchObject({ state: 'unknown' });
	expect(await finished(run())).toMatchObject({ state: 'unknown' });
	expect(calls.post).toBe(1);
	await jest.advanceTimersByTimeAsync(60_000);
	expect(await finished(run())).toMatchObject({ state: 'booked', made: 'earlier' });
	expect(records).toEqual(['ours']);
});

it('a write that never arrived is sent again when it cannot come any more', async () => {
	const { run, records, calls } = stage(plan([{ does: 'silence' }]));
	expect(await finished(run())).toMatchObject({ state: 'unknown' });
	await jest.advanceTimersByTimeAsync(SETTLE_MS);
	expect(await finished(run())).toMatchObject({ state: 'booked', made: 'now' });
	expect([calls.post, records]).toEqual([2, ['ours']]);
});

it('where the server refuses a second record, the next run may send at once', async () => {
	const { run, calls } = stage(plan([{ does: 'silence' }], { refusesDoubles: true }));
	expect(await finished(run())).toMatchObject({ state: 'unknown' });
	expect(await finished(run())).toMatchObject({ state: 'booked', made: 'now' });
	expect(calls.post).toBe(2);
});

it('two runs that both looked before either wrote make one record', async () => {
	const { run, records, calls } = stage(plan([], { delays: [100, 100, 5_000] }));
	const outcomes = await finished(Promise.all([run(), run()]));
	expect(outcomes).toMatchObject([{ made: 'now' }, { made: 'earlier' }]);
	expect([calls.post, records]).toEqual([1, ['ours']]);
});

it.each<[string, Behaviour, Partial<NotBooked>]>([
	['refused by SnelStart', { does: 'refuse' }, { state: 'needsAttention', stop: false }],
	['refused for a cause outside it', { does: 'refuseAll' }, { state: 'ready', stop: true }],
])('%s: nothing is looked for', async (_what, does, outcome) => {
	const { run, calls } = stage(plan([does]));
	expect(await finished(run())).toMatchObject(outcome);
	expect([calls.post, calls.look]).toEqual([1, 1]);
});

it('another record in its place is told, not taken over', async () => {
	const { run, records } = stage(plan([], { refusesDoubles: true, taken: true }));
	expect(await finished(run())).toMatchObject({
		state: 'needsAttention',
		reason: { code: 'IN_USE' },
	});
	expect(records).toEqual(['theirs']);
});
