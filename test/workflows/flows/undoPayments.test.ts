/**
 * Payments while their order is undone, not booked yet or taken off in SnelStart: money lands on no
 * entry of before, and on the newest once.
 */
import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart } from '../../sandbox/client';
import { startStage, type Stage } from '../../support/flow/stage';
import { fillInUndoForm, runFlow } from '../../support/flow/undoForm';

const PAYMENTS = 'Daily payment matching WooCommerce';
const ORDER = 29;
const KEY = `my-client/woocommerce/${ORDER}`;
const PAYMENT = `${KEY}/paid`;
const SET_OFF = `${KEY}/set-off-CW${ORDER}`;

let stage: Stage;

const rowOf = (key: string) =>
	stage.engine.rows('WebshopOrders').find(({ orderKey }) => orderKey === key);
const open = (number: string) => {
	const { salesInvoices } = stage.sandbox.snelStart.books.summary() as unknown as {
		salesInvoices: Array<{ factuurnummer: string; openstaandSaldo: number }>;
	};
	return salesInvoices.find(({ factuurnummer }) => factuurnummer === number)?.openstaandSaldo;
};

const run = async (name: string, trigger: string) => await runFlow(stage, name, trigger);

/** While SnelStart takes no memorials. */
async function withoutMemorials(work: () => Promise<void>) {
	stage.sandbox.snelStart.faults.add({ kind: '401', shape: 'POST memoriaalboekingen', times: 50 });
	await work();
	stage.sandbox.snelStart.faults.clear();
}

beforeAll(async () => {
	stage = await startStage((client) => ({
		...client,
		settings: { ...client.settings, setOffJournalId: guidFor('dagboeken', 5) },
	}));
	for (const order of [...stage.sandbox.wooCommerce.orders]) {
		if (order.id !== ORDER) stage.sandbox.wooCommerce.removeOrder(order.id);
	}
	await run('Hourly order sync WooCommerce', 'Every hour');
	expect(rowOf(KEY)).toMatchObject({ state: 'booked', snelStartNumber: `W${ORDER}` });
	await withoutMemorials(async () => {
		await run(PAYMENTS, 'Every day');
		const form = { orders: String(ORDER), closed: 'Meenemen' };
		await fillInUndoForm(stage, { ...form, action: 'Terugdraaien', count: 1 });
		await run(PAYMENTS, 'Every day');
	});
});
afterAll(async () => await stage?.sandbox.stop());

it('J166: the payment of an order that is undone waits and says so, whatever is open', () => {
	expect(rowOf(KEY)).toMatchObject({ state: 'ready', version: 2 });
	expect(open(`W${ORDER}`)).toBe(12.95);
	expect(rowOf(PAYMENT)).toMatchObject({ state: 'ready', code: 'PAYMENT_ORDER_NOT_BOOKED' });
});

it('what settles the undone entry with its credit note is tried again', async () => {
	expect(rowOf(SET_OFF)).toMatchObject({ state: 'ready' });
	expect(open(`CW${ORDER}`)).toBe(-12.95);
	await run(PAYMENTS, 'Every day');
	expect(rowOf(SET_OFF)).toMatchObject({ state: 'booked', code: '' });
	expect([open(`W${ORDER}`), open(`CW${ORDER}`)]).toEqual([0, 0]);
	expect(rowOf(PAYMENT)).toMatchObject({ state: 'ready', code: 'PAYMENT_ORDER_NOT_BOOKED' });
	// It says nothing of the payments of an entry that is not there.
	expect(rowOf(KEY)!.paidState).toBe('');
});

it('J163: once it is booked again, the payment settles that entry, once', async () => {
	await run('Hourly order sync WooCommerce', 'Every hour');
	expect(open(`W${ORDER}-2`)).toBe(12.95);
	for (let times = 0; times < 2; times += 1) await run(PAYMENTS, 'Every day');
	expect(open(`W${ORDER}-2`)).toBe(0);
	expect(rowOf(PAYMENT)).toMatchObject({
		...{ state: 'booked', code: '', originalInvoiceNumber: `W${ORDER}-2` },
	});
	expect(rowOf(KEY)).toMatchObject({ paidState: 'done' });
	const { memorialEntries } = stage.sandbox.snelStart.books.summary();
	expect(memorialEntries).toHaveLength(2);
});

describe('somebody takes the payment off in SnelStart, and the order is undone once more', () => {
	const summary = () => stage.sandbox.snelStart.books.summary();
	let settled: number;

	beforeAll(async () => {
		const paying = summary().memorialEntries.find(({ boekstuk }) =>
			String(boekstuk).includes(String(rowOf(PAYMENT)!.snelStartNumber)),
		)!;
		const client = await openSnelStart(stage.sandbox.snelStart);
		await client.send('DELETE', `/memoriaalboekingen/${String(paying.id)}`);
		expect(open(`W${ORDER}-2`)).toBe(12.95);
		settled = summary().memorialEntries.length;
		const form = { orders: String(ORDER), closed: 'Meenemen' };
		await fillInUndoForm(stage, { ...form, action: 'Terugdraaien', count: 1 });
	});

	it('its payment is open again, and what settled undone entries stays settled', () => {
		expect(rowOf(KEY)).toMatchObject({ state: 'ready', version: 3 });
		expect(rowOf(PAYMENT)).toMatchObject({ state: 'ready', mayBeSent: false });
		expect(rowOf(SET_OFF)).toMatchObject({ state: 'booked' });
		expect([open(`W${ORDER}-2`), open(`CW${ORDER}-2`)]).toEqual([0, 0]);
		// One settled both.
		expect(summary().memorialEntries).toHaveLength(settled + 1);
	});

	it('is booked on the newest entry, once', async () => {
		await run(PAYMENTS, 'Every day');
		await run('Hourly order sync WooCommerce', 'Every hour');
		expect(open(`W${ORDER}-3`)).toBe(12.95);
		for (let times = 0; times < 2; times += 1) await run(PAYMENTS, 'Every day');
		expect(open(`W${ORDER}-3`)).toBe(0);
		expect(rowOf(PAYMENT)).toMatchObject({
			...{ state: 'booked', code: '', originalInvoiceNumber: `W${ORDER}-3` },
		});
		expect(rowOf(KEY)).toMatchObject({ paidState: 'done' });
		expect(summary().memorialEntries).toHaveLength(settled + 2);
	});
});
