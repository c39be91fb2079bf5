import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart, type Client } from '../../sandbox/client';
import { startStage, type Stage } from '../../support/flow/stage';

const SYNC = 'Hourly order sync WooCommerce';
const TELL = 'Tell the shop WooCommerce';

let stage: Stage;
let snelStart: Client;

type Row = Record<string, unknown>;
const orderOf = (id: number) => stage.sandbox.wooCommerce.orders.find((order) => order.id === id)!;
const rowOf = (number: string) =>
	stage.engine.rows('WebshopOrders').find((row) => row.snelStartNumber === number)!;
const booked = () =>
	stage.engine
		.rows('WebshopOrders')
		.filter((row) => row.kind === 'order' && row.state === 'booked');

const choose = (values: Record<string, string>): void => stage.engine.fillIn(TELL, values);
const notes = () =>
	stage.sandbox.wooCommerce.journal.entries.filter(
		({ method, path }) => method === 'POST' && path.endsWith('/notes'),
	);
/** The notes of an order, as WooCommerce lists them. */
async function textsOn(id: number): Promise<unknown[]> {
	const { url, consumerKey, consumerSecret } = stage.sandbox.wooCommerce;
	const pair = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
	const headers = { Authorization: `Basic ${pair}`, 'x-forwarded-proto': 'https' };
	const answer = await fetch(`${url}/wp-json/wc/v3/orders/${id}/notes`, { headers });
	return ((await answer.json()) as Row[]).map(({ note }) => note);
}
const changes = () =>
	stage.sandbox.wooCommerce.journal.entries.filter(({ method }) => method === 'PUT');
const run = async () => await stage.engine.run(TELL, 'Every hour');

beforeAll(async () => {
	stage = await startStage((client) => ({ ...client, values: { [TELL]: { numbers: 'yes' } } }));
	snelStart = await openSnelStart(stage.sandbox.snelStart);
	const { error } = await stage.engine.run(SYNC, 'Every hour');
	if (error) throw error;
	const table = stage.engine.table('WebshopOrders');
	table.rows = table.rows.filter(({ orderId }) => ['28', '29', '32'].includes(String(orderId)));
	expect(booked()).toHaveLength(3);
});
afterAll(async () => await stage?.sandbox.stop());
beforeEach(() => {
	stage.sandbox.wooCommerce.journal.clear();
	choose({ numbers: 'yes', writeAs: 'note', paid: 'no', methods: 'bacs' });
	for (const row of booked()) Object.assign(row, { toldNumber: null, code: '' });
});

describe('the number on the order', () => {
	it('is written once per order, with the booking date, and leaves the moment of change', async () => {
		const before = orderOf(28).date_modified_gmt;
		expect((await run()).error).toBeUndefined();
		expect((await run()).error).toBeUndefined();
		expect(notes()).toHaveLength(3);
		const [, month = '', day = ''] = String(rowOf('W28').orderDate).split('-');
		const year = String(rowOf('W28').orderDate).slice(0, 4);
		expect(await textsOn(28)).toContain(`In SnelStart geboekt als W28 op ${day}-${month}-${year}`);
		expect(orderOf(28).date_modified_gmt).toBe(before);
		expect(rowOf('W28')).toMatchObject({ toldNumber: 'W28', state: 'booked', code: '' });
	});

	it('the day is that of the entry, where a closed period or a day total has another one', async () => {
		const record = stage.engine
			.rows('BookingRecords')
			.find(({ documentKey }) => documentKey === rowOf('W32').orderKey)!;
		const before = record.documentDate;
		Object.assign(record, { documentDate: '2031-02-03' });
		expect((await run()).error).toBeUndefined();
		Object.assign(record, { documentDate: before });
		expect(await textsOn(32)).toContain('In SnelStart geboekt als W32 op 03-02-2031');
	});

	it('as a field it is read again by the sync, which sees no change of the order', async () => {
		choose({ writeAs: 'meta' });
		await run();
		const meta = orderOf(28).meta_data as Row[];
		expect(meta).toContainEqual(
			expect.objectContaining({ key: '_snelstart_invoice_number', value: 'W28' }),
		);
		expect(meta).toContainEqual(
			expect.objectContaining({ key: '_snelstart_booking_date', value: rowOf('W28').orderDate }),
		);
		expect((await stage.engine.run(SYNC, 'Every hour')).error).toBeUndefined();
		expect(rowOf('W28')).toMatchObject({ state: 'booked', code: '' });
	});

	it('what fails says so in the row and is tried again; other notes stay', async () => {
		rowOf('W29').code = 'CHANGED_AFTER_BOOKING';
		const gone = orderOf(28);
		const orders = stage.sandbox.wooCommerce.orders as unknown as Row[];
		orders.splice(orders.indexOf(gone), 1);
		const second = orders.splice(orders.indexOf(orderOf(29)), 1)[0]!;
		expect((await run()).error).toBeUndefined();
		expect(rowOf('W28')).toMatchObject({ code: 'SHOP_NOT_TOLD', state: 'booked' });
		expect(rowOf('W28').message).toMatch(/\(\w+\)/);
		expect(rowOf('W29').code).toBe('CHANGED_AFTER_BOOKING');
		expect(rowOf('W32').toldNumber).toBe('W32');
		orders.push(gone, second);
		await run();
		expect(rowOf('W28')).toMatchObject({ toldNumber: 'W28', code: '', message: '' });
	});
});

describe('paid in SnelStart', () => {
	/** Order 29 waits for a bank transfer in the shop, and is booked. */
	function await29(changed: Row = {}): void {
		const unpaid = { date_paid: null, date_paid_gmt: null, refunds: [] };
		Object.assign(orderOf(29), {
			status: 'on-hold',
			payment_method: 'bacs',
			...unpaid,
			...changed,
		});
	}

	/** The bank statement pays the invoice. */
	async function pay(cents: number): Promise<void> {
		const { salesEntryId, snelStartNumber } = rowOf('W29');
		const { status } = await snelStart.send('POST', '/bankboekingen', {
			datum: '2026-07-01T00:00:00',
			dagboek: { id: guidFor('dagboeken', 2) },
			boekstuk: `B-${String(snelStartNumber)}`,
			omschrijving: 'Overboeking',
			bedragOntvangen: cents / 100,
			bedragUitgegeven: 0,
			verkoopboekingBoekingsRegels: [
				{ boekingId: { id: salesEntryId }, omschrijving: 'W29', credit: cents / 100, debet: 0 },
			],
		});
		expect(status).toBe(201);
	}

	beforeEach(() => choose({ numbers: 'no', paid: 'yes' }));

	it('leaves an order that is open there, and what is off', async () => {
		await29();
		const { error, items } = await run();
		expect(error).toBeUndefined();
		expect(changes()).toEqual([]);
		// Of who waits for a transfer it reads no more than it decides by.
		const [unpaid] = items('Get unpaid orders');
		expect(Object.keys(unpaid!).sort()).toEqual([
			'date_paid_gmt',
			'id',
			'payment_method',
			'refunds',
		]);
	});

	it('what the shop refuses says so in the row, until it works', async () => {
		await29();
		await pay(Math.round(Number(rowOf('W29').total) * 100));
		stage.sandbox.wooCommerce.faults.add({ kind: '401', times: 20, shape: 'PUT orders' });
		expect((await run()).error).toBeUndefined();
		expect(rowOf('W29')).toMatchObject({ code: 'SHOP_NOT_TOLD', state: 'booked' });
		stage.sandbox.wooCommerce.faults.clear();
		expect((await run()).error).toBeUndefined();
		expect(orderOf(29).status).toBe('processing');
		expect(rowOf('W29')).toMatchObject({ code: '', message: '', state: 'booked' });
	});

	it('sets it to paid once nothing is open, and the sync sees no change of the order', async () => {
		await29();
		choose({ paid: 'no' });
		await run();
		expect(orderOf(29).status).toBe('on-hold');
		choose({ paid: 'yes' });
		expect((await run()).error).toBeUndefined();
		expect(orderOf(29)).toMatchObject({ status: 'processing' });
		expect(orderOf(29).date_paid_gmt).toEqual(expect.any(String));
		expect((await stage.engine.run(SYNC, 'Every hour')).error).toBeUndefined();
		expect(rowOf('W29')).toMatchObject({ state: 'booked', code: '' });
		await run();
		expect(changes()).toHaveLength(1);
	});

	it.each<[string, Row]>([
		['cancelled', { status: 'cancelled' }],
		['of another method', { payment_method: 'cod' }],
		['refunded in part', { refunds: [{ id: 1, reason: '', total: '-1.00' }] }],
		['paid', { date_paid_gmt: '2026-06-01T00:00:00' }],
	])('never touches one that is %s', async (_, changed) => {
		await29(changed);
		expect((await run()).error).toBeUndefined();
		expect(changes()).toEqual([]);
	});

	it('leaves one that became dearer in the shop after it was booked: it is paid in part', async () => {
		const before = orderOf(29).total;
		await29({ total: (Number(before) + 10).toFixed(2) });
		expect((await run()).error).toBeUndefined();
		await29({ total: before });
		expect(changes()).toEqual([]);
	});

	it('an invoice of another amount, and a credited order, are left alone', async () => {
		await29();
		const { total } = rowOf('W29');
		rowOf('W29').total = Number(total) + 1;
		await run();
		expect(changes()).toEqual([]);
		rowOf('W29').total = total;
		const credit = { ...rowOf('W29'), orderKey: 'credit', kind: 'refund', snelStartNumber: 'C29' };
		stage.engine
			.rows('WebshopOrders')
			.push({ ...credit, parentKey: rowOf('W29').orderKey } as never);
		await run();
		expect(changes()).toEqual([]);
	});
});
