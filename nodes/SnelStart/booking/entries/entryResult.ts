import type { EntryDraft } from '../../../../bookkeeping';
import { notBooked } from '../bookResult';
import type { BookResult } from '../bookResult';
import type { NotBooked } from '../outcome';
import type { Written } from '../writeOnce';
import type { BookedEntry } from './bookEntry';

/** What became of the draft of a sales entry or credit note. */
export function entryResult(
	draft: EntryDraft,
	outcome: Written<BookedEntry> | NotBooked,
): BookResult {
	if (outcome.state !== 'booked') return notBooked(draft, outcome);
	const { salesEntryId, relationId, date = draft.invoiceDate } = outcome.record;
	return {
		orderKey: draft.orderKey,
		invoiceNumber: draft.invoiceNumber,
		state: 'booked',
		alreadyThere: outcome.made !== 'now',
		...(date !== draft.invoiceDate && { datedOn: date }),
		...(salesEntryId && { salesEntryId }),
		...(relationId && { relationId }),
	};
}
