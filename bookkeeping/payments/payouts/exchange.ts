import { reason } from '../../codes/register';
import type { Cents } from '../../money/money';
import { debitLine, type LedgerLine } from '../bookedEntry';
import type { PayoutEntry } from './explain';
import { isNear, type Match, type Matched } from './match';
import type { PayoutOrder } from './payoutOrders';

/** What a line takes off the clearing account, or settles: what was booked of it. */
export const bookedOf = ({ entry, booked }: Pick<Matched, 'entry' | 'booked'>): Cents =>
	booked ?? entry.gross;

/**
 * Finds what was booked of each line of an order in another currency, at the rate of the order. The
 * provider paid out at a rate of its own; what lies between is the exchange difference. What cannot be
 * told is told with its row.
 */
export function withBookedAmounts(matches: readonly Match[]): Match[] {
	const left = new Map<string, Cents[]>();
	return matches.map((match) => {
		const { order, entry } = match;
		if (
			!order?.isForeign ||
			!['payment', 'refund', 'conversion'].includes(entry.type) ||
			entry.gross === 0
		) {
			return match;
		}
		const key = JSON.stringify([order.orderKey, entry.type]);
		const open = left.get(key) ?? bookedAmounts(order, entry);
		const fitting = open.filter((cents) => isNear(entry.gross, cents));
		const [booked, ...others] = new Set(fitting);
		if (booked === undefined || others.length > 0) return unclear(match, open);
		left.set(key, open.toSpliced(open.indexOf(booked), 1));
		return { ...match, booked };
	});
}

/** Of the payments themselves; before they have rows, as the order and its refunds say. */
function bookedAmounts({ payments, total, refunds }: PayoutOrder, { gross }: PayoutEntry): Cents[] {
	const own = (payments ?? []).filter((cents) => Math.sign(cents) === Math.sign(gross));
	if (own.length > 0) return own;
	if (gross > 0) return total === undefined ? [] : [total];
	return (refunds ?? []).flatMap(({ amount }) => (amount === undefined ? [] : [-amount]));
}

function unclear(match: Matched, booked: readonly Cents[]): Match {
	const { entry, order } = match;
	const facts = { order: order.orderNumber, gross: entry.gross };
	const why = reason(
		'EXCHANGE_UNCLEAR',
		booked.length === 0
			? { case: 'unknown', ...facts }
			: { case: 'amounts', ...facts, booked: [...booked] },
	);
	return { ...match, why };
}

/** The exchange differences of a payout: a loss is debit. */
export function exchangeLines(
	matches: readonly Match[],
	lines: 'perOrder' | 'perDay',
	accountOf: () => string,
): LedgerLine[] {
	const differences = matches.flatMap((match) =>
		match.order && match.booked !== undefined && match.booked !== match.entry.gross
			? [{ cents: match.booked - match.entry.gross, order: match.order.orderNumber }]
			: [],
	);
	if (differences.length === 0) return [];
	const account = accountOf();
	if (lines === 'perOrder') {
		return differences.flatMap(({ cents, order }) =>
			debitLine('exchange', account, cents, `Exchange difference ${order}`),
		);
	}
	const all = differences.reduce((sum, { cents }) => sum + cents, 0);
	return debitLine('exchange', account, all, `Exchange differences (${differences.length})`);
}
