import { randomBytes } from 'node:crypto';
import type { Answer, Call } from '../http';
import { shapeOf } from '../journal';
import { createOrderStore, orderDoor, readData, type Order } from '../orderStore';
import { startService, type Service } from '../service';
import { createAuthentication, isTls } from './authentication';
import { cannotView, noRoute, tooManyRequests, unknownOrder } from './errors';
import { listOrders, selectFields } from './orderQuery';

export interface WooCommerceSandbox extends Service {
	/** The shop's address, without a trailing slash. */
	url: string;
	consumerKey: string;
	consumerSecret: string;
	/** Live. */
	orders: readonly Order[];
	putOrder(order: Order): void;
}

const base = '/wp-json/wc/v3';
const settings: Record<string, string> = {
	'/settings/general': 'settings_general.json',
	'/settings/tax': 'settings_tax.json',
	'/taxes': 'tax_rates.json',
	'/payment_gateways': 'payment_gateways.json',
	'/system_status': 'system_status.json',
	'/data/currencies/current': 'data_current_currency.json',
};

/** Permalinks may carry /index.php in front. */
const routeOf = (call: Call): string => call.path.replace(/^\/index\.php(?=\/)/, '');

/** Starts the WooCommerce stand-in: a shop of recorded orders that only reads (reference 2, 3). */
export async function startWooCommerce(port: number, now: () => Date): Promise<WooCommerceSandbox> {
	const keys = {
		consumerKey: `ck_${randomBytes(20).toString('hex')}`,
		consumerSecret: `cs_${randomBytes(20).toString('hex')}`,
	};
	const store = createOrderStore('woocommerce');
	const verdictOn = createAuthentication(keys, now);
	let home = '';

	const handle = (call: Call): Answer => {
		const route = routeOf(call);
		const resource = route.startsWith(`${base}/`) ? route.slice(base.length) : '';
		const id = /^\/orders\/(\d+)$/.exec(resource)?.[1];
		// Keys are only read when the address itself holds wp-json/wc/, so not with ?rest_route=.
		const verdict = resource !== '' && verdictOn(call, home);
		if (typeof verdict === 'object') return verdict;
		if (!verdict) {
			return resource === '' && !call.query.has('rest_route')
				? noRoute()
				: cannotView(id === undefined);
		}
		if (call.method !== 'GET') return noRoute();
		if (resource === '/orders') {
			const origin = isTls(call) ? home.replace(/^http:/, 'https:') : home;
			return listOrders(store.orders, call.query, `${origin}${call.path}`);
		}
		if (id !== undefined) {
			const order = store.orders.find((one) => one.id === Number(id));
			return order ? { status: 200, json: selectFields(order, call.query) } : unknownOrder();
		}
		const file = settings[resource];
		return file ? { status: 200, json: readData('woocommerce', file) } : noRoute();
	};

	const service = await startService({
		port,
		now,
		shape: (call) => shapeOf(call.method, routeOf(call), base),
		handle,
		unauthorized: () => cannotView(true),
		rateLimited: tooManyRequests,
		resetRecords: store.reset,
		control: (call, door) => orderDoor(store, call, door),
	});
	home = service.origin;
	return { ...service, url: home, ...keys, orders: store.orders, putOrder: store.put };
}
