import { Finding } from '../trade/findings';
import { isObject, text, type RawObject } from '../trade/fields';

/**
 * The number of a refund. Refunds get rising numbers, so that they say which of two refunds came
 * first, also within one second.
 *
 * @throws Finding REFUND_UNREADABLE when the item is not a refund.
 */
export function readRefundId(raw: unknown): { id: string; raw: RawObject } {
	const id = isObject(raw) ? text(raw, 'id') : '';
	if (!isObject(raw) || !/^\d{1,15}$/.test(id)) {
		throw new Finding('REFUND_UNREADABLE');
	}
	return { id, raw };
}
