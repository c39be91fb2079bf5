import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const HOUR = 3_600_000;
const FULL = /Data table size limit exceeded/;

let stage: Stage;

const sync = async () => await stage.engine.run(HOURLY, 'Every hour');
/** What a called workflow said stands inside the error of the one that called it. */
const said = (error: unknown) => String((error as Error).message) + JSON.stringify(error);
const entries = () => stage.sandbox.snelStart.books.summary().salesEntries;
const sent = () =>
	stage.sandbox.snelStart.journal.entries.filter(
		({ method, shape }) => method !== 'GET' && !/token/i.test(shape),
	);
const rows = () => stage.engine.rows('WebshopOrders');

beforeAll(async () => {
	stage = await startStage();
});
afterAll(async () => await stage?.sandbox.stop());

it('sends nothing to SnelStart while n8n takes no further row', async () => {
	stage.engine.tables.isFull = () => true;
	const { error } = await sync();
	expect(said(error)).toMatch(FULL);
	expect(sent()).toEqual([]);
	expect(rows()).toEqual([]);
});

it('books nothing twice when they were full between booking and recording', async () => {
	stage.engine.tables.isFull = () => entries().length > 0;
	const { error } = await sync();
	expect(said(error)).toMatch(FULL);
	const numbers = entries().map(({ factuurnummer }) => factuurnummer);
	expect(numbers.length).toBeGreaterThan(5);
	expect(rows().filter(({ state }) => state === 'booked')).toEqual([]);
	// Still full: nothing is claimed anew.
	const before = sent().length;
	expect(said((await sync()).error)).toMatch(FULL);
	expect(sent()).toHaveLength(before);

	stage.engine.tables.isFull = () => false;
	for (const row of rows()) {
		row.updatedAt = new Date(stage.now().getTime() - 3 * HOUR).toISOString();
	}
	expect((await sync()).error).toBeUndefined();
	expect(
		entries()
			.map(({ factuurnummer }) => factuurnummer)
			.sort(),
	).toEqual(numbers.sort());
	const booked = rows().filter(({ state }) => state === 'booked');
	expect(booked.map(({ snelStartNumber }) => snelStartNumber).sort()).toEqual(numbers);
	expect(booked.every(({ alreadyThere }) => alreadyThere === true)).toBe(true);
});
