import type { EntryDraft } from '../../../../bookkeeping';
import { idOf } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { NotBooked } from '../outcome';
import { numberKey, takeOver } from '../takeOver';
import { writeOnce } from '../writeOnce';
import type { Written } from '../writeOnce';
import { salesEntries } from './salesEntries';
import type { ExistingEntry } from './salesEntries';
import { toSalesEntry } from './toSalesEntry';

/** The part of a sales entry that its result tells. */
export type BookedEntry = Pick<ExistingEntry, 'salesEntryId' | 'relationId' | 'date'>;

/**
 * Books one sales entry, once.
 *
 * @param lookedAt when its number was looked up
 */
export async function bookEntry(
	this: SnelStartContext,
	draft: EntryDraft,
	relationId: string,
	lookedAt: number,
): Promise<Written<BookedEntry> | NotBooked> {
	const body = toSalesEntry(draft, relationId);
	return await writeOnce<BookedEntry>(this, {
		key: `sales entry ${numberKey(draft.invoiceNumber)}`,
		lookedAt,
		refusedAsDouble: 'BOE-0021',
		send: () => request.call(this, { method: 'POST', path: '/verkoopboekingen', body }),
		made: (data) => {
			const salesEntryId = idOf(data);
			return salesEntryId === undefined
				? undefined
				: { salesEntryId, relationId, date: draft.invoiceDate };
		},
		look: async () => (await takeOver(this, salesEntries, [draft], relationId)).get(draft),
	});
}
