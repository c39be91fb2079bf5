import { randomBytes } from 'node:crypto';
import { isRecord, parseJson, type Answer, type Call } from '../http';
import { shapeOf } from '../journal';
import { createOrderStore, orderDoor, type Order } from '../orderStore';
import { startService, type Service } from '../service';
import { createOAuth, type OAuth } from './oauth';
import { answerInOtherLayout } from './otherLayout';
import { seededOrders, type SeedOptions } from './seed';

export interface JouwWebSwitches {
	/**
	 * `data`: `{ data, meta }`; `links`: a bare array with a Link header; `other`: other paths, names,
	 * moments and a token for the next page.
	 */
	layout: 'data' | 'links' | 'other';
	/** Whether the filters are obeyed; an API that ignores them is just as likely. */
	filters: 'obeyed' | 'ignored';
	/** Records on a page whatever is asked for; 0 gives as many as are asked for. */
	ownPageSize: number;
	/** Whether an answer says which page is the last. */
	saysLast: boolean;
	/** How lists are sorted: by when an order was placed, the newest or the oldest first, or by its last change. */
	sortedBy: 'newest' | 'oldest' | 'changed';
	/** How long every answer takes at least, in milliseconds. */
	latencyMs: number;
}

const usualSwitches: JouwWebSwitches = {
	layout: 'data',
	filters: 'obeyed',
	ownPageSize: 0,
	saysLast: true,
	sortedBy: 'newest',
	latencyMs: 0,
};

export interface JouwWebSandbox extends Service {
	baseUrl: string;
	/** The bearer that opens it. */
	token: string;
	/** The website that has orders. */
	websiteId: string;
	/** Live. */
	orders: readonly Order[];
	putOrder(order: Order): void;
	removeOrder(id: number): void;
	/** What happens in the shop right after each answer, until the next reset. */
	meanwhile: () => void;
	/** Adds orders made from a seed. */
	seedOrders(options: SeedOptions): void;
	/** The client that may log in with OAuth2, and what happens to its tokens. */
	oauth: Omit<OAuth, 'handle' | 'accepts'>;
	switches: JouwWebSwitches;
}

const websites = [
	{ id: 71001, name: 'Voorbeeld Webwinkel', domain: 'winkel.example', country: 'NL' },
	{ id: 71002, name: 'Lege winkel', domain: 'leeg.winkel.example', country: 'NL' },
];
const shopId = 71001;
const products = Array.from({ length: 12 }, (_, index) => ({
	id: 8_800 + index,
	title: `Artikel ${index + 1}`,
	sku: `ART-${index + 1}`,
	price: 4.95 + index,
	taxPercentage: index % 4 === 0 ? 9 : 21,
	stock: index,
	updatedAt: '2026-10-01T10:00:00+02:00',
}));
const usualLimit = 25;
const highestLimit = 100;

const failure = (status: number, error: string, message: string): Answer => ({
	status,
	json: { error, message },
});
const unauthorized = (): Answer => failure(401, 'unauthorized', 'The access token is not valid.');
const notFound = (): Answer => failure(404, 'not_found', 'Nothing was found here.');

const time = (value: unknown): number => Date.parse(String(value));

/** createdAfter and updatedAfter (inclusive), status as a comma list. */
function filtered(
	orders: readonly Order[],
	query: URLSearchParams,
	sortedBy: JouwWebSwitches['sortedBy'],
): Order[] | Answer {
	const bounds = (['createdAfter', 'updatedAfter'] as const).map((name) => {
		const text = query.get(name);
		return {
			name,
			field: name.replace('After', 'At'),
			from: text === null ? -Infinity : time(text),
		};
	});
	const wrong = bounds.find(({ from }) => Number.isNaN(from));
	if (wrong) return failure(400, 'invalid_parameter', `${wrong.name} is not a date.`);
	const wanted = (query.get('status') ?? '').split(',').filter((status) => status !== '');
	return orders
		.filter((order) =>
			bounds.every(({ field, from }) => from === -Infinity || time(order[field]) >= from),
		)
		.filter((order) => wanted.length === 0 || wanted.includes(String(order.status)))
		.sort(sortings[sortedBy]);
}

const newestFirst = (a: Order, b: Order): number =>
	time(b.createdAt) - time(a.createdAt) || b.id - a.id;
const sortings: Record<JouwWebSwitches['sortedBy'], (a: Order, b: Order) => number> = {
	newest: newestFirst,
	oldest: (a, b) => -newestFirst(a, b),
	changed: (a, b) => time(b.updatedAt) - time(a.updatedAt) || newestFirst(a, b),
};

function listOrders(
	orders: readonly Order[],
	call: Call,
	url: string,
	switches: JouwWebSwitches,
): Answer {
	const obeyed = switches.filters === 'obeyed' ? call.query : new URLSearchParams();
	const found = filtered(orders, obeyed, switches.sortedBy);
	return Array.isArray(found) ? onePage(found, call, url, switches) : found;
}

function onePage(
	found: readonly unknown[],
	call: Call,
	url: string,
	{ layout, ownPageSize, saysLast }: JouwWebSwitches,
): Answer {
	const page = Number(call.query.get('page') ?? 1);
	const limit = ownPageSize || Number(call.query.get('limit') ?? usualLimit);
	if (!(Number.isInteger(page) && page >= 1)) {
		return failure(400, 'invalid_parameter', 'page is a whole number from 1 on.');
	}
	if (!(Number.isInteger(limit) && limit >= 1 && limit <= highestLimit)) {
		return failure(400, 'invalid_parameter', `limit is a whole number from 1 to ${highestLimit}.`);
	}
	const rows = found.slice((page - 1) * limit, page * limit);
	const lastPage = Math.max(1, Math.ceil(found.length / limit));
	if (layout !== 'links') {
		if (!saysLast) return { status: 200, json: { data: rows } };
		const meta = { current_page: page, last_page: lastPage, per_page: limit, total: found.length };
		return { status: 200, json: { data: rows, meta } };
	}
	const next = new URLSearchParams(call.query);
	next.set('page', String(page + 1));
	return {
		status: 200,
		...(page < lastPage ? { headers: { Link: `<${url}?${next}>; rel="next"` } } : {}),
		json: rows,
	};
}

/**
 * Starts the JouwWeb stand-in. JouwWeb's API is not documented: paths, paging and filters are the
 * layout the node has as its default, nothing here is a promise of the real service.
 */
export async function startJouwWeb(
	port: number,
	now: () => Date,
	start: { seed?: SeedOptions } = {},
): Promise<JouwWebSandbox> {
	const token = randomBytes(32).toString('base64url');
	const oauth = createOAuth();
	const store = createOrderStore('jouwweb');
	const seedOrders = (options: SeedOptions): void => store.addAll(seededOrders(options));
	const switches: JouwWebSwitches = { ...usualSwitches };
	if (start.seed) seedOrders(start.seed);
	let origin = '';

	const shopWith = (id: number) => ({
		id,
		orders: id === shopId ? store.orders : [],
		products: id === shopId ? products : [],
	});

	/** Changes the status of an order. An order says when it was changed. */
	const patchStatus = (call: Call, id: string): Answer => {
		const order = store.orders.find((one) => String(one.id) === id);
		const change = parseJson(call.body);
		if (!order) return notFound();
		if (!isRecord(change) || typeof change.status !== 'string') {
			return failure(422, 'invalid', 'Only the status can be changed.');
		}
		const changed = { ...order, status: change.status, updatedAt: now().toISOString() };
		store.put(changed);
		return { status: 200, json: changed };
	};

	const nothing = (): void => undefined;
	let meanwhile = nothing;
	const handle = (call: Call): Answer => {
		const answer = answerTo(call);
		// What is sent is what was true before the shop went on.
		const frozen =
			answer.json === undefined ? answer : { ...answer, json: structuredClone(answer.json) };
		meanwhile();
		return frozen;
	};
	const answerTo = (call: Call): Answer => {
		const login = oauth.handle(call);
		if (login) return login;
		const bearer = /^Bearer (.+)$/.exec(call.headers.authorization ?? '')?.[1] ?? '';
		if (bearer !== token && !oauth.accepts(bearer)) return unauthorized();
		const shops = websites.map(({ id }) => shopWith(id));
		if (switches.layout === 'other') {
			const answer = call.method === 'GET' && answerInOtherLayout(call, shops);
			return answer || notFound();
		}
		const match = /^\/websites\/(\d+)\/(orders|products)(?:\/(\d+))?$/.exec(call.path);
		const isStatus = call.method === 'PATCH' && match?.[2] === 'orders' && match[3] !== undefined;
		if (isStatus && match[1] === String(shopId)) return patchStatus(call, match[3]!);
		if (call.method !== 'GET') return notFound();
		if (call.path === '/websites') return { status: 200, json: { data: websites } };
		const shop = shops.find(({ id }) => String(id) === match?.[1]);
		if (!match || !shop) return notFound();
		const url = origin + call.path;
		if (match[2] === 'products') {
			return match[3] === undefined ? onePage(shop.products, call, url, switches) : notFound();
		}
		const { orders } = shop;
		if (match[3] === undefined) return listOrders(orders, call, url, switches);
		const order = orders.find(({ id }) => String(id) === match[3]);
		return order ? { status: 200, json: order } : notFound();
	};

	const service = await startService({
		port,
		now,
		shape: ({ method, path }) => shapeOf(method, path, ''),
		handle,
		unauthorized,
		rateLimited: (seconds) => ({
			...failure(429, 'too_many_requests', 'Too many requests.'),
			headers: { 'Retry-After': String(seconds) },
		}),
		resetRecords: () => {
			store.reset();
			meanwhile = nothing;
			Object.assign(switches, usualSwitches);
			if (start.seed) seedOrders(start.seed);
		},
		latencyMs: () => switches.latencyMs,
		control: (call, door) => {
			if (door === 'switches' && call.method === 'PUT') {
				const wanted = parseJson(call.body);
				if (isRecord(wanted)) Object.assign(switches, wanted);
				return { status: 200, json: switches };
			}
			if (door === 'seed' && call.method === 'POST') {
				const {
					count = 1_000,
					seed = 1,
					from = '2026-01-01',
				} = {
					...(parseJson(call.body) as Partial<SeedOptions> | undefined),
				};
				seedOrders({ count, seed, from });
				return { status: 200, json: { orders: store.orders.length } };
			}
			if (door === 'expire-tokens' && call.method === 'POST') {
				oauth.expireTokens();
				return { status: 204 };
			}
			if (door === 'revoke-tokens' && call.method === 'POST') {
				oauth.revoke();
				return { status: 204 };
			}
			return orderDoor(store, call, door);
		},
	});
	origin = service.origin;
	return {
		...service,
		baseUrl: origin,
		token,
		websiteId: String(shopId),
		orders: store.orders,
		putOrder: store.put,
		removeOrder: store.remove,
		get meanwhile() {
			return meanwhile;
		},
		set meanwhile(happens) {
			meanwhile = happens;
		},
		seedOrders,
		oauth,
		switches,
	};
}
