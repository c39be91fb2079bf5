import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox';
import { price, type Coupon } from '../../sandbox/woocommerce/pricing';
import { makeOrders } from '../../sandbox/woocommerce/seed';
import { putJson, request, type Got, type Json } from './client';

const cents = (text: unknown): number => Math.round(Number(text) * 100);
const sum = (values: number[]): number => values.reduce((all, one) => all + one, 0);
const linesOf = (order: Json): Json[] => [
	...order.line_items,
	...order.shipping_lines,
	...order.fee_lines,
];

describe('the sums are those of the shop that was recorded', () => {
	const korting10: Coupon = { kind: 'percent', amount: 10 };
	const vijf: Coupon = { kind: 'fixed_cart', amount: 500 };
	const products = new Map<string, number>([
		['Koffiemok', 1295],
		['Kookboek', 2499],
		['Nultarief artikel', 1000],
		['Schroef M4', 33],
		['Lamp (actie)', 3995],
		['E-book', 999],
	]);
	const homeRates: Record<string, number> = { '': 21, 'reduced-rate': 9, 'zero-rate': 0 };

	it.each([
		['order_store_mixed_coupon_ship_fee', [korting10]],
		['order_store_two_coupons', [korting10, vijf]],
		['order_rest_fixed_cart_coupon', [vijf]],
		['order_store_rsub_no_a', []],
		['order_rest_rounding_3x', []],
		['order_store_oss_de', []],
		['order_store_export_us', []],
		['order_rest_icp_de_vat_exempt', []],
		['order_rest_reduced_only_shipping', []],
	])('%s', (file, coupons) => {
		const path = join(__dirname, '../fixtures/woocommerce', `${file}.json`);
		const order: Json = JSON.parse(readFileSync(path, 'utf8'));
		const percentOf = (id: number): number =>
			order.tax_lines.find(({ rate_id }: Json) => rate_id === id).rate_percent;
		const basket = {
			lines: order.line_items.map((line: Json) => ({
				article: { cents: products.get(line.name)!, homeRate: homeRates[line.tax_class]! },
				quantity: line.quantity,
				rate: line.taxes[0] && { id: line.taxes[0].id, percent: percentOf(line.taxes[0].id) },
			})),
			coupons,
			shippingCents: sum(order.shipping_lines.map(({ total }: Json) => cents(total))),
			feeCents: sum(order.fee_lines.map(({ total }: Json) => cents(total))),
		};
		const priced = price(basket);
		expect(
			priced.lines.map(({ before, after, netMillionths }, index) => ({
				before,
				after,
				price: netMillionths / 1_000_000 / basket.lines[index].quantity,
			})),
		).toEqual(
			order.line_items.map((line: Json) => ({
				before: { net: cents(line.subtotal), tax: cents(line.subtotal_tax) },
				after: { net: cents(line.total), tax: cents(line.total_tax) },
				price: line.price,
			})),
		);
		expect(priced.coupons).toEqual(
			order.coupon_lines.map((line: Json) => ({
				net: cents(line.discount),
				tax: cents(line.discount_tax),
			})),
		);
		expect(priced.shipping.tax).toBe(cents(order.shipping_tax));
		expect(priced.fee.tax).toBe(
			sum(order.fee_lines.map(({ total_tax }: Json) => cents(total_tax))),
		);
	});
});

describe('orders from a seed', () => {
	const options = {
		from: '2026-03-01',
		days: 60,
		refunds: 10,
		abroad: 20,
		customStatuses: ['wc-shipped'],
	};
	const { orders, refunds } = makeOrders(7, 2_500, options);

	it('are the same for the same seed, and others for another', () => {
		expect(makeOrders(7, 2_500, options)).toEqual({ orders, refunds });
		expect(makeOrders(8, 2_500, options).orders[0]!.total).not.toBe(orders[0]!.total);
	});

	it('add up to the cent: lines and tax lines make the total', () => {
		for (const order of orders as Json[]) {
			const net = sum(linesOf(order).map(({ total }) => cents(total)));
			const ofLines = sum(linesOf(order).map(({ total_tax }) => cents(total_tax)));
			const taxLines = sum(
				order.tax_lines.map((one: Json) => cents(one.tax_total) + cents(one.shipping_tax_total)),
			);
			expect([order.id, net + ofLines, ofLines, taxLines]).toEqual([
				order.id,
				cents(order.total),
				cents(order.total_tax),
				cents(order.total_tax),
			]);
			const before = sum(order.line_items.map(({ subtotal }: Json) => cents(subtotal)));
			const after = sum(order.line_items.map(({ total }: Json) => cents(total)));
			expect(before - after).toBe(cents(order.discount_total));
		}
	});

	it('have ids, transaction ids and line ids once, and moments spread over the period', () => {
		const transactions = orders.flatMap(({ transaction_id }) => transaction_id || []);
		expect(new Set(orders.map(({ id }) => id)).size).toBe(2_500);
		expect(transactions.length).toBeGreaterThan(2_000);
		expect(new Set(transactions).size).toBe(transactions.length);
		const lineIds = (orders as Json[]).flatMap(linesOf).map(({ id }) => id);
		expect(new Set(lineIds).size).toBe(lineIds.length);
		const created = orders.map(({ date_created_gmt }) => String(date_created_gmt));
		expect(created).toEqual([...created].sort());
		expect(created[0]!.slice(0, 10)).toBe('2026-03-01');
		expect(created.at(-1)!.slice(0, 10)).toBe('2026-04-29');
		// An Amsterdam wall clock: an hour ahead in winter, two in summer.
		expect(hoursAhead(orders[0])).toBe(1);
		expect(hoursAhead(orders.at(-1))).toBe(2);
	});

	it('have every status, rate and kind of line a shop has', () => {
		const some = (test: (order: Json) => boolean): number => orders.filter(test).length;
		expect(new Set(orders.map(({ status }) => status))).toEqual(
			new Set([
				'completed',
				'processing',
				'on-hold',
				'pending',
				'cancelled',
				'failed',
				'refunded',
				'shipped',
			]),
		);
		const rates = orders.flatMap((order: Json) =>
			order.tax_lines.map(({ rate_percent }: Json) => rate_percent),
		);
		expect(new Set(rates)).toEqual(new Set([21, 9, 0, 19, 7, 6]));
		for (const list of ['coupon_lines', 'shipping_lines', 'fee_lines']) {
			expect(some((order) => order[list].length > 0)).toBeGreaterThan(100);
		}
		const isPaid = (status: string): boolean =>
			['completed', 'processing', 'refunded', 'shipped'].includes(status);
		expect(some((order) => (order.date_paid !== null) !== isPaid(order.status))).toBe(0);
	});

	it('have the refunds of WooCommerce: by line, by amount, by status', () => {
		expect(refunds.length).toBeGreaterThan(150);
		const byLine = refunds.filter((one: Json) => one.line_items.length > 0) as Json[];
		const byStatus = refunds.filter(({ reason }) => reason === 'Order fully refunded.');
		expect(byLine.length).toBeGreaterThan(30);
		expect(byStatus.length).toBeGreaterThan(30);
		for (const refund of refunds as Json[]) {
			const order: Json = orders.find(({ id }) => id === refund.parent_id);
			expect(order.refunds).toEqual([
				{ id: refund.id, reason: refund.reason, total: `-${refund.amount}` },
			]);
			expect(order.date_modified_gmt).toBe(refund.date_created_gmt);
			expect(order.status === 'refunded').toBe(refund.amount === order.total);
		}
		for (const { line_items, amount } of byLine) {
			const [line] = line_items;
			expect(cents(line.total) + cents(line.total_tax)).toBe(-cents(amount));
		}
	});

	it('hold only the rates that were asked for', () => {
		const only = makeOrders(1, 200, { rates: [9] }).orders;
		const rates = only.flatMap((order: Json) => order.tax_lines.map((one: Json) => one.rate_id));
		expect(new Set(rates)).toEqual(new Set([5]));
	});
});

const hoursAhead = (order: Json): number =>
	(Date.parse(`${order.date_created}Z`) - Date.parse(`${order.date_created_gmt}Z`)) / 3_600_000;

describe('in the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({
			wooCommerce: {
				seed: { seed: 7, count: 2_500, refunds: 10, customStatuses: ['wc-shipped'] },
				switches: { customStatuses: ['wc-shipped'] },
			},
			jouwWeb: { seed: { seed: 7, count: 300, from: '2026-01-01' } },
		});
	});
	afterAll(() => sandbox.stop());
	afterEach(() => sandbox.wooCommerce.reset());

	const get = (path: string): Promise<Got> => {
		const { url, consumerKey, consumerSecret } = sandbox.wooCommerce;
		const pair = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
		return request(`${url}/wp-json/wc/v3${path}`, {
			headers: { Authorization: `Basic ${pair}`, 'X-Forwarded-Proto': 'https' },
		});
	};
	const door = (name: string): string => `${sandbox.wooCommerce.origin}/_sandbox/${name}`;

	it('they are there from the start and after a reset, with their refunds', async () => {
		const page = await get('/orders?per_page=100');
		expect(page.headers.get('X-WP-Total')).toBe('2530');
		expect(page.json).toHaveLength(100);
		expect(sandbox.jouwWeb.orders).toHaveLength(317);
		sandbox.wooCommerce.reset();
		expect(sandbox.wooCommerce.orders).toHaveLength(2_530);
		const refunds = Number((await get('/refunds')).headers.get('X-WP-Total'));
		expect(refunds).toBe(
			sandbox.wooCommerce.orders.filter((order: Json) => order.refunds.length > 0).length,
		);
	});

	it('more of them come by the door, with ids of their own', async () => {
		const body = JSON.stringify({ seed: 7, count: 100 });
		expect((await request(door('seed'), { method: 'POST', body })).json).toEqual({ orders: 2_630 });
		expect(new Set(sandbox.wooCommerce.orders.map(({ id }) => id)).size).toBe(2_630);
	});

	it('a status of a plugin is found, listed when another is asked, and unknown without the plugin', async () => {
		const shipped = await get('/orders?status=shipped&per_page=100');
		expect(shipped.json.length).toBeGreaterThan(50);
		expect(new Set(shipped.json.map(({ status }: Json) => status))).toEqual(new Set(['shipped']));
		const wrong = await get('/orders?status=wc-shipped');
		expect(wrong.json.data.params.status).toContain('checkout-draft, shipped.');
		await putJson(door('switches'), { customStatuses: [] });
		expect((await get('/orders?status=shipped')).status).toBe(400);
	});

	it('is as slow as it is told', async () => {
		await putJson(door('switches'), { latencyMs: 20, pageLatencyMs: 300 });
		const took = async (path: string): Promise<number> => {
			const start = Date.now();
			await get(path);
			return Date.now() - start;
		};
		expect(await took('/orders?per_page=100')).toBeGreaterThanOrEqual(319);
		const half = await took('/orders?per_page=50');
		expect(half).toBeGreaterThanOrEqual(169);
		expect(await took('/data/currencies/current')).toBeGreaterThanOrEqual(19);
		expect((await putJson(door('switches'), { latency: 5 })).status).toBe(400);
		expect((await putJson(door('switches'), { latencyMs: '5' })).status).toBe(400);
	});
});
