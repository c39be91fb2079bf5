import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, parseJson, type Answer, type Call } from './http';

/** An order as the shop sends it. */
export type Order = { id: number } & Record<string, unknown>;

export interface OrderStore {
	/** Live: tests may look, `put` changes. */
	orders: readonly Order[];
	/** Replaces the order with this id, or adds it. */
	put(order: Order): void;
	/** Takes the order with this id out. */
	remove(id: number): void;
	/** Adds many at once; none of them may be there yet. */
	addAll(added: readonly Order[]): void;
	reset(): void;
}

export const readData = (...path: string[]): unknown =>
	JSON.parse(readFileSync(join(__dirname, 'data', ...path), 'utf8'));

/** The recorded orders of a shop, by id. */
export function createOrderStore(folder: string): OrderStore {
	const recorded = readdirSync(join(__dirname, 'data', folder, 'orders'))
		.map((file) => readData(folder, 'orders', file) as Order)
		.sort((a, b) => a.id - b.id);
	const orders: Order[] = structuredClone(recorded);
	return {
		orders,
		put(order) {
			const index = orders.findIndex((one) => one.id === order.id);
			orders.splice(index < 0 ? orders.length : index, index < 0 ? 0 : 1, order);
		},
		remove(id) {
			const index = orders.findIndex((one) => one.id === id);
			if (index >= 0) orders.splice(index, 1);
		},
		addAll(added) {
			for (const order of added) orders.push(order);
		},
		reset: () => void orders.splice(0, orders.length, ...structuredClone(recorded)),
	};
}

/** PUT /_sandbox/orders/:id and GET /_sandbox/orders; undefined for other doors. */
export function orderDoor(store: OrderStore, call: Call, door: string): Answer | undefined {
	if (call.method === 'GET' && door === 'orders') return { status: 200, json: store.orders };
	const id = /^orders\/(\d+)$/.exec(door)?.[1];
	if (call.method !== 'PUT' || id === undefined) return undefined;
	const order = parseJson(call.body);
	if (!isRecord(order)) return { status: 400, json: { message: 'An order is a JSON object.' } };
	const kept = { ...order, id: Number(id) };
	store.put(kept);
	return { status: 200, json: kept };
}
