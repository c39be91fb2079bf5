/** How often a sync asks n8n's data tables: most of its time goes there. */
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
