import { formatCents, type Cents } from '../../money/money';
import type { PayoutEntry } from './explain';
import type { PayoutOrder } from './payoutOrders';

/** What tied a line of a payout to its order. */
export type MatchedBy = 'paymentId' | 'orderId' | 'description' | 'amountAndDate';

export type Match =
	| { entry: PayoutEntry; order: PayoutOrder; by: MatchedBy }
	| { entry: PayoutEntry; order: undefined; why: string };

const ORDER_TYPES = ['payment', 'refund', 'chargeback'];

/**
 * Finds the order of every line that is money of an order (PAY-602): the provider's
 * payment id, then the order id that the shop gave the provider, then an order number in the
 * description (only when the amount agrees), then amount and date with a single candidate. Several
 * candidates are no match: nothing is guessed.
 *
 * @param windowDays how many days an order may be older than its payment when only the amount ties
 * them; 0 switches that off.
 * @param clearingAccountId the clearing account of the provider.
 */
export function matchEntries(
	entries: readonly PayoutEntry[],
	orders: readonly PayoutOrder[],
	windowDays: number,
	clearingAccountId: string,
): Match[] {
	const relevant = entries.filter(({ type }) => ORDER_TYPES.includes(type));
	const named = relevant.map((entry) => matchByName(entry, orders));
	const taken = new Set(named.map(({ order }) => order?.orderKey));
	// An order that knows its payment ids would have been found by them; one that was paid through
	// another provider is not a candidate either.
	const free = orders.filter(
		(order) =>
			!taken.has(order.orderKey) &&
			order.paymentIds.length === 0 &&
			[undefined, clearingAccountId].includes(order.clearingAccountId),
	);
	const guessable = named.filter((match) => !match.order && match.why === NONE);
	const all = named.map((match) =>
		guessable.includes(match) ? matchByAmount(match.entry, guessable, free, windowDays) : match,
	);
	return withinTotals(all);
}

const NONE = 'No order carries its payment id, order id or number.';

function matchByName(entry: PayoutEntry, orders: readonly PayoutOrder[]): Match {
	const steps: Array<[MatchedBy, (order: PayoutOrder) => boolean]> = [
		['paymentId', ({ paymentIds }) => entry.paymentIds.some((id) => paymentIds.includes(id))],
		[
			'orderId',
			({ orderId, orderNumber, invoiceNumber }) =>
				entry.orderId !== '' && [orderId, orderNumber, invoiceNumber].includes(entry.orderId),
		],
		['description', (order) => isNamedIn(entry, order) && amountAgrees(entry, order)],
	];
	for (const [by, fits] of steps) {
		const found = distinct(orders.filter(fits));
		const [order] = found;
		if (found.length === 1 && order) return { entry, order, by };
		if (found.length > 1) {
			return { entry, order: undefined, why: `${found.length} orders fit (${by}).` };
		}
	}
	return { entry, order: undefined, why: NONE };
}

/** The same amount around the same day, on either side the only one. */
function matchByAmount(
	entry: PayoutEntry,
	guessable: readonly Match[],
	orders: readonly PayoutOrder[],
	windowDays: number,
): Match {
	const fits = (other: PayoutEntry, order: PayoutOrder) =>
		other.type === 'payment' && other.gross === order.total && isWithin(order, other, windowDays);
	const found = distinct(orders.filter((order) => fits(entry, order)));
	const [order] = found;
	if (!order) return { entry, order: undefined, why: NONE };
	const rivals = guessable.filter((match) => fits(match.entry, order));
	if (found.length > 1 || rivals.length > 1) {
		return {
			entry,
			order: undefined,
			why: 'Several orders or payments have this amount and date.',
		};
	}
	return { entry, order, by: 'amountAndDate' };
}

/** Payments beyond the total of their order, or refunds beyond it, are matched with nothing. */
function withinTotals(matches: readonly Match[]): Match[] {
	const settled = new Map<string, Cents>();
	return matches.map((match) => {
		const { entry, order } = match;
		if (!order || order.total === undefined) return match;
		const key = `${order.orderKey} ${entry.gross < 0 ? 'back' : 'paid'}`;
		const sum = (settled.get(key) ?? 0) + Math.abs(entry.gross);
		if (sum > order.total) {
			const why = `The order of ${formatCents(order.total)} would be settled for ${formatCents(sum)}.`;
			return { entry, order: undefined, why };
		}
		settled.set(key, sum);
		return match;
	});
}

function isNamedIn(
	{ description }: PayoutEntry,
	{ orderNumber, invoiceNumber }: PayoutOrder,
): boolean {
	const words = description.split(/[^\p{L}\p{N}._/-]+/u).map((word) => word.replace(/[.,]$/, ''));
	return [orderNumber, invoiceNumber].some((number) => number !== '' && words.includes(number));
}

function amountAgrees({ type, gross }: PayoutEntry, { total }: PayoutOrder): boolean {
	if (total === undefined) return false;
	return type === 'payment' ? gross === total : Math.abs(gross) <= total;
}

function isWithin({ date }: PayoutOrder, entry: PayoutEntry, windowDays: number): boolean {
	if (windowDays === 0 || date === '') return false;
	const days = (Date.parse(entry.date) - Date.parse(date)) / 86_400_000;
	return days >= 0 && days <= windowDays;
}

function distinct(orders: readonly PayoutOrder[]): PayoutOrder[] {
	return [...new Map(orders.map((order) => [order.orderKey, order])).values()];
}
