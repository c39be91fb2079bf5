import { amountRefund } from '../../support/amountRefund';
import { N8N_URL } from '../../support/flow/flowEngine';
import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';

const REFUNDS = 'Hourly refund sync WooCommerce';
const PROCESS = 'Process refunds WooCommerce';
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const ID = /^[\da-f]{8}-[\da-f-]{27}$/;
const HOUR = 3_600_000;

let stage: Stage;

const rows = () => stage.engine.rows('WebshopOrders');
const keyOf = (id: number | string) => `my-client/woocommerce/${id}`;
const rowsOf = (key: number | string) => rows().filter(({ orderKey }) => orderKey === keyOf(key));
const credits = (number: string) =>
	stage.sandbox.snelStart.books
		.summary()
		.salesEntries.filter(({ factuurnummer }) => factuurnummer === number);
const cursor = () =>
	stage.engine.rows('SyncCursors').filter(({ shop }) => shop === 'woocommerce refunds');
const ago = (hours: number) => new Date(stage.now().getTime() - hours * HOUR).toISOString();
const settle = (key: number | string, values: object) => {
	for (const row of rowsOf(key)) Object.assign(row, values);
};

async function sync() {
	const run = await stage.engine.run(REFUNDS, 'Every hour');
	expect(run.error).toBeUndefined();
	return run;
}

/** What the shop was asked since a moment, without what it was asked with. */
function asked(since: number): string[] {
	return stage.sandbox.wooCommerce.journal.entries.slice(since).map(({ path }) => path);
}

function changeOrder(id: number, changes: object): void {
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	stage.sandbox.wooCommerce.putOrder({ ...order, ...changes });
}

/** A refund of an amount without lines, so many hours ago. */
function refund(orderId: number, id: number, amount = '1.00', hours = 0): void {
	const moment = ago(hours).slice(0, 19);
	stage.sandbox.wooCommerce.putRefund(amountRefund(id, orderId, amount, moment));
}

/** The next runs find only what is to be tried again: nothing in the shop is newer than this. */
function readEverything(): void {
	cursor()[0]!.readUntil = new Date(stage.now().getTime() + HOUR).toISOString();
}

beforeAll(async () => {
	stage = await startStage((client) => {
		const { woocommerce } = client.shops;
		return {
			...client,
			shops: { ...client.shops, woocommerce: { ...woocommerce!, realtime: true } },
		};
	});
	const { error } = await stage.engine.run('Hourly order sync WooCommerce', 'Every hour');
	expect(error).toBeUndefined();
});
afterAll(async () => await stage?.sandbox.stop());

describe('a first run', () => {
	beforeAll(() => {
		stage.sandbox.wooCommerce.playRecordedRefunds();
		// 46: the shop cannot give its refunds; 49: on hold, so its sale is not booked.
		refund(46, 9046);
		refund(49, 9049);
		stage.sandbox.wooCommerce.switches.brokenRefundsOf = [46];
		for (const id of [28, 30, 46, 49]) settle(id, { paidState: 'done' });
	});

	it('credits what was refunded of booked orders, and counts what became of each', async () => {
		const run = await sync();
		expect(run.items('Summary')).toEqual([
			{ shop: 'woocommerce', read: 9, booked: 4, waiting: 4, nothingToBook: 0, needsAttention: 1 },
		]);
		// Amounts as the shop recorded them: lines of 28, all of 29 and 35, an amount of 38.
		const amounts = { CW66: -16.65, CW68: -12.95, CW69: -44.9, CW71: -7.37 };
		for (const [number, factuurbedrag] of Object.entries(amounts)) {
			expect(credits(number)).toMatchObject([{ factuurbedrag }]);
		}
		expect(credits('CW66')[0]!.omschrijving).toContain('Credit W28');
	});

	it('records all that is known of a credit note', () => {
		const [entry] = credits('CW66');
		expect(rowsOf('28/refund/66').map(cellsOf)).toEqual([
			expect.objectContaining({
				kind: 'refund',
				parentKey: keyOf(28),
				client: 'my-client',
				shop: 'woocommerce',
				orderId: '28',
				orderNumber: '28',
				state: 'booked',
				total: -16.65,
				code: '',
				message: '',
				tip: '',
				snelStartNumber: 'CW66',
				originalInvoiceNumber: 'W28',
				salesEntryId: entry!.id,
				relationId: expect.stringMatching(ID),
				settingsVersion: 1,
				mayBeSent: false,
				bookedAt: expect.stringMatching(MOMENT),
			}),
		]);
	});

	it('says why another refund was not credited', () => {
		expect(rowsOf('49/refund/9049')).toMatchObject([
			{
				kind: 'refund',
				state: 'waiting',
				code: 'REFUND_ORDER_NOT_BOOKED',
				message: expect.stringContaining('on-hold'),
				tip: expect.stringMatching(/./),
				parentKey: keyOf(49),
			},
		]);
		expect(rowsOf('46/refund/9046')).toMatchObject([
			{ kind: 'refund', state: 'ready', code: 'REFUND_NOT_READ', parentKey: keyOf(46) },
		]);
		expect(rowsOf('33/refund/67')).toMatchObject([{ state: 'needsAttention' }]);
		expect([...credits('CW9046'), ...credits('CW9049'), ...credits('CW67')]).toEqual([]);
	});

	it('has the payments of credited orders looked at again, and of no others', () => {
		const states = [28, 30, 46, 49].map((id) => rowsOf(id)[0]!.paidState);
		expect(states).toEqual(['', 'done', 'done', 'done']);
	});

	it('remembers how far it has read', () => {
		const newest = stage.sandbox.wooCommerce.orders
			.filter(({ id }) => id === 49)
			.map(({ id }) => id);
		expect(newest).toEqual([49]);
		expect(cursor().map(cellsOf)).toEqual([
			{
				client: 'my-client',
				shop: 'woocommerce refunds',
				readUntil: expect.stringMatching(MOMENT),
			},
		]);
		const distance = stage.now().getTime() - Date.parse(String(cursor()[0]!.readUntil));
		// An hour back: what the shop dates earlier than it shows it is read as well.
		expect(distance - HOUR).toBeGreaterThanOrEqual(0);
		expect(distance - HOUR).toBeLessThan(10 * 60_000);
	});

	it('does not follow a refund that the shop dates ahead: later ones are read all the same', async () => {
		refund(28, 9128, '1.00', -48);
		await sync();
		refund(28, 9129, '1.00');
		await sync();
		expect(rowsOf('28/refund/9128')).toMatchObject([{ state: 'booked' }]);
		expect(rowsOf('28/refund/9129')).toMatchObject([{ state: 'booked' }]);
		refund(28, 9128, '1.00', 5);
	});
});

describe('a later run', () => {
	it('credits nothing twice, and reads only what waits', async () => {
		readEverything();
		stage.sandbox.wooCommerce.switches.brokenRefundsOf = [];
		changeOrder(49, { status: 'processing' });
		const since = stage.sandbox.wooCommerce.journal.entries.length;
		const before = stage.sandbox.snelStart.books.summary().salesEntries.length;
		const run = await sync();
		// The sale of 49 and its credit note, and the credit note on 46.
		expect(stage.sandbox.snelStart.books.summary().salesEntries).toHaveLength(before + 3);
		expect(run.items('Summary')).toEqual([
			{ shop: 'woocommerce', read: 0, booked: 2, waiting: 2, nothingToBook: 0, needsAttention: 0 },
		]);
		expect(credits('CW9046')).toMatchObject([{ factuurbedrag: -1 }]);
		expect(credits('CW9049')).toMatchObject([{ factuurbedrag: -1 }]);
		// 43 and 55 still wait for their sales.
		const ofOrders = asked(since).filter((path) => /orders\/\d+\/refunds/.test(path));
		expect(new Set(ofOrders.map((path) => /orders\/(\d+)/.exec(path)![1]))).toEqual(
			new Set(['43', '46', '49', '55']),
		);
		expect(cursor()).toHaveLength(1);
	});

	it('leaves what needs attention alone for a day', async () => {
		const [row] = rowsOf('33/refund/67');
		const tried = () => ({ attempts: row!.attempts, updatedAt: row!.updatedAt });
		const before = tried();
		await sync();
		expect(tried()).toEqual(before);
		settle('33/refund/67', { updatedAt: ago(21) });
		const since = stage.sandbox.wooCommerce.journal.entries.length;
		await sync();
		expect(asked(since)).toContainEqual(expect.stringMatching(/orders\/33\/refunds/));
		expect(Date.parse(String(row!.updatedAt))).toBeGreaterThan(Date.parse(ago(1)));
	});

	it('keeps a refund ready when SnelStart does not answer, and credits it once it does', async () => {
		cursor()[0]!.readUntil = ago(1);
		refund(28, 9028);
		// A sale that is to be booked first.
		changeOrder(44, { status: 'processing' });
		refund(44, 9044);
		stage.sandbox.snelStart.faults.add({ kind: '401', times: 50 });
		const run = await sync();
		stage.sandbox.snelStart.faults.clear();
		expect(run.items('Summary')).toMatchObject([{ booked: 0, waiting: 4 }]);
		expect(rowsOf('28/refund/9028')).toMatchObject([{ state: 'ready', claimId: '' }]);
		expect(rowsOf(44)).toMatchObject([{ state: 'ready' }]);
		expect(rowsOf('44/refund/9044')).toMatchObject([
			{
				state: 'waiting',
				code: 'SALE_NOT_BOOKED_YET',
				message: expect.stringContaining('44'),
				tip: expect.stringMatching(/./),
			},
		]);
		readEverything();
		await sync();
		expect(rowsOf(44)).toMatchObject([{ state: 'booked' }]);
		expect(credits('CW9044')).toHaveLength(1);
		expect(rowsOf('28/refund/9028')).toMatchObject([{ state: 'booked', code: '' }]);
		expect(credits('CW9028')).toHaveLength(1);
	});

	it('takes up what a run that died was crediting, once two hours have passed', async () => {
		settle('28/refund/9028', { state: 'booking', claimId: 'another' });
		await sync();
		expect(rowsOf('28/refund/9028')).toMatchObject([{ state: 'booking', claimId: 'another' }]);
		settle('28/refund/9028', { updatedAt: ago(3) });
		await sync();
		expect(rowsOf('28/refund/9028')).toMatchObject([
			{ state: 'booked', claimId: expect.not.stringMatching(/another/) },
		]);
		expect(credits('CW9028')).toHaveLength(1);
	});

	it('looks at refunds of its own client and shop only', async () => {
		const [row] = rowsOf('28/refund/9028');
		const others = [
			{ orderKey: 'other/woocommerce/30/refund/1', client: 'other' },
			{ orderKey: 'my-client/jouwweb/30/refund/1', shop: 'jouwweb' },
			{ orderKey: keyOf('30/credit/1') },
			{ orderKey: keyOf('30/refund/2'), kind: 'order' },
		];
		for (const state of ['ready', 'needsAttention']) {
			for (const other of others) {
				stage.engine
					.table('WebshopOrders')
					.insert({ ...cellsOf(row!), orderId: '30', ...other, state });
				if (state === 'needsAttention') rows().at(-1)!.updatedAt = ago(30);
			}
		}
		const since = stage.sandbox.wooCommerce.journal.entries.length;
		await sync();
		expect(asked(since).filter((path) => path.includes('/30'))).toEqual([]);
		stage.engine.table('WebshopOrders').rows = rows().filter(({ orderId }) => orderId !== '30');
	});
});

describe('what is gone from the shop', () => {
	it('a refund that was deleted gets a note, and no other', async () => {
		stage.sandbox.wooCommerce.removeRefund(71);
		const [row] = rowsOf('38/refund/71');
		const others = [
			{ orderKey: 'other/woocommerce/38/refund/71', client: 'other' },
			{ orderKey: 'my-client/other/38/refund/71', shop: 'other' },
			{ orderKey: keyOf('38/refund/171') },
			{ orderKey: keyOf('39/refund/71'), state: 'needsAttention' },
			{ orderKey: keyOf('40/refund/71'), kind: 'payment' },
			{ orderKey: keyOf('41/refund/172'), bookedAt: ago(31 * 24) },
		];
		for (const other of others) {
			stage.engine.table('WebshopOrders').insert({ ...cellsOf(row!), ...other });
		}
		await sync();
		expect(rowsOf('38/refund/71')).toMatchObject([
			{
				state: 'booked',
				code: 'REFUND_DELETED',
				message: expect.stringContaining('71'),
				tip: expect.stringMatching(/./),
			},
		]);
		const noted = rows().filter(({ code }) => code === 'REFUND_DELETED');
		// The shop knows no refund 171 either.
		expect(noted.map(({ orderKey }) => orderKey)).toEqual([
			keyOf('38/refund/71'),
			keyOf('38/refund/171'),
		]);
		const made = others.map(({ orderKey }) => orderKey);
		stage.engine.table('WebshopOrders').rows = rows().filter(
			({ orderKey }) => !made.includes(String(orderKey)),
		);
	});

	it('an order keeps no other refund from being credited', async () => {
		for (const id of [37, 42]) {
			refund(id, 9000 + id);
		}
		cursor()[0]!.readUntil = ago(1);
		stage.sandbox.snelStart.faults.add({ kind: '401', times: 50 });
		await sync();
		stage.sandbox.snelStart.faults.clear();
		readEverything();
		const [booked] = rowsOf('28/refund/66');
		stage.engine.table('WebshopOrders').insert({
			...cellsOf(booked!),
			orderKey: keyOf('37/refund/9137'),
			orderId: '37',
		});
		const orders = stage.sandbox.wooCommerce.orders as Array<{ id: number }>;
		orders.splice(
			orders.findIndex(({ id }) => id === 37),
			1,
		);
		await sync();
		expect(rowsOf('37/refund/9037')).toMatchObject([
			{
				state: 'ready',
				code: 'ORDER_NOT_READ',
				message: 'The shop has no order with the ID 37',
				tip: expect.stringMatching(/./),
			},
		]);
		// Booked before, and not in the shop either.
		expect(rowsOf('37/refund/9137')).toMatchObject([{ state: 'booked', code: 'REFUND_DELETED' }]);
		expect(rowsOf(37)).toMatchObject([{ state: 'booked', code: '' }]);
		expect(credits('CW9042')).toHaveLength(1);
		settle('37/refund/9037', { state: 'nothingToBook' });
	});
});

it('fails when the shop does not answer, and reads the same again', async () => {
	refund(36, 9036);
	const from = ago(1);
	cursor()[0]!.readUntil = from;
	stage.sandbox.wooCommerce.faults.add({ kind: '500', times: 40, shape: 'GET orders' });
	const { error } = await stage.engine.run(REFUNDS, 'Every hour');
	stage.sandbox.wooCommerce.faults.clear();
	expect(error?.message).toMatch(/^The shop did not give \d+ of the orders: ./);
	expect(cursor()).toMatchObject([{ readUntil: from }]);
	await sync();
	expect(credits('CW9036')).toHaveLength(1);
});

it('goes no further than the refunds that have a row, and reads the others again', async () => {
	refund(36, 9136);
	const from = ago(1);
	cursor()[0]!.readUntil = from;
	const table = stage.engine.table('WebshopOrders');
	const insert = table.insert.bind(table);
	table.insert = (values) => {
		const row = insert(values);
		if (row.orderKey === keyOf('36/refund/9136')) table.rows.pop();
		return row;
	};
	const { error } = await stage.engine.run(REFUNDS, 'Every hour');
	table.insert = insert;
	expect(error?.message).toContain('READ_NOT_RECORDED');
	expect(error?.message).toContain('9136');
	expect(cursor()).toMatchObject([{ readUntil: from }]);
	await sync();
	expect(credits('CW9136')).toHaveLength(1);
});

describe('Process refunds', () => {
	const called = async (items: Parameters<Stage['engine']['run']>[2]) =>
		await stage.engine.run(PROCESS, 'When called with orders', items);
	const orderOf = (id: number) =>
		stage.sandbox.wooCommerce.orders.find((one) => one.id === id) as never;

	it('credits the refunds of the orders that it is given, and says what became of each', async () => {
		refund(34, 9034);
		changeOrder(2633, { status: 'processing' });
		refund(2633, 9633);
		settle(34, { paidState: 'done' });
		const given = [34, 28, 2633].map((id) => ({
			client: 'my-client',
			shop: 'woocommerce',
			order: orderOf(id),
		}));
		const run = await called(given);
		expect(run.error).toBeUndefined();
		const results = run.items('Results');
		expect(results).toHaveLength(2);
		expect(results).toEqual(
			expect.arrayContaining([
				{ orderKey: keyOf('34/refund/9034'), result: 'booked', code: '' },
				{ orderKey: keyOf('2633/refund/9633'), result: 'waiting', code: 'SALE_NOT_BOOKED_YET' },
			]),
		);
		expect(credits('CW9034')).toMatchObject([{ factuurbedrag: -1 }]);
		expect(rowsOf('34/refund/9034')).toMatchObject([
			{ state: 'booked', originalInvoiceNumber: 'W34', settingsVersion: 1 },
		]);
		expect(rowsOf(34)).toMatchObject([{ paidState: '' }]);
		expect(credits('CW66')).toHaveLength(1);
	});

	it('says that the shop could not give the refunds of an order', async () => {
		refund(32, 9032);
		stage.sandbox.wooCommerce.switches.brokenRefundsOf = [32];
		const order = orderOf(32);
		const run = await called([{ client: 'my-client', shop: 'woocommerce', order }]);
		expect(run.items('Results')).toEqual([
			{ orderKey: keyOf('32/refund/9032'), result: 'ready', code: 'REFUND_NOT_READ' },
		]);
		expect(rowsOf('32/refund/9032')).toMatchObject([
			{ state: 'ready', code: 'REFUND_NOT_READ', message: expect.stringMatching(/./) },
		]);
		stage.sandbox.wooCommerce.switches.brokenRefundsOf = [];
	});

	it('refuses to work for nobody', async () => {
		const { error } = await called([{ client: null, shop: 'woocommerce', order: null }]);
		expect(error?.message).toMatch(/^INPUTS_MISSING: .* client, order/);
	});
});

describe('a message of the shop', () => {
	const REALTIME = 'Realtime order sync WooCommerce';

	it('has the order booked as it is now', async () => {
		const run = await stage.engine.run(REALTIME, 'Order or refund', [
			{ id: 2633, status: 'pending' },
		]);
		expect(run.error).toBeUndefined();
		expect(rowsOf(2633)).toMatchObject([{ state: 'booked', snelStartNumber: 'W2633' }]);
	});

	it('of a refund starts the refund sync of this shop', async () => {
		const since = stage.sandbox.wooCommerce.journal.entries.length;
		const run = await stage.engine.run(REALTIME, 'Order or refund', [{ id: 32 }], 1);
		expect(run.error).toBeUndefined();
		expect(credits('CW9032')).toHaveLength(1);
		expect(asked(since)).toContainEqual(expect.stringMatching(/\/refunds$/));
	});

	describe('that does not come', () => {
		const webhooks = () => stage.sandbox.wooCommerce.webhooks;
		const check = async () => await stage.engine.run(REALTIME, 'Every hour');

		/** As the shop has it after somebody, or WooCommerce itself, switched it off. */
		function makeWebhook(deliveryUrl: string, status: string, topic = 'order.updated'): void {
			const hooks = webhooks() as Array<ReturnType<typeof webhooks>[number]>;
			hooks.push({
				id: hooks.length + 1,
				name: topic,
				topic,
				status,
				delivery_url: deliveryUrl,
				secret: '',
				failures: 6,
			} as (typeof hooks)[number]);
		}

		it('is nothing to worry about while the shop sends, or sends again', async () => {
			makeWebhook(`${N8N_URL}/webhook/one`, 'active', 'order.created');
			makeWebhook(`${N8N_URL}/webhook/one`, 'disabled');
			makeWebhook('http://another.example/webhook/one', 'paused');
			makeWebhook('http://another.example/webhook/one', 'active', 'order.restored');
			expect((await check()).error?.message).toContain(
				'does not send order.restored to this n8n: its webhook is missing. Nothing could mend it. One that is missing is made when this workflow is unpublished and published again',
			);
			makeWebhook(`${N8N_URL}/webhook/one`, 'active', 'order.restored');
			expect((await check()).error).toBeUndefined();
			expect(webhooks().map(({ status }) => status)).toEqual([
				...['active', 'active', 'paused', 'active', 'active'],
			]);
		});

		it('fails the run when the shop keeps silent, and says what to do', async () => {
			makeWebhook(`${N8N_URL}/webhook/two`, 'paused');
			const { error } = await check();
			expect(error?.message).toMatch(
				/does not send order\.updated to this n8n: its webhook is paused\..* set to Active in WooCommerce, under Settings, Advanced, Webhooks\.$/,
			);
		});
	});
});
