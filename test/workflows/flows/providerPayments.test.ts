import { startStage, type Stage } from '../../support/flow/stage';

const MATCHING = 'Daily payment matching WooCommerce';
const POLLED = ['Mollie', 'Stripe'] as const;

let stage: Stage;

const rows = () => stage.engine.rows('WebshopOrders');
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rowOf = (key: string) => rows().find(({ orderKey }) => orderKey === key);
const toldOf = (provider: string) =>
	rows().filter(({ parentKey }) => parentKey === `my-client/payout/${provider}/payments`);
const cursorOf = (provider: string) =>
	stage.engine.rows('SyncCursors').find(({ shop }) => shop === `${provider} payments`)?.readUntil;

async function run(name: string, trigger = 'Every day') {
	const done = await stage.engine.run(name, trigger);
	expect(done.error).toBeUndefined();
	return done;
}

/** What a payment plugin that never heard of it leaves: an order without a payment. */
function forget(id: number, changes: object = {}): void {
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	const unpaid = { date_paid: null, date_paid_gmt: null, transaction_id: '' };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...unpaid, ...changes });
}

beforeAll(async () => {
	stage = await startStage();
	const { mollie, stripe } = stage.sandbox;
	for (const { switches } of [mollie, stripe]) switches.pageSize = 3;
	for (const id of [29, 36]) forget(id);
	// Its status never came: it is not booked.
	forget(30, { status: 'pending' });
	const { profileId } = mollie;
	stage.engine.fillIn('Payout matching Mollie', { paymentsFrom: '2026-09-01', profileId });
	stage.engine.fillIn('Payout matching Stripe', { paymentsFrom: '2026-09-01' });
	await run('Hourly order sync WooCommerce', 'Every hour');
	await run(MATCHING);
	for (const provider of POLLED) await run(`Payout matching ${provider}`);
});
afterAll(async () => await stage?.sandbox.stop());

it('W024: what the shop does not tell of a payment is noted on its order, and booked the next day', async () => {
	expect([29, 36].map((id) => rowOf(keyOf(id))?.paidAtProvider)).toEqual([
		'2026-11-22 12.95 tr_8kzyPBf2Tv',
		'2026-11-22 45.89 ch_3SWaA12eZvKYlo2C0aB1cD2e',
	]);
	// Those that the shop calls paid are none of it.
	expect(rowOf(keyOf(28))?.paidAtProvider).toBeNull();
	expect(rowOf(`${keyOf(29)}/paid`)).toMatchObject({ state: 'waiting', code: 'PAYMENT_NOT_YET' });
	await run(MATCHING);
	expect(rowOf(`${keyOf(29)}/paid`)).toMatchObject({ state: 'booked', total: 12.95, code: '' });
	expect(rowOf(`${keyOf(36)}/paid`)).toMatchObject({ state: 'booked', total: 45.89, code: '' });
	expect(rowOf(keyOf(29))).toMatchObject({ paidState: 'done' });
});

it('a first day that is filled in and no day ends the run in an error, not in silence', async () => {
	for (const provider of POLLED) {
		const name = `Payout matching ${provider}`;
		const cursors = stage.engine.table('SyncCursors');
		const kept = cursors.rows;
		cursors.rows = [];
		stage.engine.fillIn(name, { paymentsFrom: '01-09-2026' });
		const { error } = await stage.engine.run(name, 'Every day');
		expect(error?.message).toBeTruthy();
		expect(cursors.rows).toEqual([]);
		cursors.rows = kept;
		stage.engine.fillIn(name, { paymentsFrom: '2026-09-01' });
	}
});

it('W024: money that went back at the provider only is told with order and amount', () => {
	expect(toldOf('stripe')).toMatchObject([
		{ code: 'REFUND_WITHOUT_CREDIT_NOTE', state: 'needsAttention', total: -7.37 },
	]);
	expect(toldOf('stripe')[0]?.message).toContain('€ 7.37 of order 38 ');
});

it('a payment of an order that is not booked is told', () => {
	const told = toldOf('mollie').find(({ code }) => code === 'PAID_AT_PROVIDER_ONLY');
	expect(told).toMatchObject({ state: 'needsAttention', total: 3.63 });
	expect(told?.message).toContain('€ 3.63 of 2026-11-22 for order 30, which is not booked');
});

it('reads on from where it was, and writes nothing twice', async () => {
	const before = rows().length;
	const { mollie } = stage.sandbox;
	const since = mollie.journal.entries.length;
	await run('Payout matching Mollie');
	expect(rows()).toHaveLength(before);
	const lists = mollie.journal.entries
		.slice(since)
		.filter(({ path }) => /^\/v2\/(payments|refunds)/.test(path));
	// Newest first: a page of each is enough.
	expect(lists).toHaveLength(2);
	expect(Date.parse(String(cursorOf('mollie')))).toBeLessThan(stage.now().getTime() - 7_000_000);
	expect(cursorOf('stripe')).toEqual(expect.any(String));
});

it('a payment made since is found, and a booked order strikes off what was told', async () => {
	const { mollie, wooCommerce } = stage.sandbox;
	const hours = (count: number) =>
		new Date(stage.now().getTime() - count * 3_600_000).toISOString();
	const paid = { createdAt: hours(3), paidAt: hours(3), status: 'paid' };
	mollie.records.payments.push({
		...{ id: 'tr_new', description: 'Order 39', metadata: { order_id: '39' }, ...paid },
		amount: {
			currency: 'EUR',
			value: String(wooCommerce.orders.find(({ id }) => id === 39)!.total),
		},
	});
	// The plugin of the shop hears at last.
	const order = wooCommerce.orders.find(({ id }) => id === 30)!;
	wooCommerce.putOrder({ ...order, status: 'processing', date_paid_gmt: '2026-11-24T09:00:00' });
	await run('Nightly status review WooCommerce', 'Every night');
	expect(rowOf(keyOf(30))).toMatchObject({ state: 'booked' });
	for (const cursor of stage.engine.rows('SyncCursors')) {
		if (cursor.shop === 'mollie payments') cursor.readUntil = hours(4);
	}
	await run(MATCHING);
	await run('Payout matching Mollie');
	const told = toldOf('mollie').find(({ total }) => total === 3.63);
	expect(told).toMatchObject({ state: 'nothingToBook', code: 'ENTRY_MATCHED_LATER' });
	// The shop calls 39 paid itself.
	expect(rowOf(keyOf(39))?.paidAtProvider).toBeNull();
});

it('a list that cannot be read moves no cursor, after the payouts', async () => {
	const { mollie } = stage.sandbox;
	const before = cursorOf('mollie');
	stage.engine.fillIn('Payout matching Mollie', { profileId: 'pfl_other' });
	const { error } = await stage.engine.run('Payout matching Mollie', 'Every day');
	expect(error).toBeDefined();
	expect(cursorOf('mollie')).toBe(before);
	expect(mollie.journal.entries.at(-1)?.path).toMatch(/^\/v2\/payments/);
});
