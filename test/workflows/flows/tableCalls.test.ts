/** How often flows ask n8n's data tables: most of their time goes there. */
import { openSnelStart } from '../../sandbox/client';
import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const MOST_PER_ORDER = 3;

let stage: Stage;
let lastId = 80_000;

beforeAll(async () => {
	stage = await startStage();
	await sync();
});
afterAll(async () => await stage?.sandbox.stop());

async function sync(): Promise<void> {
	const { error } = await stage.engine.run(HOURLY, 'Every hour');
	expect(error).toBeUndefined();
}

/** Another order like no. 29, of a customer who never ordered before. */
function newOrder(): void {
	lastId += 1;
	const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 29)!;
	const moment = stage.now().toISOString().slice(0, 19);
	const billing = { ...(order.billing as object), email: `nr${lastId}@example.com` };
	stage.sandbox.wooCommerce.putOrder({
		...{ ...order, billing, id: lastId, number: String(lastId), customer_id: lastId },
		...{ date_modified: moment, date_modified_gmt: moment },
	});
}

const booked = () => stage.engine.rows('WebshopOrders').filter(({ state }) => state === 'booked');

/** The calls of a sync that books so many new orders. */
async function callsFor(orders: number): Promise<number> {
	for (let order = 0; order < orders; order += 1) newOrder();
	const before = booked().length;
	stage.engine.tableCalls.clear();
	await sync();
	expect(booked()).toHaveLength(before + orders);
	return [...stage.engine.tableCalls.values()].reduce((all, calls) => all + calls, 0);
}

it('asks them at most three times per new order, however many orders there are', async () => {
	const [few, many] = [await callsFor(40), await callsFor(120)];
	expect((many - few) / 80).toBeLessThan(MOST_PER_ORDER);
	expect(many / 120).toBeLessThan(MOST_PER_ORDER);
	const perOrder = [...stage.engine.tableCalls].filter(([, calls]) => calls >= 120);
	expect(Object.fromEntries(perOrder)).toEqual({
		'Keep booking records': 120,
		'Record results': 120,
	});
});

describe('a shop with day totals', () => {
	let totals: Stage;
	let lastOfDay = 60_000;

	beforeAll(async () => {
		totals = await startStage(async (client, sandbox) => {
			const books = await openSnelStart(sandbox.snelStart);
			const { json } = await books.send('POST', '/relaties', {
				...{ naam: 'Webshop day totals', relatiesoort: ['Klant'] },
			});
			const relationId = (json as { id: string }).id;
			const row = {
				shop: 'woocommerce',
				numberPrefix: 'WDAG',
				relationId,
				methodsByThemselves: [],
			};
			return { ...client, settings: { ...client.settings, dayTotals: [row] } };
		});
		await callsOfDay(0, 1);
	});
	afterAll(async () => await totals?.sandbox.stop());

	/** Orders like no. 29, of as many days ago, each paid. */
	function ofThatDay(orders: number, daysAgo: number): void {
		const { orders: known } = totals.sandbox.wooCommerce;
		const order = known.find(({ id }) => id === 29)!;
		const now = totals.now();
		const then = new Date(now.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10);
		const modified = now.toISOString().slice(0, 19);
		const days = ['date_created', 'date_paid', 'date_completed'].flatMap((name) =>
			[name, `${name}_gmt`].map((field) => [field, `${then}T11:00:00`]),
		);
		for (let made = 0; made < orders; made += 1) {
			lastOfDay += 1;
			totals.sandbox.wooCommerce.putOrder({
				...{ ...order, ...(Object.fromEntries(days) as object), id: lastOfDay },
				...{ number: String(lastOfDay), transaction_id: `tr_${lastOfDay}` },
				...{ customer_id: lastOfDay, date_modified: modified, date_modified_gmt: modified },
			});
		}
	}

	/** The calls of each flow for the orders of one day. */
	async function callsOfDay(orders: number, daysAgo: number): Promise<Record<string, number>> {
		ofThatDay(orders, daysAgo);
		const calls: Record<string, number> = {};
		for (const [flow, trigger] of [
			[HOURLY, 'Every hour'],
			['Book day totals', 'Every hour'],
			['Daily payment matching WooCommerce', 'Every day'],
		] as const) {
			totals.engine.tableCalls.clear();
			const { error } = await totals.engine.run(flow, trigger);
			expect(error).toBeUndefined();
			calls[flow] = [...totals.engine.tableCalls.values()].reduce((all, one) => all + one, 0);
		}
		return calls;
	}

	it('asks them for several orders at once, when a day is booked and when its payments are', async () => {
		const [few, many] = [await callsOfDay(24, 2), await callsOfDay(84, 3)];
		const perOrder = (flow: string) => (many[flow]! - few[flow]!) / 60;
		const booked = totals.engine
			.rows('WebshopOrders')
			.filter(
				({ snelStartNumber, state }) => state === 'booked' && /^WDAG/.test(String(snelStartNumber)),
			);
		expect(booked.filter(({ kind }) => kind === 'order').length).toBeGreaterThanOrEqual(108);
		expect(perOrder('Book day totals')).toBeLessThan(0.5);
		expect(perOrder('Daily payment matching WooCommerce')).toBeLessThan(3.5);
	});
});
