import { isRecord, type Answer, type Call } from '../http';
import type { Order } from '../orderStore';

/**
 * An API with nothing of what the node assumes: other paths, other names, moments in seconds, and a
 * list that goes on by a token. Proves that the layout of the node reaches far enough.
 */
const names: Record<string, string> = {
	orderNumber: 'number',
	createdAt: 'placed_on',
	updatedAt: 'modified_on',
	status: 'state',
	orderLines: 'rows',
};
const lineNames: Record<string, string> = { title: 'name', taxPercentage: 'vat_rate' };

const renamed = (record: Record<string, unknown>, to: Record<string, string>) =>
	Object.fromEntries(Object.entries(record).map(([name, value]) => [to[name] ?? name, value]));

function inOtherNames(order: Order): Record<string, unknown> {
	const lines = Array.isArray(order.orderLines) ? (order.orderLines as unknown[]) : [];
	const orderLines = lines.map((line) => (isRecord(line) ? renamed(line, lineNames) : line));
	return renamed({ ...order, orderLines, date_created: undefined }, names);
}

const seconds = (value: unknown): number => Date.parse(String(value)) / 1000;

interface Shop {
	id: number;
	orders: readonly Order[];
	products: readonly unknown[];
}

/** Answers a call in the other layout; undefined when there is nothing at its path. */
export function answerInOtherLayout(call: Call, shops: readonly Shop[]): Answer | undefined {
	if (call.path === '/v9/shops') {
		return { status: 200, json: { shops: shops.map(({ id }) => ({ id, title: `Shop ${id}` })) } };
	}
	const match = /^\/v9\/shops\/(\d+)\/(sales|articles)(?:\/(\d+))?$/.exec(call.path);
	const shop = shops.find(({ id }) => String(id) === match?.[1]);
	if (match === null || shop === undefined) return undefined;
	if (match[3] !== undefined) {
		const order = shop.orders.find(({ id }) => String(id) === match[3]);
		return order && { status: 200, json: { sale: inOtherNames(order) } };
	}
	const unknown = [...call.query.keys()].find(
		(name) => !['since', 'changed_since', 'state', 'per_page', 'token'].includes(name),
	);
	if (unknown !== undefined) {
		return { status: 400, json: { error: 'unknown_parameter', message: unknown } };
	}
	const size = Number(call.query.get('per_page') ?? 20);
	const skip = Number(Buffer.from(call.query.get('token') ?? 'MA==', 'base64').toString());
	const rows = match[2] === 'articles' ? shop.products : found(shop.orders, call.query);
	const next = skip + size < rows.length ? String(skip + size) : undefined;
	const token = next === undefined ? null : Buffer.from(next).toString('base64');
	return {
		status: 200,
		json: { result: { rows: rows.slice(skip, skip + size) }, more: { token } },
	};
}

function found(orders: readonly Order[], query: URLSearchParams): unknown[] {
	const after = (name: string) => Number(query.get(name) ?? Number.NEGATIVE_INFINITY);
	const states = (query.get('state') ?? '').split(',').filter((state) => state !== '');
	return orders
		.filter(({ createdAt }) => seconds(createdAt) >= after('since'))
		.filter(({ updatedAt }) => seconds(updatedAt) >= after('changed_since'))
		.filter(({ status }) => states.length === 0 || states.includes(String(status)))
		.sort((a, b) => seconds(b.createdAt) - seconds(a.createdAt) || b.id - a.id)
		.map(inOtherNames);
}
