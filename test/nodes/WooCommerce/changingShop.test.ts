/** What is read of a shop that does not hold still: nothing that was there all the time is missed. */
import type { IDataObject } from 'n8n-workflow';

import type { Order } from '../../../sandbox/orderStore';
import { fc, runs } from '../../support/property';
import { useShop } from './support';

const shop = useShop();
const FIRST_ID = 100_000;

const minutesAgo = (minutes: number): string =>
	new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19);

/** Orders that changed yesterday, on top of those that were recorded. */
function addOrders(count: number): Order[] {
	const [recorded] = shop.sandbox.orders;
	const made = Array.from({ length: count }, (_, index) => ({
		...recorded!,
		id: FIRST_ID + index,
		number: String(FIRST_ID + index),
		date_modified_gmt: minutesAgo(24 * 60 - index),
	}));
	for (const order of made) shop.sandbox.putOrder(order);
	return made;
}

const change = (id: number, changes: IDataObject): void => {
	const order = shop.sandbox.orders.find((one) => one.id === id);
	if (order !== undefined) shop.sandbox.putOrder({ ...order, ...changes });
};
const trash = (id: number): void => change(id, { status: 'trash' });
const idsOf = (rows: IDataObject[]): number[] => rows.map(({ id }) => Number(id));

const changedOrders = async (pageSize: number, more: IDataObject = {}) =>
	await shop.run({
		operation: 'getMany',
		returnAll: true,
		filters: { modifiedAfter: minutesAgo(25 * 60) + 'Z' },
		options: { pageSize, ...more },
	});

describe('orders', () => {
	it('reads what moved up a page when one order goes to the trash and a new one comes', async () => {
		const made = addOrders(30);
		let isFirst = true;
		shop.sandbox.meanwhile = () => {
			if (!isFirst) return;
			isFirst = false;
			trash(made[3]!.id);
			shop.sandbox.putOrder({ ...made[0]!, id: FIRST_ID + 500 });
		};
		const { rows, error } = await changedOrders(10);
		expect(error).toBeUndefined();
		expect(idsOf(rows)).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
	});

	it('reads 250 orders of a shop that gives fewer than asked for', async () => {
		const made = addOrders(250);
		shop.sandbox.switches.largestPage = 40;
		const { rows } = await changedOrders(100);
		expect(idsOf(rows)).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
		expect(new Set(idsOf(rows)).size).toBe(rows.length);
	});

	it('reads to the end of a list that does not say how long it is', async () => {
		const made = addOrders(37);
		shop.sandbox.switches.saysTotals = false;
		const { rows, error } = await changedOrders(10);
		expect(error).toBeUndefined();
		expect(idsOf(rows).filter((id) => id >= FIRST_ID)).toEqual(made.map(({ id }) => id));
	});

	it.each([0, 1, 2, 10, 11])('reads %i orders with ten at a time, each once', async (count) => {
		const made = addOrders(count);
		for (const saysTotals of [true, false]) {
			shop.sandbox.switches.saysTotals = saysTotals;
			const { rows } = await changedOrders(10);
			const read = idsOf(rows).filter((id) => id >= FIRST_ID);
			expect(read).toEqual(made.map(({ id }) => id));
		}
	});

	it('reads on when the first part comes again, because an order came before it', async () => {
		const made = addOrders(30);
		trash(made[0]!.id);
		shop.sandbox.switches.saysTotals = false;
		let isFirst = true;
		shop.sandbox.meanwhile = () => {
			if (isFirst) change(made[0]!.id, { status: 'processing' });
			isFirst = false;
		};
		const { rows, error } = await changedOrders(2, { inFlight: 1 });
		expect(error).toBeUndefined();
		expect(idsOf(rows)).toEqual(expect.arrayContaining(made.slice(1).map(({ id }) => id)));
	});

	it('misses nothing and doubles nothing while the shop changes at every request', async () => {
		const happening = fc.constantFrom('trash', 'new', 'change', 'restore', 'nothing');
		const happenings = fc.array(fc.array(fc.tuple(happening, fc.nat(99)), { maxLength: 4 }), {
			minLength: 1,
			maxLength: 40,
		});
		await fc.assert(
			fc.asyncProperty(
				happenings,
				fc.integer({ min: 2, max: 20 }),
				fc.integer({ min: 1, max: 4 }),
				fc.boolean(),
				async (happensAt, pageSize, inFlight, saysTotals) => {
					shop.sandbox.reset();
					const made = addOrders(60);
					for (const { id } of made.filter((_, index) => index % 9 === 0)) trash(id);
					shop.sandbox.switches.saysTotals = saysTotals;
					const stayed = new Set(made.filter((_, index) => index % 9 !== 0).map(({ id }) => id));
					let nextId = FIRST_ID + 1_000;
					let calls = 0;
					shop.sandbox.meanwhile = () => {
						for (const [what, at] of happensAt[calls++] ?? []) {
							const { id } = made[at % made.length]!;
							if (what === 'trash') {
								trash(id);
								stayed.delete(id);
							} else if (what === 'new') {
								shop.sandbox.putOrder({ ...made[0]!, id: nextId++ });
							} else if (what === 'change') change(id, { date_modified_gmt: minutesAgo(0) });
							else if (what === 'restore') change(id, { status: 'processing' });
						}
					};
					const { rows, error } = await changedOrders(pageSize, { inFlight });
					expect(error).toBeUndefined();
					const read = idsOf(rows);
					expect([...stayed].filter((id) => !read.includes(id))).toEqual([]);
					expect(new Set(read).size).toBe(read.length);
				},
			),
			// Every case is some dozen calls of a real server.
			{ numRuns: runs(40, 20_000) },
		);
	});
});

it('misses no refund while refunds are deleted and made', async () => {
	const [order] = shop.sandbox.orders;
	for (let index = 0; index < 40; index++) {
		shop.sandbox.putRefund({
			id: FIRST_ID + index,
			parent_id: order!.id,
			amount: '0.01',
			date_created_gmt: minutesAgo(60),
		});
	}
	let calls = 0;
	shop.sandbox.meanwhile = () => {
		shop.sandbox.removeRefund(FIRST_ID + calls);
		shop.sandbox.putRefund({
			id: FIRST_ID + 100 + calls++,
			parent_id: order!.id,
			amount: '0.01',
			date_created_gmt: minutesAgo(0),
		});
	};
	const { rows } = await shop.run({
		resource: 'refund',
		operation: 'getMany',
		scope: 'shop',
		returnAll: true,
		options: { pageSize: 10 },
	});
	const left = Array.from({ length: 40 - calls }, (_, index) => FIRST_ID + calls + index);
	expect(calls).toBeGreaterThan(3);
	expect(left.filter((id) => !idsOf(rows).includes(id))).toEqual([]);
});
