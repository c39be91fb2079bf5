import coupons from '../../fixtures/woocommerce/coupons.json';
import customer from '../../fixtures/woocommerce/customer.json';
import gateways from '../../fixtures/woocommerce/payment_gateways.json';
import simpleProduct from '../../fixtures/woocommerce/product_simple.json';
import variableProduct from '../../fixtures/woocommerce/product_variable.json';
import products from '../../fixtures/woocommerce/products.json';
import taxClasses from '../../fixtures/woocommerce/tax_classes.json';
import taxRates from '../../fixtures/woocommerce/tax_rates.json';
import variation from '../../fixtures/woocommerce/variation.json';
import variations from '../../fixtures/woocommerce/variations.json';
import { listSearch } from '../../support/engine';
import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { NOW, useShop } from './support';

const shop = useShop();
const byId = <Row extends { id: number }>(rows: Row[]): Row[] =>
	[...rows].sort((a, b) => a.id - b.id);

it.each<[resource: string, recorded: object[], parameters?: object]>([
	['product', byId(products)],
	['variation', byId(variations), { productId: '17' }],
	['customer', [customer]],
	['coupon', byId(coupons)],
	['taxRate', byId(taxRates)],
	['taxClass', taxClasses],
	['paymentGateway', gateways],
])('reads every %s as the shop sends it', async (resource, recorded, parameters = {}) => {
	const many = { resource, operation: 'getMany', returnAll: true, ...parameters };
	const { outputs, error } = await shop.run(many, [{}, {}]);
	expect(error).toBeUndefined();
	const got = outputs[0] ?? [];
	expect(got.map(({ json }) => json)).toEqual([...recorded, ...recorded]);
	expect(got.at(-1)?.pairedItem).toEqual({ item: 1 });
});

it.each<
	[
		resource: string,
		field: string,
		recorded: { id: number | string; related_ids?: number[] },
		more?: object,
	]
>([
	// Which products are related is drawn anew at every reading.
	[
		'product',
		'productId',
		{ ...simpleProduct, related_ids: products.find(({ id }) => id === 10)!.related_ids },
	],
	[
		'product',
		'productId',
		{ ...variableProduct, related_ids: products.find(({ id }) => id === 17)!.related_ids },
	],
	['variation', 'variationId', variation, { productId: '17' }],
	['customer', 'customerId', customer],
	['coupon', 'couponId', coupons[0]!],
	['taxRate', 'taxRateId', taxRates[0]!],
	['paymentGateway', 'gatewayId', gateways[0]!],
])(
	'reads one %s and goes on when one is not there',
	async (resource, field, recorded, more = {}) => {
		const { outputs } = await shop.run(
			{ resource, operation: 'get', [field]: '={{ $json.id }}', ...more },
			[{ id: 999_999 }, { id: recorded.id }],
			{ onError: 'continueRegularOutput' },
		);
		expect(outputs[0]).toMatchObject([
			{ json: { error: expect.any(String) }, pairedItem: { item: 0 } },
			{ json: recorded, pairedItem: { item: 1 } },
		]);
	},
);

it('reads shipping zones, also the one for everywhere else, and their methods', async () => {
	const zones = { resource: 'shippingZone', operation: 'getMany', returnAll: true, simplify: true };
	const { rows } = await shop.run(zones);
	expect(rows.map(({ id }) => id)).toEqual([0, 1]);
	const { rows: methods } = await shop.run(
		{
			resource: 'shippingMethod',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			zoneId: '={{ $json.id }}',
		},
		[{ id: 0 }, { id: 1 }],
	);
	expect(methods).toEqual([
		{
			id: 1,
			title: 'Verzending Nederland',
			enabled: true,
			method: 'flat_rate',
			methodTitle: 'Flat rate',
		},
	]);
});

it('finds products and variations by SKU', async () => {
	const { rows } = await shop.run(
		{ resource: 'product', operation: 'findBySku', skus: '={{ $json.skus }}' },
		[{ skus: 'MOK-21, TS-L-B' }, { skus: ['GEEN'] }, { skus: [] }],
	);
	expect(rows.map(({ id, sku }) => [id, sku])).toEqual([
		[10, 'MOK-21'],
		[23, 'TS-L-B'],
	]);
});

it('sets stock and prices of many items with few requests', async () => {
	const items = [
		...Array.from({ length: 120 }, (_, index) => ({ id: 10, stock: index })),
		{ id: 17, variation: 23, regular: '22.50' },
		{ id: 999_999, stock: 1 },
		{ id: 11 },
		{ id: 11, stock: 'veel' },
	];
	const { outputs } = await shop.run(
		{
			resource: 'product',
			operation: 'updateBatch',
			productId: '={{ $json.id }}',
			variationId: '={{ $json.variation ?? "" }}',
			stock: '={{ $json.stock ?? "" }}',
			regularPrice: '={{ $json.regular ?? "" }}',
		},
		items,
		{ onError: 'continueRegularOutput' },
	);
	const got = outputs[0] ?? [];
	expect(got.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	expect(got[119]).toMatchObject({ json: { id: 10, stock_quantity: 119, date_modified_gmt: NOW } });
	expect(got.slice(120).map(({ json }) => json)).toMatchObject([
		{ id: 23, regular_price: '22.50', price: '22.50' },
		{ details: { code: 'woocommerce_rest_product_invalid_id' } },
		{ details: { code: 'INPUT_INCOMPLETE' } },
		{ details: { code: 'INPUT_AMOUNT' } },
	]);
	expect(shop.sandbox.journal.calls()).toEqual({ 'POST products': 3 });
});

it('reads how the shop calculates', async () => {
	const get = { resource: 'settings', operation: 'get', simplify: true };
	const { rows } = await shop.run(get, [{}, {}]);
	expect(rows).toHaveLength(2);
	expect(rows[0]).toMatchObject({
		wooCommerce: '10.5.0',
		currency: 'EUR',
		pricesIncludeVat: true,
		vatBasedOn: 'shipping',
		roundsAtSubtotal: false,
		ordersInOwnTables: true,
	});
});

it('sends a custom call, and refuses one outside the shop', async () => {
	const { outputs } = await shop.run(
		{ resource: 'apiCall', operation: 'send', path: '={{ $json.path }}', query: '{"per_page":2}' },
		[{ path: 'wc/v3/orders' }, { path: 'https://elsewhere.example' }, { path: 'wc/v3/nothing' }],
		{ onError: 'continueRegularOutput' },
	);
	expect(outputs[0]).toMatchObject([
		{ pairedItem: { item: 0 } },
		{ pairedItem: { item: 0 } },
		{ json: { details: { code: 'INPUT_REQUEST' } }, pairedItem: { item: 1 } },
		{ json: { details: { code: 'rest_no_route' } }, pairedItem: { item: 2 } },
	]);
});

it('lists and deletes webhooks', async () => {
	const body = JSON.stringify({ topic: 'order.updated', delivery_url: 'http://127.0.0.1:1/' });
	const { rows } = await shop.run({
		resource: 'apiCall',
		operation: 'send',
		method: 'POST',
		path: 'wc/v3/webhooks',
		body,
	});
	const many = { resource: 'webhook', operation: 'getMany', returnAll: true, simplify: true };
	expect((await shop.run(many)).rows).toMatchObject([{ topic: 'order.updated', status: 'active' }]);
	const { outputs } = await shop.run(
		{ resource: 'webhook', operation: 'delete', webhookId: '={{ $json.id }}' },
		[{ id: 999 }, { id: rows[0]!.id }],
		{ onError: 'continueRegularOutput' },
	);
	expect(outputs[0]).toMatchObject([
		{ json: { error: 'The shop has no such webhook' }, pairedItem: { item: 0 } },
		{ json: { id: rows[0]!.id }, pairedItem: { item: 1 } },
	]);
	expect((await shop.run(many)).rows).toEqual([]);
});

it.each([
	['searchOrders', '#28 · processing · 62.30 EUR'],
	['searchProducts', 'Koffiemok (MOK-21)'],
	['searchVariations', 'L, Blauw (TS-L-B)'],
	['searchCustomers', 'Jan de Vries (klant@example.com)'],
	['searchCoupons', 'gratisverz'],
	['searchTaxRates', 'NL 21% · BTW 21%'],
	['searchShippingZones', 'Nederland'],
])('offers records by name (%s)', async (method, name) => {
	const { url, consumerKey, consumerSecret } = shop.sandbox;
	const { results } = await listSearch(
		new WooCommerce(),
		method,
		{ resource: 'variation', operation: 'get', productId: { mode: 'id', value: '17', __rl: true } },
		{ wooCommerceStoreApi: { url, consumerKey, consumerSecret } },
	);
	expect(results.map((result) => result.name)).toContain(name);
});
