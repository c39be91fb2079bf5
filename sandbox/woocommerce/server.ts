import { randomBytes } from 'node:crypto';
import { isRecord, parseJson, type Answer, type Call } from '../http';
import { shapeOf } from '../journal';
import { readData, type Order } from '../orderStore';
import { startService, type Service } from '../service';
import { createAuthentication, isTls, type Keys } from './authentication';
import { cannotView, cannotWrite, noRoute, tooManyRequests } from './errors';
import type { Refund } from './refunds';
import type { SeedOptions } from './seed';
import { readSwitches, usualSwitches, type WooCommerceSwitches } from './switches';
import { createAuthorization } from './authorization';
import { createCatalog } from './catalog';
import { invoicePage, isInvoicePage } from './invoices';
import { createShop, routeFor } from './shop';
import { createWebhooks, type Webhook } from './webhooks';

/** Orders made from a seed, as POST /_sandbox/seed takes them. */
export interface Seed extends SeedOptions {
	seed: number;
	count: number;
}

export interface WooCommerceStart {
	/** Orders that are there from the start, and after a reset. */
	seed?: Seed;
	switches?: Partial<WooCommerceSwitches>;
}

export interface WooCommerceSandbox extends Service {
	/** The shop's address, without a trailing slash. */
	url: string;
	consumerKey: string;
	consumerSecret: string;
	/** A second pair, with the permission to read only. */
	readOnly: { consumerKey: string; consumerSecret: string };
	/** Live. */
	orders: readonly Order[];
	putOrder(order: Order): void;
	/** Takes an order out for good, as when the trash is emptied. */
	removeOrder(id: number): void;
	/** Products and their variations. */
	readonly products: readonly Order[];
	/** Changes a product or variation, or adds it, as a user of the shop would. */
	putProduct(product: Order): void;
	/** Changes a customer, or adds one. */
	putCustomer(customer: Order): void;
	/** Adds orders made from a seed, with their refunds. */
	seedOrders(seed: Seed): void;
	/** Live. */
	switches: WooCommerceSwitches;
	/** Puts a refund in; its order names it from then on. */
	putRefund(refund: Refund): void;
	/** Takes a refund out; the order's date of change stays. */
	removeRefund(id: number): void;
	/** Lets the refunds that were recorded happen. */
	playRecordedRefunds(): void;
	/** Live: what was registered, with the status and the failures in a row. */
	webhooks: readonly Webhook[];
	/** Resolves when everything that is to be delivered was. */
	delivered(): Promise<void>;
	/** What happens in the shop right after each answer, until the next reset. */
	meanwhile: (call: Call) => void;
}

const base = '/wp-json/wc/v3';
const settings: Record<string, string> = {
	'/settings/general': 'settings_general.json',
	'/settings/tax': 'settings_tax.json',
	'/taxes/classes': 'tax_classes.json',
	'/payment_gateways': 'payment_gateways.json',
	'/system_status': 'system_status.json',
	'/data/currencies/current': 'data_current_currency.json',
};

/** Permalinks may carry /index.php in front. */
const routeOf = (call: Call): string => call.path.replace(/^\/index\.php(?=\/)/, '');

const makeKeys = (mayWrite: boolean): Keys => ({
	consumerKey: `ck_${randomBytes(20).toString('hex')}`,
	consumerSecret: `cs_${randomBytes(20).toString('hex')}`,
	mayWrite,
});

/** Starts the WooCommerce stand-in: a shop that begins with recorded orders (WC-201, WC-301). */
export async function startWooCommerce(
	port: number,
	now: () => Date,
	start: WooCommerceStart = {},
): Promise<WooCommerceSandbox> {
	let home = '';
	const [keys, readOnly] = [makeKeys(true), makeKeys(false)];
	const switches: WooCommerceSwitches = { ...usualSwitches, ...start.switches };
	const webhooks = createWebhooks(now, () => home);
	const shop = createShop(now, webhooks.tell, switches);
	const seedOrders = ({ seed, count, ...options }: Seed): void => shop.seed(seed, count, options);
	if (start.seed) seedOrders(start.seed);
	const catalog = createCatalog(now, switches);
	const routes = [...shop.routes, ...catalog.routes, ...webhooks.routes];
	const pairs = [keys, readOnly];
	const verdictOn = createAuthentication(pairs, now);
	const authorize = createAuthorization(pairs, makeKeys);

	const nothing = (): void => undefined;
	let meanwhile: (call: Call) => void = nothing;
	const handle = async (call: Call): Promise<Answer> => {
		const granted = await authorize(call);
		if (granted) return granted;
		const answer = answerTo(call);
		// What is sent is what was true before the shop went on.
		const frozen =
			answer.json === undefined ? answer : { ...answer, json: structuredClone(answer.json) };
		meanwhile(call);
		return frozen;
	};
	const answerTo = (call: Call): Answer => {
		const route = routeOf(call);
		if (isInvoicePage(route)) return invoicePage(call, shop.orders, switches);
		const resource = route.startsWith(`${base}/`) ? route.slice(base.length) : '';
		// Keys are only read when the address itself holds wp-json/wc/, so not with ?rest_route=.
		const verdict = resource !== '' && verdictOn(call, home);
		if (typeof verdict === 'object' && 'status' in verdict) return verdict;
		if (!verdict) {
			return resource === '' && !call.query.has('rest_route')
				? noRoute()
				: cannotView(!/\/\d+$/.test(resource));
		}
		if (call.method !== 'GET' && !verdict.mayWrite) return cannotWrite();
		const origin = isTls(call) ? home.replace(/^http:/, 'https:') : home;
		const answer = routeFor(routes, call.method, resource);
		if (answer) return answer(call, `${origin}${call.path}`);
		const file = call.method === 'GET' ? settings[resource] : undefined;
		return file ? { status: 200, json: readData('woocommerce', file) } : noRoute();
	};

	const service = await startService({
		port,
		now,
		shape: (call) => shapeOf(call.method, routeOf(call), base),
		handle,
		unauthorized: () => cannotView(true),
		rateLimited: tooManyRequests,
		resetRecords: () => {
			pairs.splice(2);
			shop.reset();
			catalog.reset();
			webhooks.reset();
			meanwhile = nothing;
			Object.assign(switches, usualSwitches, start.switches);
			if (start.seed) seedOrders(start.seed);
		},
		latencyMs: ({ query }) =>
			switches.latencyMs + (switches.pageLatencyMs * Number(query.get('per_page') ?? 0)) / 100,
		control: (call, door) => {
			if (door === 'switches' && call.method === 'GET') return { status: 200, json: switches };
			if (door === 'switches' && call.method === 'PUT') {
				const wanted = readSwitches(parseJson(call.body));
				if (!wanted) {
					return { status: 400, json: { message: `Known: ${Object.keys(switches).join(', ')}.` } };
				}
				return { status: 200, json: Object.assign(switches, wanted) };
			}
			if (door === 'seed' && call.method === 'POST') {
				const wanted = parseJson(call.body);
				seedOrders({ seed: 1, count: 1_000, ...(isRecord(wanted) && wanted) });
				return { status: 200, json: { orders: shop.orders.length } };
			}
			return shop.control(call, door);
		},
	});
	home = service.origin;
	return {
		...service,
		url: home,
		consumerKey: keys.consumerKey,
		consumerSecret: keys.consumerSecret,
		readOnly,
		orders: shop.orders,
		putOrder: shop.putOrder,
		removeOrder: shop.removeOrder,
		get products() {
			return catalog.all();
		},
		putProduct: catalog.put,
		putCustomer: catalog.putCustomer,
		seedOrders,
		switches,
		putRefund: shop.refunds.put,
		removeRefund: (id) => void shop.refunds.remove(id),
		playRecordedRefunds: shop.refunds.playRecorded,
		webhooks: webhooks.hooks,
		delivered: webhooks.delivered,
		get meanwhile() {
			return meanwhile;
		},
		set meanwhile(happens) {
			meanwhile = happens;
		},
	};
}
