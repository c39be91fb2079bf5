import { Trade } from '../../campaigns/trade';
import { startStage, type Stage } from '../../support/flow/stage';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => undefined,
}));

const HOURLY = 'Hourly order sync WooCommerce';
const DIGEST = 'Daily digest';
const HOUR = 3_600_000;
const HOURS = 24;
const PER_HOUR = 2;

let stage: Stage;
let trade: Trade;
/** The beginning, by the clock that is moved on. */
const START = Date.parse('2026-11-24T08:00:00Z');
const CHAT = { language: 'en', channel: 'chat' };

async function run(name: string, trigger: string) {
	const done = await stage.engine.run(name, trigger);
	expect(done.error).toBeUndefined();
	return done;
}
const messages = () =>
	stage.engine.sent
		.splice(0)
		.map(({ parameters }) => (JSON.parse(String(parameters.jsonBody)) as { text: string }).text);
const calls = (since: number) =>
	Object.entries(stage.sandbox.wooCommerce.journal.calls({ since }))
		.filter(([shape]) => shape.startsWith('GET'))
		.reduce((sum, [, count]) => sum + Number(count), 0);

/** One hour of a client: customers order, the sync runs, and later the digest looks for news. */
async function anHour(hour: number): Promise<string[]> {
	jest.setSystemTime(START + hour * HOUR);
	for (let index = 0; index < PER_HOUR && hour <= HOURS; index++) trade.order(trade.newCustomer());
	jest.setSystemTime(START + hour * HOUR + 7 * 60_000);
	await run(HOURLY, 'Every hour');
	jest.setSystemTime(START + hour * HOUR + 37 * 60_000);
	await run(DIGEST, 'Every hour');
	return messages();
}

beforeAll(async () => {
	jest.useFakeTimers({
		now: START,
		doNotFake: [
			...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] as const),
			...(['clearImmediate', 'setInterval', 'clearInterval'] as const),
			...(['setTimeout', 'clearTimeout'] as const),
		],
	});
	stage = await startStage();
	stage.engine.useClient({ values: { [DIGEST]: CHAT } as never });
	trade = new Trade(stage.sandbox);
	expect(await anHour(0)).toEqual([]);
});
afterAll(async () => {
	jest.useRealTimers();
	await stage?.sandbox.stop();
});

it('a day without SnelStart: one alert within the hour, one when it is over, and everything booked once', async () => {
	const { faults } = stage.sandbox.snelStart;
	const told: Record<number, string[]> = {};
	let mostReads = 0;
	for (let hour = 1; hour <= HOURS; hour++) {
		faults.clear();
		const kind = (['500', 'html', 'reset-before-commit', '504'] as const)[hour % 4]!;
		faults.add({ kind, times: 1_000_000 });
		const since = stage.sandbox.wooCommerce.journal.entries.length;
		const said = await anHour(hour);
		if (said.length > 0) told[hour] = said;
		mostReads = Math.max(mostReads, calls(since));
	}
	expect(told).toEqual({
		1: [
			expect.stringMatching(
				/^Webshop orders in SnelStart, my-client\nSnelStart takes no bookings at the moment \(\w+\)\. .*\nHeld until it is over: 2\n- woocommerce \d+: /,
			),
		],
	});
	// Held orders are read a hundred per call, not one by one.
	expect(mostReads).toBeLessThanOrEqual(5);
	expect(trade.faultsIn(stage.engine.rows('WebshopOrders'), false)).toEqual([]);
	expect(stage.engine.rows('ShopTroubles')).toMatchObject([
		{ client: 'my-client', shop: 'SnelStart', subject: 'outage', code: 'SNELSTART_OUTAGE' },
	]);

	faults.clear();
	const before = stage.sandbox.snelStart.journal.entries.length;
	expect(await anHour(HOURS + 1)).toEqual([
		'Webshop orders in SnelStart, my-client\nSnelStart takes bookings again: nothing is held any more.',
	]);
	expect(trade.faultsIn(stage.engine.rows('WebshopOrders'), true)).toEqual([]);
	expect(trade.documents).toHaveLength((HOURS + 1) * PER_HOUR);
	// Per held order one customer and one entry, and a few look-ups for all of them.
	const sent = stage.sandbox.snelStart.journal.entries.length - before;
	expect(sent).toBeLessThan(HOURS * PER_HOUR * 2 + 60);
	expect(stage.engine.rows('ShopTroubles')).toEqual([]);
	expect(await anHour(HOURS + 2)).toEqual([]);
}, 300_000);
