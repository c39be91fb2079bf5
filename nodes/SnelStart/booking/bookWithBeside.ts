import { besideEntry, type SalesEntryDraft } from '../../../bookkeeping';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { bookBatch } from './bookBatch';
import { notBooked, type BookResult } from './bookResult';
import { reasonOfError } from './outcome';
import type { ParsedDraft } from './parseDraft';

/**
 * Books a batch of drafts, and then the entry beside each that has one: under a number that follows
 * from the first, so that a batch that is tried again finds what stands there already. An order is
 * booked only when both its entries are; while the second was not sent, it is `unknown`.
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
	for (const [place, { index }] of second.entries()) {
		const [first, other] = [results[index]!, beside[place]!];
		if (other.state === 'booked') {
			results[index] = { ...first, alreadyThere: first.alreadyThere && other.alreadyThere };
		} else {
			const { code, message, tip, facts } = other;
			// Never as if nothing was sent: a cancellation in the shop would close its row.
			const state = other.state === 'ready' ? 'unknown' : other.state;
			const why = { ...(code && { code }), ...(message && { message }), ...(tip && { tip }) };
			const { orderKey, invoiceNumber } = first;
			results[index] = { orderKey, invoiceNumber, state, alreadyThere: false, ...why };
			if (facts) results[index].facts = facts;
		}
	}
	return results;
}

/** The first entries are sent by now, so their results must reach the caller whatever comes. */
async function lookedUpAndBooked(
	this: SnelStartContext,
	second: ReadonlyArray<{ draft: SalesEntryDraft }>,
): Promise<BookResult[]> {
	try {
		return await bookBatch.call(this, second);
	} catch (error) {
		const unsettled = { state: 'unknown', reason: reasonOfError(error), stop: true } as const;
		return second.map(({ draft }) => notBooked(draft, unsettled));
	}
}
