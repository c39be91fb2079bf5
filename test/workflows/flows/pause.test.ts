import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';
import { templates } from '../templates';

const CLIENT = 'my-client';
const PAUSE = 4;
const SYNC = 'Hourly order sync WooCommerce';

let stage: Stage;

const day = (daysAgo: number) =>
	new Date(stage.now().getTime() - daysAgo * 24 * 3_600_000).toISOString().slice(0, 10);
async function dashboard(output: number, asked: object) {
	stage.engine.answers.splice(0);
	const request = { client: CLIENT, tab: 'configuration', language: 'nl', search: '', page: 1 };
	const { error } = await stage.engine.run(
		'Dashboard',
		'Open dashboard',
		[{ ...request, from: day(30), until: day(0), ...asked }],
		output,
	);
	if (error) throw error;
	return stage.engine.answers[0]!;
}
async function run(name: string, trigger: string) {
	const done = await stage.engine.run(name, trigger);
	if (done.error) throw done.error;
	return done;
}
const pause = () => dashboard(PAUSE, { action: 'pause', by: 'anna', today: '2026-11-29' });
const stop = () => dashboard(PAUSE, { action: 'stop', by: 'anna', today: '2026-11-29' });
const goOn = () => dashboard(PAUSE, { action: 'goOn', by: 'piet', today: '2026-11-30' });
const booked = () => stage.sandbox.snelStart.books.summary().salesEntries.length;
const cursors = () => stage.engine.rows('SyncCursors').map(cellsOf);

beforeAll(async () => {
	stage = await startStage();
	await run(SYNC, 'Every hour');
});
afterAll(async () => await stage?.sandbox.stop());

/** What runs by the clock and yet is never stopped: it tells and cleans up. */
const GOES_ON = ['Clean up tables', 'Daily digest'];
/** What only reads, or is sent by hand: a pause lets it go on, a stop does not. */
const GOES_ON_IN_A_PAUSE = [
	'Orders from a file',
	'Payout upload CSV',
	'Reconcile period JouwWeb',
	'Reconcile period WooCommerce',
];
const byItself = templates.filter(({ nodes }) =>
	nodes.some(({ type }) => /scheduleTrigger|wooCommerceStoreTrigger/.test(type)),
);

test.each(byItself.map(({ name, nodes }) => [name, nodes] as const))(
	'J203: %s asks whether the client is paused before anything else',
	(name, nodes) => {
		const asks = nodes.some((node) => node.name === 'Not paused?');
		expect(asks).toBe(![...GOES_ON, ...GOES_ON_IN_A_PAUSE].includes(name));
	},
);

test('J203: what a pause lets go on asks whether the client is stopped', () => {
	const asking = templates.filter(({ nodes }) => nodes.some(({ name }) => name === 'Not stopped?'));
	expect(asking.map(({ name }) => name).sort()).toEqual(GOES_ON_IN_A_PAUSE);
});

test('a paused client is neither read nor booked, and every run says so', async () => {
	const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 28)!;
	expect((await pause()).statusCode).toBe(303);
	stage.sandbox.wooCommerce.putOrder({ ...order, id: 9100, number: '9100' });
	const before = [booked(), cursors()];
	const asked = stage.sandbox.wooCommerce.journal.entries.length;
	const done = await run(SYNC, 'Every hour');
	expect(done.items('Say that it is paused')).toEqual([
		{
			code: 'CLIENT_PAUSED',
			message:
				'Paused by anna since 2026-11-29: nothing is read from the shop or booked by itself.',
		},
	]);
	await run('Daily payment matching WooCommerce', 'Every day');
	await run('Nightly status review WooCommerce', 'Every night');
	await run('Hourly refund sync WooCommerce', 'Every hour');
	expect([booked(), cursors()]).toEqual(before);
	expect(stage.sandbox.wooCommerce.journal.entries).toHaveLength(asked);
});

test('the dashboard says it on every tab, the office and the digest too', async () => {
	const sentence = 'Gepauzeerd door anna sinds 29-11-2026';
	for (const tab of ['report', 'errors', 'configuration']) {
		expect((await dashboard(0, { tab })).body).toContain(sentence);
	}
	expect((await dashboard(0, {})).body).toContain('Ga verder');
	await stage.engine.run('Office dashboard', 'Open office dashboard', [{ language: 'nl' }]);
	const office = stage.engine.answers.at(-1)!.body;
	expect(office).toContain(sentence);
	expect(office).toContain('Elke klant wordt gelezen.');
	stage.engine.fillIn('Daily digest', { channel: 'chat', language: 'nl' });
	await run('Daily digest', 'When clicked');
	expect(JSON.stringify(stage.engine.sent)).toContain(sentence);
});

test('pausing twice is pausing once, and another client goes on', async () => {
	await pause();
	const rows = () =>
		stage.engine.rows('ShopTroubles').filter(({ subject }) => subject === 'paused');
	expect(rows()).toHaveLength(1);
	rows()[0]!.client = 'another';
	expect((await run(SYNC, 'Every hour')).items('Say that it is paused')).toEqual([]);
	rows()[0]!.client = CLIENT;
});

test('after it, the first run reads what was missed, once', async () => {
	const before = booked();
	const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 28)!;
	stage.sandbox.wooCommerce.putOrder({ ...order, id: 9101, number: '9101' });
	await goOn();
	await run(SYNC, 'Every hour');
	expect(
		stage.engine.rows('WebshopOrders').find(({ orderNumber }) => orderNumber === '9101'),
	).toMatchObject({
		state: 'booked',
	});
	await run(SYNC, 'Every hour');
	expect(booked()).toBe(before + 1);
	expect((await dashboard(0, { tab: 'report' })).body).not.toContain('Gepauzeerd');
});

describe('a client that is stopped', () => {
	const light = async () => {
		stage.engine.fillIn('Set-up check WooCommerce', { client: CLIENT });
		const lights = (await run('Set-up check WooCommerce', 'When clicked')).items('Lights');
		return lights.filter(({ check }) => check === 'Lezen en boeken');
	};

	test('is neither read, compared nor booked by the clock, and every run says so', async () => {
		expect(await light()).toEqual([expect.objectContaining({ ok: true, found: 'Gaat door' })]);
		expect((await stop()).statusCode).toBe(303);
		const before = [booked(), cursors()];
		const asked = stage.sandbox.wooCommerce.journal.entries.length;
		const sentence = 'Stopped by anna on 2026-11-29: nothing is read from the shop or booked.';
		const told = { code: 'CLIENT_STOPPED', message: sentence };
		const done = await run(SYNC, 'Every hour');
		expect(done.items('Say that it is paused')).toEqual([told]);
		const compared = await run('Reconcile period WooCommerce', 'Every month');
		expect(compared.items('Say that it is stopped')).toEqual([expect.objectContaining(told)]);
		expect([booked(), cursors()]).toEqual(before);
		expect(stage.sandbox.wooCommerce.journal.entries).toHaveLength(asked);
	});

	test('is so on the dashboard, in the digest, at the office and in the set-up check', async () => {
		const sentence = 'Gestopt door anna op 29-11-2026';
		const page = (await dashboard(0, {})).body;
		expect(page).toContain(sentence);
		expect(page).toContain('Start weer');
		expect(page).not.toContain('Pauzeer de koppeling');
		await stage.engine.run('Office dashboard', 'Open office dashboard', [{ language: 'nl' }]);
		expect(stage.engine.answers.at(-1)!.body).toContain(sentence);
		stage.engine.sent.splice(0);
		await run('Daily digest', 'When clicked');
		expect(JSON.stringify(stage.engine.sent)).toContain(sentence);
		expect(await light()).toEqual([
			expect.objectContaining({ ok: false, found: 'Gestopt door anna sinds 2026-11-29' }),
		]);
	});

	test('is started again, reads what came meanwhile, and who did what when is kept', async () => {
		const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 28)!;
		stage.sandbox.wooCommerce.putOrder({ ...order, id: 9102, number: '9102' });
		expect((await goOn()).statusCode).toBe(303);
		expect((await goOn()).statusCode).toBe(303);
		await run(SYNC, 'Every hour');
		const row = stage.engine
			.rows('WebshopOrders')
			.find(({ orderNumber }) => orderNumber === '9102');
		expect(row).toMatchObject({ state: 'booked' });
		const page = (await dashboard(0, {})).body;
		expect(page).toContain(
			'Stond stil sinds 29-11-2026 door anna, gaat door sinds 30-11-2026 door piet.',
		);
		expect(page).not.toContain('Gestopt door');
		await stage.engine.run('Office dashboard', 'Open office dashboard', [{ language: 'nl' }]);
		expect(stage.engine.answers.at(-1)!.body).not.toContain('anna');
		stage.engine.sent.splice(0);
		await run('Daily digest', 'When clicked');
		expect(JSON.stringify(stage.engine.sent)).not.toContain('anna');
	});

	test('a paused client can be stopped, and then stands there once', async () => {
		await pause();
		await stop();
		const rows = stage.engine.rows('ShopTroubles').filter(({ subject }) => subject === 'paused');
		expect(rows.map(({ code }) => code)).toEqual(['CLIENT_STOPPED']);
		await goOn();
	});
});
