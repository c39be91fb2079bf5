import { type EntryDraft, formatCents, fromEuro } from '../../../../bookkeeping';
import { idOf, isSameId } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { ownReason, reasonOf, unsettledReason, verdictOf } from '../bookResult';
import type { Reason } from '../bookResult';
import { findExistingEntries, numberKey } from './findExistingEntries';
import type { ExistingEntry } from './findExistingEntries';
import { lookAfterWrite } from '../lookAfterWrite';
import { toSalesEntry } from './toSalesEntry';

const DUPLICATE_NUMBER = 'BOE-0021';

/** What became of the write; `stop` when the next ones need not be tried. */
export type EntryOutcome =
	| { state: 'booked'; salesEntryId?: string; relationId?: string; alreadyThere: boolean }
	| { state: 'needsAttention' | 'unknown' | 'ready'; reason: Reason; stop: boolean };

/**
 * Sends one sales entry, once. When SnelStart says that the number exists, or gives no answer, the
 * number is looked up: an equal entry is taken over, anything else stays unsettled or is reported.
 */
export async function postSalesEntry(
	this: SnelStartContext,
	draft: EntryDraft,
	relationId: string,
): Promise<EntryOutcome> {
	const body = toSalesEntry(draft, relationId);
	const result = await request.call(this, { method: 'POST', path: '/verkoopboekingen', body });
	const salesEntryId = result.outcome === 'ok' ? idOf(result.data) : undefined;
	if (salesEntryId !== undefined) return { state: 'booked', salesEntryId, alreadyThere: false };
	if (result.outcome === 'refused' && !result.refusal.codes.includes(DUPLICATE_NUMBER)) {
		const verdict = verdictOf(result.refusal);
		const state = verdict === 'attention' ? 'needsAttention' : 'ready';
		return { state, reason: reasonOf(result.refusal), stop: verdict === 'stop' };
	}
	const look = await lookAfterWrite(async () => {
		const found = await findExistingEntries.call(this, [draft.invoiceNumber]);
		return found.get(numberKey(draft.invoiceNumber));
	});
	if (look.found) return takeOver(draft, look.found, (id) => isSameId(id, relationId));
	if (result.outcome === 'refused') {
		// The number exists, yet cannot be seen for now: nothing was made, the next run looks first.
		const state = look.unavailable ? 'ready' : 'needsAttention';
		return { state, reason: reasonOf(result.refusal), stop: look.unavailable };
	}
	const reason = unsettledReason(result.outcome === 'unknown' ? result.refusal : undefined);
	return { state: 'unknown', reason, stop: look.unavailable };
}

/**
 * Takes over an entry with the draft's number when it is the draft's: the same amount, and the same
 * relation as far as SnelStart names it. Any other entry makes the number in use.
 */
export function takeOver(
	draft: EntryDraft,
	entries: readonly ExistingEntry[],
	isSameRelation: (relationId: string) => boolean,
): EntryOutcome {
	const wanted = fromEuro(draft.invoiceAmount);
	const sameAmount = entries.filter(({ cents }) => cents === wanted);
	const equal = sameAmount.find(
		({ relationId }) => relationId === undefined || isSameRelation(relationId),
	);
	if (equal) {
		const { salesEntryId, relationId } = equal;
		return {
			state: 'booked',
			alreadyThere: true,
			...(salesEntryId && { salesEntryId }),
			...(relationId && { relationId }),
		};
	}
	const difference =
		sameAmount.length > 0
			? 'for another customer'
			: `for ${entries.map(({ cents }) => formatCents(cents)).join(' and ')} instead of ${formatCents(wanted)}`;
	return {
		state: 'needsAttention',
		reason: ownReason('INVOICE_NUMBER_IN_USE', difference),
		stop: false,
	};
}
