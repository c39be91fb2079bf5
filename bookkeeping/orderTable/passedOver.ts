import { isObject, text } from '../trade/fields';

/** An order as a shop lists it, without what a booking needs. */
export interface ListedOrder {
	id: string;
	/** The number that the customer sees. */
	number: string;
	/** When it last changed, else when it was placed, as the shop writes it; empty when it says neither. */
	changedAt: string;
}

/** What the list of a shop says of an order, by the names that the nodes give with Simplify. */
export function readListed(listed: unknown): ListedOrder {
	const order = isObject(listed) ? listed : {};
	const first = (...names: string[]): string =>
		names.map((name) => text(order, name)).find((value) => value !== '') ?? '';
	const id = first('id');
	return {
		id,
		number: first('number', 'orderNumber') || id,
		changedAt: first('modifiedAt', 'createdAt'),
	};
}

/** A refund as a shop lists it. */
export interface ListedRefund extends ListedOrder {
	/** The order it is of. */
	orderId: string;
}

/** The same of a refund: it has no number, and never changes. */
export function readListedRefund(listed: unknown): ListedRefund {
	const refund = isObject(listed) ? listed : {};
	const id = text(refund, 'id');
	return {
		...{ id, number: id, orderId: text(refund, 'orderId') },
		changedAt: text(refund, 'createdAt'),
	};
}

/**
 * The orders or refunds that a shop lists and that have no row, although the sync has read further
 * than their last change: no later run would read them. What changed since then is still to be read.
 *
 * @param listed each with when it last changed; undefined when it does not say so: then it counts
 */
export function passedOver<Order extends { id: string; changedMs: number | undefined }>(
	listed: readonly Order[],
	recordedIds: Iterable<string>,
	readUntilMs: number,
): Order[] {
	const recorded = new Set(recordedIds);
	return [...new Map(listed.map((order) => [order.id, order])).values()].filter(
		({ id, changedMs }) => !recorded.has(id) && (changedMs ?? readUntilMs) <= readUntilMs,
	);
}
