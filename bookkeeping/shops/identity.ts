import { Finding } from '../trade/findings';
import { isObject, text, type RawObject } from '../trade/fields';

/** What tells orders apart, read before anything else so that every order can be named. */
export interface OrderIdentity {
	id: string;
	number: string;
	status: string;
}

/** How each kind of shop names these fields. */
const NUMBER_FIELDS = { wooCommerce: 'number', jouwWeb: 'orderNumber', other: 'number' } as const;
export type ShopKind = keyof typeof NUMBER_FIELDS;

/**
 * Reads id, number and status of a raw order.
 *
 * @throws Finding ORDER_UNREADABLE when the item is no order of this kind of shop.
 */
export function readIdentity(kind: ShopKind, raw: unknown): OrderIdentity & { raw: RawObject } {
	if (!isObject(raw) || text(raw, 'id') === '') {
		throw new Finding('ORDER_UNREADABLE', 'The item is no order: it has no field "id".');
	}
	return {
		raw,
		id: text(raw, 'id'),
		number: text(raw, NUMBER_FIELDS[kind]),
		status: text(raw, 'status'),
	};
}
