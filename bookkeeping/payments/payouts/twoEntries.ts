import { besideNumber } from '../../documents/beside';
import { sum, type Cents } from '../../money/money';
import { bookedOf } from './exchange';
import type { Matched } from './match';

/** An open item, and what of a line of a payout settles it. */
export interface SettledItem {
	invoiceNumber: string;
	/** Empty where only its number is known. */
	salesEntryId: string;
	/** Below zero for money that went back. */
	amount: Cents;
	/** Of an order in two entries, the other one. */
	other?: Omit<SettledItem, 'amount' | 'other'>;
}

/**
 * Tells which open items each line of a payout settles: one, or both of an order in two entries. What
 * is paid settles the entry of the goods first, as the payment of such an order does (`draftPayment`),
 * and then the one beside it; a chargeback opens them again the other way round. A refund settles both
 * credit notes, each for what it takes back. What was set off with a credit note is open no more.
 *
 * Of what other payouts and payments settled nothing is known here: each item names the other one, on
 * which what is not open of it any more is booked (`settleOpenItems`).
 */
export function openItemSplitter(): (match: Matched) => SettledItem[] {
	const paid = new Map<string, Cents>();
	return (match) => {
		const { entry, order, creditNote } = match;
		const amount = bookedOf(match);
		const document = entry.type === 'refund' ? (creditNote ?? order) : order;
		const { invoiceNumber, salesEntryId, beside } = document;
		if (!beside || beside.salesEntryId === '') return [{ invoiceNumber, salesEntryId, amount }];
		const second = {
			invoiceNumber: besideNumber(invoiceNumber),
			salesEntryId: beside.salesEntryId,
		};
		const ofSecond =
			document === creditNote ? -beside.amount : besideOf(match, beside.amount, paid);
		const first = { invoiceNumber, salesEntryId };
		return [
			{ ...first, amount: amount - ofSecond, other: second },
			{ ...second, amount: ofSecond, other: first },
		].filter((item) => item.amount !== 0);
	};
}

/** What of a payment or chargeback is for the entry beside that of the order. */
function besideOf({ entry, order }: Matched, beside: Cents, paid: Map<string, Cents>): Cents {
	const { orderKey, total = 0, refunds = [] } = order;
	const setOff = refunds.filter(({ isSetOff }) => isSetOff);
	const [all, ofSecond] = [
		sum(setOff.map(({ amount = 0 }) => amount)),
		sum(setOff.map((one) => one.beside?.amount ?? 0)),
	];
	const ownPart = total - beside - (all - ofSecond);
	// A chargeback is of what was paid before this payout.
	const before = paid.get(orderKey) ?? (entry.type === 'chargeback' ? total - all : 0);
	const after = before + entry.gross;
	paid.set(orderKey, after);
	const beyond = (cents: Cents): Cents => Math.max(0, cents - ownPart);
	return beyond(after) - beyond(before);
}
