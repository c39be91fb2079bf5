import type { BookedDraft } from './bookedDraft';
import type { Explanation } from '../../../shared/snelStart/errors';
import type { BookState, NotBooked, Reason } from '../outcome';
import type { Written } from '../writeOnce';

/**
 * As for sales entries, and `openItemNotFound`: the sale is not in SnelStart (yet), so nothing was
 * sent and trying again later is safe (J164, J166).
 */
export type RegisterState = BookState | 'openItemNotFound';

/** What became of one payment or payout. Holds references, amounts and codes only. */
export interface RegisterResult {
	document: 'payment' | 'payout' | '';
	/** Of a payment. */
	paymentKey?: string;
	orderKey?: string;
	/** Of a payout. */
	payoutKey?: string;
	/** The document number (boekstuk). */
	number: string;
	state: RegisterState;
	/** An equal entry was found in SnelStart and taken over, instead of made now. */
	alreadyThere: boolean;
	entryKind?: BookedDraft['kind'];
	/** Absent for a memorial that was found, since SnelStart does not tell it. */
	entryId?: string;
	/** The sales entries that are settled. */
	salesEntryIds?: string[];
	code?: string;
	message?: string;
	tip?: string;
}

/** The part of an entry in SnelStart that its result tells. */
export interface PaymentEntry {
	/** Absent for a memorial that was found. */
	entryId?: string;
	/** The document number (boekstuk). */
	number: string;
}

/** The codes of this operation itself. */
export const registerCodes = {
	DOCUMENT_NUMBER_IN_USE: {
		message: 'The journal holds another entry with this document number (boekstuk)',
		tip: 'Look the number up in SnelStart: when it is this payment, nothing has to be done; else give that entry another number',
	},
	DOCUMENT_NUMBER_TWICE_IN_BATCH: {
		message: 'Another item of this run has the same document number (boekstuk)',
		tip: "Book it by hand, or give the payments ids of their own in the order's field 'payments'",
	},
	OPEN_ITEM_AMBIGUOUS: {
		message: 'SnelStart has several open items that could be meant',
		tip: 'Book this payment by hand on the right invoice',
	},
	OPEN_ITEM_DOES_NOT_FIT: {
		message: 'The payment does not fit what is open on the invoice',
		tip: 'Look the invoice up in SnelStart: when somebody settled it by hand, nothing has to be done; else book the payment by hand',
	},
	OPEN_ITEM_NOT_FOUND: {
		message: 'SnelStart has no open item for this payment yet',
		tip: 'Book the sales entry first; offering the payment again later is safe',
	},
	PAYMENT_DRAFT_INVALID: {
		message: 'The draft does not have the form of a payment or payout',
		tip: "Connect the 'Book' output of 'Draft Payments' or 'Match Payouts', or check 'Draft Field'",
	},
	PAYMENT_DRAFT_NOT_BALANCED: {
		message: 'The sides of the draft do not balance',
		tip: 'Nothing was sent; check what changed the draft between the transformer and this node',
	},
	PAYMENT_KEY_TWICE: {
		message: 'This payment is in the same run already, with other contents',
		tip: 'Check what changed the payment between two readings',
	},
} satisfies Record<string, Explanation>;

/** A reason of our own; `detail` is added to the message. */
export function registerReason(code: keyof typeof registerCodes, detail = ''): Reason {
	const { message, tip } = registerCodes[code];
	return { code, message: detail === '' ? message : `${message}: ${detail}`, tip };
}

/** A payment or payout that is not booked. */
export interface NotRegistered extends Omit<NotBooked, 'state'> {
	state: Exclude<RegisterState, 'booked'>;
}

export function registerResult(
	draft: BookedDraft,
	outcome: Written<PaymentEntry> | Pick<NotRegistered, 'state' | 'reason'>,
): RegisterResult {
	const { number, kind } = draft;
	const base: RegisterResult = {
		document: draft.document,
		...(draft.document === 'payment'
			? { paymentKey: draft.paymentKey, orderKey: draft.orderKey }
			: { payoutKey: draft.payoutKey }),
		number,
		state: outcome.state,
		alreadyThere: false,
		entryKind: kind,
	};
	if (outcome.state !== 'booked') return { ...base, ...outcome.reason };
	const { record, made } = outcome;
	return {
		...base,
		number: record.number,
		alreadyThere: made !== 'now',
		...(record.entryId && { entryId: record.entryId }),
	};
}
