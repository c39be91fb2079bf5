/** Invoices that are not paid a year after they were due: what becomes of their VAT in the books. */
import { guidFor } from '../../../sandbox/snelstart/identity';
import { startStage, type Stage } from '../../support/flow/stage';
import { noonOfThe15th } from '../../support/months';

const ORDER = 29;
const KEY = `my-client/woocommerce/${ORDER}`;
const BAD_DEBTS = guidFor('grootboek', '4900');

let stage: Stage;

const memorials = () =>
	stage.sandbox.snelStart.books.summary().memorialEntries as unknown as Array<{
		boekstuk: string;
		memoriaalBoekingsRegels: Array<{ grootboek: { id: string }; debet: number; credit: number }>;
	}>;
/** The lines of an entry as `[account, debit, credit]`. */
const linesOf = (voucher: string) =>
	memorials()
		.find(({ boekstuk }) => boekstuk === voucher)
		?.memoriaalBoekingsRegels.map(({ grootboek, debet, credit }) => [grootboek.id, debet, credit]);
const rowOf = (key: string) =>
	stage.engine.rows('WebshopOrders').find(({ orderKey }) => orderKey === key);

async function run(name: string, trigger: string) {
	const done = await stage.engine.run(name, trigger);
	if (done.error) throw done.error;
	return done;
}
const listed = async () => (await run('Bad debts', 'When clicked')).items('Rows');

beforeAll(async () => {
	stage = await startStage((client) => ({
		...client,
		settings: { ...client.settings, setOffJournalId: guidFor('dagboeken', 5) },
	}));
	const day = noonOfThe15th(stage.now(), 14);
	const { wooCommerce } = stage.sandbox;
	for (const order of [...wooCommerce.orders]) {
		const dates = { date_created: day, date_created_gmt: day };
		const unpaid = { date_paid: null, date_paid_gmt: null };
		// All others wait: their status starts no booking.
		const status = order.id === ORDER ? order.status : 'pending';
		wooCommerce.putOrder({ ...structuredClone(order), ...dates, ...unpaid, status });
	}
	await run('Hourly order sync WooCommerce', 'Every hour');
	expect(rowOf(KEY)).toMatchObject({ state: 'booked', snelStartNumber: `W${ORDER}` });
});
afterAll(async () => await stage?.sandbox.stop());

it('names what is not chosen', async () => {
	expect(await listed()).toMatchObject([{ outcome: 'attention', code: 'BAD_DEBT_SETTING' }]);
	stage.engine.fillIn('Bad debts', { badDebtsAccountId: BAD_DEBTS });
});

it('lists what could be claimed, and books nothing as long as that is not chosen', async () => {
	// 12.95 at 21 %: 2.25.
	expect(await listed()).toMatchObject([
		{ orderNumber: String(ORDER), outcome: 'book', invoice: `W${ORDER}`, vat: 2.25 },
	]);
	expect(memorials()).toEqual([]);
	expect(rowOf(`${KEY}/vat-claim`)).toBeUndefined();
	stage.engine.fillIn('Bad debts', { book: 'yes' });
});

it('claims the VAT back once; the invoice stays open', async () => {
	for (let times = 0; times < 2; times += 1) await listed();
	expect(rowOf(`${KEY}/vat-claim`)).toMatchObject({
		...{ kind: 'payment', parentKey: KEY, state: 'booked', total: 0, vat: 2.25 },
	});
	expect(memorials()).toHaveLength(1);
	expect(linesOf(`BTW-W${ORDER}`)).toEqual([
		[guidFor('grootboek', '1671'), 2.25, 0],
		[BAD_DEBTS, 0, 2.25],
	]);
	const { salesInvoices } = stage.sandbox.snelStart.books.summary() as unknown as {
		salesInvoices: Array<{ openstaandSaldo: number }>;
	};
	expect(salesInvoices.map(({ openstaandSaldo }) => openstaandSaldo)).toEqual([12.95]);
});

it('the VAT of what the customer pays after all is due again, once', async () => {
	const { wooCommerce } = stage.sandbox;
	const order = wooCommerce.orders.find(({ id }) => id === ORDER)!;
	const paid = stage.now().toISOString().slice(0, 19);
	wooCommerce.putOrder({ ...structuredClone(order), date_paid: paid, date_paid_gmt: paid });
	await run('Daily payment matching WooCommerce', 'Every day');
	expect(rowOf(`${KEY}/paid`)).toMatchObject({ state: 'booked' });
	for (let times = 0; times < 2; times += 1) await listed();
	expect(memorials()).toHaveLength(3);
	expect(linesOf(`BTW0-W${ORDER}`)).toEqual([
		[guidFor('grootboek', '1671'), 0, 2.25],
		[BAD_DEBTS, 2.25, 0],
	]);
	expect(await listed()).toMatchObject([{ outcome: 'nothingToBook', code: 'BAD_DEBT_LEFT' }]);
});
