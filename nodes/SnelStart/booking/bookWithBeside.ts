import { besideEntry, fromEuro, reason, told, type EntryDraft } from '../../../bookkeeping';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { bookBatch } from './bookBatch';
import { notBooked, type BookResult } from './bookResult';
import { reasonOfError } from './outcome';
import type { ParsedDraft } from './parseDraft';

/**
 * Books a batch of drafts, and then the entry beside each that has one: under a number that follows
 * from the first, so that a batch that is tried again finds what stands there already. While it is
 * not known what became of the second, the document is `unknown` and is tried again as a whole. Where
 * SnelStart refuses the second, the first is in the books all the same: it is `booked`, so that a
 * cancellation in the shop credits it, and says what is missing (`BESIDE_NOT_BOOKED`).
 *
 * @returns one result per draft, in the same order
 * @throws NodeApiError only while nothing has been sent yet
 */
export async function bookWithBeside(
	this: SnelStartContext,
	parsed: readonly ParsedDraft[],
): Promise<BookResult[]> {
	const results = await bookBatch.call(this, parsed);
	const second = parsed.flatMap((one, index) => {
		const draft = 'draft' in one ? besideEntry(one.draft) : undefined;
		return draft && results[index]?.state === 'booked' ? [{ draft, index }] : [];
	});
	if (second.length === 0) return results;
	const beside = await lookedUpAndBooked.call(this, second);
	for (const [place, { index, draft }] of second.entries()) {
		results[index] = together(results[index]!, beside[place]!, draft);
	}
	return results;
}

function together(first: BookResult, other: BookResult, draft: EntryDraft): BookResult {
	const { state, alreadyThere, salesEntryId, relationId } = other;
	if (state === 'booked') {
		return {
			...first,
			alreadyThere: first.alreadyThere && alreadyThere,
			beside: { ...(salesEntryId && { salesEntryId }), ...(relationId && { relationId }) },
		};
	}
	// The first is there. Whether it stays by itself is for who knows how long ago it was sent.
	if (state === 'notThere') return { ...first, state };
	const { code = '', message = '', tip, facts } = other;
	if (state === 'needsAttention') {
		const why = reason('BESIDE_NOT_BOOKED', {
			...{ number: first.invoiceNumber, beside: draft.invoiceNumber },
			...{ amount: fromEuro(draft.invoiceAmount), answer: code },
		});
		return { ...first, ...told(why) };
	}
	const { orderKey, invoiceNumber } = first;
	return {
		// Never as if nothing was sent: a cancellation in the shop would close its row.
		...{ orderKey, invoiceNumber, state: 'unknown', alreadyThere: false },
		...{ code, message, ...(tip && { tip }), ...(facts && { facts }) },
	};
}

/** The first entries are sent by now, so their results must reach the caller whatever comes. */
async function lookedUpAndBooked(
	this: SnelStartContext,
	second: ReadonlyArray<{ draft: EntryDraft }>,
): Promise<BookResult[]> {
	try {
		return await bookBatch.call(this, second);
	} catch (error) {
		const unsettled = { state: 'unknown', reason: reasonOfError(error), stop: true } as const;
		return second.map(({ draft }) => notBooked(draft, unsettled));
	}
}
