import { told } from '../../../bookkeeping';
import type { BookableDraft, EntryDraft, SalesOrderDraft } from '../../../bookkeeping';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { notBooked } from './bookResult';
import type { BookResult } from './bookResult';
import { entryResult } from './entries/entryResult';
import { salesEntries } from './entries/salesEntries';
import { unclearOldEntries } from './entries/oldEntries';
import { orderResult } from './orders/orderResult';
import { salesOrders } from './orders/salesOrders';
import { needsAttention } from './outcome';
import { takeOver } from './takeOver';
import { taken } from './writeOnce';

export function isOrder(draft: BookableDraft): draft is SalesOrderDraft {
	return draft.document === 'salesOrder';
}

export function isEntry(draft: BookableDraft): draft is EntryDraft {
	return !isOrder(draft);
}

/** Whether it is to be gathered for a day total, when SnelStart does not have it by itself. */
export function isForTotal(draft: BookableDraft): boolean {
	return isEntry(draft) && draft.dayTotal !== undefined;
}

/** What becomes of a draft that is only looked up, when SnelStart does not have it by itself. */
export function unlessThere(draft: BookableDraft): 'gathered' | 'notThere' | undefined {
	if (draft.lookUpOnly) return 'notThere';
	return isForTotal(draft) ? 'gathered' : undefined;
}

/**
 * The drafts whose number is in SnelStart already: taken over when the document is theirs, else
 * refused. What another connector booked is never left to be sent.
 *
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function findBooked(
	this: SnelStartContext,
	drafts: readonly BookableDraft[],
): Promise<Map<BookableDraft, BookResult>> {
	const entryDrafts = drafts.filter(isEntry);
	const entries = await takeOver(this, salesEntries, entryDrafts);
	const unclear = await unclearOldEntries(this, entryDrafts, entries);
	const orders = await takeOver(this, salesOrders, drafts.filter(isOrder));
	return new Map<BookableDraft, BookResult>([
		...[...entries].map(([draft, seen]) => [draft, entryResult(draft, taken(seen))] as const),
		...[...unclear].map(
			([draft, why]) => [draft, notBooked(draft, needsAttention(told(why)))] as const,
		),
		...[...orders].map(([draft, seen]) => [draft, orderResult(draft, taken(seen))] as const),
	]);
}
