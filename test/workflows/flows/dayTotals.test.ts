import type { ClientFile } from '../../../cli/clientFile';
import { readRequest } from '../../../nodes/WebshopDashboard/request';
import { openSnelStart, type Client } from '../../sandbox/client';
import { amountRefund } from '../../support/amountRefund';
import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const TOTALS = 'Book day totals';
const BOOK = 'Book and record';
const REFUNDS = 'Hourly refund sync WooCommerce';
const UNDO = 'Undo bookings';
const PAYMENTS = 'Daily payment matching WooCommerce';

let stage: Stage;
let snelStart: Client;
let collective = '';
let lastId = 70_000;

const entries = () => stage.sandbox.snelStart.books.summary().salesEntries;
const totalsInBooks = () =>
	entries().filter(({ factuurnummer }) => String(factuurnummer).startsWith('WDAG-'));
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rows = (where: object) =>
	stage.engine
		.rows('WebshopOrders')
		.filter((row) => Object.entries(where).every(([name, value]) => row[name] === value));
const rowOf = (id: number) => rows({ orderKey: keyOf(id) })[0]!;
const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
const daysAgo = (days: number): string =>
	new Date(stage.now().getTime() - days * 86_400_000).toISOString().slice(0, 10);
const moment = () => stage.now().toISOString().slice(0, 19);

async function run(name: string, trigger = 'Every hour') {
	const done = await stage.engine.run(name, trigger);
	expect(done.error).toBeUndefined();
	return done;
}

/** Another order like no. 29 (12.95 with 2.25 VAT at 21 %), placed and paid on a day. */
function newOrder(days: number): number {
	lastId += 1;
	const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 29)!;
	const date = `${daysAgo(days)}T11:00:00`;
	const dates = Object.fromEntries(
		['date_created', 'date_paid', 'date_completed'].flatMap((name) => [
			[name, date],
			[`${name}_gmt`, date],
		]),
	);
	const now = { date_modified: moment(), date_modified_gmt: moment() };
	const named = { id: lastId, number: String(lastId), transaction_id: `tr_${lastId}` };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...dates, ...now, ...named });
	return lastId;
}

function changeOrder(id: number, changes: object): void {
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	const now = { date_modified: moment(), date_modified_gmt: moment() };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...now, ...changes });
}

/** Two hours pass for what a run that died left behind. */
function age(): void {
	for (const row of rows({ state: 'booking' })) {
		row.updatedAt = new Date(stage.now().getTime() - 3 * 3_600_000).toISOString();
	}
	for (const row of stage.engine.rows('BookingRecords')) {
		const [made = '', run] = String(row.documentClaim ?? '').split('/');
		if (run === undefined) continue;
		row.documentClaim = `${new Date(Date.parse(made) - 3 * 3_600_000).toISOString()}/${run}`;
	}
}

function switchTotals(
	on: boolean,
	days: { from?: string; until?: string; lines?: 'perOrder' } = {},
): void {
	const [newest] = stage.engine
		.rows('ClientSettings')
		.toSorted((a, b) => Number(b.version) - Number(a.version));
	const settings = JSON.parse(String(newest!.settings)) as { dayTotals: object[] };
	settings.dayTotals = on ? [{ ...dayTotals(), ...days }] : [];
	newest!.settings = JSON.stringify(settings);
}

const dayTotals = () => ({
	shop: 'woocommerce',
	numberPrefix: 'WDAG',
	relationId: collective,
	methodsByThemselves: [],
});

/** From SnelStart's side: every total holds exactly the orders that name it, each order is in one. */
function expectTotalsExact(): void {
	const inTotals = rows({ kind: 'order', state: 'booked' }).filter(
		({ originalInvoiceNumber }) => originalInvoiceNumber,
	);
	expect(new Set(inTotals.map(({ orderKey }) => orderKey)).size).toBe(inTotals.length);
	const expected: Record<string, number> = {};
	for (const { snelStartNumber, total } of inTotals) {
		expected[String(snelStartNumber)] = (expected[String(snelStartNumber)] ?? 0) + cents(total);
	}
	const booked = totalsInBooks()
		.filter(({ factuurbedrag }) => factuurbedrag > 0)
		.map(({ factuurnummer, factuurbedrag }) => [factuurnummer, cents(factuurbedrag)]);
	expect(Object.fromEntries(booked)).toEqual(expected);
	expect(booked).toHaveLength(Object.keys(expected).length);
}

beforeAll(async () => {
	stage = await startStage(async (client, sandbox): Promise<ClientFile> => {
		snelStart = await openSnelStart(sandbox.snelStart);
		const made = await snelStart.send('POST', '/relaties', {
			naam: 'Webshop day totals',
			relatiesoort: ['Klant'],
		});
		collective = (made.json as { id: string }).id;
		return { ...client, settings: { ...client.settings, dayTotals: [dayTotals()] } };
	});
});
afterAll(async () => await stage?.sandbox.stop());

it('gathers what is to be in a total and books the rest by itself', async () => {
	const { items } = await run(HOURLY);
	// Both are counted: the twelve wait for their total, beside the eleven that the shop has open.
	expect(items('Summary')).toEqual([
		{
			...{ shop: 'woocommerce', read: 30, unchanged: 0, booked: 2, waiting: 23 },
			...{ nothingToBook: 3, needsAttention: 2 },
		},
	]);
	expect(rows({ kind: 'order', state: 'gathered' })).toHaveLength(12);
	// 32 is ICP, 60 has a VAT number.
	expect(entries().map(({ factuurnummer }) => factuurnummer)).toEqual(['W32', 'W60']);
	expect(rowOf(29)).toMatchObject({
		state: 'gathered',
		originalInvoiceNumber: expect.stringMatching(/^WDAG-\d{4}-\d\d-\d\d$/) as string,
		snelStartNumber: '',
		salesEntryId: '',
		total: 12.95,
	});
});

it('books one entry for the day, on the collective customer, and every order says in which', async () => {
	await run(TOTALS);
	const [home, abroad] = totalsInBooks();
	expect(totalsInBooks()).toHaveLength(2);
	expect(home!.klant.id).toBe(collective);
	expect(abroad!.factuurnummer).toBe(`${home!.factuurnummer}-EX`);
	expect(rowOf(29)).toMatchObject({
		state: 'booked',
		snelStartNumber: home!.factuurnummer,
		salesEntryId: home!.id,
		relationId: collective,
	});
	expectTotalsExact();
	// As the shop charged it: 21 % and 9 % of every order, added up by hand from sandbox/data.
	const vat = Object.fromEntries(home!.btw.map((row) => [row.btwSoort, cents(row.btwBedrag)]));
	const records = stage.engine
		.rows('BookingRecords')
		.filter(({ kind, number }) => kind === 'order' && number === home!.factuurnummer)
		.map(({ charged }) => JSON.parse(String(charged)) as Record<string, [number, number]>);
	const charged = (rate: string) => records.reduce((all, one) => all + (one[rate]?.[1] ?? 0), 0);
	expect(vat).toEqual({ VerkopenHoog: charged('21'), VerkopenLaag: charged('9') });
	// Nothing more to do: no call that writes.
	const before = entries().length;
	await run(TOTALS);
	expect(entries()).toHaveLength(before);
});

it('attaches the list of orders to the entry, once', async () => {
	const [home] = totalsInBooks();
	const { json } = await snelStart.get(`/documenten/Verkoopboekingen/${home!.id}`);
	const documents = json as Array<{ id: string; fileName: string }>;
	expect(documents.map(({ fileName }) => fileName)).toEqual([`${home!.factuurnummer}.csv`]);
	const file = (await snelStart.get(`/documenten/${documents[0]!.id}`)).json as {
		content: string;
	};
	const lines = Buffer.from(file.content, 'base64').toString('utf8').trim().split('\r\n');
	expect(lines).toHaveLength(12);
	expect(lines).toContain('W29;mollie_wc_gateway_ideal;10,70;2,25;0,00;0,00;0,00;0,00;0,00;12,95');
});

it('the dashboard gives the list of a total, which the pages of the total and of its orders link to', async () => {
	const { snelStartNumber, orderKey } = rowOf(29);
	const number = String(snelStartNumber);
	const total = `my-client/woocommerce/total/${number}`;
	const ask = async (query: object) => {
		const period = { from: daysAgo(400), until: daysAgo(-1) };
		const request = readRequest(
			{ ...period, ...query },
			{ ...period, client: 'my-client', language: 'nl' },
		);
		stage.engine.answers.splice(0);
		const { error } = await stage.engine.run('Dashboard', 'Open dashboard', [{ ...request }], 0);
		expect(error).toBeUndefined();
		return stage.engine.answers[0]!;
	};
	for (const order of [orderKey, total]) {
		const { body } = await ask({ order });
		expect(body).toContain(`order=${encodeURIComponent(total)}&amp;format=csv`);
	}
	const { headers, body } = await ask({ order: total, format: 'csv' });
	expect(headers['content-disposition']).toBe(`attachment; filename="${number}.csv"`);
	const lines = body.trim().split('\r\n');
	// A head and a line per order, as in the list at the entry; nothing of who ordered.
	expect(lines).toHaveLength(12);
	expect(lines).toContain(
		'W29;mollie_wc_gateway_ideal;"10,70";"2,25";"0,00";"0,00";"0,00";"0,00";"0,00";"12,95"',
	);
	const { billing } = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 29)!;
	for (const personal of Object.values(billing as object).filter((text) => text.length > 3)) {
		expect(body).not.toContain(personal);
	}
	const open = await ask({ order: 'my-client/woocommerce/total/WDAG-2020-01-01', format: 'csv' });
	expect([open.statusCode, open.body]).toEqual([404, expect.stringMatching(/^Er is geen lijst/)]);
});

it.each(['Record list', 'Attach list', 'List orders'])(
	'attaches the list once to the entry, also when a run died before %s',
	async (node) => {
		const late = newOrder(6);
		await run(HOURLY);
		await run(TOTALS);
		let died = false;
		stage.engine.diesBefore = (running, next) => (died ||= running === TOTALS && next === node);
		await stage.engine.run(TOTALS, 'Every hour');
		stage.engine.diesBefore = undefined;
		expect(died).toBe(true);
		age();
		await run(TOTALS);
		await run(TOTALS);
		const { salesEntryId, snelStartNumber } = rowOf(late);
		const { json } = await snelStart.get(`/documenten/Verkoopboekingen/${String(salesEntryId)}`);
		const documents = json as Array<{ id: string; fileName: string }>;
		expect(documents.map(({ fileName }) => fileName)).toEqual([`${String(snelStartNumber)}.csv`]);
		const [record] = stage.engine
			.rows('BookingRecords')
			.filter(({ kind, entryId }) => kind === 'total' && entryId === salesEntryId);
		expect(record!.documentId).toBe(documents[0]!.id);
	},
);

it.each(['Claim paper', 'Read claim', 'Attach list', 'Record list'])(
	'attaches the list once when two runs look at the same time, one held before %s',
	async (node) => {
		const late = newOrder(6);
		await run(HOURLY);
		// Books the total; its list is for the next run.
		stage.engine.diesBefore = (running, next) => running === TOTALS && next === 'Claim paper';
		await stage.engine.run(TOTALS, 'Every hour');
		stage.engine.diesBefore = undefined;
		let held = false;
		let goOn = (): void => undefined;
		const otherIsDone = new Promise<void>((done) => (goOn = done));
		stage.engine.waitsBefore = async (running, next) => {
			if (held || running !== TOTALS || next !== node) return;
			held = true;
			await otherIsDone;
		};
		await Promise.all([run(TOTALS), run(TOTALS).finally(() => goOn())]);
		stage.engine.waitsBefore = undefined;
		expect(held).toBe(true);
		const { json } = await snelStart.get(
			`/documenten/Verkoopboekingen/${String(rowOf(late).salesEntryId)}`,
		);
		expect(json).toHaveLength(1);
	},
);

it('books no day that is not over, and a late order in a second part', async () => {
	const today = newOrder(0);
	const [home] = totalsInBooks();
	const day = String(home!.factuurdatum).slice(0, 10);
	const days = Math.round((Date.parse(daysAgo(0)) - Date.parse(day)) / 86_400_000);
	const late = newOrder(days);
	await run(HOURLY);
	await run(TOTALS);
	expect(rowOf(today)).toMatchObject({ state: 'gathered', snelStartNumber: '' });
	expect(rowOf(late)).toMatchObject({
		state: 'booked',
		snelStartNumber: `${home!.factuurnummer}-2`,
	});
	expectTotalsExact();
});

it('reads of the table what is due, and nothing of the days that are open or booked', async () => {
	const table = stage.engine.table('WebshopOrders');
	const before = [...table.rows];
	const [today, tomorrow] = [daysAgo(0), `${daysAgo(-1)}T02:00:00.000Z`];
	for (let order = 1; order <= 500; order++) {
		table.insert({
			...{ orderKey: `my-client/woocommerce/open-${order}`, client: 'my-client', kind: 'order' },
			...{ shop: 'woocommerce', state: 'gathered', originalInvoiceNumber: `WDAG-${today}` },
			tryUntil: tomorrow,
		});
	}
	for (let day = 1; day <= 365; day++) {
		const orderNumber = `WDAG-2020-${day}`;
		const orderKey = `my-client/woocommerce/total/${orderNumber}`;
		const named = { orderKey, orderNumber, client: 'my-client', shop: 'woocommerce' };
		table.insert({ ...named, kind: 'total', state: 'booked' });
	}
	const idle = await run(TOTALS);
	expect(idle.items('Find what is due')).toEqual([]);
	expect(idle.items('Find totals')).toEqual([]);
	expect(idle.items('Find gathered orders')).toEqual([]);
	// On no day of the recorded orders, which is closed.
	const days = rowOf(29).orderDate === daysAgo(8) ? 7 : 8;
	const [one, other] = [newOrder(days), newOrder(days)];
	await run(HOURLY);
	const busy = await run(TOTALS);
	expect(busy.items('Find what is due')).toHaveLength(2);
	expect(busy.items('Find gathered orders')).toHaveLength(2);
	// No total of that day yet: one empty item says so.
	expect(busy.items('Find totals')).toEqual([{}]);
	expect([rowOf(one).state, rowOf(other).state]).toEqual(['booked', 'booked']);
	const added = table.rows.filter(({ orderKey }) =>
		/open-|total\/WDAG-2020/.test(String(orderKey)),
	);
	expect(added).toHaveLength(865);
	expect(before.length).toBeGreaterThan(0);
	table.rows = table.rows.filter((row) => !added.includes(row));
});

it('closes what was gathered before rows said when they are due', async () => {
	const id = newOrder(8);
	await run(HOURLY);
	rowOf(id).tryUntil = '';
	await run(TOTALS);
	expect(rowOf(id)).toMatchObject({ state: 'booked' });
	expectTotalsExact();
});

it('books an order that was changed before its day was closed as it was changed', async () => {
	const id = newOrder(3);
	await run(HOURLY);
	expect(rowOf(id)).toMatchObject({ state: 'gathered' });
	changeOrder(id, { status: 'cancelled', date_paid: null, date_paid_gmt: null });
	await run(HOURLY);
	expect(rowOf(id)).toMatchObject({ state: 'nothingToBook', claimId: '' });
	await run(TOTALS);
	expect(rowOf(id)).toMatchObject({ state: 'nothingToBook' });
	expectTotalsExact();
});

it('takes over what SnelStart has by itself, and gathers it into no total', async () => {
	switchTotals(false);
	const id = newOrder(3);
	await run(HOURLY);
	const { salesEntryId } = rowOf(id);
	// Its row is lost: as after another connector, or a table that was restored from a backup.
	for (const table of ['WebshopOrders', 'BookingRecords'] as const) {
		const kept = stage.engine.rows(table).filter((row) => !Object.values(row).includes(keyOf(id)));
		stage.engine.table(table).rows.splice(0, Infinity, ...(kept as never[]));
	}
	switchTotals(true);
	changeOrder(id, { customer_note: 'seen again' });
	await run(HOURLY);
	expect(rowOf(id)).toMatchObject({
		...{ state: 'booked', snelStartNumber: `W${id}`, salesEntryId, alreadyThere: true },
		originalInvoiceNumber: '',
	});
	await run(TOTALS);
	expect(entries().filter(({ factuurnummer }) => factuurnummer === `W${id}`)).toHaveLength(1);
	expectTotalsExact();
});

it('gathers nothing as long as SnelStart cannot be asked, and loses nothing', async () => {
	const id = newOrder(3);
	stage.sandbox.snelStart.faults.add({ kind: '401', times: 200 });
	await stage.engine.run(HOURLY, 'Every hour');
	stage.sandbox.snelStart.faults.clear();
	expect(rowOf(id)).toMatchObject({ state: 'ready', mayBeSent: false });
	await run(HOURLY);
	await run(TOTALS);
	expect(rowOf(id)).toMatchObject({ state: 'booked' });
	expect(rowOf(id).originalInvoiceNumber).toMatch(/^WDAG-/);
	expectTotalsExact();
});

it('is shown as a whole by Undo bookings, and left as it is with another number', async () => {
	const before = entries().length;
	const mailed = stage.engine.sent.length;
	const form = { orders: '29', closed: 'Overslaan', same: 'Meenemen', action: 'Terugdraaien' };
	const done = await stage.engine.run(UNDO, 'Form', [{ ...form, count: 9 }]);
	expect(done.error).toBeUndefined();
	const page = String(stage.engine.sent[mailed]!.parameters.completionMessage);
	expect(page).toMatch(/WDAG-[\d-]+: dagomzet van \d+ \([^)]*\b29\b/);
	expect(entries()).toHaveLength(before);
	expect(rowOf(29)).toMatchObject({ state: 'booked', code: '' });
	expectTotalsExact();
});

it('credits a refund for itself on the collective customer', async () => {
	changeOrder(29, { refunds: [{ id: 9001, reason: '', total: '-12.95' }], status: 'refunded' });
	stage.sandbox.wooCommerce.putRefund(amountRefund(9001, 29, '12.95', moment()));
	await run(REFUNDS);
	const [row] = rows({ orderKey: `${keyOf(29)}/refund/9001` });
	expect(row).toMatchObject({ state: 'booked', code: '' });
	const credit = entries().find(({ factuurbedrag }) => factuurbedrag < 0)!;
	expect(credit.klant.id).toBe(collective);
	expect(cents(credit.factuurbedrag)).toBe(-1295);
	expect(credit.btw.map(({ btwBedrag }) => cents(btwBedrag))).toEqual([-225]);
});

it('pays the open item of the total, the payments of a day in one memorial', async () => {
	const [home] = totalsInBooks();
	await run(PAYMENTS, 'Every day');
	expect(rows({ orderKey: `${keyOf(28)}/paid` })).toMatchObject([{ state: 'booked' }]);
	const paid = rows({ kind: 'payment' }).filter(({ state }) => state === 'booked');
	const memorials = stage.sandbox.snelStart.books.summary().memorialEntries;
	const lines = memorials.flatMap(({ memoriaalBoekingsRegels }) => memoriaalBoekingsRegels);
	expect(lines).toHaveLength(paid.length);
	expect(memorials.length).toBeLessThan(paid.length);
	// Offered again, nothing is booked.
	await run(PAYMENTS, 'Every day');
	expect(stage.sandbox.snelStart.books.summary().memorialEntries).toHaveLength(memorials.length);
	expect(home!.factuurnummer).toBe(rowOf(28).snelStartNumber);
});

describe('killed before any of its nodes', () => {
	it.each([
		[TOTALS, 'Claim total'],
		[TOTALS, 'Fix orders'],
		[TOTALS, 'Give claim back'],
		[TOTALS, 'Draft totals'],
		[TOTALS, 'Book and record'],
		[BOOK, 'Claim rows'],
		[BOOK, 'Book in SnelStart'],
		[BOOK, 'Decide results'],
		[BOOK, 'Record results'],
		[TOTALS, 'Read booked totals'],
		[TOTALS, 'Note entry in records'],
		[TOTALS, 'Mark orders'],
	])('%s: %s', async (workflow, node) => {
		const [one, other] = [newOrder(4), newOrder(5)];
		await run(HOURLY);
		let died = false;
		stage.engine.diesBefore = (running, next) => (died ||= running === workflow && next === node);
		await stage.engine.run(TOTALS, 'Every hour');
		stage.engine.diesBefore = undefined;
		expect(died).toBe(true);
		for (let again = 0; again < 2; again++) {
			age();
			await run(TOTALS);
		}
		expect([rowOf(one).state, rowOf(other).state]).toEqual(['booked', 'booked']);
		expectTotalsExact();
	});
});

describe('two closing runs at once', () => {
	const expectAllBooked = async (ids: number[]) => {
		await run(TOTALS);
		await run(TOTALS);
		expect(ids.map((id) => rowOf(id).state)).toEqual(ids.map(() => 'booked'));
		expectTotalsExact();
		// No total without orders is left behind.
		const unfinished = rows({ kind: 'total' }).filter(({ state }) => state !== 'booked');
		expect(unfinished.map(({ orderNumber }) => orderNumber)).toEqual([]);
	};

	it.each([
		[TOTALS, 'Find gathered orders'],
		[TOTALS, 'Load settings'],
		[TOTALS, 'Find totals'],
		[TOTALS, 'Record total'],
		[TOTALS, 'Claim total'],
		[TOTALS, 'Read all claims'],
		[TOTALS, 'Keep if not fixed'],
		[TOTALS, 'Fix orders'],
		[TOTALS, 'Give claim back'],
		[TOTALS, 'Book and record'],
		[BOOK, 'Claim rows'],
		[BOOK, 'Book in SnelStart'],
		[BOOK, 'Decide results'],
		[BOOK, 'Record results'],
		[TOTALS, 'Note entry in records'],
		[TOTALS, 'Mark orders'],
	])('one is held before %s: %s, an order comes, and the other runs', async (workflow, node) => {
		const ids = [newOrder(4), newOrder(4), newOrder(5)];
		await run(HOURLY);
		let held = false;
		stage.engine.waitsBefore = async (running, next) => {
			if (held || running !== workflow || next !== node) return;
			held = true;
			ids.push(newOrder(4));
			await run(HOURLY);
			await run(TOTALS);
		};
		await run(TOTALS);
		stage.engine.waitsBefore = undefined;
		expect(held).toBe(true);
		await expectAllBooked(ids);
	});

	it.each(Array.from({ length: 6 }, (_, seed) => seed + 1))(
		'node by node in turns that are drawn (%i)',
		async (seed) => {
			const ids = [newOrder(4), newOrder(4), newOrder(5)];
			await run(HOURLY);
			let drawn = seed;
			const next = (below: number) => {
				drawn = (drawn * 48_271) % 2_147_483_647;
				return drawn % below;
			};
			let going = 2;
			let turns = 0;
			const waiting: Array<() => void> = [];
			const goOn = () => {
				if (waiting.length < going || going === 0) return;
				turns += 1;
				waiting.splice(next(waiting.length), 1)[0]!();
			};
			stage.engine.waitsBefore = async () =>
				await new Promise((resolve) => {
					waiting.push(resolve);
					goOn();
				});
			const one = async () => {
				await run(TOTALS);
				going -= 1;
				goOn();
			};
			await Promise.all([one(), one()]);
			stage.engine.waitsBefore = undefined;
			expect(turns).toBeGreaterThan(40);
			await expectAllBooked(ids);
		},
	);

	it('goes on when both recorded the total at once, so that the table holds it twice', async () => {
		const ids = [newOrder(4), newOrder(4)];
		await run(HOURLY);
		let doubled = false;
		stage.engine.waitsBefore = async (running, next) => {
			if (doubled || running !== TOTALS || next !== 'Read all claims') return;
			doubled = true;
			const [own] = rows({ kind: 'total', state: 'booking' });
			const { orderKey, kind, parentKey, client, shop, orderNumber } = own!;
			const twin = { orderKey, kind, parentKey, client, shop, orderNumber };
			stage.engine.table('WebshopOrders').insert(twin as never);
		};
		await run(TOTALS);
		stage.engine.waitsBefore = undefined;
		expect(doubled).toBe(true);
		await expectAllBooked(ids);
	});
});

it('books an order that stands in the table twice once, also when its other row comes late', async () => {
	const id = newOrder(4);
	await run(HOURLY);
	const { orderKey, kind, parentKey, client, shop, orderNumber, orderId } = rowOf(id);
	// As two syncs at once leave it: seen by both, claimed by the other.
	const twin = { orderKey, kind, parentKey, client, shop, orderNumber, orderId, state: 'ready' };
	stage.engine.waitsBefore = async (running, next) => {
		if (running !== TOTALS || next !== 'Give claim back') return;
		stage.engine.waitsBefore = undefined;
		stage.engine.table('WebshopOrders').insert(twin as never);
		await run(HOURLY);
	};
	await run(TOTALS);
	for (let hour = 0; hour < 2; hour++) {
		await run(HOURLY);
		await run(TOTALS);
	}
	const [own, other] = rows({ orderKey });
	expect([own!.state, other!.state]).toEqual(['booked', 'booked']);
	expect(other!.snelStartNumber).toBe(own!.snelStartNumber);
	// It is in one total: the amounts of all totals are those of the orders, each counted once.
	const inTotals = rows({ kind: 'order', state: 'booked', snelStartNumber: own!.snelStartNumber });
	const orders = new Map(inTotals.map((row) => [row.orderKey, cents(row.total)]));
	const entry = totalsInBooks().find(({ factuurnummer }) => factuurnummer === own!.snelStartNumber);
	expect(cents(entry!.factuurbedrag)).toBe([...orders.values()].reduce((a, b) => a + b, 0));
	expect(rows({ kind: 'total' }).filter(({ state }) => state !== 'booked')).toEqual([]);
	stage.engine
		.table('WebshopOrders')
		.rows.splice(stage.engine.rows('WebshopOrders').indexOf(other!), 1);
	expectTotalsExact();
});

it('is switched off and on again without an order twice or missing', async () => {
	const before = newOrder(2);
	await run(HOURLY);
	switchTotals(false);
	const between = newOrder(2);
	await run(HOURLY);
	expect(rowOf(between)).toMatchObject({ state: 'booked', snelStartNumber: `W${between}` });
	await run(TOTALS);
	// In its total, or by itself where the sync read it once more after the switch: once.
	expect(rowOf(before)).toMatchObject({ state: 'booked' });
	switchTotals(true);
	changeOrder(between, { customer_note: 'seen again' });
	const after = newOrder(2);
	await run(HOURLY);
	await run(TOTALS);
	expect(rowOf(between)).toMatchObject({ state: 'booked', snelStartNumber: `W${between}` });
	expect(String(rowOf(after).snelStartNumber)).toMatch(/^WDAG-/);
	expectTotalsExact();
	const numbers = entries().map(({ factuurnummer }) => factuurnummer);
	expect(new Set(numbers).size).toBe(numbers.length);
});

describe('a shop that goes over on a day', () => {
	const bookAll = async () => {
		await run(HOURLY);
		await run(TOTALS);
	};
	/** Of each order: in a total of its own day, or by itself under its own number, and never both. */
	const expectBooked = (ids: number[], together: boolean) => {
		for (const id of ids) {
			const { orderKey, orderDate, state, snelStartNumber, salesEntryId } = rowOf(id);
			expect(rows({ orderKey })).toHaveLength(1);
			const number = together ? expect.stringContaining(`WDAG-${String(orderDate)}`) : `W${id}`;
			expect({ state, snelStartNumber }).toEqual({ state: 'booked', snelStartNumber: number });
			const own = entries().filter(({ factuurnummer }) => factuurnummer === `W${id}`);
			expect(own).toHaveLength(together ? 0 : 1);
			expect(entries().filter((entry) => entry.id === salesEntryId)).toHaveLength(1);
		}
	};

	it.each([
		['to totals', false],
		['back to single orders', true],
	])('%s: the day decides, of late and of changed orders too', async (_way, before) => {
		const day = before ? 13 : 18;
		const after = before ? { until: daysAgo(day + 1) } : { from: daysAgo(day) };
		switchTotals(before);
		const old = [newOrder(day + 2), newOrder(day + 1)];
		await bookAll();
		// Read before the switch, but not closed when it comes.
		old.push(newOrder(day + 1));
		await run(HOURLY);
		switchTotals(true, after);
		const late = [newOrder(day + 1), newOrder(day + 2)];
		const fresh = [newOrder(day), newOrder(day - 1)];
		for (const id of old) changeOrder(id, { customer_note: 'changed after the switch' });
		await bookAll();
		await bookAll();
		expectBooked([...old, ...late], before);
		expectBooked(fresh, !before);

		const [refunded] = old as [number];
		const refundId = 9_100 + day;
		const refunds = [{ id: refundId, reason: '', total: '-12.95' }];
		changeOrder(refunded, { refunds, status: 'refunded' });
		stage.sandbox.wooCommerce.putRefund(amountRefund(refundId, refunded, '12.95', moment()));
		const credits = () => entries().filter(({ factuurbedrag }) => factuurbedrag < 0);
		const known = credits().length;
		await run(REFUNDS);
		await bookAll();
		const [credit, ...more] = credits().slice(known);
		expect(more).toEqual([]);
		expect(cents(credit!.factuurbedrag)).toBe(-1295);
		expect(credit!.klant.id === collective).toBe(before);
		expectTotalsExact();
		const numbers = entries().map(({ factuurnummer }) => factuurnummer);
		expect(new Set(numbers).size).toBe(numbers.length);
	});
});

it('SS-124: books a day with a line per order in parts that the gateway waits for, after a kill too', async () => {
	switchTotals(true, { lines: 'perOrder' });
	// A line each and one of VAT.
	const ids = Array.from({ length: 101 }, () => newOrder(6));
	await run(HOURLY);
	await run(HOURLY);
	const since = stage.sandbox.snelStart.journal.entries.length;
	stage.engine.diesBefore = (running, next) => running === TOTALS && next === 'Fix orders';
	await stage.engine.run(TOTALS, 'Every hour');
	stage.engine.diesBefore = undefined;
	for (let again = 0; again < 2; again++) {
		age();
		await run(TOTALS);
	}
	expect(new Set(ids.map((id) => rowOf(id).state))).toEqual(new Set(['booked']));
	const numbers = ids.map((id) => rowOf(id).snelStartNumber);
	const made = totalsInBooks().filter(({ factuurnummer }) => numbers.includes(factuurnummer));
	expect(made.map((one) => one.boekingsregels.length)).toEqual([99, 2]);
	for (const { boekingsregels, btw } of made) {
		expect(boekingsregels.length + btw.length).toBeLessThanOrEqual(100);
	}
	const sent = stage.sandbox.snelStart.journal.entries.slice(since);
	expect(sent.filter(({ status }) => status === 504)).toEqual([]);
	expectTotalsExact();
	expect(rows({ kind: 'total' }).filter(({ state }) => state !== 'booked')).toEqual([]);
});
