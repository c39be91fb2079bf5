import { amountRefund } from '../../support/amountRefund';
import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const PAYMENTS = 'Daily payment matching WooCommerce';
const REVIEW = 'Nightly status review WooCommerce';
/** The orders of the sandbox that were paid by a method that the client has settings for. */
const PAID = [28, 29, 30, 32, 34, 35, 36, 37, 38, 39, 42];
const PAID_OTHERWISE = [45, 46, 60];

let stage: Stage;

const books = () => stage.sandbox.snelStart.books.summary();
const rows = () => stage.engine.rows('WebshopOrders');
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rowOf = (key: string) => rows().filter(({ orderKey }) => orderKey === key);
const shopOrder = (id: number) =>
	stage.sandbox.wooCommerce.orders.find((order) => order.id === id)!;

async function run(name: string, trigger: string) {
	const done = await stage.engine.run(name, trigger);
	expect(done.error).toBeUndefined();
	return done;
}

beforeAll(async () => {
	stage = await startStage();
	await run(HOURLY, 'Every hour');
});
afterAll(async () => await stage?.sandbox.stop());

it('J038: books the payment of every booked order, to what the shop was paid', async () => {
	const done = await run(PAYMENTS, 'Every day');
	expect(done.items('Summary')).toEqual([
		{
			shop: 'woocommerce',
			booked: 11,
			waiting: 0,
			nothingToBook: 3,
			needsAttention: 0,
			notRead: 0,
		},
	]);
	for (const id of PAID) {
		expect(rowOf(`${keyOf(id)}/paid`)).toMatchObject([
			{
				kind: 'payment',
				parentKey: keyOf(id),
				client: 'my-client',
				shop: 'woocommerce',
				orderId: String(id),
				state: 'booked',
				code: '',
				total: Number(shopOrder(id).total),
				salesEntryId: expect.stringMatching(/^[\da-f-]{36}$/),
			},
		]);
	}
	expect(books().memorialEntries).toHaveLength(PAID.length);
});

it('says of a payment by another method why it is not booked', () => {
	for (const id of PAID_OTHERWISE) {
		expect(rowOf(`${keyOf(id)}/paid`)).toMatchObject([
			{
				state: 'nothingToBook',
				code: shopOrder(id).payment_method
					? 'PAYMENT_METHOD_NOT_CONFIGURED'
					: 'PAYMENT_WITHOUT_METHOD',
				tip: expect.stringMatching(/./),
			},
		]);
	}
});

it('notes on each order that its payments are done, and on no other', () => {
	const done = rows().filter(({ paidState }) => paidState !== null);
	expect(done.map(({ orderKey, paidState }) => [orderKey, paidState])).toEqual(
		[...PAID, ...PAID_OTHERWISE].sort((a, b) => a - b).map((id) => [keyOf(id), 'done']),
	);
});

it('books no payment twice', async () => {
	const since = stage.sandbox.snelStart.journal.entries.length;
	await run(PAYMENTS, 'Every day');
	const calls = Object.keys(stage.sandbox.snelStart.journal.calls({ since }));
	expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
});

it('looks again at an order whose refunds the shop did not give, until the money that went back is booked', async () => {
	const moment = stage.now().toISOString().slice(0, 19);
	const refund = { ...amountRefund(9101, 28, '1.00', moment), refunded_payment: true };
	stage.sandbox.wooCommerce.putRefund(refund);
	await run('Hourly refund sync WooCommerce', 'Every hour');
	const paidBack = () => rowOf(`${keyOf(28)}/refund-9101`);
	// The order itself is given.
	stage.sandbox.wooCommerce.faults.add({ kind: '401', shape: 'GET orders', skip: 1 });
	await run(PAYMENTS, 'Every day');
	expect(stage.sandbox.wooCommerce.faults.pending()).toEqual([]);
	expect(paidBack()).toMatchObject([{ state: 'waiting', code: 'PAYMENT_REFUND_UNCLEAR' }]);
	expect(rowOf(keyOf(28))).toMatchObject([{ paidState: 'open' }]);
	await run(PAYMENTS, 'Every day');
	expect(paidBack()).toMatchObject([{ state: 'booked', total: -1 }]);
	expect(rowOf(keyOf(28))).toMatchObject([{ paidState: 'done' }]);
	const { memorialEntries } = books();
	expect(memorialEntries).toHaveLength(PAID.length + 1);
});

it('counts the orders that the shop did not give, and goes on with the others', async () => {
	const [booked] = rowOf(keyOf(29));
	const gone = { ...cellsOf(booked!), orderKey: keyOf(777_777), orderId: '777777', paidState: '' };
	stage.engine.table('WebshopOrders').insert(gone);
	const done = await run(PAYMENTS, 'Every day');
	expect(done.outputs('Summary')[0]).toMatchObject([{ shop: 'woocommerce', notRead: 1 }]);
	const told = () =>
		stage.engine.rows('ShopTroubles').filter(({ subject }) => subject === 'payments');
	expect(told()).toMatchObject([{ shop: 'woocommerce', code: 'PAYMENTS_NOT_LOOKED_AT' }]);
	expect(told()[0]!.message).toContain(String(booked!.orderNumber));
	rows().pop();
	await run(PAYMENTS, 'Every day');
	expect(told()).toEqual([]);
});

it('fails for a client that nobody saved settings of, instead of finding nothing', async () => {
	stage.engine.fillIn(PAYMENTS, { client: 'mistyped' });
	const { error } = await stage.engine.run(PAYMENTS, 'Every day');
	expect(error?.message).toMatch(/^CLIENT_NOT_SAVED: .*mistyped/);
	stage.engine.fillIn(PAYMENTS, { client: 'my-client' });
});

it('J031, J033: the nightly review books an order whose change no hourly run could see', async () => {
	// The status changes, but not the moment at which the order was changed last.
	const before = '2026-01-02T00:00:00';
	const moments = { date_modified_gmt: before, date_modified: before };
	stage.sandbox.wooCommerce.putOrder({ ...shopOrder(2633), ...moments, status: 'processing' });
	for (const cursor of stage.engine.rows('SyncCursors')) {
		cursor.readUntil = new Date(stage.now().getTime() - 60_000).toISOString();
	}
	await run(HOURLY, 'Every hour');
	expect(rowOf(keyOf(2633))).toMatchObject([{ state: 'waiting' }]);
	const review = await run(REVIEW, 'Every night');
	expect(review.items('Summary')).toMatchObject([{ shop: 'woocommerce', booked: 1, notRead: 0 }]);
	expect(rowOf(keyOf(2633))).toMatchObject([{ state: 'booked', snelStartNumber: 'W2633' }]);
});
