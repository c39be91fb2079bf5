/** What is read of a shop that does not hold still: nothing that was there all the time is missed. */
import type { IDataObject } from 'n8n-workflow';

import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { Order } from '../../../sandbox/orderStore';
import { runNode } from '../../support/engine';
import { fc, runs } from '../../support/property';

const FIRST_ID = 100_000;
const START = Date.parse('2026-11-01T10:00:00Z');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());
beforeEach(() => sandbox.jouwWeb.reset());

const order = (index: number): Order => {
	const moment = new Date(START + index * 60_000).toISOString();
	const id = FIRST_ID + index;
	return { id, orderNumber: `N${id}`, createdAt: moment, updatedAt: moment, status: 'new' };
};

/** So many orders and no others, the newest of which JouwWeb lists first. */
function onlyOrders(count: number): number[] {
	for (const { id } of [...sandbox.jouwWeb.orders]) sandbox.jouwWeb.removeOrder(id);
	const made = Array.from({ length: count }, (_, index) => order(index));
	for (const one of made) sandbox.jouwWeb.putOrder(one);
	return made.map(({ id }) => id).reverse();
}

async function readAll(pageSize: number, filters: IDataObject = {}) {
	const before = sandbox.jouwWeb.journal.entries.length;
	const { outputs, error } = await runNode({
		node: new JouwWeb(),
		parameters: {
			...{ resource: 'order', operation: 'getMany', returnAll: true, simplify: false },
			website: { __rl: true, mode: 'id', value: sandbox.jouwWeb.websiteId },
			filters: filters as never,
		},
		credentials: {
			jouwWebTokenApi: {
				...{ baseUrl: sandbox.jouwWeb.baseUrl, token: sandbox.jouwWeb.token },
				...{ apiLayout: 'own', pageSize },
			},
		},
	});
	const ids = (outputs[0] ?? []).map(({ json }) => Number(json.id));
	const calls = sandbox.jouwWeb.journal.entries.length - before;
	return { ids, calls, code: error?.context.code };
}

const once = (happens: () => void) => {
	let isFirst = true;
	sandbox.jouwWeb.meanwhile = () => {
		if (isFirst) happens();
		isFirst = false;
	};
};

const ways = [
	['an API that gives as many as asked for', {}],
	['one with pages of its own size', { ownPageSize: 10 }],
	['one that does not say which page is the last', { saysLast: false }],
	['one that does neither', { ownPageSize: 10, saysLast: false }],
	['one with links', { layout: 'links' }],
	['one with links and pages of its own size', { layout: 'links', ownPageSize: 10 }],
] as const;

describe.each(ways)('%s', (_, switches) => {
	beforeEach(() => Object.assign(sandbox.jouwWeb.switches, switches));

	it('reads what moved up a page when an order left, and when one came as well', async () => {
		const ids = onlyOrders(30);
		once(() => sandbox.jouwWeb.removeOrder(ids[3]!));
		expect((await readAll(10)).ids).toEqual(expect.arrayContaining(ids.slice(4)));
		onlyOrders(30);
		once(() => {
			sandbox.jouwWeb.removeOrder(ids[3]!);
			sandbox.jouwWeb.removeOrder(ids[4]!);
			sandbox.jouwWeb.putOrder(order(30));
		});
		expect((await readAll(10)).ids).toEqual(expect.arrayContaining(ids.slice(5)));
	});

	it('reads the last order, which moved into a page that was read', async () => {
		const ids = onlyOrders(11);
		once(() => sandbox.jouwWeb.removeOrder(ids[3]!));
		expect((await readAll(10)).ids).toContain(ids[10]);
	});

	it.each([0, 1, 2, 9, 10, 11, 20, 21])('reads %i orders, each once', async (count) => {
		const ids = onlyOrders(count);
		expect((await readAll(10)).ids).toEqual(ids);
	});

	it('misses nothing that stayed while the shop changes at every request, or says so', async () => {
		const happening = fc.constantFrom('remove', 'new', 'sameMoment', 'change', 'nothing');
		const sorting = fc.constantFrom('newest', 'oldest', 'changed');
		const happenings = fc.array(fc.array(fc.tuple(happening, fc.nat(99)), { maxLength: 2 }), {
			...{ minLength: 1, maxLength: 30 },
		});
		await fc.assert(
			fc.asyncProperty(
				happenings,
				fc.integer({ min: 2, max: 20 }),
				sorting,
				async (happensAt, pageSize, sortedBy) => {
					sandbox.jouwWeb.reset();
					Object.assign(sandbox.jouwWeb.switches, { ...switches, sortedBy });
					const ids = onlyOrders(45);
					const stayed = new Set(ids);
					let [calls, next] = [0, 45];
					sandbox.jouwWeb.meanwhile = () => {
						for (const [what, at] of happensAt[calls++] ?? []) {
							if (what === 'new') sandbox.jouwWeb.putOrder(order(next++));
							const id = ids[at % ids.length]!;
							const known = sandbox.jouwWeb.orders.find((one) => one.id === id);
							if (what === 'sameMoment')
								sandbox.jouwWeb.putOrder({ ...order(at % 45), id: 200_000 + next++ });
							if (what === 'change' && known) {
								const updatedAt = new Date(START + (100 + next++) * 60_000).toISOString();
								sandbox.jouwWeb.putOrder({ ...known, status: 'paid', updatedAt });
								// A later run reads what changed: its moment is later than this reading.
								if (sortedBy === 'changed') stayed.delete(id);
							}
							if (what !== 'remove') continue;
							sandbox.jouwWeb.removeOrder(id);
							stayed.delete(id);
						}
					};
					const read = await readAll(pageSize);
					// Pages that fill anew between any two answers cannot be told from one that repeats.
					const loud = ['JOUWWEB_LIST_NOT_WHOLE', 'JOUWWEB_PAGE_REPEATED'];
					expect([undefined, ...loud]).toContain(read.code);
					if (read.code !== undefined) return;
					expect([...stayed].filter((id) => !read.ids.includes(id))).toEqual([]);
					expect(new Set(read.ids).size).toBe(read.ids.length);
				},
			),
			// Every case is some dozen calls of a real server.
			{ numRuns: runs(6, 5_000), endOnFailure: true },
		);
	});
});

it.each([
	['page numbers', {}],
	['links', { layout: 'links' }],
] as const)(
	'misses none when every reading by %s loses an order and gains one, so that all look alike',
	async (_, switches) => {
		Object.assign(sandbox.jouwWeb.switches, { ...switches, ownPageSize: 10 });
		const ids = onlyOrders(30);
		let [calls, reading] = [0, 0];
		// After the first of three pages one leaves; after the last page one comes.
		sandbox.jouwWeb.meanwhile = () => {
			const page = (calls++ % 3) + 1;
			if (page === 1) sandbox.jouwWeb.removeOrder(ids[3 + reading]!);
			if (page === 3) sandbox.jouwWeb.putOrder(order(30 + reading++));
		};
		const read = await readAll(10);
		if (read.code === undefined) expect(read.ids).toEqual(expect.arrayContaining(ids.slice(9)));
		else expect(read).toMatchObject({ ids: [], code: 'JOUWWEB_LIST_NOT_WHOLE' });
	},
);

it('goes on past a page that new orders pushed down as a whole', async () => {
	const ids = onlyOrders(6);
	once(() => {
		sandbox.jouwWeb.putOrder(order(6));
		sandbox.jouwWeb.putOrder(order(7));
	});
	expect((await readAll(2)).ids).toEqual(expect.arrayContaining(ids));
});

it('asks once for a list in one answer that says it is all of it', async () => {
	onlyOrders(10);
	expect((await readAll(10)).calls).toBe(1);
});

it('hands over nothing of a list whose pages never come together', async () => {
	onlyOrders(30);
	let next = 30;
	sandbox.jouwWeb.switches.ownPageSize = 10;
	// Every answer is of other orders: none of them stays.
	sandbox.jouwWeb.meanwhile = () => {
		for (const { id } of [...sandbox.jouwWeb.orders]) sandbox.jouwWeb.removeOrder(id);
		for (let count = 0; count < 30; count++) sandbox.jouwWeb.putOrder(order(next++));
	};
	expect(await readAll(10)).toMatchObject({ ids: [], code: 'JOUWWEB_LIST_NOT_WHOLE' });
});
