import type { ClientFile } from '../../../cli/clientFile';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart, type Client } from '../../sandbox/client';
import { readRequest } from '../../../nodes/WebshopDashboard/request';
import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const REVIEW = 'Nightly status review WooCommerce';
const TOTALS = 'Book day totals';
const BOOK = 'Book and record';
const MATCH = 'Match and book payout';

interface MemorialLine {
	debet: number;
	credit: number;
	omschrijving: string;
	grootboek: { id: string };
}

let stage: Stage;
let snelStart: Client;
let collective = '';
let lastId = 80_000;
let lastPayout = 0;

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
/** `2611` of a day in November 2026. */
const monthOf = (days: number) => daysAgo(days).slice(2, 7).replace('-', '');
/** The first day of this month, as days before today; one more is the month before. */
const firstOfMonth = () => Number(daysAgo(0).slice(8)) - 1;

async function run(name: string, trigger = 'Every hour', items?: object[]) {
	const done = await stage.engine.run(name, trigger, items as never);
	expect(done.error).toBeUndefined();
	return done;
}

/** Another order like no. 29 (12.95 with 2.25 VAT at 21 %), placed and paid on a day. */
function newOrder(days: number, more: object = {}): number {
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
	stage.sandbox.wooCommerce.putOrder({ ...order, ...dates, ...now, ...named, ...more });
	return lastId;
}

function changeOrder(id: number, changes: object): void {
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	const now = { date_modified: moment(), date_modified_gmt: moment() };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...now, ...changes });
}

/** A payout of these orders, each paid with 12.95 and 0.35 of fees, with more lines. */
function payoutOf(ids: readonly number[], more: object[] = [], gross = 12.95) {
	lastPayout += 1;
	const date = daysAgo(0);
	const entry = (id: string, type: string, amount: number, fee: number) => ({
		...{ id, type, date, gross: amount, fee, net: Number((amount - fee).toFixed(2)) },
	});
	const payments = ids.map((id) => ({
		...entry(`bal_${lastPayout}_${id}`, 'payment', gross, 0.35),
		paymentIds: [`tr_${id}`],
	}));
	const all = [...payments, ...more] as Array<{ net: number }>;
	const net = all.reduce((sum, one) => sum + cents(one.net), 0) / 100;
	const id = `stl_Test${String(lastPayout).padStart(4, '0')}`;
	const payout = { provider: 'mollie', id, reference: `ref ${id}`, date, currency: 'EUR', net };
	return { client: 'my-client', form: 'general', payout: { ...payout, entries: all } };
}
type Payout = ReturnType<typeof payoutOf>;
const match = async (...payouts: Payout[]) => await run(MATCH, 'When called with payouts', payouts);
const payoutKeyOf = ({ payout: { id } }: Payout) => `my-client/payout/mollie/${id}`;
/** As it stands in the numbers of its totals: the last characters of its id. */
const numberOf = ({ payout: { id } }: Payout, days: number) =>
	`WDAG-${id.slice(-8).toUpperCase()}-P${monthOf(days)}`;

/** One of its parts: some day is that of the recorded orders, which may be closed before. */
const totalOfDay = (days: number) =>
	expect.stringMatching(`^WDAG-${daysAgo(days)}(-\\d+)?$`) as string;

function age(): void {
	for (const row of rows({ state: 'booking' })) {
		row.updatedAt = new Date(stage.now().getTime() - 3 * 3_600_000).toISOString();
	}
	for (const row of stage.engine.rows('BookingRecords')) {
		const [made = '', by] = String(row.documentClaim ?? '').split('/');
		if (by === undefined) continue;
		row.documentClaim = `${new Date(Date.parse(made) - 3 * 3_600_000).toISOString()}/${by}`;
	}
}

const dayTotals = () => ({
	...{ shop: 'woocommerce', numberPrefix: 'WDAG', relationId: collective, period: 'payout' },
	...{ methodsByThemselves: [], payoutWaitDays: 62 },
});

function setTotals(changes: object): void {
	const [newest] = stage.engine
		.rows('ClientSettings')
		.toSorted((a, b) => Number(b.version) - Number(a.version));
	const settings = JSON.parse(String(newest!.settings)) as { dayTotals: object[] };
	settings.dayTotals = [{ ...dayTotals(), ...changes }];
	newest!.settings = JSON.stringify(settings);
}

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
	const booked = totalsInBooks().map(({ factuurnummer, factuurbedrag }) => [
		factuurnummer,
		cents(factuurbedrag),
	]);
	expect(Object.fromEntries(booked)).toEqual(expected);
	expect(booked).toHaveLength(Object.keys(expected).length);
	const unfinished = rows({ kind: 'total' }).filter(({ state }) => state !== 'booked');
	expect(unfinished.map(({ orderNumber }) => orderNumber)).toEqual([]);
}

beforeAll(async () => {
	stage = await startStage(async (client, sandbox): Promise<ClientFile> => {
		snelStart = await openSnelStart(sandbox.snelStart);
		const made = await snelStart.send('POST', '/relaties', {
			naam: 'Webshop totals',
			relatiesoort: ['Klant'],
		});
		collective = (made.json as { id: string }).id;
		return { ...client, settings: { ...client.settings, dayTotals: [dayTotals() as never] } };
	});
});
afterAll(async () => await stage?.sandbox.stop());

it('gathers what comes in a payout until one names it, and the rest per day', async () => {
	await run(HOURLY);
	const paidByHand = newOrder(2, { payment_method: 'other', payment_method_title: 'Other' });
	const waiting = newOrder(2);
	await run(HOURLY);
	expect(rowOf(waiting)).toMatchObject({
		...{ state: 'gathered', originalInvoiceNumber: `WDAG-W-${daysAgo(2)}`, payout: null },
	});
	expect(rowOf(paidByHand)).toMatchObject({
		...{ state: 'gathered', originalInvoiceNumber: `WDAG-${daysAgo(2)}` },
	});
	await run(TOTALS);
	expect(rowOf(waiting)).toMatchObject({ state: 'gathered', code: '' });
	expect(rowOf(paidByHand)).toMatchObject({
		...{ state: 'booked', snelStartNumber: totalOfDay(2) },
	});
	expectTotalsExact();
});

it('books a payout over the end of a month in a total per month, dated on the last sale in it', async () => {
	const first = firstOfMonth();
	const [before, earlier, after] = [newOrder(first + 1), newOrder(first + 3), newOrder(first)];
	const others = [newOrder(first)];
	await run(HOURLY);
	const refund = { id: 're_1', type: 'refund', date: daysAgo(0), gross: -5, fee: 0, net: -5 };
	const payout = payoutOf([before, earlier, after], [refund]);
	await match(payout);
	// 3 × 12.95 − 3 × 0.35 − 5.00, by hand.
	expect(payout.payout.net).toBe(32.8);
	expect(rows({ orderKey: payoutKeyOf(payout) })).toMatchObject([{ state: 'booked', total: 32.8 }]);
	expect(rowOf(before)).toMatchObject({ state: 'gathered', payout: payoutKeyOf(payout) });
	await run(TOTALS);
	const numberBefore = numberOf(payout, first + 1);
	const numberAfter = numberOf(payout, first);
	for (const [id, snelStartNumber] of [
		[before, numberBefore],
		[earlier, numberBefore],
		[after, numberAfter],
	] as const) {
		expect(rowOf(id)).toMatchObject({ state: 'booked', snelStartNumber, relationId: collective });
	}
	expect(rowOf(others[0]!)).toMatchObject({ state: 'gathered', payout: null });
	const totals = totalsInBooks().filter(({ factuurnummer }) =>
		[numberBefore, numberAfter].includes(String(factuurnummer)),
	);
	expect(
		totals.map(({ factuurdatum, factuurbedrag }) => [factuurdatum.slice(0, 10), factuurbedrag]),
	).toEqual([
		[daysAgo(first + 1), 25.9],
		[daysAgo(first), 12.95],
	]);
	expectTotalsExact();
	const before2 = entries().length;
	await match(payout);
	await run(TOTALS);
	expect(entries()).toHaveLength(before2);

	// Their payments come onto the clearing account, and the payout took them off it.
	await run('Daily payment matching WooCommerce', 'Every day');
	const { memorialEntries } = stage.sandbox.snelStart.books.summary();
	const clearing = guidFor('grootboek', '1104');
	for (const id of [before, earlier, after]) {
		const moved = memorialEntries
			.flatMap(({ memoriaalBoekingsRegels }) => memoriaalBoekingsRegels as MemorialLine[])
			.filter((line) => line.grootboek.id === clearing && line.omschrijving.endsWith(` ${id}`))
			.map(({ debet, credit }) => cents(debet) - cents(credit));
		expect(moved.toSorted((a, b) => a - b)).toEqual([-1295, 1295]);
	}

	// The next run attaches the lists: from the total to the deposit, every cent has a line.
	const [home] = totals;
	const { json } = await snelStart.get(`/documenten/Verkoopboekingen/${home!.id}`);
	const documents = json as Array<{ id: string; fileName: string }>;
	expect(documents.map(({ fileName }) => fileName)).toEqual([`${numberBefore}.csv`]);
	const file = (await snelStart.get(`/documenten/${documents[0]!.id}`)).json as {
		content: string;
	};
	const lines = Buffer.from(file.content, 'base64').toString('utf8').trim().split('\r\n');
	expect(lines.slice(-7)).toEqual([
		'this total;;;;;25,90',
		'other payments in the payout;;;;;12,95',
		'refunds;;;;;-5,00',
		'chargebacks;;;;;0,00',
		'fees;;;;;-1,05',
		'reserves and other lines;;;;;0,00',
		`paid out: mollie ${payout.payout.id};;;;;32,80`,
	]);

	// So does the list that the dashboard gives.
	const order = `my-client/woocommerce/total/${numberBefore}`;
	const period = { from: daysAgo(400), until: daysAgo(-1) };
	const request = readRequest(
		{ ...period, order, format: 'csv' },
		{ ...period, client: 'my-client', language: 'nl' },
	);
	stage.engine.answers.splice(0);
	await stage.engine.run('Dashboard', 'Open dashboard', [{ ...request }], 0);
	const shown = stage.engine.answers[0]!.body.trim().split('\r\n').slice(-7);
	expect(shown).toEqual([
		'Dit totaal;;;;;"25,90"',
		'Andere betalingen in de uitbetaling;;;;;"12,95"',
		'Terugbetalingen;;;;;"-5,00"',
		'Terugboekingen;;;;;"0,00"',
		'Kosten;;;;;"-1,05"',
		'Reserveringen en andere regels;;;;;"0,00"',
		`Uitbetaald: mollie ${payout.payout.id};;;;;"32,80"`,
	]);
});

it('keeps apart what two payouts name of orders in turn, and what none names', async () => {
	const [one, unnamed, other, last] = [newOrder(2), newOrder(2), newOrder(2), newOrder(2)];
	await run(HOURLY);
	const [first, second] = [payoutOf([one, last]), payoutOf([other])];
	await match(first, second);
	await run(TOTALS);
	expect([one, unnamed, other, last].map((id) => rowOf(id).snelStartNumber)).toEqual([
		numberOf(first, 2),
		'',
		numberOf(second, 2),
		numberOf(first, 2),
	]);
	expect(rowOf(unnamed)).toMatchObject({ state: 'gathered', payout: null });
	expectTotalsExact();
});

it('leaves an order that is paid out in parts in the total of the first payout', async () => {
	const id = newOrder(2);
	await run(HOURLY);
	const [one, other] = [payoutOf([id], [], 6), payoutOf([id], [], 6.95)];
	await match(one);
	await match(other);
	await run(TOTALS);
	expect(rowOf(id)).toMatchObject({
		...{ state: 'booked', payout: payoutKeyOf(one), snelStartNumber: numberOf(one, 2) },
	});
	expect(rows({ orderKey: payoutKeyOf(other) })).toMatchObject([{ state: 'booked' }]);
	expectTotalsExact();
});

it('books an order that the shop gives after its payout in the next part of its total', async () => {
	const id = newOrder(2);
	await run(HOURLY);
	const late = lastId + 1;
	const payout = payoutOf([id, late]);
	await match(payout);
	await run(TOTALS);
	expect(rows({ parentKey: payoutKeyOf(payout), kind: 'payoutEntry' })).toMatchObject([
		{ state: 'needsAttention', paymentIds: `tr_${late}` },
	]);
	expect(newOrder(2)).toBe(late);
	await run(HOURLY);
	await run(TOTALS);
	expect(rowOf(late)).toMatchObject({ state: 'gathered', payout: null });
	await match(
		payoutOf([], [{ id: 'fee', type: 'fee', date: daysAgo(0), gross: 0, fee: 1, net: -1 }]),
	);
	await run(TOTALS);
	expect(rowOf(late)).toMatchObject({
		...{ state: 'booked', snelStartNumber: `${numberOf(payout, 2)}-2` },
	});
	expectTotalsExact();
});

it('keeps what a payout named when the sync reads the order again before its total is closed', async () => {
	const id = newOrder(2);
	const cancelled = newOrder(2);
	await run(HOURLY);
	const payout = payoutOf([id, cancelled]);
	await match(payout);
	changeOrder(id, { customer_note: 'seen again' });
	changeOrder(cancelled, { status: 'cancelled', date_paid: null, date_paid_gmt: null });
	await run(HOURLY);
	await run(TOTALS);
	expect(rowOf(id)).toMatchObject({ state: 'booked', snelStartNumber: numberOf(payout, 2) });
	expect(rowOf(cancelled)).toMatchObject({ state: 'nothingToBook' });
	expectTotalsExact();
});

it('names an order that a sync is gathering at that moment', async () => {
	const id = newOrder(2);
	await run(HOURLY);
	const payout = payoutOf([id]);
	changeOrder(id, { customer_note: 'seen again' });
	stage.engine.waitsBefore = async (running, next) => {
		if (running !== BOOK || next !== 'Record results') return;
		stage.engine.waitsBefore = undefined;
		expect(rowOf(id).state).toBe('booking');
		await match(payout);
	};
	await run(HOURLY);
	expect(stage.engine.waitsBefore).toBeUndefined();
	expect(rowOf(id)).toMatchObject({ state: 'gathered', payout: payoutKeyOf(payout) });
	// Its moment was overwritten: the review of the night says it again.
	await run(REVIEW, 'Every night');
	await run(TOTALS);
	expect(rowOf(id)).toMatchObject({ state: 'booked', snelStartNumber: numberOf(payout, 2) });
	expectTotalsExact();
});

describe('an order that no payout named in time', () => {
	afterEach(() => setTotals({}));

	it('is told, with what to do, and booked when its payout comes after all', async () => {
		const id = newOrder(9);
		await run(HOURLY);
		setTotals({ payoutWaitDays: 7 });
		await run(REVIEW, 'Every night');
		expect(rowOf(id)).toMatchObject({ state: 'needsAttention', code: 'TOTAL_WITHOUT_PAYOUT' });
		await run(TOTALS);
		expect(rowOf(id)).toMatchObject({ state: 'needsAttention', claimId: '' });
		const payout = payoutOf([id]);
		await match(payout);
		await run(REVIEW, 'Every night');
		expect(rowOf(id)).toMatchObject({ state: 'gathered', code: '' });
		await run(TOTALS);
		expect(rowOf(id)).toMatchObject({ state: 'booked', snelStartNumber: numberOf(payout, 9) });
		expectTotalsExact();
	});

	it('is told by Book day totals when its time is over', async () => {
		const id = newOrder(9);
		await run(HOURLY);
		setTotals({ payoutWaitDays: 7 });
		rowOf(id).tryUntil = `${daysAgo(1)}T23:00:00.000Z`;
		await run(TOTALS);
		expect(rowOf(id)).toMatchObject({
			...{ state: 'needsAttention', code: 'TOTAL_WITHOUT_PAYOUT', claimId: '' },
		});
		expect(String(rowOf(id).tip)).toContain('Payout upload CSV');
		// By itself, where its payment method is.
		setTotals({ payoutWaitDays: 7, methodsByThemselves: ['mollie_wc_gateway_ideal'] });
		await run(REVIEW, 'Every night');
		expect(rowOf(id)).toMatchObject({ state: 'booked', snelStartNumber: `W${id}`, code: '' });
	});

	it('is booked with its day where the settings say so', async () => {
		const ids = [newOrder(11), newOrder(11)];
		await run(HOURLY);
		setTotals({ payoutWaitDays: 7, withoutPayout: 'day' });
		await run(REVIEW, 'Every night');
		await run(TOTALS);
		await run(TOTALS);
		for (const id of ids) {
			expect(rowOf(id)).toMatchObject({
				...{ state: 'booked', snelStartNumber: totalOfDay(11) },
			});
		}
		// Its payout comes now: it stays where it is.
		const payout = payoutOf(ids);
		await match(payout);
		await run(TOTALS);
		expect(rowOf(ids[0]!)).toMatchObject({ payout: null, snelStartNumber: totalOfDay(11) });
		expect(rows({ orderKey: payoutKeyOf(payout) })).toMatchObject([{ state: 'booked' }]);
		expectTotalsExact();
	});

	it('is booked with its day in a shop that goes back to days', async () => {
		const id = newOrder(12);
		await run(HOURLY);
		setTotals({ period: 'day' });
		await run(REVIEW, 'Every night');
		await run(TOTALS);
		expect(rowOf(id)).toMatchObject({ state: 'booked', snelStartNumber: totalOfDay(12) });
		expectTotalsExact();
	});
});

const STEPS: Array<[string, string]> = [
	[MATCH, 'Book without waiting'],
	[MATCH, 'Name payout in orders'],
	[MATCH, 'Payout rows'],
	[BOOK, 'Record results'],
	[TOTALS, 'Claim total'],
	[TOTALS, 'Fix orders'],
	[TOTALS, 'Draft totals'],
	[TOTALS, 'Mark orders'],
];

describe('a run that dies', () => {
	it.each(STEPS)('in %s before %s', async (workflow, node) => {
		const first = firstOfMonth();
		const ids = [newOrder(first + 1), newOrder(first), newOrder(first)];
		await run(HOURLY);
		const payout = payoutOf(ids);
		let died = false;
		stage.engine.diesBefore = (running, next) => (died ||= running === workflow && next === node);
		await stage.engine.run(MATCH, 'When called with payouts', [payout] as never);
		await stage.engine.run(TOTALS, 'Every hour');
		stage.engine.diesBefore = undefined;
		expect(died).toBe(true);
		for (let again = 0; again < 2; again++) {
			age();
			await match(payout);
			await run(TOTALS);
		}
		expect(ids.map((id) => rowOf(id).snelStartNumber)).toEqual([
			numberOf(payout, first + 1),
			numberOf(payout, first),
			numberOf(payout, first),
		]);
		expect(rows({ orderKey: payoutKeyOf(payout) })).toMatchObject([{ state: 'booked' }]);
		expectTotalsExact();
	});
});

describe('two runs at once', () => {
	it.each([[MATCH, 'Match payouts'], ...STEPS.filter(([, node]) => node !== 'Draft totals')])(
		'one is held in %s before %s, an order comes, and others run',
		async (workflow, node) => {
			const first = firstOfMonth();
			const ids = [newOrder(first + 1), newOrder(first), newOrder(first)];
			await run(HOURLY);
			const payout = payoutOf(ids);
			const later = payoutOf(ids.slice(1), [], 1);
			let held = false;
			stage.engine.waitsBefore = async (running, next) => {
				if (held || running !== workflow || next !== node) return;
				held = true;
				newOrder(first);
				await run(HOURLY);
				await match(later);
				await match(payout);
				await run(TOTALS);
			};
			await match(payout);
			await run(TOTALS);
			stage.engine.waitsBefore = undefined;
			expect(held).toBe(true);
			await match(payout, later);
			await run(TOTALS);
			await run(TOTALS);
			expect(ids.map((id) => rowOf(id).state)).toEqual(['booked', 'booked', 'booked']);
			for (const one of [payout, later]) {
				expect(rows({ orderKey: payoutKeyOf(one), state: 'booked' })).toHaveLength(1);
			}
			expectTotalsExact();
		},
	);
});

// The last, since the total that was undone is one without orders.
it('is undone as a whole, and its orders come into the next part of the total of their payout', async () => {
	const ids = [newOrder(2), newOrder(2)];
	await run(HOURLY);
	const payout = payoutOf(ids);
	await match(payout);
	await run(TOTALS);
	const number = numberOf(payout, 2);
	expect(rowOf(ids[0]!)).toMatchObject({ state: 'booked', snelStartNumber: number });
	const form = { closed: 'Overslaan', same: 'Meenemen', action: 'Terugdraaien', count: 1 };
	await run('Undo bookings', 'Form', [{ ...form, orders: String(ids[0]) }]);
	for (const id of ids) {
		expect(rowOf(id)).toMatchObject({ state: 'ready', payout: payoutKeyOf(payout) });
	}
	await run(HOURLY);
	await run(TOTALS);
	for (const id of ids) {
		expect(rowOf(id)).toMatchObject({ state: 'booked', snelStartNumber: `${number}-2` });
	}
	const amounts = [number, `C${number}-U`, `${number}-2`].map((one) =>
		cents(entries().find(({ factuurnummer }) => factuurnummer === one)?.factuurbedrag),
	);
	expect(amounts).toEqual([2590, -2590, 2590]);
});
