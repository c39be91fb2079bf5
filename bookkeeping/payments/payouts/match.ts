import { reason, type Reason } from '../../codes/register';
import { sum, type Cents } from '../../money/money';
import type { PayoutEntry } from './explain';
import type { KnownRefund } from './knownRefunds';
import type { PayoutOrder } from './payoutOrders';

/** What tied a line of a payout to its order. */
export type MatchedBy = 'paymentId' | 'orderId' | 'description' | 'amountAndDate';

export type Match = Matched | { entry: PayoutEntry; order: undefined; why: Reason };

export interface Matched {
	entry: PayoutEntry;
	order: PayoutOrder;
	by: MatchedBy;
	/** Of a refund: the credit note that it pays back. */
	creditNote?: KnownRefund;
	/** Of an order in another currency: what was booked of it, where the provider had another rate. */
	booked?: Cents;
	/** What is wrong with it all the same. */
	why?: Reason;
}

const ORDER_TYPES = ['payment', 'refund', 'chargeback', 'conversion'];

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
	const find = finders(orders);
	const named = relevant.map((entry) => matchByName(entry, find));
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
	const around: Around = {
		orders: indexBy(free, ({ total, date, isForeign }) =>
			total === undefined || isForeign || date === '' ? [] : [dayAndAmount(date, total)],
		),
		payments: indexBy(
			guessable.map(({ entry }) => entry).filter(({ type }) => type === 'payment'),
			({ gross, date }) => [dayAndAmount(date, gross)],
		),
		windowDays,
	};
	const open = new Set(guessable);
	const all = named.map((match) => (open.has(match) ? matchByAmount(match.entry, around) : match));
	return withinTotals(all);
}

const NONE = reason('ENTRY_WITHOUT_ORDER', { case: 'none' });

/** Gives what stands under a key; a report may have thousands of lines, and a shop as many orders. */
function indexBy<Thing, Key>(
	things: readonly Thing[],
	keysOf: (thing: Thing) => readonly Key[],
): (key: Key) => readonly Thing[] {
	const index = new Map<Key, Thing[]>();
	for (const thing of things) {
		for (const key of new Set(keysOf(thing))) {
			const under = index.get(key);
			if (under) under.push(thing);
			else index.set(key, [thing]);
		}
	}
	return (key) => index.get(key) ?? [];
}

/** The ways in which a line may name its order, the surest first. */
function finders(
	orders: readonly PayoutOrder[],
): Array<[MatchedBy, (entry: PayoutEntry) => PayoutOrder[]]> {
	const byPayment = indexBy(orders, ({ paymentIds }) => paymentIds);
	const byId = indexBy(orders, ({ orderId, orderNumber, invoiceNumber }) => [
		...[orderId, orderNumber, invoiceNumber],
	]);
	const byNumber = indexBy(orders, ({ orderNumber, invoiceNumber }) => [
		...[orderNumber, invoiceNumber],
	]);
	return [
		['paymentId', ({ paymentIds }) => paymentIds.flatMap((id) => [...byPayment(id)])],
		['orderId', ({ orderId }) => (orderId === '' ? [] : [...byId(orderId)])],
		[
			'description',
			(entry) =>
				wordsOf(entry)
					.flatMap((word) => [...byNumber(word)])
					.filter((order) => amountAgrees(entry, order)),
		],
	];
}

function matchByName(entry: PayoutEntry, find: ReturnType<typeof finders>): Match {
	for (const [by, candidates] of find) {
		const found = distinct(candidates(entry));
		const [order] = found;
		if (found.length === 1 && order) return { entry, order, by };
		if (found.length > 1) {
			const facts = { case: 'severalNamed', orders: found.length, by } as const;
			return { entry, order: undefined, why: reason('ENTRY_WITHOUT_ORDER', facts) };
		}
	}
	return { entry, order: undefined, why: NONE };
}

/** Orders and payments that nothing but their amount may tie together, by day and amount. */
interface Around {
	orders: (dayAndAmount: string) => readonly PayoutOrder[];
	payments: (dayAndAmount: string) => readonly PayoutEntry[];
	windowDays: number;
}

const dayAndAmount = (date: string, cents: Cents): string => `${date} ${cents}`;

/** The same amount around the same day, on either side the only one. */
function matchByAmount(entry: PayoutEntry, { orders, payments, windowDays }: Around): Match {
	const none: Match = { entry, order: undefined, why: NONE };
	if (entry.type !== 'payment') return none;
	const candidates = daysFrom(entry.date, -1, windowDays).map((day) =>
		orders(dayAndAmount(day, entry.gross)),
	);
	const order = candidates.find(({ length }) => length > 0)?.[0];
	if (!order) return none;
	const isOnly = candidates.every((ofDay) => ofDay.every((one) => one.orderKey === order.orderKey));
	const rivals = daysFrom(order.date, 1, windowDays).map(
		(day) => payments(dayAndAmount(day, entry.gross)).length,
	);
	if (!isOnly || sum(rivals) > 1) {
		const why = reason('ENTRY_WITHOUT_ORDER', { case: 'severalAlike' });
		return { entry, order: undefined, why };
	}
	return { entry, order, by: 'amountAndDate' };
}

/** A day and those after it (1) or before it (-1), as far as the window reaches; 0: none at all. */
function daysFrom(date: string, direction: 1 | -1, windowDays: number): string[] {
	if (windowDays === 0) return [];
	const start = Date.parse(date);
	return Array.from({ length: windowDays + 1 }, (_, days) =>
		new Date(start + direction * days * DAY).toISOString().slice(0, 10),
	);
}

const DAY = 86_400_000;

/** Payments beyond the total of their order, or refunds beyond it, are matched with nothing. */
function withinTotals(matches: readonly Match[]): Match[] {
	const settled = new Map<string, Cents>();
	return matches.map((match) => {
		const { entry, order } = match;
		if (!order || order.total === undefined || order.isForeign) return match;
		// A chargeback that the provider reversed, or a refund that came back, is no payment.
		const isOut = entry.type === 'refund' || entry.gross < 0;
		const side = entry.type === 'chargeback' ? 'chargeback' : isOut ? 'back' : 'paid';
		const key = `${order.orderKey} ${side}`;
		const whole = (settled.get(key) ?? 0) + (side === 'paid' ? entry.gross : -entry.gross);
		if (Math.abs(whole) > order.total) {
			const facts = { case: 'tooMuch', total: order.total, settled: Math.abs(whole) } as const;
			return { entry, order: undefined, why: reason('ENTRY_WITHOUT_ORDER', facts) };
		}
		settled.set(key, whole);
		return match;
	});
}

/** Words that may be a number of an order. */
function wordsOf({ description }: PayoutEntry): string[] {
	return description
		.split(/[^\p{L}\p{N}._/-]+/u)
		.map((word) => word.replace(/[.,]$/, ''))
		.filter((word) => word !== '');
}

function amountAgrees({ type, gross }: PayoutEntry, { total, isForeign }: PayoutOrder): boolean {
	if (total === undefined) return false;
	if (type !== 'payment') return isForeign === true || Math.abs(gross) <= total;
	return isForeign ? isNear(gross, total) : gross === total;
}

/**
 * How far a rate may move between the order and its payout. What differs by more is a part of the
 * payment, not its exchange difference.
 */
const MOST = 10;

/** Whether an amount can be another one at the rate of a later day. */
export const isNear = (gross: Cents, euro: Cents): boolean =>
	Math.sign(gross) === Math.sign(euro) && Math.abs(gross - euro) * MOST <= Math.abs(euro);

function distinct(orders: readonly PayoutOrder[]): PayoutOrder[] {
	return [...new Map(orders.map((order) => [order.orderKey, order])).values()];
}
