/** A busy shop with day totals: what a day of 500 orders asks of SnelStart, from the shop to the papers. */
import { openSnelStart } from '../../sandbox/client';
import { startStage, type Stage } from '../../support/flow/stage';

const ORDERS = 500;
const MOST_PER_ORDER = 0.05;

let stage: Stage;

beforeAll(async () => {
	stage = await startStage(async (client, sandbox) => {
		const books = await openSnelStart(sandbox.snelStart);
		const { json } = await books.send('POST', '/relaties', {
			...{ naam: 'Webshop day totals', relatiesoort: ['Klant'] },
		});
		const relationId = (json as { id: string }).id;
		const { settings } = client;
		return {
			...client,
			settings: {
				...settings,
				shops: settings.shops.map((shop) => ({ ...shop, paper: 'orderSheet' as const })),
				dayTotals: [
					{ shop: 'woocommerce', numberPrefix: 'WDAG', relationId, methodsByThemselves: [] },
				],
			},
		};
	});
	// Those of the demo are of other days.
	for (const [name, trigger] of day) await run(name, trigger);
});
afterAll(async () => await stage?.sandbox.stop());

const day = [
	['Hourly order sync WooCommerce', 'Every hour'],
	['Hourly refund sync WooCommerce', 'Every hour'],
	['Book day totals', 'Every hour'],
	['Attach papers WooCommerce', 'Every hour'],
	['Daily payment matching WooCommerce', 'Every day'],
] as const;

async function run(name: string, trigger: string): Promise<void> {
	const { error } = await stage.engine.run(name, trigger);
	expect(error).toBeUndefined();
}

/** An order like no. 29: EUR 12.95 with 2.25 VAT at 21 %, of the day before yesterday. */
function newOrder(id: number): void {
	const { orders } = stage.sandbox.wooCommerce;
	const order = orders.find((one) => one.id === 29)!;
	const then = new Date(stage.now().getTime() - 2 * 86_400_000).toISOString().slice(0, 10);
	const now = stage.now().toISOString().slice(0, 19);
	const dates = Object.fromEntries(
		['date_created', 'date_paid', 'date_completed'].flatMap((name) =>
			[name, `${name}_gmt`].map((field) => [field, `${then}T11:00:00`]),
		),
	);
	stage.sandbox.wooCommerce.putOrder({
		...{ ...order, ...dates, id, number: String(id), transaction_id: `tr_${id}` },
		...{ customer_id: id, date_modified: now, date_modified_gmt: now },
	});
}

it(`makes at most ${MOST_PER_ORDER * ORDERS} calls for ${ORDERS} orders: sync, total, members, papers and payments`, async () => {
	const { journal, books } = stage.sandbox.snelStart;
	for (let order = 1; order <= ORDERS; order += 1) newOrder(60_000 + order);
	const calls = journal.entries.length;
	const { salesEntries, memorialEntries } = books.summary();
	const before = [salesEntries.length, memorialEntries.length] as const;
	for (const [name, trigger] of day) await run(name, trigger);
	const after = books.summary();
	const totals = after.salesEntries.slice(before[0]);
	// In two parts: 2.25 is 0.3 cents more than 21 % of 10.70, and a line takes a cent of that.
	expect(totals).toHaveLength(2);
	expect(
		totals.reduce((all, { factuurbedrag }) => all + Math.round(Number(factuurbedrag) * 100), 0),
	).toBe(1295 * ORDERS);
	const payments = after.memorialEntries
		.slice(before[1])
		.flatMap(({ memoriaalBoekingsRegels }) => memoriaalBoekingsRegels);
	expect(payments).toHaveLength(ORDERS);
	expect(journal.calls({ since: calls })['POST documenten']).toBe(totals.length);
	expect(journal.entries.length - calls).toBeLessThanOrEqual(MOST_PER_ORDER * ORDERS);
});
