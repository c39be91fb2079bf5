/** Sales orders by wrong settings: deleted as long as nobody invoiced them, and made again. */
import { guidFor } from '../../../sandbox/snelstart/identity';
import { startStage, type Stage } from '../../support/flow/stage';
import { fillInUndoForm, runFlow } from '../../support/flow/undoForm';

const HOURLY = 'Hourly order sync WooCommerce';
const [FREE, INVOICED, DIED] = [28, 29, 30];
const group = (number: number) => guidFor('artikelomzetgroepen', number);

let stage: Stage;

const made = () => stage.sandbox.snelStart.books.summary().salesOrders;
const orderOf = (id: number) =>
	made().filter(({ orderreferentie }) => orderreferentie === `W${id}`);
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rowOf = (id: number) =>
	stage.engine.rows('WebshopOrders').find(({ orderKey }) => orderKey === keyOf(id))!;
const recordOf = (id: number) =>
	stage.engine.rows('BookingRecords').find(({ documentKey }) => documentKey === keyOf(id));
const deletions = () => stage.sandbox.snelStart.journal.calls()['DELETE verkooporders'] ?? 0;

const run = async (name: string, trigger: string) => await runFlow(stage, name, trigger);
const ask = async (form: object) => await fillInUndoForm(stage, form);

beforeAll(async () => {
	stage = await startStage((client) => ({
		...client,
		settings: {
			...client.settings,
			document: 'salesOrder',
			salesOrders: {
				vatEntry: 'inclusive',
				revenueGroups: [
					{ vatKind: 'high', revenueGroupId: group(1) },
					{ vatKind: 'low', revenueGroupId: group(2) },
					{ vatKind: 'none', revenueGroupId: group(4) },
				],
			},
		},
	}));
	for (const order of [...stage.sandbox.wooCommerce.orders]) {
		if (![FREE, INVOICED, DIED].includes(order.id)) {
			stage.sandbox.wooCommerce.removeOrder(order.id);
		}
	}
	await run(HOURLY, 'Every hour');
	expect([FREE, INVOICED, DIED].map((id) => rowOf(id).state)).toEqual([
		'booked',
		'booked',
		'booked',
	]);
	stage.sandbox.snelStart.books.invoice(`W${INVOICED}`);
});
afterAll(async () => await stage?.sandbox.stop());

it('the preview names the sales orders that would be deleted, and why another stays', async () => {
	const page = await ask({ orders: `${FREE}, ${INVOICED}` });
	const { nummer } = orderOf(FREE)[0]!;
	expect(page).toContain(`verwijderd: verkooporder ${nummer}`);
	expect(page).toContain('1 boeking kan');
	expect(page).toMatch(/W29<\/td>[\s\S]*?UNDO_SALES_ORDER: Verkooporder \d+ is gefactureerd/);
	expect(made()).toHaveLength(3);
});

it('it is deleted and made again under its own reference, once', async () => {
	const [before] = orderOf(FREE);
	const undo = { orders: `${FREE}, ${INVOICED}`, action: 'Terugdraaien', count: 1 };
	const page = await ask(undo);
	expect(page).toContain('1 boeking is teruggedraaid');
	expect(page).toContain(`verkooporder ${before!.nummer} is verwijderd`);
	expect(orderOf(FREE)).toEqual([]);
	expect(rowOf(FREE)).toMatchObject({ state: 'ready', code: '', salesEntryId: '' });
	expect(recordOf(FREE)).toBeUndefined();
	expect(orderOf(INVOICED)).toHaveLength(1);
	expect(rowOf(INVOICED)).toMatchObject({ state: 'booked', code: '' });
	expect(await ask({ orders: String(FREE) })).toContain('Geen boeking past');
	for (let times = 0; times < 2; times += 1) await run(HOURLY, 'Every hour');
	expect(orderOf(FREE)).toMatchObject([{ totaalInclusiefBtw: before!.totaalInclusiefBtw }]);
	expect(orderOf(FREE)[0]!.id).not.toBe(before!.id);
	expect(rowOf(FREE)).toMatchObject({ state: 'booked', salesEntryId: orderOf(FREE)[0]!.id });
	expect(recordOf(FREE)).toMatchObject({ entryId: orderOf(FREE)[0]!.id });
});

it('what SnelStart does not delete stays as it is, and is undone by the same form later', async () => {
	stage.sandbox.snelStart.switches.orderDelete = 'refuse';
	const undo = { orders: String(FREE), action: 'Terugdraaien', count: 1 };
	expect(await ask(undo)).toMatch(/nog niet teruggedraaid[\s\S]*VOR-0014/);
	expect(rowOf(FREE)).toMatchObject({ state: 'booked', code: 'UNDO_STARTED' });
	stage.sandbox.snelStart.switches.orderDelete = 'accept';
	expect(await ask(undo)).toContain('1 boeking is teruggedraaid');
	await run(HOURLY, 'Every hour');
	expect(orderOf(FREE)).toHaveLength(1);
});

it('one that is invoiced after the preview is kept', async () => {
	stage.sandbox.snelStart.books.invoice(`W${FREE}`);
	const before = deletions();
	const undo = { orders: String(FREE), action: 'Terugdraaien', count: 1 };
	expect(await ask(undo)).toContain('Er is niets teruggedraaid');
	expect(deletions()).toBe(before);
});

it('goes on where a run died after the deletion, whatever the form says about settings', async () => {
	const asBooked = { ...rowOf(DIED) };
	const record = { ...recordOf(DIED)! };
	const undo = { orders: String(DIED), action: 'Terugdraaien', count: 1 };
	await ask(undo);
	// As it was when the run died right after SnelStart's answer.
	Object.assign(rowOf(DIED), asBooked, { code: 'UNDO_STARTED' });
	stage.engine.table('BookingRecords').insert(record as never);
	expect(await ask({ ...undo, same: 'Overslaan' })).toContain('1 boeking is teruggedraaid');
	await run(HOURLY, 'Every hour');
	expect(orderOf(DIED)).toHaveLength(1);
	expect(rowOf(DIED)).toMatchObject({ state: 'booked', code: '' });
});
