import { Trade } from '../../campaigns/trade';
import { startStage, type Stage } from '../../support/flow/stage';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => undefined,
}));

const HOURLY = 'Hourly order sync WooCommerce';
const REFUNDS = 'Hourly refund sync WooCommerce';
const REVIEW = 'Nightly status review WooCommerce';
const ALERTS = 'Alerts';
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
	stage.engine.useClient({ values: { [DIGEST]: CHAT, [ALERTS]: CHAT } as never });
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

/** Runs a workflow by the clock; when it fails, n8n starts the error workflow. */
async function runWithAlerts(name: string, trigger: string): Promise<string> {
	const { error } = await stage.engine.run(name, trigger);
	const execution = { id: '1', mode: 'trigger', error: { message: error?.message } };
	if (error)
		await stage.engine.run(ALERTS, 'When a run fails', [{ workflow: { name }, execution }]);
	return error?.message ?? '';
}

it('a day without the shop: one alert within the hour, one when it is over, whatever runs; nothing is lost', async () => {
	const { faults } = stage.sandbox.wooCommerce;
	const trouble = () => stage.engine.rows('ShopTroubles').map(({ subject }) => String(subject));
	const FROM = HOURS + 3;
	const hourOf = async (hour: number, night = false) => {
		jest.setSystemTime(START + hour * HOUR);
		trade.order(trade.newCustomer());
		jest.setSystemTime(START + hour * HOUR + 7 * 60_000);
		const failed = [await runWithAlerts(HOURLY, 'Every hour')];
		if (night) failed.push(await runWithAlerts(REVIEW, 'Every night'));
		jest.setSystemTime(START + hour * HOUR + 37 * 60_000);
		failed.push(await runWithAlerts(REFUNDS, 'Every hour'));
		await run(DIGEST, 'Every hour');
		return { failed, said: messages() };
	};
	const documents = trade.documents.length;
	for (let hour = 0; hour < 5; hour++) {
		faults.clear();
		const kind = (['500', 'html', 'reset-before-commit', '504'] as const)[hour % 4]!;
		faults.add({ kind, times: 1_000_000 });
		const { failed, said } = await hourOf(FROM + hour, hour === 2);
		// In n8n's list of runs they are red; nobody is told a second time.
		expect(failed).toEqual(
			failed.map(() => expect.stringMatching(/^SHOP_OUTAGE: the shop could not/)),
		);
		expect(said).toEqual(
			hour === 0
				? [expect.stringMatching(/\nwoocommerce: The shop cannot be read at the moment \(\w+\)\. /)]
				: [],
		);
		expect(
			trouble()
				.filter((subject) => !/^(orders|webhooks)$/.test(subject))
				.sort(),
		).toEqual([...['outage', 'unread orders', 'unread refunds']]);
	}
	jest.setSystemTime(START + (FROM + 4) * HOUR + 38 * 60_000);
	await run(DIGEST, 'Every morning');
	expect(messages()).toEqual([
		expect.stringMatching(
			/(\n(Need|- woocommerce) .*)+\nwoocommerce: The shop cannot be read at the moment \(\w+\)\.[^\n]+$/,
		),
	]);

	faults.clear();
	expect(await hourOf(FROM + 5)).toEqual({
		failed: ['', ''],
		said: [
			'Webshop orders in SnelStart, my-client\nwoocommerce: the shop can be read again, and what came in between is being booked.',
		],
	});
	expect(trouble().filter((subject) => /outage|unread/.test(subject))).toEqual([]);
	expect(trade.documents.length - documents).toBe(6);
	expect(trade.faultsIn(stage.engine.rows('WebshopOrders'), true)).toEqual([]);
	expect((await hourOf(FROM + 6)).said).toEqual([]);
}, 300_000);

it('a workflow that fails every hour is told once, every morning, and when it is over', async () => {
	const FROM = HOURS + 20;
	const failed = (node: string) => ({
		workflow: { name: 'Stock from SnelStart' },
		execution: { id: '1', mode: 'trigger', lastNodeExecuted: node, error: { message: 'Broken' } },
	});
	const anHourOf = async (hour: number, node?: string) => {
		jest.setSystemTime(START + hour * HOUR + 12 * 60_000);
		if (node) await stage.engine.run(ALERTS, 'When a run fails', [failed(node)]);
		jest.setSystemTime(START + hour * HOUR + 37 * 60_000);
		await run(DIGEST, 'Every hour');
		return messages();
	};
	const told: Record<number, string[]> = {};
	for (let hour = 0; hour < 60; hour++) {
		const node = hour < 30 ? 'Read stock' : undefined;
		const said = await anHourOf(FROM + hour, hour === 5 ? 'Write stock' : node);
		if (said.length > 0) told[hour] = said;
		if (hour !== 25) continue;
		await run(DIGEST, 'Every morning');
		const lines = messages().join('\n').split('\n');
		expect(lines).toContainEqual(
			expect.stringMatching(
				/^n8n: The workflow 'Stock from SnelStart' fails at its node 'Read stock'\. /,
			),
		);
	}
	expect(told).toEqual({
		0: [expect.stringContaining('Node: Read stock')],
		// Another node is another failure, and the last of it was in the sixth hour.
		5: [expect.stringContaining('Node: Write stock')],
		31: [expect.stringMatching(/\nStock from SnelStart \/ Write stock: did not fail for a day\.$/)],
		55: [expect.stringMatching(/\nStock from SnelStart \/ Read stock: did not fail for a day\.$/)],
	});
	expect(stage.engine.rows('ShopTroubles').filter(({ shop }) => shop === 'n8n')).toEqual([]);
}, 120_000);

it.each([
	['by a run that another one waits for', 'integrated', 'Something broke', 0],
	['by the run that waited', 'trigger', 'Something broke', 1],
])('one crash is one alert: a failure %s', async (_, mode, message, alerts) => {
	const failure = {
		workflow: { name: 'Book and record' },
		execution: { mode, error: { message } },
	};
	await stage.engine.run(ALERTS, 'When a run fails', [failure]);
	expect(messages()).toHaveLength(alerts);
});
