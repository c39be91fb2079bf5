import type { BookedDraft } from './bookedDraft';
import type { Facts } from '../../../../bookkeeping';
import type { BookState, NotBooked } from '../outcome';
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
	/** The day on it, where that is not the day of the draft. */
	datedOn?: string;
	entryKind?: BookedDraft['kind'];
	/** Absent for a memorial that was found, since SnelStart does not tell it. */
	entryId?: string;
	/** The sales entries that are settled. */
	salesEntryIds?: string[];
	code?: string;
	message?: string;
	tip?: string;
	facts?: Facts;
}

/** The part of an entry in SnelStart that its result tells. */
export interface PaymentEntry {
	/** Absent for a memorial that was found. */
	entryId?: string;
	/** The document number (boekstuk). */
	number: string;
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
