import { idOf } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { NotBooked } from '../outcome';
import { writeOnce } from '../writeOnce';
import type { Written } from '../writeOnce';
import type { BookedDraft } from './bookedDraft';
import { entryBody, entryPaths } from './entryBody';
import { findOnTotals } from './findOnTotals';
import { documentKey, findPayments } from './findPayments';
import type { Payment } from './onTotals';
import type { PaymentEntry } from './registerResult';

/** How a payment or payout is kept from being booked twice. */
interface Once {
	/** When its number was looked up. */
	lookedAt: number;
	/** The payments that share the entry. */
	holds?: readonly BookedDraft[];
	/** The payment itself where it is on a day total: another run may have put it into a shared entry. */
	onTotal?: Payment;
}

/**
 * Books one payment or payout, once. SnelStart takes a document number any number of times.
 */
export async function bookPayment(
	this: SnelStartContext,
	draft: BookedDraft,
	salesEntryIds: readonly string[],
	{ lookedAt, holds = [], onTotal }: Once,
): Promise<Written<PaymentEntry> | NotBooked> {
	const body = entryBody(draft, salesEntryIds);
	return await writeOnce<PaymentEntry>(this, {
		key: `payment ${documentKey(draft)}`,
		lookedAt,
		send: () => request.call(this, { method: 'POST', path: entryPaths[draft.kind], body }),
		made: (data) => {
			const entryId = idOf(data);
			return entryId === undefined ? undefined : { entryId, number: draft.number };
		},
		look: async () => (await findPayments.call(this, [draft])).get(draft),
		...(onTotal && {
			lookBefore: async () => (await findOnTotals.call(this, [onTotal])).get(onTotal),
		}),
		holds: holds.map((one) => `payment ${documentKey(one)}`),
	});
}
