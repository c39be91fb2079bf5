/** Past orders of a shop with day totals: each in one total of its own day, counted in the books. */
import type { ClientFile } from '../../../cli/clientFile';
import { openSnelStart } from '../../sandbox/client';
import { startStage, type Stage } from '../../support/flow/stage';

const MIGRATE = 'Migrate orders WooCommerce';
const TOTALS = 'Book day totals';
const DAYS = { from: '2025-03-01', until: '2025-03-03' };

let stage: Stage;
const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
const entries = () => stage.sandbox.snelStart.books.summary().salesEntries;

async function ask(action: string): Promise<void> {
	const { error } = await stage.engine.run(MIGRATE, 'Form', [{ action, ...DAYS }]);
	expect(error).toBeUndefined();
}
async function run(name: string, trigger: string): Promise<void> {
	const { error } = await stage.engine.run(name, trigger, [{}]);
	expect(error).toBeUndefined();
}

beforeAll(async () => {
	stage = await startStage(async (client, sandbox): Promise<ClientFile> => {
		const snelStart = await openSnelStart(sandbox.snelStart);
		const made = await snelStart.send('POST', '/relaties', {
			naam: 'Webshop day totals',
			relatiesoort: ['Klant'],
		});
		const { id: relationId } = made.json as { id: string };
		const row = { shop: 'woocommerce', numberPrefix: 'WDAG', relationId, methodsByThemselves: [] };
		return { ...client, settings: { ...client.settings, dayTotals: [row] } };
	});
	const { wooCommerce } = stage.sandbox;
	wooCommerce.seedOrders({ seed: 7, count: 9, from: DAYS.from, days: 3, refunds: 0 });
});
afterAll(async () => await stage?.sandbox.stop());

it('a migration gathers past orders, and each is booked once, in a total of its day', async () => {
	const sales = stage.sandbox.wooCommerce.orders.filter(
		({ status, date_created }) =>
			['processing', 'completed'].includes(String(status)) &&
			String(date_created).startsWith('2025-03'),
	);
	expect(sales.length).toBeGreaterThan(4);
	await ask('Proefronde');
	await ask('Overzetten');
	for (let turn = 0; turn < 2; turn += 1) {
		await run(MIGRATE, 'Every five minutes');
		await run(TOTALS, 'Every hour');
	}
	const rows = stage.engine.rows('WebshopOrders');
	const inTotals: Record<string, number> = {};
	for (const { id, number, total, date_created } of sales) {
		const own = rows.filter(({ orderKey }) => orderKey === `my-client/woocommerce/${id}`);
		expect(own).toHaveLength(1);
		const { state, snelStartNumber } = own[0]!;
		expect(state).toBe('booked');
		const name = String(snelStartNumber);
		// What goes abroad to a business stands by itself, under its own number.
		if (name === `W${String(number)}`) continue;
		expect(name).toContain(`WDAG-${String(date_created).slice(0, 10)}`);
		inTotals[name] = (inTotals[name] ?? 0) + cents(total);
	}
	expect(Object.keys(inTotals).length).toBeGreaterThan(1);
	const booked = entries()
		.filter(({ factuurnummer }) => factuurnummer.startsWith('WDAG-'))
		.map(({ factuurnummer, factuurbedrag }) => [factuurnummer, cents(factuurbedrag)]);
	expect(Object.fromEntries(booked)).toEqual(inTotals);
	expect(booked).toHaveLength(Object.keys(inTotals).length);
	expect(stage.engine.rows('Migrations')).toMatchObject([{ state: 'done', needsAttention: 0 }]);
});
