import { amountRefund } from '../../support/amountRefund';
import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';

const MIGRATE = 'Migrate orders WooCommerce';
const DAYS = { from: '2025-03-01', until: '2025-03-20' };
const ORDERS = 20;
const MINUTE = 60_000;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

interface Order {
	id: number;
	number: string;
	status: string;
	total: string;
	date_created: string;
	refunds: Array<{ id: number; total: string }>;
}

let stage: Stage;
/** In SnelStart before there was a migration. */
let there: Order;
const others: object[] = [];

const table = (name: string) => stage.engine.table(name);
const rows = () => stage.engine.rows('WebshopOrders');
const plans = () => stage.engine.rows('Migrations');
const plan = () =>
	plans().find(({ client, shop }) => client === 'my-client' && shop === 'woocommerce')!;
const entries = () => stage.sandbox.snelStart.books.summary().salesEntries;
const past = (): Order[] =>
	(stage.sandbox.wooCommerce.orders as unknown as Order[]).filter(({ date_created }) =>
		date_created.startsWith('2025-03'),
	);
const sales = () =>
	past().filter(({ status }) => ['processing', 'completed', 'refunded'].includes(status));
const refunds = () => sales().flatMap((order) => order.refunds);
const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
const totalOf = (list: Array<{ total: string }>) =>
	list.reduce((sum, { total }) => sum + cents(total), 0) / 100;
const ago = (minutes: number) => new Date(stage.now().getTime() - minutes * MINUTE).toISOString();

/** Fills in the form; what the page says that comes. */
async function ask(action: string, days: object = DAYS): Promise<string> {
	const since = stage.engine.sent.length;
	const { error } = await stage.engine.run(MIGRATE, 'Form', [{ action, ...days }]);
	expect(error).toBeUndefined();
	const [page, ...more] = stage.engine.sent.slice(since);
	expect(more).toEqual([]);
	return `${String(page!.parameters.completionTitle)}: ${String(page!.parameters.completionMessage)}`;
}

async function clock() {
	const run = await stage.engine.run(MIGRATE, 'Every five minutes', [{}]);
	expect(run.error).toBeUndefined();
	return run;
}

beforeAll(async () => {
	stage = await startStage();
	const { wooCommerce } = stage.sandbox;
	wooCommerce.seedOrders({ seed: 7, count: ORDERS, from: DAYS.from, days: 20, refunds: 4 });
	// Booked before, by another program: no row knows it.
	there = sales().find((order) => order.refunds.length === 0)!;
	const { error } = await stage.engine.run('Process orders', 'When called with orders', [
		{ client: 'my-client', shop: 'woocommerce', order: there as never },
	]);
	expect(error).toBeUndefined();
	expect(entries()).toHaveLength(1);
	table('WebshopOrders').rows = [];
	table('BookingRecords').rows = [];
	const period = { periodFrom: DAYS.from, periodUntil: DAYS.until, state: 'running', runId: '' };
	for (const other of [
		{ ...period, client: 'other', shop: 'woocommerce' },
		{ ...period, client: 'my-client', shop: 'jouwweb' },
	]) {
		table('Migrations').insert(other);
		plans().at(-1)!.updatedAt = ago(60);
	}
	others.push(...structuredClone(plans()));
});
afterAll(async () => await stage?.sandbox.stop());
// Whatever happens to a period, those of other clients and shops stay as they are.
afterEach(() => expect(plans().slice(0, 2)).toEqual(others));

describe('the form', () => {
	it('J208: starts nothing without a dry run of the same days', async () => {
		expect(await ask('Overzetten')).toBe(
			'Nog niet: Doe eerst een proefronde over dezelfde dagen en bekijk die.',
		);
		expect(plans()).toHaveLength(2);
	});

	it.each([
		['no first day', { from: '', until: DAYS.until }],
		['no last day', { from: DAYS.from, until: '' }],
		['the last day before the first', { from: DAYS.until, until: DAYS.from }],
		['a day to come', { from: DAYS.from, until: '2999-01-01' }],
	])('asks again after %s', async (_, days) => {
		for (const action of ['Proefronde', 'Overzetten']) {
			expect(await ask(action, days)).toMatch(/^Nog niet: Vul een eerste en een laatste dag in/);
		}
		expect(plans()).toHaveLength(2);
	});

	it('shows with a dry run what would be booked, keeps the plan, and writes nothing else', async () => {
		for (let times = 0; times < 2; times += 1) {
			const page = await ask('Proefronde');
			expect(page).toContain('Staat al in SnelStart');
		}
		expect([entries().length, rows()]).toEqual([1, []]);
		expect(plans()).toHaveLength(3);
		const { plan: text, ...row } = plan();
		expect(row).toMatchObject({
			client: 'my-client',
			shop: 'woocommerce',
			periodFrom: DAYS.from,
			periodUntil: DAYS.until,
			found: ORDERS,
			state: null,
		});
		const { fates, months } = JSON.parse(String(text)) as {
			fates: Array<{ fate: string; kind: string; documents: number; total: number }>;
			months: Array<{ month: string; gross: number }>;
		};
		const fateOf = (fate: string, kind: string) => {
			const found = fates.filter((one) => one.fate === fate && one.kind === kind);
			return found.map(({ documents, total }) => [documents, total]);
		};
		const toBook = sales().filter((order) => order !== there);
		expect(fateOf('toBook', 'order')).toEqual([[toBook.length, totalOf(toBook)]]);
		expect(fateOf('alreadyThere', 'order')).toEqual([[1, Number(there.total)]]);
		expect(fateOf('toBook', 'refund')).toEqual([[refunds().length, totalOf(refunds())]]);
		const documents = fates.filter(({ kind }) => kind === 'order').map((one) => one.documents);
		expect(documents.reduce((a, b) => a + b, 0)).toBe(ORDERS);
		expect(new Set(months.map(({ month }) => month))).toEqual(new Set(['2025-03']));
		expect(totalOf(months.map(({ gross }) => ({ total: String(gross) })))).toBe(
			(cents(totalOf(toBook)) + cents(totalOf(refunds()))) / 100,
		);
	});

	it('looks an order that was undone up under the number of its newest entry', async () => {
		table('WebshopOrders').insert({
			...{ orderKey: `my-client/woocommerce/${there.id}`, kind: 'order', version: 2 },
			...{ client: 'my-client', shop: 'woocommerce', orderId: String(there.id), state: 'ready' },
		});
		await ask('Proefronde');
		const { fates } = JSON.parse(String(plan().plan)) as { fates: Array<{ fate: string }> };
		expect(fates.map(({ fate }) => fate)).not.toContain('alreadyThere');
		table('WebshopOrders').rows = [];
		await ask('Proefronde');
	});

	it('starts the period once, and shows how far it is', async () => {
		await clock();
		expect(rows()).toEqual([]);
		const page = await ask('Overzetten');
		expect(page).toContain('elke vijf minuten');
		expect(page).toContain('loopt');
		expect(page).not.toContain('other');
		expect(plan()).toMatchObject({
			state: 'running',
			runId: '',
			readUntil: DAYS.from,
			batchDays: 1,
			read: 0,
			booked: 0,
			alreadyThere: 0,
			refundsBooked: 0,
			waiting: 0,
			nothingToBook: 0,
			needsAttention: 0,
			left: 0,
			total: 0,
			startedAt: expect.stringMatching(MOMENT),
			finishedAt: null,
		});
		plan().read = 5;
		await ask('Overzetten');
		expect(plan()).toMatchObject({ state: 'running', read: 5 });
		plan().read = 0;
	});

	it('stops it, and only it', async () => {
		expect(await ask('Stoppen')).toContain('gestopt');
		expect(plan()).toMatchObject({ state: 'stopped', runId: '' });
		await clock();
		expect(rows()).toEqual([]);
		await ask('Overzetten');
		expect(plan()).toMatchObject({ state: 'running' });
		expect(await ask('Voortgang tonen')).toContain('loopt');
		expect(plan()).toMatchObject({ state: 'running', read: 0 });
	});
});

describe('every five minutes', () => {
	it('leaves a period alone that a run is at work on, and takes it from one that died', async () => {
		Object.assign(plan(), { runId: 'dead', updatedAt: ago(14) });
		await clock();
		expect(plan()).toMatchObject({ runId: 'dead', read: 0 });
		plan().updatedAt = ago(16);
		// SnelStart is down: the batch counts for nothing and is read again by the next run.
		stage.sandbox.snelStart.faults.add({ kind: '401', times: 200 });
		const run = await clock();
		stage.sandbox.snelStart.faults.clear();
		expect(plan()).toMatchObject({ runId: '', state: 'running', readUntil: DAYS.from, read: 0 });
		expect(run.items('Migrate a batch')).toMatchObject([{ notReached: expect.any(Number) }]);
		expect(rows().filter(({ state }) => state === 'booked')).toEqual([]);
	});

	it('books all days, batch after batch, and keeps open what another run may still hold', async () => {
		const held = sales().at(-1)!;
		const seen = rows().filter(({ orderId }) => orderId === String(held.id));
		const claimed = {
			...cellsOf(seen[0] ?? rows()[0]!),
			orderKey: `my-client/woocommerce/${held.id}`,
			orderId: String(held.id),
			orderNumber: held.number,
			orderDate: held.date_created.slice(0, 10),
			state: 'booking',
			claimId: 'another',
		};
		if (seen[0]) Object.assign(seen[0], claimed);
		else table('WebshopOrders').insert(claimed);
		const run = await clock();
		expect(run.items('Next batch').length).toBeGreaterThan(3);
		const { readUntil, ...row } = plan();
		expect(String(readUntil) > DAYS.until).toBe(true);
		expect(row).toMatchObject({ state: 'running', runId: '', read: ORDERS, finishedAt: null });
		expect(await ask('Voortgang tonen')).toContain('loopt');
		await clock();
		expect(plan()).toMatchObject({ state: 'running', left: 1, runId: '' });
		const [row2] = rows().filter(({ orderId }) => orderId === String(held.id));
		row2!.updatedAt = ago(150);
	});

	it('ends complete and without doubles; what was there is taken over', async () => {
		await clock();
		const wanted = sales();
		expect(plan()).toMatchObject({
			state: 'done',
			runId: '',
			batchDays: expect.any(Number),
			read: ORDERS,
			booked: wanted.length - 1,
			alreadyThere: 1,
			refundsBooked: refunds().length,
			needsAttention: 0,
			left: 0,
			total: (cents(totalOf(wanted)) + cents(totalOf(refunds()))) / 100,
			finishedAt: expect.stringMatching(MOMENT),
		});
		const { waiting, nothingToBook } = plan();
		expect(Number(waiting) + Number(nothingToBook)).toBe(ORDERS - wanted.length);
		expect(entries()).toHaveLength(wanted.length + refunds().length);
		for (const { id, number, total } of wanted) {
			const own = entries().filter(({ factuurnummer }) => factuurnummer === `W${number}`);
			expect(own.map(({ factuurbedrag }) => factuurbedrag)).toEqual([Number(total)]);
			const [entry] = own;
			const [row] = rows().filter(
				({ orderId, kind }) => orderId === String(id) && kind === 'order',
			);
			expect(row).toMatchObject({ state: 'booked', salesEntryId: entry!.id });
		}
		const takenOver = rows().filter(({ alreadyThere }) => alreadyThere === true);
		expect(takenOver.map(({ orderId }) => orderId)).toEqual([String(there.id)]);
		expect(await ask('Voortgang tonen')).toContain('klaar');
		await clock();
		expect(entries()).toHaveLength(wanted.length + refunds().length);
	});
});

describe('a batch', () => {
	const called = async (given: object, shop = 'WooCommerce') => {
		const all = {
			client: 'my-client',
			shop: shop.toLowerCase(),
			from: '',
			until: '',
			mode: 'book',
		};
		const name = `Migrate a batch ${shop}`;
		return await stage.engine.run(name, 'When called with a period', [{ ...all, ...given }]);
	};
	const nothing = {
		read: 0,
		booked: 0,
		alreadyThere: 0,
		refundsBooked: 0,
		waiting: 0,
		nothingToBook: 0,
		needsAttention: 0,
		left: 0,
		notReached: 0,
		total: 0,
		documents: 0,
		fates: [],
		months: [],
	};

	it('refuses to work without a period', async () => {
		const { error } = await called({});
		expect(error?.message).toMatch(/^INPUTS_MISSING: .* from, until/);
	});

	it.each(['book', 'dryRun', 'leftovers'])(
		'of days without orders has nothing to %s',
		async (mode) => {
			const run = await called({ from: '2025-01-01', until: '2025-01-02', mode });
			expect(run.error).toBeUndefined();
			expect(run.items('Nothing to do')).toEqual([nothing]);
		},
	);

	it('of leftovers takes up what was left of its days, and nothing else', async () => {
		const [first, second, third, gone] = sales();
		const template = rows().find(
			({ orderId, kind }) => orderId === String(first!.id) && kind === 'order',
		)!;
		const day = '2025-03-05';
		const left = (order: Order, more: object) => ({
			...cellsOf(template),
			orderKey: `my-client/woocommerce/${order.id}/left`,
			orderId: String(order.id),
			orderDate: day,
			state: 'ready',
			claimId: '',
			code: 'SNELSTART_UNAVAILABLE',
			...more,
		});
		const no = sales()[5]!;
		const insert = [
			left(first!, { kind: 'refund', orderDate: '2025-04-20' }),
			left(second!, { state: 'unknown' }),
			left(third!, { state: '' }),
			left(gone!, { orderId: '999999', orderKey: 'my-client/woocommerce/999999' }),
			...[
				{ kind: 'payment' },
				{ code: 'VAT_NUMBER_NOT_CHECKED' },
				{ code: 'ORDER_NOT_READ' },
				{ orderDate: '2025-02-28' },
				{ orderDate: '2025-03-21' },
				{ client: 'other' },
				{ shop: 'jouwweb' },
				...['waiting', 'booked', 'nothingToBook', 'needsAttention'].map((state) => ({ state })),
			].map((more, index) => left(no, { orderKey: `not/${index}`, ...more })),
			left(no, { orderKey: 'held', state: 'booking' }),
			left(no, { orderKey: 'held too', state: 'booking', orderDate: '2025-03-21' }),
		];
		for (const row of insert) table('WebshopOrders').insert(row);
		const since = stage.sandbox.wooCommerce.journal.entries.length;
		const run = await called({ from: DAYS.from, until: '2025-03-21', mode: 'leftovers' });
		expect(run.error).toBeUndefined();
		const asked = stage.sandbox.wooCommerce.journal.entries
			.slice(since)
			.flatMap(({ path }) => /orders\/(\d+)$/.exec(path)?.[1] ?? []);
		expect(asked.sort()).toEqual([first!.id, second!.id, third!.id, 999_999].map(String).sort());
		expect(run.items('Count')).toMatchObject([{ read: 0, left: expect.any(Number) }]);
		expect(Number(run.items('Count')[0]!.left)).toBeGreaterThanOrEqual(1);
		const [unread] = rows().filter(({ orderId }) => orderId === '999999');
		expect(unread).toMatchObject({
			state: 'ready',
			code: 'ORDER_NOT_READ',
			message: 'The shop has no such order',
			tip: expect.stringMatching(/./),
		});
		const keys = insert.map(({ orderKey }) => String(orderKey));
		table('WebshopOrders').rows = rows().filter(({ orderKey }) => !keys.includes(String(orderKey)));
	});

	it('frees what a run that died was booking, after two hours', async () => {
		const [order] = sales();
		const [row] = rows().filter(
			({ orderId, kind }) => orderId === String(order!.id) && kind === 'order',
		);
		Object.assign(row!, { state: 'booking', claimId: 'dead', updatedAt: ago(150) });
		const run = await called({ from: DAYS.from, until: '2025-03-21', mode: 'leftovers' });
		expect(run.items('Count')).toMatchObject([{ left: 0, notReached: 0 }]);
		expect(row).toMatchObject({ state: 'booked' });
	});

	it('of a dry run goes by what is in the books: an order erased in the shop can be refunded', async () => {
		const shop = stage.sandbox.wooCommerce;
		const order = sales().find(({ refunds: made }) => made.length === 0)!;
		shop.putRefund(amountRefund(77_001, order.id, '1.00', `${order.date_created}`));
		const whole = shop.orders.find(({ id }) => id === order.id)!;
		const erased = Object.fromEntries(Object.keys(whole.billing as object).map((key) => [key, '']));
		shop.putOrder({ ...whole, billing: erased, shipping: erased } as never);
		const day = order.date_created.slice(0, 10);
		const next = new Date(Date.parse(day) + 24 * 60 * MINUTE).toISOString().slice(0, 10);
		const run = await called({ from: day, until: next, mode: 'dryRun' });
		expect(run.error).toBeUndefined();
		const drafted = run
			.items('Transform refunds')
			.filter(({ orderId }) => orderId === String(order.id));
		expect(drafted).toMatchObject([{ outcome: 'book', total: -1 }]);
		shop.putOrder(whole);
	});

	it('of JouwWeb counts and books its own orders', async () => {
		stage.sandbox.jouwWeb.seedOrders({ seed: 4, count: 5, from: '2025-03-01' });
		const march = () =>
			[...stage.sandbox.jouwWeb.orders].filter(({ createdAt }) =>
				String(createdAt).startsWith('2025-03'),
			);
		const booked = march().filter(({ status }) => status === 'processed');
		const period = { from: '2025-03-01', until: '2025-04-01' };
		const before = entries().length;
		const dry = await called({ ...period, mode: 'dryRun' }, 'JouwWeb');
		expect(dry.error).toBeUndefined();
		expect(dry.items('Give the plan')).toMatchObject([{ documents: 5 }]);
		expect(entries()).toHaveLength(before);
		const run = await called({ ...period, mode: 'book' }, 'JouwWeb');
		expect(run.items('Count')).toMatchObject([
			{ read: 5, booked: booked.length, refundsBooked: 0, left: 0 },
		]);
		expect(entries()).toHaveLength(before + booked.length);
	});
});
