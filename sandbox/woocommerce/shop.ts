import { isRecord, parseJson, type Answer, type Call } from '../http';
import { createOrderStore, orderDoor, type Order } from '../orderStore';
import { dates } from './clock';
import {
	criticalError,
	invalidParameter,
	noRoute,
	tooLarge,
	unknownOrder,
	unknownRecord,
} from './errors';
import { changedOrder } from './orderChanges';
import { coreStatuses, listOrders, selectFields } from './orderQuery';
import { createRefunds, withoutParent, type RefundBook } from './refunds';
import { FIRST_SEEDED_ID, makeOrders, type SeedOptions } from './seed';
import type { WooCommerceSwitches } from './switches';

type Row = Record<string, unknown>;
type Handler = (ids: number[], call: Call, url: string) => Answer;
/** Method, path below the API with `:id` for numbers, and what answers. */
export type Route = readonly [method: string, pattern: string, handler: Handler];

const FIRST_OWN_ID = 90_001;
const LARGEST_BATCH = 100;

/** The JSON object in a request; empty when it holds none. */
export const bodyOf = (call: Call): Row => {
	const body = parseJson(call.body);
	return isRecord(body) ? body : {};
};
const found = (record: object | undefined, call: Call, missing: () => Answer): Answer =>
	record ? { status: 200, json: selectFields(record as Order, call.query) } : missing();

/** Tells webhooks about a record; `body` is read when they are sent. */
export type Tell = (topic: string, id: number, body: () => unknown) => void;

export interface Shop {
	orders: readonly Order[];
	putOrder(order: Order): void;
	/** Takes an order out for good. */
	removeOrder(id: number): void;
	refunds: RefundBook;
	/** Adds orders made from a seed; without `firstId` after those that were added before. */
	seed(seed: number, count: number, options?: SeedOptions): void;
	routes: Route[];
	/** Further doors under /_sandbox/. */
	control(call: Call, door: string): Answer | undefined;
	reset(): void;
}

/** The records of a shop: orders, their notes and refunds (WC-305, WC-601). */
export function createShop(now: () => Date, tell: Tell, switches: WooCommerceSwitches): Shop {
	const store = createOrderStore('woocommerce');
	const notes = new Map<number, Row[]>();
	let lastId = FIRST_OWN_ID - 1;
	const nextId = (): number => ++lastId;
	const orderOf = (id: number | undefined): Order | undefined =>
		store.orders.find((one) => one.id === id);
	const changed = (id: number): void => tell('order.updated', id, () => orderOf(id));
	const putOrder = (order: Order): void => {
		if (!orderOf(order.id)) tell('order.created', order.id, () => orderOf(order.id));
		store.put(order);
		changed(order.id);
	};
	const refunds = createRefunds({
		orders: store.orders,
		putOrder: store.put,
		changed,
		nextId,
		now,
	});

	const statuses = (): string[] => [
		...coreStatuses,
		...switches.customStatuses.map((status) => status.replace(/^wc-/, '')),
	];
	const update = (id: number, body: Row): Order | Answer => {
		const order = orderOf(id);
		if (!order) return unknownOrder();
		const status = String(body.status ?? order.status).replace(/^wc-/, '');
		if (!statuses().includes(status) || status === 'any') {
			const known = statuses()
				.filter((one) => one !== 'any')
				.join(', ');
			return invalidParameter('status', `status is not one of ${known}.`, 'rest_not_in_enum');
		}
		const after = changedOrder(order, body, now(), nextId);
		putOrder(after);
		if (status === 'refunded' && order.status !== 'refunded') refunds.refundRest(after);
		return orderOf(id) ?? after;
	};

	const remove = (id: number, force: boolean): Answer => {
		const order = orderOf(id);
		if (!order) return unknownOrder();
		if (force) store.remove(id);
		else {
			store.put({ ...order, status: 'trash', ...dates('date_modified', now()) });
			tell('order.deleted', id, () => ({ id }));
		}
		return { status: 200, json: orderOf(id) ?? order };
	};

	const withOrder =
		(handler: (order: Order, call: Call, url: string, second: number) => Answer): Handler =>
		([id, second = 0], call, url) => {
			const order = orderOf(id);
			return order ? handler(order, call, url, second) : unknownOrder();
		};

	const addNote = (order: Order, body: Row): Answer => {
		const note = {
			id: nextId(),
			author: 'sandbox',
			...dates('date_created', now()),
			note: String(body.note ?? ''),
			customer_note: body.customer_note === true,
		};
		notes.set(order.id, [note, ...(notes.get(order.id) ?? [])]);
		return { status: 201, json: note };
	};

	const routes: Route[] = [
		[
			'GET',
			'/orders',
			(_, call, url) => listOrders(store.orders, call.query, url, statuses(), switches),
		],
		['POST', '/orders/batch', (_, call) => batch(bodyOf(call), update)],
		['GET', '/orders/:id', ([id], call) => found(orderOf(id), call, unknownOrder)],
		[
			'PUT',
			'/orders/:id',
			([id = 0], call) => {
				const order = update(id, bodyOf(call));
				return 'status' in order && 'json' in order
					? (order as Answer)
					: { status: 200, json: selectFields(order as Order, call.query) };
			},
		],
		['DELETE', '/orders/:id', ([id = 0], call) => remove(id, call.query.get('force') === 'true')],
		[
			'GET',
			'/orders/:id/notes',
			withOrder((order) => ({ status: 200, json: notes.get(order.id) ?? [] })),
		],
		['POST', '/orders/:id/notes', withOrder((order, call) => addNote(order, bodyOf(call)))],
		[
			'GET',
			'/orders/:id/refunds',
			withOrder((order, call, url) =>
				switches.brokenRefundsOf.includes(order.id)
					? criticalError()
					: listOrders(
							refunds.of(order.id).map(withoutParent) as Order[],
							call.query,
							url,
							coreStatuses,
							switches,
						),
			),
		],
		[
			'POST',
			'/orders/:id/refunds',
			withOrder((order, call) => refunds.create(order, bodyOf(call))),
		],
		[
			'GET',
			'/orders/:id/refunds/:id',
			withOrder((order, call, _url, second) => {
				const refund = refunds.of(order.id).find(({ id }) => id === second);
				const missing = (): Answer => unknownRecord('shop_order_refund');
				return found(refund && withoutParent(refund), call, missing);
			}),
		],
		[
			'DELETE',
			'/orders/:id/refunds/:id',
			withOrder((order, _call, _url, second) => {
				const isThere = refunds.of(order.id).some(({ id }) => id === second);
				const gone = isThere ? refunds.remove(second) : undefined;
				return gone
					? { status: 200, json: withoutParent(gone) }
					: unknownRecord('shop_order_refund');
			}),
		],
		[
			'GET',
			'/refunds',
			(_, call, url) => listOrders(refunds.all(), call.query, url, coreStatuses, switches),
		],
	];

	return {
		orders: store.orders,
		putOrder,
		removeOrder: (id) => void store.remove(id),
		refunds,
		seed(seed, count, options = {}) {
			const firstId = Math.max(FIRST_SEEDED_ID, (store.orders.at(-1)?.id ?? 0) + 1);
			const made = makeOrders(seed, count, { firstId, ...options });
			store.addAll(made.orders);
			refunds.addAll(made.refunds);
		},
		routes,
		control: (call, door) =>
			orderDoor({ ...store, put: putOrder }, call, door) ?? refundDoor(refunds, call, door),
		reset() {
			store.reset();
			refunds.reset();
			notes.clear();
			lastId = FIRST_OWN_ID - 1;
		},
	};
}

/** POST …/batch with updates: each answers for itself (WC-308). */
export function batch(body: Row, update: (id: number, row: Row) => object): Answer {
	const wanted = Array.isArray(body.update) ? body.update.filter(isRecord) : [];
	if (wanted.length > LARGEST_BATCH) return tooLarge();
	const answers = wanted.map((row) => {
		const answer = update(Number(row.id), row);
		if (!('json' in answer)) return answer;
		return { id: Number(row.id), error: answer.json };
	});
	return { status: 200, json: { update: answers } };
}

/** The route of a request, with the numbers in its path. */
export function routeFor(
	routes: readonly Route[],
	method: string,
	path: string,
): ((call: Call, url: string) => Answer) | undefined {
	for (const [wanted, pattern, handler] of routes) {
		const match = new RegExp(`^${pattern.replaceAll(':id', '(\\d+)')}$`).exec(path);
		if (match && wanted === method) {
			return (call, url) => handler(match.slice(1).map(Number), call, url);
		}
	}
	return undefined;
}

/** GET /_sandbox/refunds, PUT and DELETE /_sandbox/refunds/:id, POST /_sandbox/refunds/recorded. */
function refundDoor(refunds: RefundBook, call: Call, door: string): Answer | undefined {
	if (call.method === 'GET' && door === 'refunds') return { status: 200, json: refunds.all() };
	if (call.method === 'POST' && door === 'refunds/recorded') {
		refunds.playRecorded();
		return { status: 200, json: refunds.all() };
	}
	const id = Number(/^refunds\/(\d+)$/.exec(door)?.[1]);
	if (Number.isNaN(id)) return undefined;
	if (call.method === 'DELETE') return refunds.remove(id) ? { status: 204 } : noRoute();
	const refund = parseJson(call.body);
	if (call.method !== 'PUT') return undefined;
	if (!isRecord(refund) || typeof refund.parent_id !== 'number') {
		return { status: 400, json: { message: 'A refund is a JSON object with a parent_id.' } };
	}
	const kept = { ...refund, id, parent_id: refund.parent_id };
	refunds.put(kept);
	return { status: 200, json: kept };
}
