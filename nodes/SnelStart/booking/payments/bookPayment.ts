import { idOf } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { NotBooked } from '../outcome';
import { writeOnce } from '../writeOnce';
import type { Written } from '../writeOnce';
import type { BookedDraft } from './bookedDraft';
import { entryBody, entryPaths } from './entryBody';
import { documentKey, findPayments } from './findPayments';
import type { PaymentEntry } from './registerResult';

/**
 * Books one payment or payout, once. SnelStart takes a document number any number of times.
 *
 * @param lookedAt when its number was looked up
 * @param holds the payments that share the entry
 */
export async function bookPayment(
	this: SnelStartContext,
	draft: BookedDraft,
	salesEntryIds: readonly string[],
	lookedAt: number,
	holds: readonly BookedDraft[] = [],
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
		holds: holds.map((one) => `payment ${documentKey(one)}`),
	});
}
