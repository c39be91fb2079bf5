/** What was undone and booked again, as payments and the comparison with the books see it. */
import { guidFor } from '../../../sandbox/snelstart/identity';
import { startStage, type Stage } from '../../support/flow/stage';
import { fillInUndoForm, runFlow } from '../../support/flow/undoForm';
import { noonOfThe15th } from '../../support/months';

let stage: Stage;

const books = () => stage.sandbox.snelStart.books.summary();
const rows = () => stage.engine.rows('WebshopOrders');

const run = async (name: string, trigger: string) => await runFlow(stage, name, trigger);

/** The differences as `[kind, order, invoice, euro]`, without what could never be booked. */
async function found(): Promise<unknown[][]> {
	await run('Reconcile period WooCommerce', 'When clicked');
	const none = ['box', 'icp', 'oss', 'clearing', 'giftCardBalance', 'summary', 'notBookable'];
	return stage.engine
		.rows('PeriodChecks')
		.filter(({ kind }) => !none.includes(String(kind)))
		.map(({ kind, orderNumber, invoiceNumber, difference }) => [
			...[kind, orderNumber, invoiceNumber, difference],
		]);
}

const undone = () =>
	rows().filter(({ kind, version }) => kind === 'order' && Number(version) === 2);

beforeAll(async () => {
	stage = await startStage((client) => ({
		...client,
		settings: { ...client.settings, setOffJournalId: guidFor('dagboeken', 5) },
	}));
	const day = noonOfThe15th(stage.now(), 1);
	for (const order of [...stage.sandbox.wooCommerce.orders]) {
		const dates = { date_created: day, date_created_gmt: day };
		stage.sandbox.wooCommerce.putOrder({ ...structuredClone(order), ...dates });
	}
	await run('Hourly order sync WooCommerce', 'Every hour');
	const from = day.slice(0, 10);
	const page = await fillInUndoForm(stage, { from });
	const count = Number(/(\d+) boekingen kunnen/.exec(page)![1]);
	await fillInUndoForm(stage, { from, action: 'Terugdraaien', count });
	expect(undone()).toHaveLength(count);
});
afterAll(async () => await stage?.sandbox.stop());

it('until it is booked again, the comparison names each order with its amount', async () => {
	const differences = await found();
	for (const { orderNumber, total } of undone()) {
		if (Number(total) === 0) continue;
		expect(differences).toContainEqual([
			expect.any(String),
			orderNumber,
			expect.any(String),
			-Number(total),
		]);
	}
});

it('after that nothing differs', async () => {
	await run('Hourly order sync WooCommerce', 'Every hour');
	await run('Daily payment matching WooCommerce', 'Every day');
	expect(await found()).toEqual([]);
});

it('payments settle the newest entry; the old one and its credit note are settled with each other', () => {
	const { salesInvoices } = books() as unknown as {
		salesInvoices: Array<{ factuurnummer: string; openstaandSaldo: number }>;
	};
	const open = new Map(salesInvoices.map((one) => [one.factuurnummer, one.openstaandSaldo]));
	const payments = rows().filter(({ kind, state }) => kind === 'payment' && state === 'booked');
	const paid = payments.filter(({ orderKey }) => !String(orderKey).includes('/set-off-'));
	expect(paid.length).toBeGreaterThan(2);
	for (const { orderNumber } of paid) {
		expect([orderNumber, open.get(`W${String(orderNumber)}-2`)]).toEqual([orderNumber, 0]);
	}
	for (const { orderNumber } of undone()) {
		const both = [`W${String(orderNumber)}`, `CW${String(orderNumber)}`];
		expect(both.map((number) => [number, open.get(number)])).toEqual(
			both.map((number) => [number, 0]),
		);
	}
});
