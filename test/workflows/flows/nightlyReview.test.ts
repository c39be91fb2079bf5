import { amountRefund } from '../../support/amountRefund';
import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';

const REVIEW = 'Nightly status review WooCommerce';
const DAY = 24 * 3_600_000;
const SOMETHING = expect.stringMatching(/./);
/** Its payment never came. */
const cancelledUnpaid = { status: 'cancelled', date_paid: null, date_paid_gmt: null };

let stage: Stage;

const shop = () => stage.sandbox.wooCommerce;
const ago = (days: number) => new Date(stage.now().getTime() - days * DAY).toISOString();
const keyOf = (id: number | string) => `my-client/woocommerce/${id}`;
const rowOf = (id: number | string) =>
	stage.engine.rows('WebshopOrders').find(({ orderKey }) => orderKey === keyOf(id))!;
const entries = (number: string) =>
	stage.sandbox.snelStart.books
		.summary()
		.salesEntries.filter(({ factuurnummer }) => factuurnummer === number);
const hooks = () => shop().webhooks as object[];
const troubles = () => stage.engine.rows('ShopTroubles').map(cellsOf);

async function run(name: string, trigger: string) {
	const done = await stage.engine.run(name, trigger);
	if (done.error) throw done.error;
	return done;
}
/** @returns what the night came to, as its last node says in the end */
const review = async () => (await run(REVIEW, 'Every night')).outputs('Summary')[0];

function changeOrder(id: number, changes: object): void {
	const order = shop().orders.find((one) => one.id === id)!;
	shop().putOrder({ ...order, ...changes });
}

function refund(id: number, orderId: number, amount: string): void {
	const now = stage.now().toISOString().slice(0, 19);
	shop().putRefund({
		...{ id, parent_id: orderId, amount, reason: '', refunded_payment: false },
		...{ date_created: now, date_created_gmt: now, meta_data: [] },
		...{ line_items: [], shipping_lines: [], fee_lines: [], tax_lines: [] },
	} as never);
}

/** Takes an order out of the shop for good. */
function remove(id: number): void {
	const orders = shop().orders as unknown as Array<{ id: number }>;
	orders.splice(
		orders.findIndex((one) => one.id === id),
		1,
	);
}

beforeAll(async () => {
	stage = await startStage();
	await run('Hourly order sync WooCommerce', 'Every hour');
	refund(9028, 28, '10.00');
	refund(9038, 38, '2.00');
	await run('Hourly refund sync WooCommerce', 'Every hour');
	expect([rowOf('28/refund/9028').state, rowOf('38/refund/9038').state]).toEqual([
		'booked',
		'booked',
	]);
	refund(9042, 42, '4.00');
	refund(9046, 46, '1.00');
	shop().removeRefund(9038);
	shop().switches.brokenRefundsOf = [46];
	for (const id of [28, 30, 35, 38, 42, 46]) changeOrder(id, cancelledUnpaid);
	changeOrder(32, { status: 'cancelled' });
	changeOrder(2633, { status: 'processing' });
	rowOf(35).bookedAt = ago(40);
	remove(34);
	remove(2636);
	const off = { name: '', topic: 'order.updated', delivery_url: 'http://n8n.example/', secret: '' };
	hooks().push({ ...off, id: 77, status: 'disabled', failures: 6 });
	hooks().push({ ...off, id: 78, status: 'active', failures: 0 });
	const trouble = { client: 'my-client', shop: 'woocommerce', subject: 'webhook 1' };
	for (const other of [
		{},
		{ client: 'another' },
		{ shop: 'another' },
		{ subject: 'something else' },
	]) {
		stage.engine.table('ShopTroubles').insert({ ...trouble, ...other });
	}
});
afterAll(async () => await stage?.sandbox.stop());

describe('a night', () => {
	it('says what became of the orders that it read', async () => {
		expect(await review()).toEqual([
			{
				...{ shop: 'woocommerce', reviewed: 24, booked: 1, waiting: 9, nothingToBook: 0 },
				...{ passedOver: 0, needsAttention: 2, credited: 2, notRead: 2 },
			},
		]);
	});

	it('J031, J033: books what can be booked by now', () => {
		expect(rowOf(2633)).toMatchObject({ state: 'booked', snelStartNumber: 'W2633' });
	});

	it('W005: credits in full what was cancelled, once, and marks the order', () => {
		const [sale] = entries('W30');
		expect(entries('CW30')).toMatchObject([{ factuurbedrag: -Number(sale!.factuurbedrag) }]);
		expect(rowOf('30/credit/1')).toMatchObject({
			...{ kind: 'refund', parentKey: keyOf(30), state: 'booked', code: '' },
			...{ orderNumber: '30', originalInvoiceNumber: 'W30', settingsVersion: 1 },
		});
		expect(rowOf(30)).toMatchObject({
			...{ kind: 'order', state: 'booked', fingerprint: '', paidState: '' },
			...{ code: '', message: '', tip: '' },
		});
	});

	it('credits exactly what booked refunds left', () => {
		// 62.30 was sold and 10.00 credited.
		expect(entries('CW28')).toMatchObject([{ factuurbedrag: -52.3 }]);
		expect(rowOf(28)).toMatchObject({ state: 'booked', fingerprint: '' });
	});

	it('holds what a person has to decide', () => {
		const held = [32, 38, 42].map((id) => {
			const { kind, state, code, message, tip, orderNumber, orderId, orderStatus } = rowOf(
				`${id}/credit/1`,
			);
			expect([message, tip]).not.toContain('');
			expect([kind, orderNumber, orderId, orderStatus]).toEqual([
				'refund',
				String(id),
				String(id),
				'cancelled',
			]);
			return [id, state, code];
		});
		expect(held).toEqual([
			[32, 'needsAttention', 'PAID_AND_CANCELLED'],
			[38, 'needsAttention', 'REFUND_DELETED'],
			[42, 'needsAttention', 'REFUNDS_INCOMPLETE'],
		]);
		for (const id of [32, 38, 42]) {
			expect(entries(`CW${id}`)).toEqual([]);
			expect(rowOf(id).fingerprint).not.toBe('');
		}
	});

	it('says of an order whose refunds the shop does not give that it is not credited', () => {
		expect(rowOf('46/credit/1')).toMatchObject({
			...{ state: 'needsAttention', code: 'REFUNDS_INCOMPLETE', tip: SOMETHING },
		});
		expect(entries('CW46')).toEqual([]);
	});

	it('leaves alone what was booked longer ago than it looks back', () => {
		expect(entries('CW35')).toEqual([]);
		expect(rowOf('35/credit/1')).toBeUndefined();
	});

	it('notes orders that are gone from the shop, booked ones and others', () => {
		expect(rowOf(34)).toMatchObject({
			...{ state: 'booked', code: 'CHANGED_AFTER_BOOKING', message: SOMETHING, tip: SOMETHING },
		});
		expect(rowOf(2636)).toMatchObject({
			...{ state: 'waiting', code: 'ORDER_NOT_READ', message: SOMETHING, tip: SOMETHING },
		});
	});

	it('W020: notes which webhooks are off, and no longer which were', () => {
		expect(troubles()).toEqual([
			expect.objectContaining({ client: 'another', subject: 'webhook 1' }),
			expect.objectContaining({ shop: 'another', subject: 'webhook 1' }),
			expect.objectContaining({ subject: 'something else' }),
			expect.objectContaining({
				...{ client: 'my-client', shop: 'woocommerce', subject: 'webhook 77' },
				...{ code: 'WEBHOOK_DISABLED', tip: SOMETHING },
				message: expect.stringContaining('order.updated'),
			}),
		]);
	});
});

describe('the next night', () => {
	it('credits nothing twice, and withdraws a credit that is no longer due', async () => {
		const before = stage.sandbox.snelStart.books.summary().salesEntries.length;
		changeOrder(32, { status: 'processing' });
		shop().faults.add({ kind: '401', times: 5, shape: 'GET webhooks' });
		expect(await review()).toMatchObject([{ booked: 0, credited: 0 }]);
		shop().faults.clear();
		expect(stage.sandbox.snelStart.books.summary().salesEntries).toHaveLength(before);
		expect(rowOf('32/credit/1')).toMatchObject({ state: 'nothingToBook', code: '', tip: '' });
		expect(rowOf('38/credit/1')).toMatchObject({ state: 'needsAttention' });
	});

	it('says that the webhooks could not be read', () => {
		expect(troubles().filter(({ code }) => code !== null)).toMatchObject([
			{
				...{ client: 'my-client', shop: 'woocommerce', subject: 'webhooks' },
				...{ code: 'WEBHOOKS_NOT_READ', message: SOMETHING, tip: SOMETHING },
			},
		]);
	});
});

it('takes up what a run that died was booking, once two hours have passed, and no other', async () => {
	for (const [id, days] of [
		[31, 0.2],
		[44, 0.01],
	] as const) {
		changeOrder(id, { status: 'processing' });
		Object.assign(rowOf(id), { state: 'booking', claimId: 'dead', updatedAt: ago(days) });
	}
	await review();
	expect(rowOf(31)).toMatchObject({ state: 'booked', snelStartNumber: 'W31' });
	expect(rowOf(44)).toMatchObject({ state: 'booking', claimId: 'dead' });
});

describe('the count of orders', () => {
	/** An order as the list of the shop had passed it over: placed and changed before the cursor. */
	function passOver(id: number, daysAgo: number): void {
		const at = ago(daysAgo).slice(0, 19);
		const like = shop().orders.find((one) => one.id === 28)!;
		shop().putOrder({
			...{ ...like, id, number: String(id), status: 'processing', refunds: [] },
			...{ date_created: at, date_created_gmt: at, date_modified: at, date_modified_gmt: at },
			...{ date_paid: at, date_paid_gmt: at },
		});
	}
	const toldOf = (thing: 'orders' | 'refunds') =>
		troubles().filter(({ client, subject }) => client === 'my-client' && subject === thing);
	const told = () => toldOf('orders');
	const readUntilYesterday = (name: string) =>
		Object.assign(stage.engine.rows('SyncCursors').find((row) => row.shop === name)!, {
			readUntil: ago(1),
		});
	/** What a night asks of the shop's list. */
	const lists = (since: number) =>
		shop()
			.journal.entries.slice(since)
			.filter(({ shape, query }) => shape === 'GET orders' && query._fields !== undefined);

	beforeAll(() => readUntilYesterday('woocommerce'));

	it('finds an order that no run recorded, books it and tells of it', async () => {
		passOver(7001, 5);
		passOver(7002, 4);
		// Still to be read by the sync, and placed before anything was looked back to.
		passOver(7003, 0.5);
		passOver(7004, 45);
		const since = shop().journal.entries.length;
		expect(await review()).toMatchObject([{ passedOver: 2 }]);
		expect(lists(since)).toHaveLength(1);
		expect([7001, 7002].map((id) => rowOf(id))).toMatchObject([
			{ state: 'booked', snelStartNumber: 'W7001' },
			{ state: 'booked', snelStartNumber: 'W7002' },
		]);
		expect([7003, 7004].map((id) => rowOf(id))).toEqual([undefined, undefined]);
		expect(told()).toEqual([
			expect.objectContaining({
				...{ shop: 'woocommerce', code: 'ORDERS_PASSED_OVER', tip: SOMETHING },
				message: expect.stringMatching(
					/^The sync had passed over 2 of the \d+ .*\(7001, 7002\)\.$/,
				),
				facts: expect.stringContaining('"missing":2'),
			}),
		]);
	});

	it('says nothing the next night, when none is missing', async () => {
		expect(await review()).toMatchObject([{ passedOver: 0 }]);
		expect(told()).toEqual([]);
	});

	it('knows the row of an order that the shop dates later than it came', async () => {
		passOver(7008, 4);
		expect(await review()).toMatchObject([{ passedOver: 1 }]);
		rowOf(7008).createdAt = ago(60);
		expect(await review()).toMatchObject([{ passedOver: 0 }]);
		expect(told()).toEqual([]);
	});

	it('says that it could not be done, and reviews all the same', async () => {
		shop().faults.add({ kind: '401', times: 5, shape: 'GET orders' });
		passOver(7005, 3);
		await stage.engine.run(REVIEW, 'Every night');
		shop().faults.clear();
		expect(told()).toMatchObject([{ code: 'ORDERS_NOT_COUNTED', tip: SOMETHING }]);
		expect(rowOf(7005)).toBeUndefined();
		expect(await review()).toMatchObject([{ passedOver: 1 }]);
		expect(rowOf(7005)).toMatchObject({ state: 'booked' });
	});

	it('leaves alone what was placed before the first day that the sync reads', async () => {
		stage.engine.useClient({ values: { [REVIEW]: { ordersFrom: ago(2) } } as never });
		passOver(7006, 6);
		expect(await review()).toMatchObject([{ passedOver: 0 }]);
		expect(rowOf(7006)).toBeUndefined();
		stage.engine.useClient({ values: {} });
	});

	it.each(['', '1 May'])('asks for the first day when it is "%s"', async (ordersFrom) => {
		stage.engine.useClient({ values: { [REVIEW]: { ordersFrom } } as never });
		const { error } = await stage.engine.run(REVIEW, 'Every night');
		expect(error?.message).toMatch(/^FIRST_DAY_MISSING: .*'ordersFrom'/);
		stage.engine.useClient({ values: {} });
	});

	it('finds a refund that no run recorded, has it read again and tells of it', async () => {
		const told = () => toldOf('refunds');
		const cursor = () =>
			stage.engine.rows('SyncCursors').find((row) => row.shop === 'woocommerce refunds')!;
		const put = (id: number, days: number) =>
			shop().putRefund(amountRefund(id, 28, '0.50', ago(days).slice(0, 19)));
		await run('Hourly refund sync WooCommerce', 'Every hour');
		const readUntil = ago(1);
		cursor().readUntil = readUntil;
		await review();
		expect([told(), cursor().readUntil]).toEqual([[], readUntil]);

		put(8001, 4);
		put(8002, 3);
		// Still to be read, and made before anything was looked back to.
		put(8003, 0.5);
		put(8004, 45);
		await review();
		expect(told()).toEqual([
			expect.objectContaining({
				...{ shop: 'woocommerce', code: 'REFUNDS_PASSED_OVER', tip: SOMETHING },
				message: expect.stringMatching(
					/had passed over 2 of the \d+ refunds that the shop lists \(8001, 8002\)\.$/,
				),
			}),
		]);
		expect(Date.parse(String(cursor().readUntil))).toBeLessThan(Date.parse(ago(4)));

		await run('Hourly refund sync WooCommerce', 'Every hour');
		const keys = stage.engine.rows('WebshopOrders').map(({ orderKey }) => orderKey);
		for (const id of [8001, 8002, 8003]) {
			expect(keys).toContain(`my-client/woocommerce/28/refund/${id}`);
		}
		await review();
		expect(told()).toEqual([]);

		shop().faults.add({ kind: '401', times: 5, shape: 'GET refunds' });
		await stage.engine.run(REVIEW, 'Every night');
		shop().faults.clear();
		expect(told()).toMatchObject([{ code: 'REFUNDS_NOT_COUNTED', tip: SOMETHING }]);
	});

	it('tells that refunds are not counted where the first day is filled in and no day', async () => {
		stage.engine.useClient({ values: { [REVIEW]: { refundsFrom: '01-06-2026' } } as never });
		await stage.engine.run(REVIEW, 'Every night');
		expect(toldOf('refunds')).toMatchObject([{ code: 'REFUNDS_NOT_COUNTED', tip: SOMETHING }]);
		stage.engine.useClient({ values: {} });
	});

	it('counts a JouwWeb shop too', async () => {
		const values = { 'Nightly status review JouwWeb': { days: 365 } };
		stage.engine.useClient({ values: values as never });
		await run('Hourly order sync JouwWeb', 'Every hour');
		readUntilYesterday('jouwweb');
		const row = stage.engine
			.rows('WebshopOrders')
			.find(({ shop: of, state }) => of === 'jouwweb' && state === 'booked')!;
		const entriesBefore = stage.sandbox.snelStart.books.summary().salesEntries.length;
		const table = stage.engine.table('WebshopOrders');
		table.rows = table.rows.filter((one) => one !== row);
		const done = await run('Nightly status review JouwWeb', 'Every night');
		expect(done.outputs('Summary')[0]).toMatchObject([{ passedOver: 1 }]);
		// It was booked before its row was lost: taken over, not booked again.
		expect(
			stage.engine.rows('WebshopOrders').find(({ orderKey }) => orderKey === row.orderKey),
		).toMatchObject({ state: 'booked', snelStartNumber: row.snelStartNumber });
		expect(stage.sandbox.snelStart.books.summary().salesEntries).toHaveLength(entriesBefore);
		expect(
			stage.engine
				.rows('ShopTroubles')
				.find(({ shop: of, subject }) => of === 'jouwweb' && subject === 'orders'),
		).toMatchObject({ code: 'ORDERS_PASSED_OVER' });
	});
});

it('fails when the shop does not answer, and says so', async () => {
	shop().faults.add({ kind: '401', times: 50 });
	const { error } = await stage.engine.run(REVIEW, 'Every night');
	shop().faults.clear();
	expect(error?.message).toMatch(/^SHOP_OUTAGE: the shop could not be read/);
	expect(troubles()).toContainEqual(
		expect.objectContaining({ subject: 'unread orders', code: 'SHOP_OUTAGE' }),
	);
});
