/**
 * Day totals by wrong settings, from the form to the books: undone as a whole, their orders in a new
 * total by other settings, judged by what SnelStart holds.
 */
import type { ClientFile } from '../../../cli/clientFile';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart, type Client } from '../../sandbox/client';
import { amountRefund } from '../../support/amountRefund';
import { otherAccounts, perPlace } from '../../support/flow/accounts';
import { startStage, type Stage } from '../../support/flow/stage';
import { fillInUndoForm, runFlow } from '../../support/flow/undoForm';
import { noonOfThe15th } from '../../support/months';

const HOURLY = 'Hourly order sync WooCommerce';
const TOTALS = 'Book day totals';
const REFUNDS = 'Hourly refund sync WooCommerce';
const PAYMENTS = 'Daily payment matching WooCommerce';

let stage: Stage;
let snelStart: Client;
let collective = '';
let day = '';
/** Like no. 29: 12.95 with 2.25 VAT at 21 %. */
const [ONE, TWO, THREE] = [70_001, 70_002, 70_003];

const books = () => stage.sandbox.snelStart.books.summary();
const entryOf = (number: string) =>
	books().salesEntries.find(({ factuurnummer }) => factuurnummer === number);
const open = (number: string) =>
	books().salesInvoices.find(({ factuurnummer }) => factuurnummer === number)?.openstaandSaldo;
const numbers = () => books().salesEntries.map(({ factuurnummer }) => factuurnummer);
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rows = () => stage.engine.rows('WebshopOrders');
const rowOf = (key: string | number) =>
	rows().find(({ orderKey }) => orderKey === (typeof key === 'number' ? keyOf(key) : key))!;
const recordOf = (id: number) =>
	stage.engine.rows('BookingRecords').filter(({ documentKey }) => documentKey === keyOf(id));
const totalRow = (number: string) => rowOf(`my-client/woocommerce/total/${number}`);
const moment = () => stage.now().toISOString().slice(0, 19);

const run = async (name: string, trigger = 'Every hour') => await runFlow(stage, name, trigger);
/** Fills in the form; what the page says. */
const ask = async (form: object) => await fillInUndoForm(stage, form);
const perPlaceOf = (...some: string[]) => perPlace(...some.map((number) => entryOf(number)!));

function putOrder(id: number, changes: object = {}): void {
	const { orders } = stage.sandbox.wooCommerce;
	const order = orders.find((one) => one.id === id) ?? orders.find((one) => one.id === 29)!;
	const dates = Object.fromEntries(
		['date_created', 'date_paid', 'date_completed'].flatMap((name) => [
			[name, `${day}T11:00:00`],
			[`${name}_gmt`, `${day}T11:00:00`],
		]),
	);
	const now = { date_modified: moment(), date_modified_gmt: moment() };
	const named = { id, number: String(id), transaction_id: `tr_${id}` };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...dates, ...now, ...named, ...changes });
}

async function sync() {
	await run(HOURLY);
	await run(TOTALS);
}

/** What differs between shop and books; that the period was compared is forgotten again. */
async function differences(): Promise<unknown[]> {
	await run('Reconcile period WooCommerce', 'When clicked');
	const none = ['box', 'icp', 'oss', 'clearing', 'giftCardBalance', 'summary', 'notBookable'];
	const found = stage.engine
		.rows('PeriodChecks')
		.filter(({ kind }) => !none.includes(String(kind)))
		.map(({ kind, orderNumber, invoiceNumber, difference }) => [
			...[kind, orderNumber, invoiceNumber, difference],
		]);
	stage.engine.rows('PeriodChecks').splice(0);
	return found;
}

let number = '';

beforeAll(async () => {
	stage = await startStage(async (client, sandbox): Promise<ClientFile> => {
		snelStart = await openSnelStart(sandbox.snelStart);
		const made = await snelStart.send('POST', '/relaties', {
			naam: 'Webshop day totals',
			relatiesoort: ['Klant'],
		});
		collective = (made.json as { id: string }).id;
		const total = {
			...{ shop: 'woocommerce', numberPrefix: 'WDAG', relationId: collective },
			...{ refunds: 'inTotals', methodsByThemselves: [] },
		};
		const setOffJournalId = guidFor('dagboeken', 5);
		return {
			...client,
			settings: { ...client.settings, dayTotals: [total], setOffJournalId },
		} as ClientFile;
	});
	day = noonOfThe15th(stage.now(), 1).slice(0, 10);
	number = `WDAG-${day}`;
	for (const id of [ONE, TWO, THREE]) putOrder(id);
	for (const { id } of [...stage.sandbox.wooCommerce.orders]) {
		if (![ONE, TWO, THREE].includes(id)) stage.sandbox.wooCommerce.removeOrder(id);
	}
	await sync();
	expect(entryOf(number)).toMatchObject({ factuurbedrag: 38.85 });
	otherAccounts(stage);
});
afterAll(async () => await stage?.sandbox.stop());

it('the preview of any of its orders shows the total, with all that is in it', async () => {
	for (const form of [
		{ orders: String(TWO) },
		{ orders: number },
		{ from: day, until: day },
		{ settingsVersion: Number(rowOf(ONE).settingsVersion) },
	]) {
		const page = await ask({ ...form, same: 'Overslaan' });
		expect(page).toContain('1 boeking kan teruggedraaid worden');
		expect(page).toContain(`${number}: dagomzet van 3 (${ONE}, ${TWO}, ${THREE})`);
		expect(page).toMatch(new RegExp(`<td>38,85</td><td>creditnota C${number}-U`));
	}
	expect(numbers()).toEqual([number]);
	expect(totalRow(number)).toMatchObject({ state: 'booked', code: '' });
});

it('an order whose total has no row any more is named as left, and does not vanish from the page', async () => {
	const table = stage.engine.table('WebshopOrders');
	const kept = table.rows;
	table.rows = kept.filter(({ orderKey }) => !String(orderKey).includes('/total/'));
	const page = await ask({ orders: String(TWO), same: 'Meenemen' });
	table.rows = kept;
	expect(page).toContain('UNDO_IN_TOTAL');
	expect(page).toContain(String(TWO));
});

it('is undone to the cent on its accounts, and its orders are free', async () => {
	const form = { orders: String(TWO), action: 'Terugdraaien', count: 1 };
	expect(await ask(form)).toContain('1 boeking is teruggedraaid');
	expect(numbers()).toEqual([number, `C${number}-U`]);
	expect(perPlaceOf(number, `C${number}-U`)).toEqual({});
	expect(entryOf(`C${number}-U`)).toMatchObject({
		...{ factuurdatum: entryOf(number)!.factuurdatum, klant: { id: collective } },
		factuurbedrag: -38.85,
	});
	// The set-off journal settles both.
	expect([open(number), open(`C${number}-U`)]).toEqual([0, 0]);
	for (const id of [ONE, TWO, THREE]) {
		expect(rowOf(id)).toMatchObject({
			...{ state: 'ready', code: '', snelStartNumber: '', salesEntryId: '' },
			originalInvoiceNumber: '',
		});
		expect(recordOf(id)).toEqual([]);
	}
	expect(totalRow(number)).toMatchObject({ state: 'booked', code: '' });
});

it('a second undo, and a run of the totals in between, do nothing', async () => {
	const before = numbers();
	await run(TOTALS);
	const form = { orders: number, action: 'Terugdraaien', count: 0 };
	expect(await ask(form)).toMatch(/geen van deze boekingen kan[\s\S]*CREDITED_IN_FULL/);
	expect(await ask({ orders: `C${number}-U` })).toContain('Geen boeking past');
	expect(numbers()).toEqual(before);
	expect(stage.sandbox.snelStart.books.summary().documents).toHaveLength(0);
});

it('until they are booked again the comparison names each order', async () => {
	const found = await differences();
	for (const id of [ONE, TWO, THREE]) {
		expect(found).toContainEqual(['missing', String(id), expect.any(String), -12.95]);
	}
	expect(found).toHaveLength(3);
});

it('its orders come into the next part by the settings of today, once', async () => {
	for (let times = 0; times < 2; times += 1) await sync();
	expect(numbers()).toEqual([number, `C${number}-U`, `${number}-2`]);
	expect(entryOf(`${number}-2`)).toMatchObject({ factuurbedrag: 38.85 });
	expect(perPlaceOf(`${number}-2`)).not.toEqual(perPlaceOf(number));
	for (const id of [ONE, TWO, THREE]) {
		expect(rowOf(id)).toMatchObject({ state: 'booked', snelStartNumber: `${number}-2` });
		expect(recordOf(id)).toMatchObject([{ number: `${number}-2` }]);
	}
	// The payments of the day are not booked yet; what was undone is none of it.
	expect(await differences()).toEqual([['openItem', '', `${number}-2`, 38.85]]);
});

it('is undone once more, also when a run died between any two steps', async () => {
	const second = `${number}-2`;
	const form = { orders: second, action: 'Terugdraaien', count: 1 };
	const asBooked = [ONE, TWO, THREE].map((id) => ({ ...rowOf(id) }));
	const records = [ONE, TWO, THREE].map((id) => ({ ...recordOf(id)[0]! }));
	expect(await ask(form)).toContain('1 boeking is teruggedraaid');
	const after = numbers();
	// It died after the credit note: nothing is free yet.
	[ONE, TWO, THREE].forEach((id, index) => Object.assign(rowOf(id), asBooked[index]));
	for (const record of records) stage.engine.table('BookingRecords').insert(record as never);
	totalRow(second).code = 'UNDO_STARTED';
	expect(await ask({ ...form, same: 'Overslaan' })).toContain('1 boeking is teruggedraaid');
	expect(rowOf(TWO)).toMatchObject({ state: 'ready' });
	// It died after the orders were free, and before their records were gone.
	for (const record of records) stage.engine.table('BookingRecords').insert(record as never);
	totalRow(second).code = 'UNDO_STARTED';
	expect(await ask({ ...form, same: 'Overslaan' })).toContain('1 boeking is teruggedraaid');
	expect(recordOf(TWO)).toEqual([]);
	expect(totalRow(second)).toMatchObject({ state: 'booked', code: '' });
	expect(numbers()).toEqual(after);
	await sync();
	expect(numbers()).toEqual([...after, `${number}-3`]);
	expect(entryOf(`${number}-3`)).toMatchObject({ factuurbedrag: 38.85 });
});

it('with a refund in a negative total it waits until that is undone, and both are booked again', async () => {
	const third = `${number}-3`;
	putOrder(ONE, { refunds: [{ id: 9501, reason: '', total: '-1.00' }] });
	stage.sandbox.wooCommerce.putRefund(amountRefund(9501, ONE, '1.00', `${day}T12:00:00`));
	const [cursor] = stage.engine
		.rows('SyncCursors')
		.filter(({ shop }) => shop === 'woocommerce refunds');
	if (cursor) cursor.readUntil = `${day}T00:00:00.000Z`;
	await run(REFUNDS);
	const refund = `${keyOf(ONE)}/refund/9501`;
	const negative = `CWDAG-${day}`;
	expect(rowOf(refund)).toMatchObject({ state: 'gatheredRefund' });
	expect(await ask({ orders: third })).toMatch(/UNDO_CREDITED/);
	await run(TOTALS);
	expect(entryOf(negative)).toMatchObject({ factuurbedrag: -1 });
	const page = await ask({ orders: `${third}, ${negative}` });
	expect(page).toContain('1 boeking kan');
	expect(page).toMatch(new RegExp(`UNDO_CREDITED: Op ${third} is terugbetaald: ${negative}`));
	const undo = { action: 'Terugdraaien', count: 1 };
	expect(await ask({ orders: negative, ...undo })).toContain('1 boeking is teruggedraaid');
	expect(perPlaceOf(negative, `C${negative}-U`)).toEqual({});
	expect([open(negative), open(`C${negative}-U`)]).toEqual([0, 0]);
	expect(rowOf(refund)).toMatchObject({ state: 'ready', salesEntryId: '' });
	expect(await ask({ orders: third, ...undo })).toContain('1 boeking is teruggedraaid');
	await sync();
	await run(REFUNDS);
	await run(TOTALS);
	expect(entryOf(`${number}-4`)).toMatchObject({ factuurbedrag: 38.85 });
	expect(rowOf(refund)).toMatchObject({ state: 'booked', snelStartNumber: `${negative}-2` });
	expect(entryOf(`${negative}-2`)).toMatchObject({ factuurbedrag: -1 });
	// Where a refund is in a negative total, the comparison leaves out what is open.
	expect(await differences()).toEqual([]);
});

it('never with the payments of the day on it; once they are taken off, they come onto the new total', async () => {
	const fourth = `${number}-4`;
	await run(PAYMENTS, 'Every day');
	expect(open(fourth)).toBe(0);
	const before = numbers();
	const page = await ask({ orders: fourth, action: 'Terugdraaien', count: 0 });
	expect(page).toMatch(/UNDO_PAID: Van WDAG-[\d-]+ is € 38,85 betaald[\s\S]*memoriaal/);
	expect(numbers()).toEqual(before);
	expect(await differences()).toEqual([]);
	const payments = () =>
		rows().filter(({ kind, orderKey }) => kind === 'payment' && /\/paid$/.test(String(orderKey)));
	expect(payments().map(({ state }) => state)).toEqual(['booked', 'booked', 'booked']);
	// The refund goes first, since its negative total stands on this one.
	await ask({ orders: `CWDAG-${day}-2`, action: 'Terugdraaien', count: 1 });
	const memorial = books().memorialEntries.find(
		({ boekstuk }) => boekstuk === payments()[0]!.snelStartNumber,
	)!;
	expect(await snelStart.send('DELETE', `/memoriaalboekingen/${memorial.id}`)).toMatchObject({
		status: 200,
	});
	expect(open(fourth)).toBe(38.85);
	const undo = { orders: fourth, action: 'Terugdraaien', count: 1 };
	expect(await ask(undo)).toContain('1 boeking is teruggedraaid');
	expect(payments().map(({ state }) => state)).toEqual(['ready', 'ready', 'ready']);
	await run(PAYMENTS, 'Every day');
	expect(payments().map(({ code }) => code)).toEqual(Array(3).fill('PAYMENT_ORDER_NOT_BOOKED'));
	await sync();
	for (let times = 0; times < 2; times += 1) await run(PAYMENTS, 'Every day');
	expect(open(`${number}-5`)).toBe(0);
	expect([open(fourth), open(`C${fourth}-U`)]).toEqual([0, 0]);
	expect(payments()).toMatchObject(Array(3).fill({ state: 'booked', code: '' }));
});
