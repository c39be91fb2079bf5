import { cellText } from '../../orderTable/cell';
import { outsideTotals, stateOf } from '../../orderTable/states';
import type { Settings } from '../../settings/settings';
import { isWaiting } from '../../totals/series';
import { isObject, type RawObject } from '../../trade/fields';
import type { TransformedPayout } from './transformPayout';

/** An order that is booked in the total of a payout, since that named it first. */
export interface NamedOrder {
	orderKey: string;
	/** The key of the payout. */
	payout: string;
}

/**
 * Which orders that wait for a payout are named by one: by a line of these payouts, or by one of an
 * earlier payout that had no order when it was booked. Of two payouts the first counts.
 *
 * @param payouts only those that are to be booked count.
 * @param items rows of orders, and of lines of payouts that have no order; others are passed over.
 */
export function namedOrders(
	payouts: readonly TransformedPayout[],
	items: readonly unknown[],
	settings: Settings,
): NamedOrder[] {
	const shops = settings.dayTotals.flatMap(({ shop, period }) =>
		period === 'payout' ? [shop] : [],
	);
	if (shops.length === 0) return [];
	const rows = items.filter(isObject);
	const waiting = rows.filter((row) => waits(row, shops));
	const named = new Map<string, string>();
	const name = (orderKey: string, payout: string): void => {
		if (!named.has(orderKey)) named.set(orderKey, payout);
	};
	const byId = idsOfOpenLines(rows);
	for (const row of waiting) {
		const payout = wordsIn(row, 'paymentIds').flatMap((id) => byId.get(id) ?? [])[0];
		if (payout !== undefined) name(cellText(row, 'orderKey'), payout);
	}
	const keys = new Set(waiting.map((row) => cellText(row, 'orderKey')));
	const inTurn = payouts
		.filter(({ outcome }) => outcome === 'book')
		.toSorted((a, b) => a.date.localeCompare(b.date));
	for (const { payoutKey, matched } of inTurn) {
		for (const { orderKey, gross } of matched) {
			if (gross > 0 && keys.has(orderKey)) name(orderKey, payoutKey);
		}
	}
	return [...named].map(([orderKey, payout]) => ({ orderKey, payout }));
}

/** One that is gathered for its day or month stays there. */
function waits(row: RawObject, shops: readonly string[]): boolean {
	const state = stateOf(row.state);
	return (
		row.kind === 'order' &&
		cellText(row, 'orderKey') !== '' &&
		shops.includes(cellText(row, 'shop')) &&
		cellText(row, 'payout') === '' &&
		outsideTotals.includes(state) &&
		(state !== 'gathered' || isWaiting(cellText(row, 'originalInvoiceNumber')))
	);
}

/** The payouts of payments that no order was known of, by the ids of the payment. */
function idsOfOpenLines(rows: readonly RawObject[]): ReadonlyMap<string, string> {
	const byId = new Map<string, string>();
	for (const row of rows) {
		if (row.kind !== 'payoutEntry' || row.state !== 'needsAttention') continue;
		for (const id of wordsIn(row, 'paymentIds')) {
			if (!byId.has(id)) byId.set(id, cellText(row, 'parentKey'));
		}
	}
	return byId;
}

const wordsIn = (row: RawObject, column: string): string[] =>
	cellText(row, column)
		.split(' ')
		.filter((word) => word !== '');
