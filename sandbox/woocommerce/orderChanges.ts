import { isRecord } from '../http';
import type { Order } from '../orderStore';
import { dates } from './clock';

type Row = Record<string, unknown>;

/** What a PUT may change of an order; anything else of the body is left out. */
const plain = ['customer_note', 'transaction_id', 'payment_method', 'payment_method_title'];

/**
 * The order after a PUT. Every PUT moves the date of change, even an empty one. A meta field is
 * found by its id, else by its key.
 */
export function changedOrder(order: Order, body: Row, now: Date, nextId: () => number): Order {
	const changed: Order = { ...order, ...dates('date_modified', now) };
	for (const name of plain) if (typeof body[name] === 'string') changed[name] = body[name];
	if (Array.isArray(body.meta_data)) {
		const given = body.meta_data.filter(isRecord);
		changed.meta_data = mergedMeta(order.meta_data, given, nextId);
	}
	if (typeof body.status === 'string') {
		changed.status = body.status.replace(/^wc-/, '');
		const paid =
			changed.status === 'completed' ||
			(changed.status === 'processing' && order.payment_method !== 'cod');
		if (paid && order.date_paid === null) Object.assign(changed, dates('date_paid', now));
		if (changed.status === 'completed') Object.assign(changed, dates('date_completed', now));
	}
	return changed;
}

function mergedMeta(known: unknown, given: Row[], nextId: () => number): Row[] {
	const meta = (Array.isArray(known) ? known.filter(isRecord) : []).map((row) => ({ ...row }));
	for (const { id, key, value } of given) {
		const found = meta.find((row) => (id === undefined ? row.key === key : row.id === id));
		if (found) Object.assign(found, { value });
		else meta.push({ id: nextId(), key, value });
	}
	return meta;
}
