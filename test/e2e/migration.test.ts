import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox/index';
import { accounts } from '../../sandbox/snelstart/accounts';
import { runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { DataTableRow } from '../../scripts/n8nClient';
import { startN8n } from '../../scripts/n8nServer';
import type { N8nServer } from '../../scripts/n8nServer';
import { openSnelStart } from '../sandbox/client';
import { openEditor } from './support/editor';
import type { Editor } from './support/editor';
import { letMinutesPass } from './support/moveClock';
import { startStage, startStandIns } from './support/stage';
import { until } from './support/until';

type Shop = 'WooCommerce' | 'JouwWeb';

const BY_CLOCK = 'Every five minutes';
const ORDERS = 350;
const BY_HAND = 15;
const YEAR = { from: '2025-01-01', until: '2025-12-31' };
/** n8n's other expression engine is the faster one; the other tests run the usual one. */
const ENV = { N8N_EXPRESSION_ENGINE: 'legacy' };

interface Order {
	id: number;
	number: string;
	status: string;
	total: string;
	total_tax: string;
	date_created: string;
	billing: { email: string; first_name: string; last_name: string };
	refunds: Array<{ id: number; total: string }>;
}
interface Entry {
	id: string;
	factuurnummer: string;
	factuurbedrag: number;
}

let userFolder: string;
let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;
let editor: Editor;
/** Booked in SnelStart beforehand; the last one with another amount. */
let byHand: Order[];
let mismatch: Order;

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
const sum = (amounts: number[]): number => amounts.reduce((a, b) => a + b, 0);
const past = (): Order[] =>
	(sandbox.wooCommerce.orders as unknown as Order[]).filter(({ date_created }) =>
		date_created.startsWith('2025'),
	);
const sales = (): Order[] =>
	past().filter(({ status }) => ['processing', 'completed', 'refunded'].includes(status));
const entries = (): Entry[] => sandbox.snelStart.books.summary().salesEntries as unknown as Entry[];
/** What stands in SnelStart, by number. */
function byNumber(): Map<string, Entry[]> {
	const found = new Map<string, Entry[]>();
	for (const entry of entries()) {
		found.set(entry.factuurnummer, [...(found.get(entry.factuurnummer) ?? []), entry]);
	}
	return found;
}

/** JouwWeb's orders of the past. */
const march = () =>
	[...sandbox.jouwWeb.orders].filter(({ createdAt }) => String(createdAt).startsWith('2025-03'));

const rows = async (shop: string): Promise<DataTableRow[]> =>
	(await server.client.rows('WebshopOrders')).filter((row) => row.shop === shop);
const progress = async (shop: string): Promise<DataTableRow> =>
	(await server.client.rows('Migrations')).find((row) => row.shop === shop)!;

/** What a bookkeeper booked before there was a migration: an entry on the customer's own card. */
async function bookByHand(order: Order, total: string, vat: string): Promise<void> {
	const { number, billing, date_created } = order;
	const client = await openSnelStart(sandbox.snelStart);
	const { json: relation } = await client.send('POST', '/relaties', {
		relatiesoort: ['Klant'],
		naam: `${billing.first_name} ${billing.last_name}`,
		email: billing.email,
	});
	const line = {
		omschrijving: 'By hand',
		grootboek: { id: accounts.find(({ nummer }) => nummer === 8000)!.id },
		bedrag: (cents(total) - cents(vat)) / 100,
		btwSoort: 'Hoog',
	};
	const { status, text } = await client.send('POST', '/verkoopboekingen', {
		factuurnummer: `W${number}`,
		klant: { id: relation.id },
		factuurdatum: `${date_created.slice(0, 10)}T00:00:00`,
		factuurbedrag: Number(total),
		boekingsregels: [line],
		btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: Number(vat) }],
	});
	if (status !== 201) throw new Error(`SnelStart refused what was booked by hand: ${text}`);
}

/** Fills in the form as a person does; gives the text of the page that comes. */
async function ask(shop: Shop, action: string, days = YEAR): Promise<string> {
	const { page } = editor;
	const address = `migrate-orders-my-client-${shop.toLowerCase()}`;
	await page.goto(`${server.baseUrl}/form/${address}`);
	const permission = page.getByText('Allow access');
	const form = page.getByText('Wat te doen');
	await permission.or(form).first().waitFor();
	if (await permission.isVisible()) await permission.click();
	await form.waitFor();
	await page.locator('input[type=date]').nth(0).fill(days.from);
	await page.locator('input[type=date]').nth(1).fill(days.until);
	await page.locator('select').selectOption(action);
	await page.getByRole('button', { name: 'Uitvoeren' }).click();
	const answer = page.getByText(
		/Er is niets geboekt|elke vijf minuten|Doe eerst een proefronde|Vul een/,
	);
	await answer.first().waitFor({ timeout: 5 * 60_000 });
	await editor.screenshot(`migration-${shop}-${action}`.toLowerCase().replace(' ', '-'));
	return await page.locator('body').innerText();
}

/** Starts a run as the clock does, and does not wait for it. */
const start = async (shop: Shop): Promise<string> =>
	await server.client.runWorkflow(stage.ids[`Migrate orders ${shop}`]!, BY_CLOCK);

/**
 * Lets the clock strike until enough is done and nobody works on the period any more. The real clock
 * strikes too, so a run of ours may find another one at work.
 */
async function work(shop: Shop, isEnough: (row: DataTableRow) => boolean): Promise<DataTableRow> {
	const deadline = Date.now() + 15 * 60_000;
	for (;;) {
		const { status, error } = await server.client.waitForExecution(await start(shop), 15 * 60);
		expect([status, error]).toEqual(['success', undefined]);
		const row = await progress(shop.toLowerCase());
		if (row.runId === '' && isEnough(row)) return row;
		if (Date.now() > deadline) throw new Error(`Nobody goes on: ${JSON.stringify(row)}`);
		await wait(1_000);
	}
}
const isDone = ({ state }: DataTableRow): boolean => state === 'done';
/** All days were read; what a killed run may hold is left. */
const isThrough = ({ readUntil, periodUntil }: DataTableRow): boolean =>
	String(readUntil) > String(periodUntil);

/** A power cut, and a start after some time. */
async function cutPower(minutesDown: number): Promise<void> {
	const owner = { email: server.email, password: server.password };
	await editor.close();
	await server.kill();
	await letMinutesPass(userFolder, minutesDown);
	server = await startN8n({ userFolder, owner, env: ENV });
	stage.server = server;
	editor = await openEditor(server);
}

beforeAll(async () => {
	userFolder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-migration-'));
	sandbox = await startStandIns();
	sandbox.snelStart.switches.limits = null;
	const days = { from: YEAR.from, days: 365 };
	sandbox.wooCommerce.seedOrders({ seed: 2025, count: ORDERS, ...days, refunds: 6 });
	sandbox.jouwWeb.seedOrders({ seed: 4, count: 40, from: '2025-03-01' });
	for (const order of march()) sandbox.jouwWeb.putOrder({ ...order, paidAt: order.createdAt });
	// All at 21 %: a bookkeeper's one line is enough. Products at 0 % have no line of their own.
	const high = sales().filter(({ total, total_tax, refunds }) => {
		const net = cents(total) - cents(total_tax);
		return refunds.length === 0 && cents(total_tax) === Math.round(net * 0.21);
	});
	// Spread over the year, so that some come after the kill.
	byHand = high.filter((_, index) => index % 6 === 0).slice(0, BY_HAND);
	mismatch = high[1]!;
	for (const order of byHand) await bookByHand(order, order.total, order.total_tax);
	await bookByHand(mismatch, '12.10', '2.10');

	const limits = { requestsPerMinute: 0, requestsInFlight: 0 };
	stage = await startStage(sandbox, { limits, userFolder, env: ENV });
	server = stage.server;
	for (const shop of ['WooCommerce', 'JouwWeb']) {
		await server.client.activate(stage.ids[`Migrate orders ${shop}`]!);
	}
	editor = await openEditor(server);
});

afterAll(async () => {
	await editor?.close();
	await server?.stop();
	await sandbox?.stop();
	await rm(userFolder, { recursive: true, force: true, maxRetries: 5 });
});

describe('JouwWeb', () => {
	const days = { from: '2025-03-01', until: '2025-03-31' };

	test('nothing is migrated without a dry run, or over days that make no period', async () => {
		expect(await ask('JouwWeb', 'Overzetten', days)).toContain(
			'Doe eerst een proefronde over dezelfde dagen',
		);
		const turned = { from: days.until, until: days.from };
		expect(await ask('JouwWeb', 'Proefronde', turned)).toContain(
			'Vul een eerste en een laatste dag in',
		);
		expect(await server.client.rows('Migrations')).toEqual([]);
	});

	test('J208: a period is booked once, and its payments with the daily matching', async () => {
		await ask('JouwWeb', 'Proefronde', days);
		await ask('JouwWeb', 'Overzetten', days);
		const booked = march().filter(({ status }) => status === 'processed');
		expect(await work('JouwWeb', isDone)).toMatchObject({
			state: 'done',
			found: 40,
			read: 40,
			booked: booked.length,
			waiting: 40 - booked.length,
			left: 0,
			total: sum(booked.map(({ totalPrice }) => cents(totalPrice))) / 100,
		});
		const found = byNumber();
		for (const { orderNumber, totalPrice } of booked) {
			const own = found.get(String(orderNumber)) ?? [];
			expect(own.map(({ factuurbedrag }) => factuurbedrag)).toEqual([totalPrice]);
		}

		await runWorkflow(stage, 'Daily payment matching JouwWeb', 'Every day');
		const ideal = booked.filter(({ paymentMethod }) => paymentMethod === 'ideal');
		const payments = (await rows('jouwweb')).filter(
			({ kind, state }) => kind === 'payment' && state === 'booked',
		);
		expect(payments).toHaveLength(ideal.length);
	});
});

describe(`${ORDERS} orders of WooCommerce`, () => {
	/** Numbers in SnelStart whose orders were claimed by the run that was killed. */
	let unrecorded: string[];

	test('a dry run counts per month and VAT rate what would be booked, and books nothing', async () => {
		const before = entries().length;
		const page = await ask('WooCommerce', 'Proefronde');
		expect(entries()).toHaveLength(before);

		const { plan, found, state } = await progress('woocommerce');
		expect([found, state]).toEqual([ORDERS, null]);
		const { fates, months } = JSON.parse(String(plan)) as {
			fates: Array<{ fate: string; kind: string; code: string; documents: number; total: number }>;
			months: Array<{ month: string; net: number; vat: number; gross: number }>;
		};
		const fateOf = (fate: string, kind: string, code = '') => {
			const row = fates.find((one) => one.fate === fate && one.kind === kind && one.code === code);
			return [row?.documents, row?.total];
		};
		const toBook = sales().filter((order) => order !== mismatch && !byHand.includes(order));
		const refunds = sales().flatMap((order) => order.refunds);
		const totalOf = (list: Order[]) => sum(list.map(({ total }) => cents(total))) / 100;
		expect(fateOf('toBook', 'order')).toEqual([toBook.length, totalOf(toBook)]);
		expect(fateOf('alreadyThere', 'order')).toEqual([BY_HAND, totalOf(byHand)]);
		expect(fateOf('needsAttention', 'order', 'INVOICE_NUMBER_IN_USE')[0]).toBe(1);
		expect(fateOf('toBook', 'refund')).toEqual([
			refunds.length,
			sum(refunds.map(({ total }) => cents(total))) / 100,
		]);
		expect(new Set(months.map(({ month }) => month)).size).toBe(12);
		// Each month adds up, and all months to what would be booked.
		for (const { net, vat, gross } of months) expect(cents(net) + cents(vat)).toBe(cents(gross));
		expect(sum(months.map(({ gross }) => cents(gross)))).toBe(
			sum(fates.filter(({ fate }) => fate === 'toBook').map(({ total }) => cents(total))),
		);
		expect(page).toContain('Staat al in SnelStart');
		expect(page).not.toMatch(/@|Jansen|Bakker/);
	});

	test('a kill in the middle of a batch leaves orders in SnelStart that no row knows', async () => {
		await ask('WooCommerce', 'Overzetten');
		const before = entries().length;
		await start('WooCommerce');
		// In the middle of a batch, when it has sent some of its orders and recorded none of them.
		await until(
			async () => await progress('woocommerce'),
			({ read, booked, refundsBooked }) =>
				Number(read) > 120 &&
				entries().length > before + Number(booked) + Number(refundsBooked) + 40,
			600,
		);
		// Half an hour: the period is free again, the claims of the killed run are not.
		await cutPower(30);
		const held = (await rows('woocommerce')).filter(({ state }) => state === 'booking');
		const found = byNumber();
		unrecorded = held
			.map(({ orderNumber }) => `W${orderNumber}`)
			.filter((number) => found.has(number));
		expect(unrecorded.length).toBeGreaterThan(0);
		expect(await progress('woocommerce')).toMatchObject({ state: 'running', finishedAt: null });
	});

	test('the migration goes on by itself, and leaves alone what the killed run may still hold', async () => {
		const { state, read, left } = await work('WooCommerce', isThrough);
		expect([state, read]).toEqual(['running', ORDERS]);
		expect(Number(left)).toBeGreaterThanOrEqual(unrecorded.length);
		expect(await ask('WooCommerce', 'Voortgang tonen')).toContain('loopt');
	});

	test('HC-18: it ends complete and without doubles; what was there is taken over', async () => {
		await cutPower(150);
		const end = await work('WooCommerce', isDone);

		const table = await rows('woocommerce');
		expect(new Set(table.map(({ orderKey }) => orderKey)).size).toBe(table.length);
		const orderRows = table.filter(({ kind }) => kind === 'order');
		expect(orderRows).toHaveLength(ORDERS);
		const bookedSales = sales().filter((order) => order !== mismatch);
		const found = byNumber();
		const rowOf = new Map(orderRows.map((row) => [row.orderId, row]));
		for (const order of bookedSales) {
			const [entry, ...doubles] = found.get(`W${order.number}`) ?? [];
			expect([order.number, doubles, entry?.factuurbedrag]).toEqual([
				order.number,
				[],
				Number(order.total),
			]);
			expect(rowOf.get(String(order.id))).toMatchObject({
				state: 'booked',
				salesEntryId: entry!.id,
			});
		}
		expect(rowOf.get(String(mismatch.id))).toMatchObject({
			state: 'needsAttention',
			code: 'INVOICE_NUMBER_IN_USE',
		});

		const refunds = bookedSales.flatMap((order) => order.refunds);
		const credited = table.filter(({ kind, state }) => kind === 'refund' && state === 'booked');
		expect(credited).toHaveLength(refunds.length);
		const takenOver = orderRows.filter(({ alreadyThere }) => alreadyThere === true);
		const wasThere = new Set([...byHand.map(({ number }) => `W${number}`), ...unrecorded]);
		expect(new Set(takenOver.map(({ snelStartNumber }) => snelStartNumber))).toEqual(wasThere);
		const total = sum(bookedSales.map((order) => cents(order.total)));
		const refunded = sum(refunds.map((refund) => cents(refund.total)));
		expect(end).toMatchObject({
			state: 'done',
			runId: '',
			read: ORDERS,
			booked: bookedSales.length - takenOver.length,
			alreadyThere: takenOver.length,
			refundsBooked: refunds.length,
			needsAttention: 1,
			left: 0,
			total: (total + refunded) / 100,
		});

		// SnelStart's own books: what the shop says, to the cent, and nothing else.
		const own = entries().filter(({ factuurnummer }) => !factuurnummer.startsWith('S4-'));
		expect(own).toHaveLength(bookedSales.length + refunds.length + 1);
		expect(sum(own.map(({ factuurbedrag }) => cents(factuurbedrag)))).toBe(
			total + refunded + cents('12.10'),
		);
		const mails = sandbox.snelStart.books.summary().relations.map(({ email }) => email);
		const known = mails.filter(Boolean);
		expect(new Set(known).size).toBe(known.length);
		expect(await ask('WooCommerce', 'Voortgang tonen')).toContain('klaar');
	});
});
