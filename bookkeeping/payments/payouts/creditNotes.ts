import { reason } from '../../codes/register';
import { bookedOf } from './exchange';
import type { KnownRefund } from './knownRefunds';
import type { Match, Matched } from './match';

/**
 * Finds the credit note of every refund in a payout: by order and amount, and by its day where
 * several have the amount. As many as there are lines of that amount belong together whatever their
 * day. A refund that the shop knows nothing of was made at the provider only (W024), and one that comes
 * in did not reach the customer: they are told, each with its row.
 */
export function withCreditNotes(matches: readonly Match[]): Match[] {
	const groups = new Map<string, Match[]>();
	const groupOf = (match: Match) =>
		match.order && match.entry.type === 'refund' && match.entry.gross < 0
			? JSON.stringify([match.order.orderKey, bookedOf(match)])
			: '';
	for (const match of matches) {
		const group = groupOf(match);
		groups.set(group, [...(groups.get(group) ?? []), match]);
	}
	return matches.map((match) => {
		const { order, entry } = match;
		if (order && entry.type === 'refund' && entry.gross > 0) return cameBack(match);
		const group = groupOf(match);
		if (!order?.refunds || group === '') return match;
		const alike = groups.get(group) ?? [];
		const { refunds, isForeign } = order;
		const fitting = refunds.filter(({ amount }) => amount === -bookedOf(match)).sort(byDate);
		if (fitting.length === 0) {
			const mayBeIt = refunds.some(({ amount }) => amount === undefined);
			// What was paid back in another currency has another amount in the payout.
			return mayBeIt || (isForeign && refunds.length > 0) ? match : withoutCreditNote(match);
		}
		if (alike.length > fitting.length) {
			const isBeyond = [...alike].sort(byEntryDate).indexOf(match) >= fitting.length;
			return isBeyond ? withoutCreditNote(match) : match;
		}
		const refund =
			alike.length === fitting.length
				? fitting[[...alike].sort(byEntryDate).indexOf(match)]
				: onlyOneOn(entry.date, fitting, alike);
		return refund?.invoiceNumber ? { ...match, creditNote: refund } : match;
	});
}

function cameBack(match: Matched): Match {
	const { entry, order } = match;
	const facts = { refund: entry.gross, date: entry.date, order: order.orderNumber };
	return { ...match, why: reason('REFUND_CAME_BACK', facts) };
}

function withoutCreditNote(match: Matched): Match {
	const { entry, order } = match;
	const facts = { refund: -entry.gross, date: entry.date, order: order.orderNumber };
	return { ...match, why: reason('REFUND_WITHOUT_CREDIT_NOTE', facts) };
}

function onlyOneOn(
	date: string,
	refunds: readonly KnownRefund[],
	alike: readonly Match[],
): KnownRefund | undefined {
	const [refund, ...more] = refunds.filter((one) => one.date === date);
	const rivals = alike.filter(({ entry }) => entry.date === date);
	return more.length === 0 && rivals.length === 1 ? refund : undefined;
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const byDate = (a: KnownRefund, b: KnownRefund) => compare(a.date, b.date);
const byEntryDate = (a: Match, b: Match) => compare(a.entry.date, b.entry.date);
