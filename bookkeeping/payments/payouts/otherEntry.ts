import { fromEuro, type Cents } from '../../money/money';
import type { PayoutDraft } from './payoutDraft';

/** How many days a statement and a payout may lie apart. */
export const DAYS_APART = 10;
/** Shorter names stand in a text by chance; what has fewer digits may be the name of the shop. */
const SHORTEST = 8;
const FEWEST_DIGITS = 6;
/** How entries of refunds and chargebacks begin, those of this package too. */
const PAID_BACK = /^(refund|chargeback|terugbetaling)\b/i;

/** A movement on a ledger account, as far as it may be of a payout. */
export interface Movement {
	journalId: string;
	/** Whether statements can be imported into its journal. */
	isBank: boolean;
	accountId: string;
	/** yyyy-MM-dd */
	date: string;
	/** The document number (boekstuk). */
	number: string;
	description: string;
	/** Debit less credit. */
	amount: Cents;
}

/**
 * Finds what stands in the books of a payout already and came another way: SnelStart tells web shops
 * to import the statements of Mollie (MT940) into a bank journal, and a bank line may have been booked
 * on the clearing account by hand. What names the payout or one of its payments is of it; so is what
 * takes exactly what was paid out off the clearing account in a bank journal.
 */
export function otherEntry(
	draft: PayoutDraft,
	movements: readonly Movement[],
): Movement | undefined {
	const isReference = draft.reference.replace(/\D/g, '').length >= FEWEST_DIGITS;
	const names = [isReference ? draft.reference : '', draft.payoutId, ...(draft.paymentIds ?? [])]
		.map(plain)
		.filter(({ length }) => length >= SHORTEST);
	const clearing = draft.ledgerLines.find(({ role }) => role === 'clearing')?.ledgerAccountId;
	return movements.find(({ accountId, amount, ...movement }) => {
		if (!movement.isBank || movement.number === draft.number) return false;
		if (!isAround(movement.date, draft.date)) return false;
		const isOwnJournal = isSame(movement.journalId, draft.journalId);
		const isOnClearing = isSame(accountId, clearing);
		if (!isOnClearing && !isOwnJournal) return false;
		// What goes back to a customer stands in another payout, and names the payment it is of.
		if (PAID_BACK.test(movement.description)) return false;
		const text = plain(movement.description);
		if (names.some((name) => text.includes(name))) return true;
		return isOnClearing && !isOwnJournal && draft.net > 0 && amount === -fromEuro(draft.net);
	});
}

/** Statements break long texts and leave out signs. */
const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

const isSame = (id: string, other: string | undefined): boolean =>
	id.toLowerCase() === other?.toLowerCase();

const DAY = 86_400_000;
/** Whether two days, yyyy-MM-dd, may be those of one payout in two entries. */
export const isAround = (one: string, other: string): boolean =>
	Math.abs(Date.parse(one) - Date.parse(other)) <= DAYS_APART * DAY;
