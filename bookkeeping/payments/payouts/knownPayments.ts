import { readMicros, roundToCents, type Cents } from '../../money/money';
import { setOffPart } from '../../orderTable/keys';
import { isObject, text } from '../../trade/fields';

/** What the payments of orders move on the clearing account: negative for what went back. */
export type PaymentsOfOrders = ReadonlyMap<string, readonly Cents[]>;

/** Payments by gift card, and credit notes that are set off, move no money of a provider. */
const WITHOUT_MONEY = ['giftcard', setOffPart(''), 'vat-claim'];

/**
 * Reads the rows of payments of the order table, booked or not yet, by the key of their order.
 *
 * @param items rows of any kind; those that are not about a payment are passed over.
 */
export function readKnownPayments(items: readonly unknown[]): PaymentsOfOrders {
	const byOrder = new Map<string, Cents[]>();
	for (const item of items) {
		if (!isObject(item) || item.kind !== 'payment' || item.state === 'nothingToBook') continue;
		const order = text(item, 'parentKey');
		const payment = text(item, 'orderKey').slice(order.length + 1);
		const micros = readMicros(item.total);
		const isMoney = !WITHOUT_MONEY.some((kind) => payment.startsWith(kind));
		if (micros === undefined || !isMoney) continue;
		byOrder.set(order, [...(byOrder.get(order) ?? []), roundToCents(micros)]);
	}
	return byOrder;
}
