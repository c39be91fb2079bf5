import type { ClientFile } from '../../../cli/clientFile';
import { openSnelStart, type Client } from '../../sandbox/client';
import { amountRefund } from '../../support/amountRefund';
import { startStage, type Stage } from '../../support/flow/stage';
import { noonOfThe15th } from '../../support/months';

const HOURLY = 'Hourly order sync WooCommerce';
const TOTALS = 'Book day totals';
const BOOK = 'Book and record';
const REFUNDS = 'Hourly refund sync WooCommerce';
const PAYMENTS = 'Daily payment matching WooCommerce';
const REVIEW = 'Nightly status review WooCommerce';

let stage: Stage;
let snelStart: Client;
let collective = '';
let lastId = 80_000;
let lastRefund = 9_500;

const entries = () => stage.sandbox.snelStart.books.summary().salesEntries;
const beginning = (prefix: string) =>
	entries().filter(({ factuurnummer }) => String(factuurnummer).startsWith(prefix));
const negativeTotals = () => beginning('CWDAG-');
const ownCreditNotes = () => beginning('C').filter((one) => !negativeTotals().includes(one));
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rows = (where: object) =>
	stage.engine
		.rows('WebshopOrders')
		.filter((row) => Object.entries(where).every(([name, value]) => row[name] === value));
const rowOf = (id: number) => rows({ orderKey: keyOf(id) })[0]!;
const refundKey = (id: number, refund: number) => `${keyOf(id)}/refund/${refund}`;
const refundRow = (id: number, refund: number) => rows({ orderKey: refundKey(id, refund) })[0]!;
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
	stage.sandbox.wooCommerce.putOrder({ ...order, ...dates, ...now, ...named, refunds: [] });
	return lastId;
}

function changeOrder(id: number, changes: object): void {
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	const now = { date_modified: moment(), date_modified_gmt: moment() };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...now, ...changes });
}

/** A refund of an amount, paid back through the provider on a day. */
function refund(id: number, amount: string, days: number): number {
	lastRefund += 1;
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	const before = (order as { refunds?: object[] }).refunds ?? [];
	changeOrder(id, { refunds: [...before, { id: lastRefund, reason: '', total: `-${amount}` }] });
	const made = amountRefund(lastRefund, id, amount, `${daysAgo(days)}T12:00:00`);
	stage.sandbox.wooCommerce.putRefund({ ...made, refunded_payment: true } as typeof made);
	return lastRefund;
}

/** The refund sync, which reads those of the last days again: also what comes late. */
async function readRefunds() {
	goBack();
	return await run(REFUNDS);
}

function goBack(): void {
	const [cursor] = stage.engine
		.rows('SyncCursors')
		.filter(({ shop }) => shop === 'woocommerce refunds');
	if (cursor) cursor.readUntil = `${daysAgo(75)}T00:00:00.000Z`;
}

/** Orders of some days ago that are booked in a total. */
async function soldInTotal(howMany: number, days = 9): Promise<number[]> {
	const ids = Array.from({ length: howMany }, () => newOrder(days));
	await run(HOURLY);
	await run(TOTALS);
	for (const id of ids) expect(String(rowOf(id).snelStartNumber)).toMatch(/^WDAG-/);
	return ids;
}

/** Two hours pass for what a run that died left behind. */
function age(): void {
	for (const row of rows({ state: 'booking' })) {
		row.updatedAt = new Date(stage.now().getTime() - 3 * 3_600_000).toISOString();
	}
}

function switchRefunds(refunds: 'byThemselves' | 'inTotals'): void {
	const [newest] = stage.engine
		.rows('ClientSettings')
		.toSorted((a, b) => Number(b.version) - Number(a.version));
	const settings = JSON.parse(String(newest!.settings)) as { dayTotals: object[] };
	settings.dayTotals = [{ ...dayTotals(), refunds }];
	newest!.settings = JSON.stringify(settings);
}

const dayTotals = () => ({
	shop: 'woocommerce',
	numberPrefix: 'WDAG',
	relationId: collective,
	refunds: 'inTotals' as const,
	methodsByThemselves: [],
});

/** From SnelStart's side: every refund is in one entry, and each negative total holds exactly its own. */
function expectRefundsExact(): void {
	const booked = rows({ kind: 'refund', state: 'booked' });
	expect(new Set(booked.map(({ orderKey }) => orderKey)).size).toBe(booked.length);
	const expected: Record<string, number> = {};
	for (const { snelStartNumber, total } of booked) {
		expected[String(snelStartNumber)] = (expected[String(snelStartNumber)] ?? 0) + cents(total);
	}
	const inBooks = entries()
		.filter(({ factuurbedrag }) => factuurbedrag < 0)
		.map(({ factuurnummer, factuurbedrag }) => [factuurnummer, cents(factuurbedrag)] as const);
	expect(Object.fromEntries(inBooks)).toEqual(expected);
	expect(inBooks).toHaveLength(Object.keys(expected).length);
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
	await run(HOURLY);
	await run(TOTALS);
	await readRefunds();
	await run(TOTALS);
});
afterAll(async () => await stage?.sandbox.stop());

// Before others leave refunds that wait for their day to be over: around midnight it may be last month's.
it('is compared refund by refund: clean books show no difference in any box', async () => {
	// The template looks at last month.
	const past = Math.round(
		(stage.now().getTime() - Date.parse(noonOfThe15th(stage.now(), 1))) / 86_400_000,
	);
	const [one, other] = (await soldInTotal(2, past + 2)) as [number, number];
	const made = [
		[one, refund(one, '12.95', past)],
		[other, refund(other, '5.00', past)],
	] as const;
	await readRefunds();
	await run(TOTALS);
	const numbers = made.flatMap(([id, own]) => [`W${id}`, `CW${own}`]);
	const compared = async () => {
		await run('Reconcile period WooCommerce', 'When clicked');
		const named = [...numbers, ...['CWDAG-', 'WDAG-']];
		return stage.engine
			.rows('PeriodChecks')
			.filter(
				({ kind }) =>
					!['box', 'summary', 'clearing', 'giftCardBalance', null].includes(kind as string),
			)
			.filter(({ invoiceNumber }) => named.some((one) => String(invoiceNumber).startsWith(one)))
			.map(({ kind, invoiceNumber, difference }) => [kind, invoiceNumber, difference]);
	};
	const [total] = rows({
		kind: 'total',
		orderNumber: String(refundRow(one, made[0][1]).snelStartNumber),
	});
	expect(total).toMatchObject({ state: 'booked', total: -17.95 });
	await run(PAYMENTS, 'Every day');
	expect(await compared()).toEqual([]);
	const box = () => stage.engine.rows('PeriodChecks').filter(({ kind }) => kind === 'box');
	expect(box().filter(({ difference }) => difference !== 0)).toEqual([]);
});

it('books the refunds of a day in one entry below zero, with the list of them attached', async () => {
	const [one, other] = (await soldInTotal(2)) as [number, number];
	const [first, second] = [refund(one, '12.95', 2), refund(other, '5.00', 2)];
	const before = entries().length;
	await readRefunds();
	const series = `CWDAG-${daysAgo(2)}`;
	expect(refundRow(one, first)).toMatchObject({
		...{ state: 'gatheredRefund', originalInvoiceNumber: series, snelStartNumber: '' },
		...{ salesEntryId: '', total: -12.95 },
	});
	expect(entries()).toHaveLength(before);
	await run(TOTALS);
	const [total, ...more] = negativeTotals().filter(({ factuurnummer }) => factuurnummer === series);
	expect(more).toEqual([]);
	expect(entries()).toHaveLength(before + 1);
	expect(total!.klant.id).toBe(collective);
	expect(String(total!.factuurdatum).slice(0, 10)).toBe(daysAgo(2));
	expect(cents(total!.factuurbedrag)).toBe(-1795);
	// 2.25 of the whole order, and 5.00 × 21 / 121 of the other.
	expect(total!.btw.map(({ btwBedrag }) => cents(btwBedrag))).toEqual([-(225 + 87)]);
	for (const row of [refundRow(one, first), refundRow(other, second)]) {
		expect(row).toMatchObject({
			state: 'booked',
			snelStartNumber: series,
			salesEntryId: total!.id,
		});
	}
	await run(TOTALS);
	const { json } = await snelStart.get(`/documenten/Verkoopboekingen/${total!.id}`);
	const [document, ...others] = json as Array<{ id: string; fileName: string }>;
	expect([document!.fileName, others]).toEqual([`${series}.csv`, []]);
	const file = (await snelStart.get(`/documenten/${document!.id}`)).json as { content: string };
	const lines = Buffer.from(file.content, 'base64').toString('utf8').trim().split('\r\n');
	expect(lines.slice(1)).toEqual([
		expect.stringMatching(`^CW${first};${one};.*;-10,70;-2,25;0,00;-12,95$`) as string,
		expect.stringMatching(`^CW${second};${other};.*;-4,13;-0,87;0,00;-5,00$`) as string,
	]);
	expectRefundsExact();
});

it('settles the money that went back on the negative total, once that is booked', async () => {
	const [one] = (await soldInTotal(1)) as [number];
	await run(PAYMENTS, 'Every day');
	const back = refund(one, '12.95', 0);
	await readRefunds();
	await run(PAYMENTS, 'Every day');
	const payment = () => rows({ orderKey: `${keyOf(one)}/refund-${back}` });
	expect(payment()).toMatchObject([{ state: 'waiting', code: 'PAYMENT_CREDIT_GATHERED' }]);
	// As if it had been made two days ago: its total is closed.
	refundRow(one, back).tryUntil = '';
	refundRow(one, back).originalInvoiceNumber = `CWDAG-${daysAgo(2)}`;
	const [record] = stage.engine
		.rows('BookingRecords')
		.filter(({ documentKey }) => documentKey === refundKey(one, back));
	record!.number = `CWDAG-${daysAgo(2)}`;
	await run(TOTALS);
	await run(TOTALS);
	const entry = String(refundRow(one, back).salesEntryId);
	expect(refundRow(one, back).state === 'booked' && entry !== '').toBe(true);
	await run(PAYMENTS, 'Every day');
	expect(payment()).toMatchObject([{ state: 'booked', code: '' }]);
	const { json } = await snelStart.get('/verkoopfacturen');
	const invoice = (json as Array<{ verkoopBoeking: { id: string }; openstaandSaldo: number }>).find(
		({ verkoopBoeking }) => verkoopBoeking.id === entry,
	);
	expect(cents(invoice!.openstaandSaldo)).toBe(0);
	expectRefundsExact();
});

it('goes by the first refund for the second, and for a cancellation, also while it waits', async () => {
	const [one, other] = (await soldInTotal(2)) as [number, number];
	const first = refund(one, '5.00', 0);
	await readRefunds();
	expect(refundRow(one, first).state).toBe('gatheredRefund');
	// All that is left, to the cent: 12.95 less 5.00 with 0.87 VAT.
	const second = refund(one, '7.95', 0);
	await readRefunds();
	expect(refundRow(one, second)).toMatchObject({
		state: 'gatheredRefund',
		total: -7.95,
		vat: -1.38,
	});
	const third = refund(one, '0.01', 0);
	await readRefunds();
	expect(refundRow(one, third)).toMatchObject({
		...{ state: 'needsAttention', code: 'REFUND_EXCEEDS_ORDER' },
	});
	// What is gathered stays as it is, however often it is read.
	expect(refundRow(one, first)).toMatchObject({ state: 'gatheredRefund', total: -5, vat: -0.87 });

	const partly = refund(other, '5.00', 2);
	await readRefunds();
	changeOrder(other, { status: 'cancelled', date_paid: null, date_paid_gmt: null });
	await run(REVIEW, 'Every night');
	const [credit] = rows({ orderKey: `${keyOf(other)}/credit/1` });
	expect(credit).toMatchObject({ state: 'gatheredRefund', total: -7.95, vat: -1.38 });
	expect(rowOf(other)).toMatchObject({ state: 'booked', fingerprint: '' });
	await run(REVIEW, 'Every night');
	expect(rows({ orderKey: `${keyOf(other)}/credit/1` })).toHaveLength(1);
	await run(TOTALS);
	expect(refundRow(other, partly).state).toBe('booked');
	expectRefundsExact();
});

it('leaves the refund of an order by itself, and of an earlier choice, a credit note of its own', async () => {
	const [one] = (await soldInTotal(1)) as [number];
	switchRefunds('byThemselves');
	const own = refund(one, '5.00', 2);
	await readRefunds();
	expect(refundRow(one, own)).toMatchObject({ state: 'booked', snelStartNumber: `CW${own}` });
	switchRefunds('inTotals');
	// 60 has a VAT number, so that it is booked by itself.
	const ofBusiness = refund(60, '1.00', 2);
	await readRefunds();
	expect(refundRow(60, ofBusiness)).toMatchObject({
		...{ state: 'booked', snelStartNumber: `CW${ofBusiness}` },
	});
	const rest = refund(one, '7.95', 2);
	await readRefunds();
	await run(TOTALS);
	expect(refundRow(one, rest)).toMatchObject({ state: 'booked', total: -7.95, vat: -1.38 });
	expect(String(refundRow(one, rest).snelStartNumber)).toMatch(`CWDAG-${daysAgo(2)}-`);
	expect(ownCreditNotes().length).toBeGreaterThan(1);
	expectRefundsExact();
});

it('books what was gathered when refunds are booked by themselves again', async () => {
	const [one] = (await soldInTotal(1)) as [number];
	const gathered = refund(one, '5.00', 3);
	await readRefunds();
	switchRefunds('byThemselves');
	const later = refund(one, '7.95', 3);
	await readRefunds();
	await run(TOTALS);
	switchRefunds('inTotals');
	expect(String(refundRow(one, gathered).snelStartNumber)).toMatch(/^CWDAG-/);
	expect(refundRow(one, later)).toMatchObject({ state: 'booked', snelStartNumber: `CW${later}` });
	expectRefundsExact();
});

it.each([
	[REFUNDS, BOOK, 'Record results'],
	[TOTALS, TOTALS, 'Fix orders'],
	[TOTALS, BOOK, 'Book in SnelStart'],
	[TOTALS, TOTALS, 'Note entry in records'],
	[TOTALS, TOTALS, 'Mark orders'],
])('books each refund once when %s dies in %s before %s', async (started, workflow, node) => {
	const [one, other] = (await soldInTotal(2)) as [number, number];
	const made = [
		[one, refund(one, '12.95', 4)],
		[other, refund(other, '3.00', 4)],
	] as const;
	if (started === TOTALS) await readRefunds();
	goBack();
	let died = false;
	stage.engine.diesBefore = (running, next) => (died ||= running === workflow && next === node);
	await stage.engine.run(started, 'Every hour');
	stage.engine.diesBefore = undefined;
	expect(died).toBe(true);
	for (let again = 0; again < 2; again++) {
		age();
		await readRefunds();
		await run(TOTALS);
	}
	expect(made.map(([id, own]) => refundRow(id, own).state)).toEqual(['booked', 'booked']);
	expectRefundsExact();
});

it.each([
	[TOTALS, 'Record total'],
	[TOTALS, 'Fix orders'],
	[BOOK, 'Book in SnelStart'],
	[TOTALS, 'Mark orders'],
])(
	'books each refund once when a run is held before %s: %s and another closes meanwhile',
	async (workflow, node) => {
		const [one, other] = (await soldInTotal(2)) as [number, number];
		const made: Array<[number, number]> = [[one, refund(one, '12.95', 5)]];
		await readRefunds();
		let held = false;
		stage.engine.waitsBefore = async (running, next) => {
			if (held || running !== workflow || next !== node) return;
			held = true;
			made.push([other, refund(other, '4.00', 5)]);
			await readRefunds();
			await run(TOTALS);
		};
		await run(TOTALS);
		stage.engine.waitsBefore = undefined;
		expect(held).toBe(true);
		await run(TOTALS);
		await run(TOTALS);
		expect(made.map(([id, own]) => refundRow(id, own).state)).toEqual(['booked', 'booked']);
		const unfinished = rows({ kind: 'total' }).filter(({ state }) => state !== 'booked');
		expect(unfinished.map(({ orderNumber }) => orderNumber)).toEqual([]);
		expectRefundsExact();
	},
);
