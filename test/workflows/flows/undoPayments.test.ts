/** Payments that were not booked yet while their order was undone: money lands on no entry of before. */
import { guidFor } from '../../../sandbox/snelstart/identity';
import { startStage, type Stage } from '../../support/flow/stage';

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

async function run(name: string, trigger: string, items?: object[]) {
	const { error } = await stage.engine.run(name, trigger, items as never);
	if (error) throw error;
}

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
		const form = { orders: String(ORDER), closed: 'Meenemen', same: 'Meenemen' };
		await run('Undo bookings', 'Form', [{ ...form, action: 'Terugdraaien', count: 1 }]);
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
