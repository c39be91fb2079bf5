import { openSnelStart } from '../../sandbox/client';
import { amountRefund } from '../../support/amountRefund';
import { newestSettings, perPlace, withOtherAccounts } from '../../support/flow/accounts';
import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const REFUNDS = 'Hourly refund sync WooCommerce';
const PAYMENTS = 'Daily payment matching WooCommerce';
const REVIEW = 'Nightly status review WooCommerce';

let stage: Stage;

const books = () => stage.sandbox.snelStart.books.summary();
const entryOf = (number: string) =>
	books().salesEntries.find(({ factuurnummer }) => factuurnummer === number)!;
const creditOn = (number: string) =>
	books().salesEntries.find(({ omschrijving }) => omschrijving?.includes(`Credit ${number} `))!;
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rowOf = (key: string) =>
	stage.engine.rows('WebshopOrders').filter(({ orderKey }) => orderKey === key);
const moment = () => stage.now().toISOString().slice(0, 19);

async function run(name: string, trigger: string) {
	const done = await stage.engine.run(name, trigger);
	expect(done.error).toBeUndefined();
	return done;
}

function changeOrder(id: number, changes: object): void {
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	const now = { date_modified_gmt: moment(), date_modified: moment() };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...now, ...changes });
}

function refund(id: number, orderId: number, amount: string): void {
	stage.sandbox.wooCommerce.putRefund(amountRefund(id, orderId, amount, moment()));
}

/** Other accounts, also for what is booked already, as when the bookkeeper arranges the books anew. */
function otherAccounts(): void {
	const newest = newestSettings(stage);
	newest.settings = withOtherAccounts(newest.settings);
}

/** As WooCommerce's own privacy tool leaves an order. */
const erased = {
	customer_id: 0,
	billing: { first_name: '', last_name: '', company: '', country: '', email: '' },
	shipping: { first_name: '', last_name: '', company: '', country: '' },
};

beforeAll(async () => {
	stage = await startStage();
	await run(HOURLY, 'Every hour');
});
afterAll(async () => await stage?.sandbox.stop());

it('credits a refund on the card and the accounts of the sale, whatever shop and settings say by now', async () => {
	const sale = entryOf('W28');
	const cards = books().relations.length;
	const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 28)!;
	const total = String(order.total);
	changeOrder(28, {
		billing: { ...(order.billing as object), email: 'other@mail.example', company: 'Other B.V.' },
		status: 'refunded',
		refunds: [{ id: 9001, reason: '', total: `-${total}` }],
	});
	refund(9001, 28, total);
	otherAccounts();
	await run(REFUNDS, 'Every hour');
	expect(rowOf(`${keyOf(28)}/refund/9001`)).toMatchObject([{ state: 'booked', code: '' }]);
	const credit = creditOn('W28');
	expect(credit.klant.id).toBe(sale.klant.id);
	expect(perPlace(sale, credit)).toEqual({});
	expect(books().relations).toHaveLength(cards);
});

it('cancels an order that WooCommerce’s privacy tool erased', async () => {
	const sale = entryOf('W29');
	changeOrder(29, { ...erased, status: 'cancelled', date_paid: null, date_paid_gmt: null });
	await run(REVIEW, 'Every night');
	expect(rowOf(`${keyOf(29)}/credit/1`)).toMatchObject([{ state: 'booked', code: '' }]);
	const credit = creditOn('W29');
	expect(credit.klant.id).toBe(sale.klant.id);
	expect(perPlace(sale, credit)).toEqual({});
});

it('follows what the bookkeeper made of the entry in SnelStart', async () => {
	const sale = entryOf('W30');
	const [line] = sale.boekingsregels;
	const other = books()
		.salesEntries.flatMap(({ boekingsregels }) => boekingsregels)
		.find(({ btwSoort, grootboek }) => btwSoort === 'Hoog' && grootboek.id !== line!.grootboek.id)!
		.grootboek.id;
	expect(line!.btwSoort).toBe('Hoog');
	line!.grootboek.id = other;
	const client = await openSnelStart(stage.sandbox.snelStart);
	const changed = await client.send('PUT', `/verkoopboekingen/${sale.id}`, sale);
	expect(changed).toMatchObject({ status: 200 });
	changeOrder(30, { status: 'cancelled', date_paid: null, date_paid_gmt: null });
	await run(REVIEW, 'Every night');
	const [now, credit] = [entryOf('W30'), creditOn('W30')];
	expect(credit.boekingsregels[0]!.grootboek.id).toBe(other);
	expect(perPlace(now, credit)).toEqual({});
});

it('waits with a credit note as long as SnelStart does not give the entry, and tells when it is gone', async () => {
	const { id } = entryOf('W32');
	changeOrder(32, { status: 'cancelled', date_paid: null, date_paid_gmt: null });
	const record = stage.engine
		.rows('BookingRecords')
		.find(({ documentKey }) => documentKey === keyOf(32))!;
	record.entryId = id.replace(/^./, (first) => (first === '0' ? '1' : '0'));
	await run(REVIEW, 'Every night');
	expect(rowOf(`${keyOf(32)}/credit/1`)).toMatchObject([
		{ state: 'needsAttention', code: 'BOOKED_ENTRY_GONE' },
	]);
	record.entryId = id;
	await run(REVIEW, 'Every night');
	expect(rowOf(`${keyOf(32)}/credit/1`)).toMatchObject([{ state: 'booked', code: '' }]);
});

it('J051: a customer keeps the card, though the bookkeeper gave it another address', async () => {
	const first = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 28)!;
	const record = stage.engine
		.rows('BookingRecords')
		.find(({ documentKey }) => documentKey === keyOf(35))!;
	expect(record.contactKey).toMatch(/^[\w-]{22}$/);
	const like = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 35)!;
	const email = (like.billing as { email: string }).email;
	expect(JSON.stringify(stage.engine.rows('BookingRecords'))).not.toContain(email);
	const { id } = entryOf('W35').klant;
	const card = books().relations.find((relation) => relation.id === id)!;
	card.email = 'administration@mail.example';
	const cards = books().relations.length;
	const again = { ...like, date_created: first.date_created, date_created_gmt: moment() };
	const changed = { date_modified: moment(), date_modified_gmt: moment() };
	stage.sandbox.wooCommerce.putOrder({ ...again, ...changed, id: 7002, number: '7002' });
	await run(HOURLY, 'Every hour');
	expect(rowOf(keyOf(7002))).toMatchObject([{ state: 'booked' }]);
	expect(entryOf('W7002').klant.id).toBe(id);
	expect(books().relations).toHaveLength(cards);
});

it('SnelStart takes an amount refunded of a sale whose VAT was rounded line by line', async () => {
	const like = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 28)!;
	const line = (id: number, tax: string) => ({
		...(like.line_items as object[])[0]!,
		id,
		name: `Thing ${id}`,
		quantity: 1,
		subtotal: '33.39',
		total: '33.39',
		subtotal_tax: tax,
		total_tax: tax,
		taxes: [{ id: 1, total: tax, subtotal: tax }],
	});
	const moments = { date_created: moment(), date_created_gmt: moment() };
	stage.sandbox.wooCommerce.putOrder({
		...like,
		...moments,
		id: 7001,
		number: '7001',
		status: 'completed',
		date_modified: moment(),
		date_modified_gmt: moment(),
		line_items: [line(70011, '7.01'), line(70012, '7.00')],
		shipping_lines: [],
		fee_lines: [],
		coupon_lines: [],
		discount_total: '0.00',
		discount_tax: '0.00',
		shipping_total: '0.00',
		shipping_tax: '0.00',
		cart_tax: '14.01',
		total_tax: '14.01',
		total: '80.79',
		tax_lines: [
			{ id: 1, rate_id: 1, rate_percent: 21, tax_total: '14.01', shipping_tax_total: '0.00' },
		],
		refunds: [],
	});
	await run(HOURLY, 'Every hour');
	expect(rowOf(keyOf(7001))).toMatchObject([{ state: 'booked', total: 80.79 }]);
	changeOrder(7001, { refunds: [{ id: 9002, reason: '', total: '-20.20' }] });
	refund(9002, 7001, '20.20');
	await run(REFUNDS, 'Every hour');
	expect(rowOf(`${keyOf(7001)}/refund/9002`)).toMatchObject([
		{ state: 'booked', code: '', total: -20.2, vat: -3.5 },
	]);
});

it('J038: what is paid after a year is booked', async () => {
	const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 36)!;
	for (const id of [36, 42]) changeOrder(id, { date_paid: null, date_paid_gmt: null });
	await run(PAYMENTS, 'Every day');
	expect(rowOf(`${keyOf(36)}/paid`)).toMatchObject([{ state: 'waiting' }]);
	expect(rowOf(keyOf(36))).toMatchObject([{ paidState: 'open' }]);
	const aYearAgo = new Date(stage.now().getTime() - 400 * 86_400_000).toISOString();
	for (const row of stage.engine.rows('WebshopOrders')) {
		if (row.orderKey === keyOf(36)) row.bookedAt = aYearAgo;
	}
	changeOrder(36, { date_paid: order.date_paid, date_paid_gmt: order.date_paid_gmt });
	await run(PAYMENTS, 'Every day');
	expect(rowOf(`${keyOf(36)}/paid`)).toMatchObject([{ state: 'booked' }]);
	expect(rowOf(keyOf(36))).toMatchObject([{ paidState: 'done' }]);
});

describe('a credit note of what was not paid is settled with its invoice', () => {
	const openOf = (number: string) =>
		books().salesInvoices.find(({ factuurnummer }) => factuurnummer === number)?.openstaandSaldo;

	beforeAll(() => {
		const journal = books().memorialEntries[0]!.dagboek as { id: string };
		for (const version of stage.engine.rows('ClientSettings')) {
			const settings = JSON.parse(String(version.settings)) as object;
			version.settings = JSON.stringify({ ...settings, setOffJournalId: journal.id });
		}
		// As the review left it; the payments were looked at before there was a journal.
		for (const row of rowOf(keyOf(29))) row.paidState = '';
	});

	it('that of a cancelled order', async () => {
		expect([openOf('W29'), openOf('CW29')].map(Number)).not.toContain(0);
		await run(PAYMENTS, 'Every day');
		expect(rowOf(`${keyOf(29)}/set-off-cancelled`)).toMatchObject([{ state: 'booked', total: 0 }]);
		expect([openOf('W29'), openOf('CW29')]).toEqual([0, 0]);
	});

	it('that of a refund before the bank transfer, which is then for the rest', async () => {
		const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 42)!;
		const unpaid = { status: 'completed', date_paid: null, date_paid_gmt: null };
		changeOrder(42, { ...unpaid, refunds: [{ id: 9003, reason: '', total: '-5.00' }] });
		refund(9003, 42, '5.00');
		await run(REFUNDS, 'Every hour');
		expect(rowOf(`${keyOf(42)}/refund/9003`)).toMatchObject([{ state: 'booked' }]);
		await run(PAYMENTS, 'Every day');
		expect(rowOf(`${keyOf(42)}/set-off-9003`)).toMatchObject([{ state: 'booked' }]);
		expect(openOf('CW9003')).toBe(0);
		const tomorrow = new Date(stage.now().getTime() + 86_400_000).toISOString().slice(0, 19);
		changeOrder(42, { date_paid: tomorrow, date_paid_gmt: tomorrow });
		await run(PAYMENTS, 'Every day');
		expect(rowOf(`${keyOf(42)}/paid`)).toMatchObject([
			{ state: 'booked', total: Number(order.total) - 5 },
		]);
		expect([openOf('W42'), openOf('CW9003')]).toEqual([0, 0]);
	});
});

describe('J031: an order that is booked and', () => {
	it('cancelled though it was paid is not credited, and is let be when it is open again', async () => {
		const key = `${keyOf(37)}/credit/1`;
		changeOrder(37, { status: 'cancelled' });
		await run(REVIEW, 'Every night');
		expect(rowOf(key)).toMatchObject([{ state: 'needsAttention', code: 'PAID_AND_CANCELLED' }]);
		await run(REVIEW, 'Every night');
		expect(rowOf(key)).toMatchObject([{ state: 'needsAttention', code: 'PAID_AND_CANCELLED' }]);
		changeOrder(37, { status: 'completed' });
		await run(REVIEW, 'Every night');
		expect(rowOf(key)).toMatchObject([{ state: 'nothingToBook', code: '', message: '' }]);
		expect(rowOf(keyOf(37))).toMatchObject([{ state: 'booked', code: '' }]);
	});

	it('credited, and then open again, is told of with a tip that leads somewhere', async () => {
		changeOrder(29, {
			status: 'completed',
			billing: { first_name: 'Ada', last_name: 'Test', country: 'NL', email: 'ada@mail.example' },
			shipping: { country: 'NL' },
		});
		await run(REVIEW, 'Every night');
		expect(rowOf(keyOf(29))).toMatchObject([
			{
				state: 'booked',
				code: 'CHANGED_AFTER_BOOKING',
				tip: expect.stringMatching(/with -2 after it.*Do not have it processed again/),
			},
		]);
	});

	it('in the trash stays in the books, and is told of', async () => {
		const before = books().salesEntries.length;
		changeOrder(38, { status: 'trash' });
		await run(REVIEW, 'Every night');
		expect(rowOf(keyOf(38))).toMatchObject([
			{
				state: 'booked',
				code: 'CHANGED_AFTER_BOOKING',
				message: expect.stringMatching(/moved to the trash/),
			},
		]);
		expect(books().salesEntries).toHaveLength(before);
	});

	it('deleted stays in the books, and is told of', async () => {
		stage.sandbox.wooCommerce.removeOrder(39);
		await run(REVIEW, 'Every night');
		expect(rowOf(keyOf(39))).toMatchObject([
			{
				state: 'booked',
				code: 'CHANGED_AFTER_BOOKING',
				message: expect.stringMatching(/deleted in the shop/),
			},
		]);
	});
});
