import { isRecord, type Answer } from '../http';
import { readData, type Order as Entry } from '../orderStore';
import { dates } from './clock';
import { cannotView, unknownRecord } from './errors';
import { listOrders, selectFields } from './orderQuery';
import { batch, bodyOf, type Route } from './shop';
import type { WooCommerceSwitches } from './switches';

type Row = Record<string, unknown>;

/** Zone 0, everywhere else, is always there; zone 1 is the Netherlands. */
const zones = [
	{ id: 0, name: 'Locations not covered by your other zones', order: 0 },
	{ id: 1, name: 'Nederland', order: 1 },
];
const methods = [
	{
		instance_id: 1,
		title: 'Verzending Nederland',
		order: 1,
		enabled: true,
		method_id: 'flat_rate',
		method_title: 'Flat rate',
	},
];

const rowsOf = (file: string): Entry[] => {
	const data = readData('woocommerce', file);
	return (Array.isArray(data) ? data : [data]) as Entry[];
};

export interface Catalog {
	routes: Route[];
	/** Products and their variations, live. */
	all(): readonly Entry[];
	/** Puts a product or variation in the place of the one with its ID, as a user would. */
	put(row: Entry): void;
	/** Puts a customer in the place of the one with its ID, or adds it. */
	putCustomer(row: Entry): void;
	reset(): void;
}

/** Products, customers, coupons, tax rates and shipping, as they were recorded. */
export function createCatalog(now: () => Date, switches: WooCommerceSwitches): Catalog {
	let customers = rowsOf('customer.json');
	let products = rowsOf('products.json');
	let variations = rowsOf('variations.json');
	const matches =
		(query: URLSearchParams) =>
		(row: Entry): boolean => {
			const skus = query.get('sku')?.split(',');
			const search = query.get('search')?.toLowerCase();
			return (
				(skus === undefined || skus.includes(String(row.sku))) &&
				(query.get('email') === null || row.email === query.get('email')) &&
				(query.get('code') === null || row.code === query.get('code')) &&
				(search === undefined || JSON.stringify(row).toLowerCase().includes(search))
			);
		};
	const list =
		(rows: (ids: number[], query: URLSearchParams) => readonly Entry[]): Route[2] =>
		(ids, call, url) =>
			listOrders(rows(ids, call.query).filter(matches(call.query)), call.query, url);
	const one =
		(rows: () => readonly Entry[], kind: string): Route[2] =>
		(ids, call) => {
			const row = rows().find(({ id }) => id === ids.at(-1));
			return row ? { status: 200, json: selectFields(row, call.query) } : unknownRecord(kind);
		};
	const update =
		(rows: () => Entry[], kind: string) =>
		(id: number, body: Row): Entry | Answer => {
			const row = rows().find((entry) => entry.id === id);
			if (!row) return unknownRecord(kind);
			for (const name of ['manage_stock', 'stock_quantity', 'regular_price', 'sale_price']) {
				if (body[name] !== undefined) row[name] = body[name];
			}
			row.price = row.sale_price === '' ? row.regular_price : row.sale_price;
			return Object.assign(row, dates('date_modified', now()));
		};
	/** Whether the user of the key may see customers. */
	const forCustomers = (routes: Route[]): Route[] =>
		routes.map(([method, path, answer]) => [
			method,
			path,
			(...asked) => (switches.customersSeen ? answer(...asked) : cannotView(path === '/customers')),
		]);
	const children = (parent: number | undefined): Entry[] =>
		variations.filter(({ parent_id }) => parent_id === parent);
	const fixed = (path: string, file: string, kind: string): Route[] => {
		const rows = rowsOf(file);
		return [
			['GET', path, list(() => rows)],
			['GET', `${path}/:id`, one(() => rows, kind)],
		];
	};
	return {
		routes: [
			// Only a search by SKU finds variations too.
			[
				'GET',
				'/products',
				list((_, query) => (query.has('sku') ? [...products, ...variations] : products)),
			],
			[
				'POST',
				'/products/batch',
				(_, call) =>
					batch(
						bodyOf(call),
						update(() => products, 'product'),
					),
			],
			['GET', '/products/:id', one(() => products, 'product')],
			['GET', '/products/:id/variations', list(([parent]) => children(parent))],
			[
				'POST',
				'/products/:id/variations/batch',
				([parent], call) =>
					batch(
						bodyOf(call),
						update(() => children(parent), 'product_variation'),
					),
			],
			['GET', '/products/:id/variations/:id', one(() => variations, 'product_variation')],
			...forCustomers([
				// Without a role only those of the role `customer` are listed.
				[
					'GET',
					'/customers',
					list((_, query) => {
						const role = query.get('role') ?? 'customer';
						return customers.filter((row) => role === 'all' || row.role === role);
					}),
				],
				['GET', '/customers/:id', one(() => customers, 'customer')],
			]),
			...fixed('/coupons', 'coupons.json', 'shop_coupon'),
			...fixed('/taxes', 'tax_rates.json', 'tax'),
			['GET', '/shipping/zones', () => ({ status: 200, json: zones })],
			[
				'GET',
				'/shipping/zones/:id',
				([id]) => {
					const zone = zones.find((entry) => entry.id === id);
					return zone ? { status: 200, json: zone } : unknownRecord('shipping_zone');
				},
			],
			[
				'GET',
				'/shipping/zones/:id/methods',
				([id]) => ({ status: 200, json: id === 1 ? methods : [] }),
			],
			...rowsOf('payment_gateways.json')
				.filter(isRecord)
				.map((gateway): Route => {
					const json = gateway;
					return ['GET', `/payment_gateways/${String(gateway.id)}`, () => ({ status: 200, json })];
				}),
		],
		all: () => [...products, ...variations],
		put(row) {
			const changed = { ...row, ...dates('date_modified', now()) };
			const rows = row.parent_id ? variations : products;
			const index = rows.findIndex(({ id }) => id === row.id);
			rows.splice(index < 0 ? rows.length : index, index < 0 ? 0 : 1, changed);
		},
		putCustomer(row) {
			customers = [...customers.filter(({ id }) => id !== row.id), row];
		},
		reset() {
			products = rowsOf('products.json');
			variations = rowsOf('variations.json');
			customers = rowsOf('customer.json');
		},
	};
}
