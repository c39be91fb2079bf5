import { idOf } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { reasonOf, unsettledReason, verdictOf } from '../bookResult';
import { lookAfterWrite } from '../lookAfterWrite';
import { numbersOf } from './chooseNumbers';
import { entryBody, entryPaths } from './entryBody';
import { documentKey, findBookedEntries, isSameEntry } from './findBookedEntries';
import type { BookedEntry } from './findBookedEntries';
import type { BookedDraft } from './bookedDraft';
import { registerReason } from './registerResult';
import type { RegisterOutcome } from './registerResult';

/**
 * Sends one entry, once. Without an answer its document number is looked up: an equal entry is
 * taken over, else it stays unsettled and the next run looks before it sends.
 */
export async function postEntry(
	this: SnelStartContext,
	draft: BookedDraft,
	salesEntryIds: readonly string[],
): Promise<RegisterOutcome> {
	const result = await request.call(this, {
		method: 'POST',
		path: entryPaths[draft.kind],
		body: entryBody(draft, salesEntryIds),
	});
	const entryId = result.outcome === 'ok' ? idOf(result.data) : undefined;
	if (entryId !== undefined) return { state: 'booked', entryId, alreadyThere: false };
	if (result.outcome === 'refused') {
		const verdict = verdictOf(result.refusal);
		const state = verdict === 'attention' ? 'needsAttention' : 'ready';
		return { state, reason: reasonOf(result.refusal), stop: verdict === 'stop' };
	}
	const look = await lookAfterWrite(async () => {
		const found = await findBookedEntries.call(this, [draft]);
		return found.get(documentKey(draft));
	});
	const found = look.found?.find((entry) => isSameEntry(draft, entry));
	if (found) return takenOver(found);
	// What else has the number may be another payment of the same transaction.
	if (look.found && numbersOf(draft).length === 1) {
		const reason = registerReason('DOCUMENT_NUMBER_IN_USE', draft.number);
		return { state: 'needsAttention', reason, stop: false };
	}
	const reason = unsettledReason(result.outcome === 'unknown' ? result.refusal : undefined);
	return { state: 'unknown', reason, stop: look.unavailable };
}

/** An entry that holds the draft already: nothing is sent. */
export function takenOver({ entryId }: BookedEntry): RegisterOutcome {
	return { state: 'booked', alreadyThere: true, ...(entryId && { entryId }) };
}
