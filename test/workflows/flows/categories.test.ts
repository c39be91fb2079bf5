import { startStage, type Stage } from '../../support/flow/stage';
import { lastDayOfLastMonth } from '../../support/months';

let stage: Stage;

const shop = () => stage.sandbox.wooCommerce;
const rows = () => stage.engine.rows('WebshopOrders');
const productReads = () => shop().journal.calls()['GET products'] ?? 0;
const coded = (code: string) => rows().filter((row) => row.code === code);

beforeAll(async () => {
	stage = await startStage(({ settings, shops, ...client }) => ({
		...client,
		shops: { ...shops, woocommerce: { ...shops.woocommerce!, realtime: true } },
		settings: {
			...settings,
			shops: settings.shops.map((one) =>
				one.kind === 'wooCommerce' ? { ...one, categoriesToBook: ['Uncategorized'] } : one,
			),
		},
	}));
	shop().journal.clear();
});
afterAll(async () => await stage?.sandbox.stop());

it('W087: with Categories to Book the order sync reads the categories of products, once', async () => {
	const { error } = await stage.engine.run('Hourly order sync WooCommerce', 'Every hour');
	expect(error).toBeUndefined();
	expect(rows().filter(({ state }) => state === 'booked').length).toBeGreaterThan(10);
	expect(coded('CATEGORIES_NOT_STATED')).toEqual([]);
	expect(productReads()).toBe(1);
});

it('an order of another category is left alone, also by realtime and the review', async () => {
	const order = shop().orders.find(({ id }) => id === 29)!;
	for (const { product_id: id } of order.line_items as Array<{ product_id: number }>) {
		const product = shop().products.find((one) => one.id === id)!;
		shop().putProduct({
			...product,
			categories: [{ id: 21, name: 'Furniture', slug: 'f' }],
		} as never);
	}
	const add = (id: number, status: string) =>
		shop().putOrder({ ...structuredClone(order), id, number: String(id), status });
	const stateOf = (id: number) =>
		rows()
			.filter(({ orderId }) => orderId === String(id))
			.map(({ state, code }) => [state, code]);
	add(9_001, 'processing');
	const realtime = await stage.engine.run('Realtime order sync WooCommerce', 'Order or refund', [
		{ id: 9_001 },
	]);
	expect(realtime.error).toBeUndefined();
	expect(stateOf(9_001)).toEqual([['nothingToBook', 'CATEGORY_NOT_LIVE']]);

	const [row] = rows().filter(({ orderId }) => orderId === '9001');
	Object.assign(row!, { state: 'waiting', code: '' });
	const review = await stage.engine.run('Nightly status review WooCommerce', 'Every night');
	expect(review.error).toBeUndefined();
	expect(stateOf(9_001)).toEqual([['nothingToBook', 'CATEGORY_NOT_LIVE']]);
});

it('neither does the preview, nor a dry run of a migration, lack them', async () => {
	const preview = await stage.engine.run('Preview orders WooCommerce', 'When clicked');
	expect(preview.error).toBeUndefined();
	const shown = JSON.stringify(preview.items('Preview orders'));
	expect(shown).not.toContain('CATEGORIES_NOT_STATED');
	const { date_created: placed } = shop().orders.find(({ id }) => id === 30)!;
	const from = String(placed).slice(0, 10);
	const until = new Date(Date.parse(from) + 24 * 3_600_000).toISOString().slice(0, 10);
	const batch = await stage.engine.run('Migrate a batch WooCommerce', 'When called with a period', [
		{ client: 'my-client', shop: 'woocommerce', mode: 'dryRun', from, until },
	]);
	expect(batch.error).toBeUndefined();
	const drafted = batch.items('Transform orders');
	expect(drafted.length).toBeGreaterThan(0);
	expect(JSON.stringify(drafted)).not.toContain('CATEGORIES_NOT_STATED');
});

it('the VAT number on the record of a customer makes the order ICP', async () => {
	const order = shop().orders.find(({ id }) => id === 30)!;
	const [line] = order.line_items as Array<Record<string, unknown>>;
	shop().putCustomer({
		...{ id: 7, role: 'wholesale', email: 'a@mail.example', billing: {} },
		meta_data: [{ id: 1, key: 'billing_eu_vat', value: 'BE0403170701' }],
	} as never);
	shop().putOrder({
		...{ ...structuredClone(order), id: 9_030, number: '9030', status: 'processing' },
		...{ customer_id: 7, total: '10.00', total_tax: '0.00', tax_lines: [], meta_data: [] },
		billing: { ...(order.billing as object), company: 'Bakkerij', country: 'BE', postcode: '1000' },
		shipping: {},
		line_items: [
			{ ...line, ...{ total: '10.00', total_tax: '0.00', subtotal: '10.00', taxes: [] } },
		],
		...{ shipping_lines: [], fee_lines: [], coupon_lines: [], refunds: [] },
	} as never);
	const { error } = await stage.engine.run('Hourly order sync WooCommerce', 'Every hour');
	expect(error).toBeUndefined();
	expect(rows().filter(({ orderId }) => orderId === '9030')).toMatchObject([
		{ regime: 'icp', code: '' },
	]);
});

it('the comparison of a period drafts an older order and its refund by the same record', async () => {
	const lastDay = lastDayOfLastMonth(new Date());
	const dated = (days: number) => {
		const moment = new Date(Date.parse(`${lastDay}T12:00:00Z`) - days * 86_400_000)
			.toISOString()
			.slice(0, 19);
		return { date_created: moment, date_created_gmt: moment };
	};
	const order = structuredClone(shop().orders.find(({ id }) => id === 9_030)!);
	const refunds = [{ id: 9_031, reason: '', total: '-10.00' }];
	shop().putOrder({ ...order, ...dated(100), refunds } as never);
	shop().putRefund({
		...{ id: 9_031, parent_id: 9_030, amount: '10.00', reason: '', refunded_payment: false },
		...{ line_items: [], shipping_lines: [], fee_lines: [], tax_lines: [], ...dated(0) },
	} as never);
	const isOfOrder = ({ documentKey }: object & { documentKey?: unknown }) =>
		String(documentKey).endsWith('/9030');
	const record = stage.engine.rows('BookingRecords').find(isOfOrder)!;
	// It was sent, and so booked, in the period.
	Object.assign(record, { documentDate: lastDay });
	const { error, items } = await stage.engine.run('Reconcile period WooCommerce', 'When clicked');
	expect(error).toBeUndefined();
	const drafted = items('Documents').filter(({ orderId }) => orderId === '9030');
	expect(drafted.map(({ refundId, regime, code }) => [refundId, regime, code])).toEqual([
		[undefined, 'icp', ''],
		['9031', 'icp', ''],
	]);
});
