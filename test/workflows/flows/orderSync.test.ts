import { stateNames } from '../../../bookkeeping';
import { expectedAttention, expectedEntries } from '../../e2e/support/expectations';
import { startStage, type Stage } from '../../support/flow/stage';

const WOOCOMMERCE = 'Hourly order sync WooCommerce';
const JOUWWEB = 'Hourly order sync JouwWeb';
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const ID = /^[\da-f]{8}-[\da-f-]{27}$/;
/** What every row says, whatever became of it. */
const GIVEN = ['id', 'createdAt', 'updatedAt'];

let stage: Stage;

const entries = () => stage.sandbox.snelStart.books.summary().salesEntries;
const entriesOf = (number: string) =>
	entries().filter(({ factuurnummer }) => factuurnummer === number);
const rows = () => stage.engine.rows('WebshopOrders');
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rowsOf = (id: number) => rows().filter(({ orderKey }) => orderKey === keyOf(id));
const without = (row: object, names: readonly string[]) =>
	Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

async function sync(name = WOOCOMMERCE) {
	const run = await stage.engine.run(name, 'Every hour');
	expect(run.error).toBeUndefined();
	return run.items('Summary');
}

/** Changes an order in the shop, as its owner does. */
function changeOrder(id: number, changes: object): void {
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	const now = stage.now().toISOString().slice(0, 19);
	const moments = { date_modified_gmt: now, date_modified: now };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...moments, ...changes });
}

const cursorOf = (name: string) =>
	stage.engine.rows('SyncCursors').find(({ shop }) => shop === name)!;

/** Has the next run read all orders of a shop again. */
function readAgain(shop: string): void {
	cursorOf(shop).readUntil = '2020-01-01T00:00:00.000Z';
}

/** Writes into a row as a person, or another run, does. */
function write(id: number, values: object): void {
	for (const row of rowsOf(id)) Object.assign(row, values);
}

beforeAll(async () => {
	stage = await startStage();
});
afterAll(async () => await stage?.sandbox.stop());

describe('a first run over each shop', () => {
	it('books every bookable order, to the cent, and no other', async () => {
		expect(await sync()).toEqual([
			{
				shop: 'woocommerce',
				read: 30,
				unchanged: 0,
				booked: 14,
				waiting: 11,
				nothingToBook: 3,
				needsAttention: 2,
			},
		]);
		// No setting asks for the categories of products (W087).
		expect(stage.sandbox.wooCommerce.journal.calls()['GET products']).toBeUndefined();
		expect(await sync(JOUWWEB)).toEqual([
			{
				shop: 'jouwweb',
				read: 17,
				unchanged: 0,
				booked: 12,
				waiting: 1,
				nothingToBook: 1,
				needsAttention: 3,
			},
		]);
		const booked = entries().map((entry) => [
			entry.factuurnummer,
			Math.round(Number(entry.factuurbedrag) * 100),
		]);
		const expected = [...expectedEntries()].map(([number, { gross }]) => [number, gross]);
		expect(booked.sort()).toEqual(expected.sort());
	});

	it('records all that is known of a booked order', () => {
		const [entry] = entriesOf('W29');
		expect(rowsOf(29).map((row) => without(row, GIVEN))).toEqual([
			{
				orderKey: 'my-client/woocommerce/29',
				kind: 'order',
				parentKey: '',
				client: 'my-client',
				shop: 'woocommerce',
				orderId: '29',
				orderNumber: '29',
				orderStatus: 'processing',
				orderDate: String(entry!.factuurdatum).slice(0, 10),
				state: 'booked',
				claimId: expect.stringMatching(/^\d+$/),
				regime: 'domestic',
				total: 12.95,
				vat: 2.25,
				fingerprint: 'EUR 12.95 | 21% 10.70+2.25 | to NL | no VAT number | articles 9edc-0',
				seenFingerprint: 'EUR 12.95 | 21% 10.70+2.25 | to NL | no VAT number | articles 9edc-0',
				paymentIds: 'tr_7UhSN1zuXS',
				code: '',
				message: '',
				tip: '',
				facts: '',
				snelStartNumber: 'W29',
				originalInvoiceNumber: '',
				...{ payout: null, paidAtProvider: null },
				salesEntryId: entry!.id,
				relationId: expect.stringMatching(ID),
				paidState: null,
				mayBeSent: false,
				attempts: 1,
				tryUntil: '',
				version: null,
				settingsVersion: 1,
				approved: null,
				alreadyThere: false,
				bookedAt: expect.stringMatching(MOMENT),
				paymentMethod: 'iDEAL',
				toldNumber: null,
				outline: '',
				...{ checkedAs: null, checkedAt: null, checkedBy: null },
			},
		]);
	});

	it('keeps a record of each booking', () => {
		const records = stage.engine.rows('BookingRecords');
		expect(records.map(({ number }) => number).sort()).toEqual(
			[...expectedEntries().keys()].sort(),
		);
		const [record] = records.filter(({ number }) => number === 'W28');
		const [entry] = entriesOf('W28');
		expect(without(record!, GIVEN)).toEqual({
			documentKey: 'my-client/woocommerce/28',
			kind: 'order',
			parentKey: '',
			client: 'my-client',
			shop: 'woocommerce',
			document: 'salesEntry',
			number: 'W28',
			entryId: entry!.id,
			relationId: rowsOf(28)[0]!.relationId,
			buyerKey: '',
			contactKey: expect.stringMatching(/^[\w-]{22}$/),
			documentClaim: null,
			documentId: null,
			documentDate: String(entry!.factuurdatum).slice(0, 10),
			regime: 'domestic',
			deliveryCountry: 'NL',
			settingsVersion: 1,
			lines: JSON.stringify(
				[
					['1', 'product', 21],
					['2', 'product', 9],
					['3', 'product', 0],
					['', 'discount', 21],
					['', 'discount', 9],
					['', 'discount', 0],
					['4', 'shipping', 21],
					['5', 'fee', 21],
				].map((line, index) => {
					const { grootboek, bedrag } = entry!.boekingsregels[index]!;
					return [...line, grootboek.id.slice(0, 8), Math.round(Number(bedrag) * 100)];
				}),
			),
			charged: '{"0":[900,0],"9":[2063,186],"21":[2546,535]}',
			notes: '',
			readAt: expect.stringMatching(MOMENT),
			claimedAt: expect.stringMatching(MOMENT),
			bookedAt: expect.stringMatching(MOMENT),
			creditedAt: null,
		});
	});

	it('records why another order was not booked, with all that is known of it', () => {
		const held = rows().filter(({ state }) => state === 'needsAttention');
		expect(Object.fromEntries(held.map(({ orderKey, code }) => [orderKey, code]))).toEqual(
			expectedAttention,
		);
		for (const { message, tip, kind, orderNumber, orderStatus, settingsVersion } of held) {
			expect([message, tip, orderNumber, orderStatus]).not.toContain('');
			expect([kind, settingsVersion]).toEqual(['order', 1]);
		}
		expect(rows().find(({ orderKey }) => orderKey === 'my-client/jouwweb/440010')).toMatchObject({
			orderId: '440010',
			claimId: '',
			total: expect.any(Number),
			vat: expect.any(Number),
			fingerprint: expect.stringMatching(/^EUR /),
			seenFingerprint: expect.stringMatching(/^EUR /),
			orderDate: '2026-10-10',
		});
	});

	it('remembers per shop how far it has read', () => {
		const cursors = stage.engine.rows('SyncCursors');
		expect(cursors.map(({ client, shop }) => [client, shop])).toEqual([
			['my-client', 'woocommerce'],
			['my-client', 'jouwweb'],
		]);
		for (const { readUntil } of cursors) expect(Date.parse(String(readUntil))).not.toBeNaN();
	});
});

describe('later runs', () => {
	it.each([
		[WOOCOMMERCE, 'woocommerce', 30],
		[JOUWWEB, 'jouwweb', 17],
	])('of %s write no row of what they read again and is as it was', async (name, shop, orders) => {
		const written = () => structuredClone([rows(), stage.engine.rows('BookingRecords')]);
		const before = written();
		const calls = () => Object.keys(stage.sandbox.snelStart.journal.calls());
		stage.sandbox.snelStart.journal.clear();
		readAgain(shop);
		const run = await stage.engine.run(name, 'Every hour');
		expect(run.items('Summary')).toEqual([
			{
				...{ shop, read: orders, unchanged: orders },
				...{ booked: 0, waiting: 0, nothingToBook: 0, needsAttention: 0 },
			},
		]);
		expect(run.items('Process orders')).toEqual([]);
		expect(calls()).toEqual([]);
		// With their moments: not even the same was written.
		expect(written()).toEqual(before);
		expect(stage.engine.rows('SyncCursors')).toHaveLength(2);
		const cursor = cursorOf(shop);
		expect(Date.parse(String(cursor.readUntil))).toBeGreaterThan(Date.parse('2026-01-01'));
		expect(Date.parse(cursor.updatedAt)).toBeGreaterThan(Date.parse(before[0]!.at(-1)!.updatedAt));
	});

	it('go on with a row in every other state, with what stands there twice, and with other settings', async () => {
		const ids = rows()
			.filter(({ shop, state, regime }) => {
				return shop === 'woocommerce' && state === 'booked' && regime === 'domestic';
			})
			.map(({ orderId }) => Number(orderId));
		const others = stateNames.filter((name) => name !== 'booked');
		const changed = others.map((state, place) => ({ state, id: ids[place]! }));
		const before = structuredClone(rows());
		const booked = entries().length;
		const skipped = rows().find(
			({ shop, state }) => shop === 'woocommerce' && state === 'nothingToBook',
		)!;
		for (const { state, id } of changed) write(id, { state, claimId: '' });
		const twice = ids[others.length]!;
		stage.engine.table('WebshopOrders').insert(without(rowsOf(twice)[0]!, GIVEN));
		skipped.settingsVersion = 0;
		readAgain('woocommerce');
		const run = await stage.engine.run(WOOCOMMERCE, 'Every hour');
		expect(run.error).toBeUndefined();
		const went = run.items('Find unchanged').map(({ id }) => Number(id));
		const expected = [...changed.map(({ id }) => id), twice, Number(skipped.orderId)];
		expect(went.sort()).toEqual(expected.sort());
		expect(skipped.settingsVersion).toBe(1);
		// By their numbers they are in SnelStart: nothing was sent twice.
		expect(entries()).toHaveLength(booked);
		const stay = ['booking', 'gatheredRefund', 'inTotal'];
		for (const { state, id } of changed) {
			expect(rowsOf(id)).toMatchObject([{ state: stay.includes(state) ? state : 'booked' }]);
		}
		stage.engine.table('WebshopOrders').rows = before;
	});

	it('take all orders the usual way when n8n cannot read the rows, as when others add some', async () => {
		const table = stage.engine.table('WebshopOrders');
		const get = table.get.bind(table);
		const booked = entries().length;
		readAgain('woocommerce');
		stage.engine.waitsBefore = async (_, node) => {
			table.get =
				node === 'Find known rows'
					? () => {
							throw new Error('synchronization error: result count changed during pagination');
						}
					: get;
		};
		const [summary] = await sync();
		stage.engine.waitsBefore = undefined;
		table.get = get;
		expect(summary).toMatchObject({ read: 30, unchanged: 0, waiting: 11, nothingToBook: 3 });
		expect(entries()).toHaveLength(booked);
	});

	it('move no cursor when an order that went on has no row in the end, whatever stands unchanged', async () => {
		const before = structuredClone(rows());
		write(29, { state: 'ready' });
		readAgain('woocommerce');
		const { readUntil } = cursorOf('woocommerce');
		stage.engine.waitsBefore = async (_, node) => {
			const table = stage.engine.table('WebshopOrders');
			if (node === 'Find recorded orders')
				table.rows = table.rows.filter(({ orderKey }) => orderKey !== keyOf(29));
		};
		const { error } = await stage.engine.run(WOOCOMMERCE, 'Every hour');
		stage.engine.waitsBefore = undefined;
		expect(error?.message).toMatch(/^READ_NOT_RECORDED: 1 of the 30 .*\(29\)/);
		expect(cursorOf('woocommerce').readUntil).toBe(readUntil);
		stage.engine.table('WebshopOrders').rows = before;
		await sync();
	});

	it('read from where the last one of this shop stopped', async () => {
		const [cursor] = stage.engine.rows('SyncCursors');
		const readUntil = cursor!.readUntil;
		cursor!.readUntil = new Date(stage.now().getTime() + 60_000).toISOString();
		expect(await sync()).toMatchObject([{ shop: 'woocommerce', read: 0, booked: 0 }]);
		cursor!.readUntil = readUntil;
	});

	it('J033: book an order once its status is right', async () => {
		expect(rowsOf(2633)).toMatchObject([{ state: 'waiting', claimId: '' }]);
		changeOrder(2633, { status: 'processing' });
		expect(await sync()).toMatchObject([{ booked: 1 }]);
		// Recorded with "round at subtotal": lines and VAT make 113.86, the customer paid 113.85.
		expect(entriesOf('W2633')).toMatchObject([{ factuurbedrag: 113.85 }]);
		expect(rowsOf(2633)).toMatchObject([{ state: 'booked', snelStartNumber: 'W2633' }]);
	});

	it('J035: note on a booked order that it changed, and on no other', async () => {
		changeOrder(29, { status: 'cancelled' });
		changeOrder(30, {});
		await sync();
		expect(rowsOf(29)).toMatchObject([
			{
				state: 'booked',
				code: 'CHANGED_AFTER_BOOKING',
				message: expect.stringContaining('status cancelled'),
				tip: expect.stringMatching(/./),
			},
		]);
		expect(rowsOf(30)).toMatchObject([{ state: 'booked', code: '', message: '', tip: '' }]);
		expect(entriesOf('W29')).toHaveLength(1);
	});

	it('read an order again that a person set to ready, and no order in another state', async () => {
		write(33, { state: 'ready' });
		const since = stage.sandbox.wooCommerce.journal.entries.length;
		await sync();
		const calls = stage.sandbox.wooCommerce.journal.calls({ since });
		expect(Object.values(calls).reduce((a, b) => a + b)).toBe(2);
		expect(rowsOf(33)).toMatchObject([{ state: 'needsAttention', code: 'NO_VAT_MAPPING' }]);
	});

	it('say of an order that is gone that it could not be read', async () => {
		stage.engine.table('WebshopOrders').insert({
			...without(rowsOf(33)[0]!, GIVEN),
			orderKey: keyOf(777_777),
			orderId: '777777',
			state: 'ready',
		});
		await sync();
		expect(rowsOf(777_777)).toMatchObject([
			{ code: expect.stringMatching(/^[A-Z_]+$/), message: expect.stringMatching(/./) },
		]);
		write(777_777, { state: 'nothingToBook' });
	});
});

describe('claims', () => {
	it('keep a run off an order that another run is booking', async () => {
		write(31, { state: 'booking', claimId: 'another' });
		changeOrder(31, { status: 'processing' });
		await sync();
		expect(rowsOf(31)).toMatchObject([{ state: 'booking', claimId: 'another' }]);
		expect(entriesOf('W31')).toEqual([]);
	});

	it('that are older than two hours are not known to be booked: looked up first, then booked', async () => {
		write(31, { updatedAt: new Date(stage.now().getTime() - 3 * 3_600_000).toISOString() });
		await sync();
		expect(rowsOf(31)).toMatchObject([{ state: 'booked', snelStartNumber: 'W31' }]);
		expect(entriesOf('W31')).toHaveLength(1);
	});

	it('are given back when two runs claim one order at once', async () => {
		write(44, { state: 'ready' });
		stage.engine.table('WebshopOrders').insert({
			...without(rowsOf(44)[0]!, GIVEN),
			state: 'booking',
			claimId: 'another',
		});
		changeOrder(44, { status: 'processing' });
		await sync();
		expect(rowsOf(44)).toMatchObject([
			{ state: 'ready', claimId: '', code: expect.stringMatching(/^[A-Z_]+$/) },
			{ state: 'booking', claimId: 'another' },
		]);
		expect(entriesOf('W44')).toEqual([]);
	});
});

it('keeps an order ready when SnelStart does not answer, and books it in the next run', async () => {
	changeOrder(49, { status: 'processing' });
	stage.sandbox.snelStart.faults.add({ kind: '401', times: 50 });
	await sync();
	expect(rowsOf(49)).toMatchObject([{ state: 'ready', code: expect.stringMatching(/^[A-Z_]+$/) }]);
	stage.sandbox.snelStart.faults.clear();
	await sync();
	expect(rowsOf(49)).toMatchObject([{ state: 'booked', code: '', snelStartNumber: 'W49' }]);
});

it('asks VIES once about an order, not again when the order is read again', async () => {
	const icp = rows().filter(({ regime, state, shop }) => {
		return regime === 'icp' && state === 'booked' && shop === 'woocommerce';
	});
	expect(icp.length).toBeGreaterThan(0);
	const { journal } = stage.sandbox.vies;
	expect(journal.calls()['POST check-vat-number']).toBeGreaterThan(0);
	journal.clear();
	// However long ago it was booked.
	for (const row of icp) row.bookedAt = '2020-01-01T00:00:00.000Z';
	for (const { orderId } of icp) changeOrder(Number(orderId), {});
	await sync();
	expect(journal.calls()).toEqual({});
	for (const { orderId } of icp) {
		expect(rowsOf(Number(orderId))).toMatchObject([{ state: 'booked', code: '' }]);
	}
});

it('records why others are not booked, even beside what cannot have a row', async () => {
	const item = { outcome: 'attention', client: 'my-client', shop: 'woocommerce' };
	const named = {
		orderKey: keyOf(900),
		orderId: '900',
		code: 'NO_VAT_MAPPING',
		message: 'Why not',
	};
	const called = (more: object) => ({
		...{ kind: 'order', settingsVersion: 1, salesEntryId: '' },
		item: { ...item, ...more },
	});
	const { error } = await stage.engine.run('Book and record', 'When called with drafts', [
		called(named),
		called({}),
	]);
	expect(error?.message).toMatch(/^ROW_KEY_MISSING: .* everything else .* was recorded\.$/);
	expect(rowsOf(900)).toMatchObject([{ state: 'needsAttention', code: 'NO_VAT_MAPPING' }]);
});
