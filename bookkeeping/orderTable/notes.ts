import { formatCents, fromEuro } from '../money/money';
import type { RowOf } from './columns';

/** What stands in a row to tell somebody: why it is not booked, or what changed afterwards. */
export const noteColumns = ['code', 'message', 'tip'] as const;
export type Note = Pick<RowOf<'WebshopOrders'>, (typeof noteColumns)[number]>;

export const noNote: Note = { code: '', message: '', tip: '' };

/** The codes that the order table itself gives; others come from the transformer and SnelStart. */
export const tableCodes = [
	'CHANGED_AFTER_BOOKING',
	'ORDER_NOT_READ',
	'PAYOUT_ENTRY_UNMATCHED',
	'REFUND_DELETED',
	'ROW_KEY_MISSING',
	'ROW_UNREADABLE',
	'SALE_NOT_BOOKED_YET',
	'SNELSTART_NOT_REACHED',
] as const;

const entryNames: Record<string, string> = {
	payment: 'Payment',
	refund: 'Refund',
	chargeback: 'Chargeback',
};

/** A line of a payout that has no order. */
export function unmatchedEntry(entry: {
	type: string;
	gross: number;
	date: string;
	payoutId: string;
	why: string;
}): Note {
	const { type, gross, date, payoutId, why } = entry;
	const amount = formatCents(fromEuro(gross));
	return {
		code: 'PAYOUT_ENTRY_UNMATCHED',
		message: `${entryNames[type] ?? type} of EUR ${amount} of ${date} in payout ${payoutId}: ${why}`,
		tip: 'Find out what was paid and book it against the clearing account. Then set the state of this row to nothingToBook.',
	};
}

/** What a booked row says when the shop says something else by now. */
type BookedRow = Pick<
	RowOf<'WebshopOrders'>,
	'kind' | 'state' | 'fingerprint' | 'seenFingerprint' | 'orderStatus'
>;

const DELIVERY = / \| (to [^|]+|picked up)$/;

/** Whether both are of the same order. Rows of version 0.1.0 do not say where it went. */
function isSameFingerprint(booked: string, seen: string): boolean {
	if (booked === seen) return true;
	const isOld = booked !== '' && !DELIVERY.test(booked);
	return isOld && booked === seen.replace(DELIVERY, '');
}

/**
 * A booked order is never changed in the books; a difference is told (J035). Only orders: a credit
 * note or payment is seen once.
 *
 * @returns `undefined` when the shop says what is in the books.
 */
export function changedAfterBooking(row: BookedRow): Note | undefined {
	const { kind, state, fingerprint, seenFingerprint, orderStatus } = row;
	if (kind !== 'order' || state !== 'booked') return undefined;
	if (isSameFingerprint(fingerprint, seenFingerprint)) return undefined;
	const booked = fingerprint || 'nothing is left, it was credited';
	const now = [`status ${orderStatus}`, seenFingerprint].filter(Boolean).join(', ');
	return {
		code: 'CHANGED_AFTER_BOOKING',
		message: `Booked: ${booked}. Now in the shop: ${now}.`,
		tip: 'A booked order is never changed by itself. Credit it and book it again by hand, or leave it if the booking is right.',
	};
}
