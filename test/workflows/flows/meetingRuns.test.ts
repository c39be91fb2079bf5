/** Two runs of different templates that meet at one order: what either of them knows is not lost. */
import { amountRefund } from '../../support/amountRefund';
import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const REFUNDS = 'Hourly refund sync WooCommerce';
const PAYMENTS = 'Daily payment matching WooCommerce';
const ORDER = 28;
const KEY = `my-client/woocommerce/${ORDER}`;

let stage: Stage;

const rows = () => stage.engine.rows('WebshopOrders');
const rowOf = (key: string) => rows().find(({ orderKey }) => orderKey === key);
const moment = () => stage.now().toISOString().slice(0, 19);

async function run(name: string, trigger: string) {
	const done = await stage.engine.run(name, trigger);
	expect(done.error).toBeUndefined();
}

/** Runs a workflow and, before one of its nodes, something else to its end. */
async function runAndMeanwhile(name: string, before: string, meanwhile: () => Promise<void>) {
	let isFirst = true;
	stage.engine.waitsBefore = async (workflow, node) => {
		if (workflow !== name || node !== before || !isFirst) return;
		isFirst = false;
		await meanwhile();
	};
	await run(name, 'Every day');
	stage.engine.waitsBefore = undefined;
	expect(isFirst).toBe(false);
}

const openOf = (pick: (number: string) => boolean) =>
	(
		stage.sandbox.snelStart.books.summary() as unknown as {
			salesInvoices: Array<{ factuurnummer: string; openstaandSaldo: number }>;
		}
	).salesInvoices
		.filter(({ factuurnummer }) => pick(factuurnummer))
		.map(({ openstaandSaldo }) => openstaandSaldo);

beforeAll(async () => {
	stage = await startStage();
	for (const { id } of [...stage.sandbox.wooCommerce.orders]) {
		if (id !== ORDER) stage.sandbox.wooCommerce.removeOrder(id);
	}
	await run(HOURLY, 'Every hour');
	expect(rowOf(KEY)).toMatchObject({ state: 'booked' });
});
afterAll(async () => await stage?.sandbox.stop());

it('a refund that is credited while payments are booked is paid back by the next run', async () => {
	await runAndMeanwhile(PAYMENTS, 'Mark order', async () => {
		const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === ORDER)!;
		const refunds = [{ id: 9001, reason: '', total: '-10.00' }];
		const now = { date_modified_gmt: moment(), date_modified: moment() };
		stage.sandbox.wooCommerce.putOrder({ ...order, ...now, refunds });
		const refund = amountRefund(9001, ORDER, '10.00', moment());
		stage.sandbox.wooCommerce.putRefund({ ...refund, refunded_payment: true });
		await run(REFUNDS, 'Every hour');
	});
	const credit = rowOf(`${KEY}/refund/9001`)!;
	expect(credit).toMatchObject({ state: 'booked', total: -10 });
	await run(PAYMENTS, 'Every day');
	expect(openOf((number) => number === credit.snelStartNumber)).toEqual([0]);
});
