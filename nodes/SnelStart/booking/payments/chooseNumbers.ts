import type { Reason } from '../bookResult';
import type { BookedDraft } from './bookedDraft';
import { documentKey, isSameEntry } from './findBookedEntries';
import type { BookedEntry } from './findBookedEntries';
import { registerReason } from './registerResult';

/** The draft under the number it gets, the entry that it is already, or why it gets no number. */
export type NumberChoice =
	| { send: BookedDraft }
	| { draft: BookedDraft; found: BookedEntry }
	| { reason: Reason };

/** A draft under each document number (boekstuk) it may get, the usual one first. */
export function numbersOf(draft: BookedDraft): BookedDraft[] {
	if (draft.document !== 'payment' || draft.sharedNumber === undefined) return [draft];
	const { sharedNumber, ...alone } = draft;
	return [draft, { ...alone, number: sharedNumber }];
}

/**
 * Gives each draft a document number of its own. Orders that were paid in one transaction have the
 * same one (J168): the first gets it, the others their second number. An entry that holds the draft
 * is recognised under either number, so that it does not matter who came first in an earlier run.
 *
 * @param booked what SnelStart has under all numbers of the drafts, by `documentKey`.
 */
export function chooseNumbers(
	drafts: readonly BookedDraft[],
	booked: ReadonlyMap<string, readonly BookedEntry[]>,
): Map<BookedDraft, NumberChoice> {
	const given = new Set<string>();
	const choose = (draft: BookedDraft): NumberChoice => {
		const numbers = numbersOf(draft);
		for (const one of numbers) {
			const found = booked.get(documentKey(one))?.find((entry) => isSameEntry(one, entry));
			if (found) return { draft: one, found };
		}
		const send = numbers.find((one) => {
			const key = documentKey(one);
			return !booked.has(key) && !given.has(key);
		});
		if (send) {
			given.add(documentKey(send));
			return { send };
		}
		const { number } = draft;
		return {
			reason: booked.has(documentKey(draft))
				? registerReason('DOCUMENT_NUMBER_IN_USE', number)
				: registerReason('DOCUMENT_NUMBER_TWICE_IN_BATCH', number),
		};
	};
	return new Map(drafts.map((draft) => [draft, choose(draft)]));
}
