import type { ClientFile } from '../../../cli/clientFile';
import { foreignVatAccountId } from '../../../sandbox/snelstart/accounts';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart, type Client } from '../../sandbox/client';
import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const TOTALS = 'Book day totals';
const REVIEW = 'Nightly status review WooCommerce';

let stage: Stage;
let snelStart: Client;
const cards: Record<string, string> = {};
let lastId = 80_000;

const entries = () => stage.sandbox.snelStart.books.summary().salesEntries;
const rowOf = (id: number) =>
	stage.engine
		.rows('WebshopOrders')
		.find(({ orderKey }) => orderKey === `my-client/woocommerce/${id}`)!;
const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
const daysAgo = (days: number): string =>
	new Date(stage.now().getTime() - days * 86_400_000).toISOString().slice(0, 10);
const moment = () => stage.now().toISOString().slice(0, 19);

async function run(name: string, trigger = 'Every hour') {
	const done = await stage.engine.run(name, trigger);
	expect(done.error).toBeUndefined();
	return done;
}

/** No. 29 (10.70 and 2.25 VAT at 21 %) as a consumer in that country pays it. */
function newOrder(country: string, days: number): number {
	lastId += 1;
	const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 29)!;
	const date = `${daysAgo(days)}T11:00:00`;
	const dates = Object.fromEntries(
		['date_created', 'date_paid', 'date_completed'].flatMap((name) => [
			[name, date],
			[`${name}_gmt`, date],
		]),
	);
	const rate = { rate_code: `${country}-VAT-1`, label: 'VAT' };
	stage.sandbox.wooCommerce.putOrder({
		...{ ...order, ...dates, date_modified: moment(), date_modified_gmt: moment() },
		...{ id: lastId, number: String(lastId), transaction_id: `tr_${lastId}` },
		billing: { ...(order.billing as object), country, postcode: '1000' },
		shipping: { ...(order.shipping as object), country, postcode: '1000' },
		tax_lines: (order.tax_lines as object[]).map((line) => ({ ...line, ...rate })),
	});
	return lastId;
}

const account = (number: number) => {
	const id = guidFor('grootboek', String(number));
	return {
		...{ productsAccountId: id, shippingAccountId: id },
		...{ discountAccountId: id, feesAccountId: id },
	};
};

beforeAll(async () => {
	stage = await startStage(async (client, sandbox): Promise<ClientFile> => {
		sandbox.snelStart.switches.foreignVat = true;
		snelStart = await openSnelStart(sandbox.snelStart);
		const countries = (await snelStart.get('/landen')).json as Array<{
			id: string;
			landcode: string;
		}>;
		for (const country of ['NL', 'BE', 'DE']) {
			const land = { id: countries.find(({ landcode }) => landcode === country)!.id };
			const address = { straat: 'Straat 1', postcode: '1000', plaats: 'Plaats', land };
			const made = await snelStart.send('POST', '/relaties', {
				...{ naam: `Day totals ${country}`, relatiesoort: ['Klant'] },
				...{ vestigingsAdres: address, correspondentieAdres: address },
			});
			cards[country] = (made.json as { id: string }).id;
		}
		const oss = (country: string, percentage: number, number: number) => ({
			...{ country, percentage, vatKind: 'oss' as const },
			...account(number),
		});
		const abroad = [oss('BE', 21, 8180), oss('ES', 21, 8180), oss('DE', 19, 8180)];
		abroad.push(oss('DE', 7, 8181));
		return {
			...client,
			settings: {
				...client.settings,
				vatMapping: [...client.settings.vatMapping, ...abroad],
				dayTotals: [
					{ shop: 'woocommerce', numberPrefix: 'WDAG', relationId: cards.NL!, lines: 'perRate' },
				],
				dayTotalCountries: ['BE', 'DE'].map((country) => ({
					...{ country, relationId: cards[country]! },
				})),
				paidAndCancelled: 'credit',
			},
		};
	});
});
afterAll(async () => await stage?.sandbox.stop());

it('books a total per country on the card of that country, with VAT of that country', async () => {
	const [home, ...belgium] = [newOrder('NL', 3), newOrder('BE', 3), newOrder('BE', 3)];
	const spain = newOrder('ES', 3);
	await run(HOURLY);
	await run(TOTALS);
	const day = daysAgo(3);
	const states = [home!, ...belgium, spain].map((id) => [
		rowOf(id).state,
		rowOf(id).snelStartNumber,
	]);
	expect(states).toEqual([
		['booked', `WDAG-${day}`],
		['booked', `WDAG-${day}-BE`],
		['booked', `WDAG-${day}-BE`],
		// No collective customer there: by itself.
		['booked', `W${spain}`],
	]);
	const entry = (number: string) =>
		entries().find(({ factuurnummer }) => factuurnummer === number)!;
	const be = entry(`WDAG-${day}-BE`);
	expect([be.klant.id, cents(be.factuurbedrag)]).toEqual([cards.BE, 2_590]);
	// Foreign VAT is a line on its own account, and no Dutch VAT stands beside it.
	const lines = be.boekingsregels.map(({ grootboek, bedrag }) => [grootboek.id, cents(bedrag)]);
	expect(lines).toEqual([
		[guidFor('grootboek', '8180'), 2_140],
		[foreignVatAccountId, 450],
	]);
	expect(be.btw).toEqual([]);
	// No. 33 of the shop went to Germany.
	expect(String(rowOf(33).snelStartNumber)).toMatch(/^WDAG-.*-DE$/);
	expect(entry(String(rowOf(33).snelStartNumber)).klant.id).toBe(cards.DE);
	expect(entry(`WDAG-${day}`).klant.id).toBe(cards.NL);
});

it('credits an order that is cancelled afterwards for itself, on the card of its country', async () => {
	const id = lastId - 1;
	expect(rowOf(id).snelStartNumber).toBe(`WDAG-${daysAgo(3)}-BE`);
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	const now = { date_modified: moment(), date_modified_gmt: moment() };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...now, status: 'cancelled' });
	for (let night = 0; night < 2; night++) {
		await run(HOURLY);
		await run(REVIEW, 'Every night');
		await run(TOTALS);
	}
	const credits = entries().filter(({ factuurbedrag }) => factuurbedrag < 0);
	expect(credits.map(({ klant, factuurbedrag }) => [klant.id, cents(factuurbedrag)])).toEqual([
		[cards.BE, -1_295],
	]);
	expect(
		credits[0]!.boekingsregels.map(({ grootboek, bedrag }) => [grootboek.id, cents(bedrag)]),
	).toEqual([
		[guidFor('grootboek', '8180'), -1_070],
		[foreignVatAccountId, -225],
	]);
});
