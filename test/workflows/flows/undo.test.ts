/**
 * Bookings by wrong settings, from the form to the books: undone, booked again by other settings,
 * judged by what SnelStart holds.
 */
import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart } from '../../sandbox/client';
import { amountRefund } from '../../support/amountRefund';
import { newestSettings, otherAccounts, perPlace } from '../../support/flow/accounts';
import { startStage, type Stage } from '../../support/flow/stage';
import { fillInUndoForm, runFlow } from '../../support/flow/undoForm';

const HOURLY = 'Hourly order sync WooCommerce';
/** In the VAT return that is filed, in the middle of it. */
const FILED_DAY = '2026-05-14';
/** Never the day of another order. */
const DAY = '2026-08-03';
const FILED = 46;
const PAID = 34;
const REFUNDED = 28;

let stage: Stage;

const books = () => stage.sandbox.snelStart.books.summary();
const shop = () => stage.sandbox.wooCommerce;
const entryOf = (number: string) =>
	books().salesEntries.find(({ factuurnummer }) => factuurnummer === number);
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rows = () => stage.engine.rows('WebshopOrders');
const rowOf = (key: string) => rows().filter(({ orderKey }) => orderKey === key);
const moment = () => stage.now().toISOString().slice(0, 19);

const run = async (name: string, trigger: string) => await runFlow(stage, name, trigger);
/** Fills in the form; what the page says. */
const ask = async (form: object) => await fillInUndoForm(stage, { same: 'Overslaan', ...form });

const withTotals = (numbers: string[]) =>
	numbers.reduce(
		(all, number) => all + Math.round(Number(entryOf(number)!.factuurbedrag) * 100),
		0,
	);

/** The numbers of the bookings of the day that can be undone. */
const ofDay = () =>
	rows()
		.filter(({ kind, orderDate }) => kind === 'order' && orderDate === DAY)
		.map(({ orderId }) => Number(orderId));

beforeAll(async () => {
	stage = await startStage();
	for (const order of [...shop().orders]) {
		const day = `${order.id === FILED ? FILED_DAY : DAY}T12:00:00`;
		const unpaid = { date_paid: null, date_paid_gmt: null };
		shop().putOrder({ ...order, ...unpaid, date_created: day, date_created_gmt: day });
	}
	await run(HOURLY, 'Every hour');
	const refund = amountRefund(9001, REFUNDED, '1.00', moment());
	const order = shop().orders.find(({ id }) => id === REFUNDED)!;
	const refunds = [{ id: 9001, reason: '', total: '-1.00' }];
	shop().putOrder({
		...order,
		...{ date_modified: moment(), date_modified_gmt: moment(), refunds },
	});
	shop().putRefund(refund);
	await run('Hourly refund sync WooCommerce', 'Every hour');
	expect(rowOf(`${keyOf(REFUNDED)}/refund/9001`)).toMatchObject([{ state: 'booked' }]);
	const client = await openSnelStart(stage.sandbox.snelStart);
	const marked = await client.send(
		'PUT',
		`/btwaangiftes/${guidFor('btwaangiftes', '2026-04-01')}/externAangeven`,
		{ isExternAangegeven: true },
	);
	expect(marked.status).toBe(204);
	const paid = await client.send('POST', '/memoriaalboekingen', {
		dagboek: { id: guidFor('dagboeken', 5) },
		datum: `${DAY}T00:00:00`,
		boekstuk: 'BYHAND1',
		omschrijving: 'Paid in part',
		memoriaalBoekingsRegels: [
			{ omschrijving: 'x', grootboek: { id: guidFor('grootboek', '1104') }, debet: 5, credit: 0 },
		],
		verkoopboekingBoekingsRegels: [
			{ omschrijving: 'x', boekingId: { id: entryOf(`W${PAID}`)!.id }, bedrag: 5 },
		],
	});
	expect(paid).toMatchObject({ status: 201 });
});
afterAll(async () => await stage?.sandbox.stop());

it('asks for something to choose by', async () => {
	expect(await ask({})).toContain('Vul dagen, bestelnummers');
	expect(await ask({ from: '2026-08-04', until: '2026-08-03' })).toContain('laatste dag');
	expect(await ask({ from: '2025-01-01', until: '2025-01-02' })).toContain('Geen boeking past');
});

it('leaves what was booked by the settings of today as it is, unless that is asked for', async () => {
	const [one] = ofDay().filter((id) => ![PAID, REFUNDED].includes(id));
	const version = Number(newestSettings(stage).version);
	const page = await ask({ orders: String(one) });
	expect(page).toContain(`(versie ${version})`);
	expect(page).toContain('geen van deze boekingen kan');
	expect(await ask({ orders: `x, ${one}`, same: 'Meenemen' })).toContain('1 boeking kan');
});

describe('after the settings were corrected', () => {
	let undone: number[];
	const before = new Map<number, NonNullable<ReturnType<typeof entryOf>>>();

	it('shows what would be undone, and what not and why', async () => {
		otherAccounts(stage);
		undone = ofDay().filter(
			(id) => ![PAID, REFUNDED].includes(id) && rowOf(keyOf(id))[0]!.state === 'booked',
		);
		expect(undone.length).toBeGreaterThan(5);
		for (const id of undone) before.set(id, entryOf(`W${id}`)!);
		const entries = books().salesEntries.length;
		const page = await ask({ from: DAY, until: DAY });
		expect(page).toContain(`${undone.length} boekingen kunnen teruggedraaid worden`);
		for (const id of undone) expect(page).toContain(`creditnota CW${id}`);
		expect(page).toMatch(new RegExp(`W${PAID}</td>[\\s\\S]*?UNDO_PAID: Van W${PAID} is € 5,00`));
		expect(page).toMatch(new RegExp(`W${REFUNDED}</td>[\\s\\S]*?UNDO_CREDITED`));
		expect(await ask({ from: FILED_DAY, until: FILED_DAY })).toMatch(
			new RegExp(`W${FILED}</td>[\\s\\S]*?PERIOD_CLOSED[\\s\\S]*?01-04-2026`),
		);
		expect(books().salesEntries).toHaveLength(entries);
	});

	it('undoes nothing when the number on the form is another one', async () => {
		const entries = books().salesEntries.length;
		const page = await ask({ from: DAY, until: DAY, action: 'Terugdraaien', count: 1 });
		expect(page).toContain('Er is niets teruggedraaid');
		expect(await ask({ from: DAY, until: DAY, action: 'Terugdraaien' })).toContain(
			'Er is niets teruggedraaid',
		);
		expect(books().salesEntries).toHaveLength(entries);
		expect(rows().filter(({ code }) => code === 'UNDO_STARTED')).toEqual([]);
	});

	it('takes back what can be undone, to the cent and on the accounts of each', async () => {
		const count = undone.length;
		const page = await ask({ from: DAY, until: DAY, action: 'Terugdraaien', count });
		expect(page).toContain(`${count} boekingen zijn teruggedraaid`);
		for (const id of undone) {
			const credit = entryOf(`CW${id}`)!;
			expect(credit.factuurdatum).toBe(before.get(id)!.factuurdatum);
			expect(credit.klant.id).toBe(before.get(id)!.klant.id);
			expect(perPlace(before.get(id)!, credit)).toEqual({});
			expect(rowOf(keyOf(id))).toMatchObject([
				{ state: 'ready', version: 2, code: '', claimId: '', snelStartNumber: '' },
			]);
		}
		for (const id of [PAID, REFUNDED, FILED]) {
			expect(entryOf(`CW${id}`)).toBeUndefined();
			expect(rowOf(keyOf(id))).toMatchObject([{ state: 'booked', code: '' }]);
		}
	});

	it('a second undo does nothing', async () => {
		const entries = books().salesEntries.length;
		const page = await ask({ from: DAY, until: DAY, action: 'Terugdraaien', count: 0 });
		expect(page).toContain('geen van deze boekingen kan');
		expect(books().salesEntries).toHaveLength(entries);
	});

	it('books each order again by the settings of today, once', async () => {
		await run(HOURLY, 'Every hour');
		for (const id of undone) {
			const again = entryOf(`W${id}-2`)!;
			expect(rowOf(keyOf(id))).toMatchObject([
				{ state: 'booked', version: 2, snelStartNumber: `W${id}-2`, salesEntryId: again.id },
			]);
			expect(withTotals([`W${id}`, `CW${id}`, `W${id}-2`])).toBe(withTotals([`W${id}`]));
			expect(again.factuurdatum).toBe(before.get(id)!.factuurdatum);
			// Goods abroad have accounts of their own, which did not change.
			const isHome = before.get(id)!.btw.some(({ btwBedrag }) => Number(btwBedrag) !== 0);
			const places = JSON.stringify(perPlace(before.get(id)!));
			expect(JSON.stringify(perPlace(again)) !== places).toBe(isHome);
			const ofOrder = books().salesEntries.filter(({ factuurnummer }) =>
				[`W${id}`, `W${id}-2`, `CW${id}`].includes(factuurnummer),
			);
			expect(ofOrder).toHaveLength(3);
		}
		const entries = books().salesEntries.length;
		await run(HOURLY, 'Every hour');
		expect(books().salesEntries).toHaveLength(entries);
	});

	it('credits a refund and a cancellation on the newest entry', async () => {
		const [refunded, cancelled] = undone as [number, number];
		const sold = shop().orders.find((one) => one.id === refunded)!;
		const refunds = [{ id: 9002, reason: '', total: '-1.00' }];
		const modified = { date_modified: moment(), date_modified_gmt: moment() };
		shop().putOrder({ ...sold, ...modified, refunds });
		shop().putRefund(amountRefund(9002, refunded, '1.00', moment()));
		await run('Hourly refund sync WooCommerce', 'Every hour');
		await run('Nightly status review WooCommerce', 'Every night');
		expect(rowOf(`${keyOf(refunded)}/refund/9002`)).toMatchObject([{ state: 'booked' }]);
		expect(entryOf('CW9002')!.omschrijving).toContain(`Credit W${refunded}-2`);
		const order = shop().orders.find((one) => one.id === cancelled)!;
		shop().putOrder({ ...order, status: 'cancelled' });
		await run('Nightly status review WooCommerce', 'Every night');
		expect(entryOf(`CW${cancelled}-2`)!.omschrijving).toContain(`Credit W${cancelled}-2`);
		const all = ['W', 'CW'].flatMap((prefix) =>
			['', '-2'].map((version) => entryOf(`${prefix}${cancelled}${version}`)!),
		);
		expect(perPlace(...all)).toEqual({});
	});

	it('undoes an entry that was booked again', async () => {
		const id = undone[2]!;
		otherAccounts(stage);
		const form = { orders: String(id), action: 'Terugdraaien', count: 1 };
		expect(await ask(form)).toContain('1 boeking is teruggedraaid');
		await run(HOURLY, 'Every hour');
		expect(rowOf(keyOf(id))).toMatchObject([
			{ state: 'booked', version: 3, snelStartNumber: `W${id}-3` },
		]);
		expect(perPlace(entryOf(`W${id}-3`)!)).toEqual(perPlace(before.get(id)!));
		const all = [`W${id}`, `CW${id}`, `W${id}-2`, `CW${id}-2`].map((number) => entryOf(number)!);
		expect(perPlace(...all)).toEqual({});
	});

	it('goes on where a run broke off, and credits nothing twice', async () => {
		const id = undone[3]!;
		const form = { orders: String(id), same: 'Meenemen', action: 'Terugdraaien', count: 1 };
		// As a run that died right after the credit note was recorded leaves it.
		const [row] = rowOf(keyOf(id));
		const asBooked = { ...row };
		await ask(form);
		Object.assign(row!, asBooked, { code: 'UNDO_STARTED' });
		const entries = books().salesEntries.length;
		expect(await ask({ ...form, same: 'Overslaan' })).toContain('1 boeking is teruggedraaid');
		expect(books().salesEntries).toHaveLength(entries);
		expect(rowOf(keyOf(id))).toMatchObject([{ state: 'ready', version: 3, code: '' }]);
	});

	it('leaves a period that was compared with the shop as it is, unless that is asked for', async () => {
		const id = undone[4]!;
		stage.engine.table('PeriodChecks').insert({
			...{ client: 'my-client', shop: 'woocommerce', kind: 'summary' },
			...{ periodFrom: '2026-08-01', periodUntil: '2026-08-31' },
		} as never);
		const form = { orders: String(id), same: 'Meenemen' };
		const page = await ask(form);
		expect(page).toContain('UNDO_PERIOD_CHECKED');
		expect(page).toContain('geen van deze boekingen kan');
		expect(await ask({ ...form, closed: 'Meenemen' })).toContain('1 boeking kan');
	});
});
