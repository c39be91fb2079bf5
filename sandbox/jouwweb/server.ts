import { randomBytes } from 'node:crypto';
import { isRecord, parseJson, type Answer, type Call } from '../http';
import { shapeOf } from '../journal';
import { createOrderStore, orderDoor, type Order } from '../orderStore';
import { startService, type Service } from '../service';

export interface JouwWebSwitches {
	/** `data`: `{ data, meta }`; `links`: a bare array with a Link header. */
	layout: 'data' | 'links';
	/** Whether the filters are obeyed; an API that ignores them is just as likely. */
	filters: 'obeyed' | 'ignored';
}

export interface JouwWebSandbox extends Service {
	baseUrl: string;
	/** The bearer that opens it. */
	token: string;
	/** The website that has orders. */
	websiteId: string;
	/** Live. */
	orders: readonly Order[];
	putOrder(order: Order): void;
	switches: JouwWebSwitches;
}

const websites = [
	{ id: 71001, name: 'Voorbeeld Webwinkel', domain: 'winkel.example', country: 'NL' },
	{ id: 71002, name: 'Lege winkel', domain: 'leeg.winkel.example', country: 'NL' },
];
const shopId = 71001;
const usualLimit = 25;
const highestLimit = 100;

const failure = (status: number, error: string, message: string): Answer => ({
	status,
	json: { error, message },
});
const unauthorized = (): Answer => failure(401, 'unauthorized', 'The access token is not valid.');
const notFound = (): Answer => failure(404, 'not_found', 'Nothing was found here.');

const time = (value: unknown): number => Date.parse(String(value));

/** createdAfter and updatedAfter (inclusive), status as a comma list; newest first. */
function filtered(orders: readonly Order[], query: URLSearchParams): Order[] | Answer {
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
		.filter((order) => bounds.every(({ field, from }) => time(order[field]) >= from))
		.filter((order) => wanted.length === 0 || wanted.includes(String(order.status)))
		.sort((a, b) => time(b.createdAt) - time(a.createdAt) || b.id - a.id);
}

function listOrders(
	orders: readonly Order[],
	call: Call,
	url: string,
	{ layout, filters }: JouwWebSwitches,
): Answer {
	const obeyed = filters === 'obeyed' ? call.query : new URLSearchParams();
	const found = filtered(orders, obeyed);
	if (!Array.isArray(found)) return found;
	const page = Number(call.query.get('page') ?? 1);
	const limit = Number(call.query.get('limit') ?? usualLimit);
	if (!(Number.isInteger(page) && page >= 1)) {
		return failure(400, 'invalid_parameter', 'page is a whole number from 1 on.');
	}
	if (!(Number.isInteger(limit) && limit >= 1 && limit <= highestLimit)) {
		return failure(400, 'invalid_parameter', `limit is a whole number from 1 to ${highestLimit}.`);
	}
	const rows = found.slice((page - 1) * limit, page * limit);
	const lastPage = Math.max(1, Math.ceil(found.length / limit));
	if (layout === 'data') {
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
export async function startJouwWeb(port: number, now: () => Date): Promise<JouwWebSandbox> {
	const token = randomBytes(32).toString('base64url');
	const store = createOrderStore('jouwweb');
	const switches: JouwWebSwitches = { layout: 'data', filters: 'obeyed' };
	let origin = '';

	const handle = (call: Call): Answer => {
		if (call.headers.authorization !== `Bearer ${token}`) return unauthorized();
		if (call.method !== 'GET') return notFound();
		if (call.path === '/websites') return { status: 200, json: { data: websites } };
		const match = /^\/websites\/(\d+)\/orders(?:\/(\d+))?$/.exec(call.path);
		const website = websites.find(({ id }) => String(id) === match?.[1]);
		if (!match || !website) return notFound();
		const orders = website.id === shopId ? store.orders : [];
		if (match[2] === undefined) return listOrders(orders, call, origin + call.path, switches);
		const order = orders.find(({ id }) => String(id) === match[2]);
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
			Object.assign(switches, { layout: 'data', filters: 'obeyed' });
		},
		control: (call, door) => {
			if (door === 'switches' && call.method === 'PUT') {
				const wanted = parseJson(call.body);
				if (isRecord(wanted)) Object.assign(switches, wanted);
				return { status: 200, json: switches };
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
		switches,
	};
}
