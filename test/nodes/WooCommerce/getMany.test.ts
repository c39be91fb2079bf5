import { randomBytes } from 'node:crypto';

import nock from 'nock';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { runNode } from '../../support/engine';
import type { RunNodeOptions } from '../../support/engine';
import { asGiven } from './support';
import recordedPage from '../../fixtures/woocommerce/orders_list_page_with_headers.json';
import recordedOrder from '../../fixtures/woocommerce/order_rest_simple_nl.json';

const SHOP = 'https://shop.example';
const ORDERS = '/wp-json/wc/v3/orders';
const wooCommerceStoreApi = {
	url: SHOP,
	consumerKey: `ck_${randomBytes(20).toString('hex')}`,
	consumerSecret: `cs_${randomBytes(20).toString('hex')}`,
};

type Query = Record<string, string>;
type Order = { id: number; date_modified_gmt: string };

/** Answers lists like WooCommerce does; `change` may touch the orders after a part went out. */
function shopWith(orders: Order[], change: (offset: number) => void = () => undefined): Query[] {
	const asked: Query[] = [];
	nock(SHOP)
		.persist()
		.get(ORDERS)
		.query(true)
		.reply((uri) => {
			const query = Object.fromEntries(new URL(uri, SHOP).searchParams);
			asked.push(query);
			const field = query.orderby === 'modified' ? 'date_modified_gmt' : 'id';
			const ids = query.include?.split(',').map(Number);
			const found = orders
				.filter(({ id }) => ids === undefined || ids.includes(id))
				.sort((a, b) => (a[field] < b[field] ? -1 : 1));
			const [size, offset] = [Number(query.per_page), Number(query.offset)];
			const slice = found.slice(offset, offset + size).map((order) => ({ ...order }));
			const pastEnd = slice.length === 0;
			const total = pastEnd ? 0 : found.length;
			change(offset);
			return [
				200,
				slice,
				{ 'X-WP-Total': `${total}`, 'X-WP-TotalPages': `${Math.ceil(total / size)}` },
			];
		});
	return asked;
}

const manyOrders = (count: number): Order[] =>
	Array.from({ length: count }, (_, index) => ({
		id: index + 1,
		date_modified_gmt: `2026-11-01T00:${String(index % 60).padStart(2, '0')}:00`,
	}));

async function getMany(
	parameters: INodeParameters,
	more: Partial<RunNodeOptions> = {},
): Promise<{ orders: IDataObject[]; message?: string; items: unknown[] }> {
	const { outputs, error } = await runNode({
		node: new WooCommerce(),
		parameters: { operation: 'getMany', returnAll: true, simplify: false, ...parameters },
		credentials: { wooCommerceStoreApi },
		...more,
	});
	const items = outputs[0] ?? [];
	return { orders: items.map(({ json }) => json), message: error?.message, items };
}

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
	nock.enableNetConnect();
	nock.restore();
});

describe('paging', () => {
	it('reads 37 orders in parts that overlap by one, each order once', async () => {
		const asked = shopWith(manyOrders(37));
		const { orders } = await getMany({ options: { pageSize: 5 } });
		expect(orders.map(({ id }) => id)).toEqual(manyOrders(37).map(({ id }) => id));
		expect(asked.map(({ offset }) => Number(offset)).sort((a, b) => a - b)).toEqual([
			0, 4, 8, 12, 16, 20, 24, 28, 32, 36,
		]);
	});

	it('stops at the limit', async () => {
		const asked = shopWith(manyOrders(37));
		const { orders } = await getMany({ returnAll: false, limit: 12, options: { pageSize: 5 } });
		expect(orders).toHaveLength(12);
		expect(asked).toHaveLength(3);
	});

	it('asks once for a shop without orders', async () => {
		const asked = shopWith([]);
		expect((await getMany({})).orders).toEqual([]);
		expect(asked).toHaveLength(1);
	});

	it('reads again when orders moved between two pages', async () => {
		const orders = manyOrders(10);
		let left = false;
		const asked = shopWith(orders, () => {
			if (left) return;
			left = true;
			orders.shift();
		});
		const { orders: found } = await getMany({ options: { pageSize: 5 } });
		expect(found.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(asked.map(({ offset }) => offset)).toEqual(['0', '4', '8', '3']);
	});

	it.each([
		['full parts', 10, '25'],
		['parts that are cut shorter', 4, '12'],
		['parts of a list without a length', 4, undefined],
	])(
		'does not take the beginning for the whole when the shop gives it for every offset: %s',
		async (_, given, total) => {
			nock(SHOP)
				.persist()
				.get(ORDERS)
				.query(true)
				.reply(200, manyOrders(given), total === undefined ? {} : { 'X-WP-Total': total });
			const { message, orders } = await getMany({ options: { pageSize: 10 } });
			expect(message).toBe('The list of orders of the shop did not come together');
			expect(orders).toEqual([]);
		},
	);

	it('does not trust a list that is sorted otherwise than asked for', async () => {
		nock(SHOP)
			.persist()
			.get(ORDERS)
			.query(true)
			.reply((uri) => {
				const { searchParams } = new URL(uri, SHOP);
				const offset = Number(searchParams.get('offset'));
				const newestFirst = manyOrders(25).reverse();
				return [200, newestFirst.slice(offset, offset + 10), { 'X-WP-Total': '25' }];
			});
		const { message } = await getMany({ options: { pageSize: 10 } });
		expect(message).toBe('The list of orders of the shop did not come together');
	});

	it('tries a page again when the shop asks to wait', async () => {
		nock(SHOP).get(ORDERS).query(true).reply(429, {}, { 'Retry-After': '0' });
		shopWith(manyOrders(3));
		expect((await getMany({})).orders).toHaveLength(3);
	});

	it('asks for more when the list does not say how long it is', async () => {
		nock(SHOP)
			.get(ORDERS)
			.query({ per_page: 100, offset: 0, orderby: 'id', order: 'asc' })
			.reply(200, manyOrders(3));
		nock(SHOP)
			.get(ORDERS)
			.query({ per_page: 100, offset: 2, orderby: 'id', order: 'asc' })
			.reply(200, manyOrders(3).slice(2));
		const { orders } = await getMany({});
		expect(orders).toEqual(manyOrders(3));
		expect(nock.isDone()).toBe(true);
	});
});

describe('filters', () => {
	it('sends moments in GMT without Z, five seconds early', async () => {
		const asked = shopWith([]);
		await getMany({
			filters: {
				modifiedAfter: '2026-11-22T01:52:50+01:00',
				modifiedBefore: '2026-07-01T12:00:00',
				createdAfter: '={{ DateTime.fromISO("2026-11-21T23:00:00Z") }}',
			},
		});
		expect(asked[0]).toMatchObject({
			modified_after: '2026-11-22T00:52:45',
			modified_before: '2026-07-01T10:00:00',
			after: '2026-11-21T22:59:55',
			dates_are_gmt: 'true',
		});
	});

	it('takes another overlap, also none', async () => {
		const asked = shopWith([]);
		const modifiedAfter = '2026-11-22T00:52:50Z';
		await getMany({ filters: { modifiedAfter, overlap: 120 } });
		await getMany({ filters: { modifiedAfter, overlap: 0 } });
		expect(asked.map(({ modified_after }) => modified_after)).toEqual([
			'2026-11-22T00:50:50',
			'2026-11-22T00:52:50',
		]);
	});

	it('reads the oldest change first when there is a limit, by ID when all are read', async () => {
		const asked = shopWith(manyOrders(2));
		const filters = { modifiedAfter: '2026-11-01T00:00:00Z' };
		await getMany({ returnAll: false, filters });
		await getMany({ filters });
		await getMany({ returnAll: false });
		expect(asked.map(({ orderby, order }) => `${orderby} ${order}`)).toEqual([
			'modified asc',
			'id asc',
			'id asc',
		]);
	});

	it('hands out changed orders by the moment they changed', async () => {
		shopWith([
			{ id: 1, date_modified_gmt: '2026-11-03T00:00:00' },
			{ id: 2, date_modified_gmt: '2026-11-02T00:00:00' },
		]);
		const { orders } = await getMany({ filters: { modifiedAfter: '2026-11-01T00:00:00Z' } });
		expect(orders.map(({ id }) => id)).toEqual([2, 1]);
	});

	it('joins the known and the custom statuses', async () => {
		const asked = shopWith([]);
		await getMany({
			filters: { statuses: ['processing', 'completed'], customStatuses: 'shipped, processing' },
		});
		expect(asked[0]?.status).toBe('processing,completed,shipped');
	});

	it('reads named orders, a hundred at a time', async () => {
		const asked = shopWith(manyOrders(150));
		const ids = manyOrders(120).map(({ id }) => id);
		const { orders } = await getMany({ filters: { orderIds: ids.join(', ') } });
		expect(orders.map(({ id }) => id)).toEqual(ids);
		expect(asked.map(({ include }) => include?.split(',').length)).toEqual([100, 20]);
	});

	it('reads nothing for an empty list of orders, and everything for an empty field', async () => {
		const asked = shopWith(manyOrders(2));
		expect((await getMany({ filters: { orderIds: '={{ [] }}' } })).orders).toEqual([]);
		expect(asked).toEqual([]);
		expect((await getMany({ filters: { orderIds: '' } })).orders).toHaveLength(2);
	});

	it('refuses a date that is none', async () => {
		const { message } = await getMany({ filters: { modifiedAfter: 'yesterday' } });
		expect(message).toBe("'Modified After' is not a date");
	});

	it('shares nothing between input items', async () => {
		const asked = shopWith([]);
		await getMany(
			{
				filters: {
					statuses: '={{ $json.statuses }}',
					modifiedAfter: '={{ $json.from }}',
					orderIds: '={{ $json.ids }}',
				},
			},
			{
				items: [{ statuses: ['processing'], from: '2026-11-01T00:00:05Z' }, { ids: 3 }],
			},
		);
		expect(asked[0]).toMatchObject({ status: 'processing', dates_are_gmt: 'true' });
		for (const name of ['status', 'dates_are_gmt', 'modified_after']) {
			expect(asked[1]).not.toHaveProperty(name);
		}
		expect(asked[1]).toMatchObject({ include: '3', orderby: 'id' });
	});
});

describe('items', () => {
	it('goes on with the other items when one cannot be read', async () => {
		nock(SHOP).get(`${ORDERS}/29`).query(true).reply(200, recordedOrder);
		nock(SHOP)
			.get(`${ORDERS}/30`)
			.query(true)
			.reply(404, { code: 'woocommerce_rest_shop_order_invalid_id', message: 'Invalid ID.' });
		const { items } = await getMany(
			{ operation: 'get', orderId: '={{ $json.id }}' },
			{ items: [{ id: 30 }, { id: 29 }], onError: 'continueRegularOutput' },
		);
		expect(items).toMatchObject([
			{
				json: {
					error: 'The shop has no such order',
					details: { code: 'woocommerce_rest_shop_order_invalid_id' },
				},
				pairedItem: { item: 0 },
			},
			{ json: { id: 29, total: '12.95' }, pairedItem: { item: 1 } },
		]);
	});

	it('gives orders exactly as WooCommerce sends them, less what only tells of the visitor', async () => {
		nock(SHOP)
			.get(ORDERS)
			.query(true)
			.reply(200, recordedPage.body, { 'X-WP-Total': '3', 'X-WP-TotalPages': '1' });
		const { orders } = await getMany({});
		expect(orders).toEqual(recordedPage.body.map(asGiven));
	});

	it('simplifies to ten fields and asks for no more than those', async () => {
		const asked = shopWith([{ ...recordedOrder, date_modified_gmt: '2026-11-22T00:47:17' }]);
		const { orders } = await getMany({ simplify: true });
		expect(Object.keys(orders[0]!)).toHaveLength(10);
		expect(orders[0]).toMatchObject({
			id: 29,
			number: '29',
			total: '12.95',
			modifiedAt: '2026-11-22T00:47:17Z',
		});
		expect(asked[0]?._fields?.split(',')).toHaveLength(10);
	});
});
