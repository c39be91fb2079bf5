import { proveEntry, reason, told } from '../../../../bookkeeping';
import type { ToldCode } from '../../../../bookkeeping';
import { bookedDraftSchema } from './bookedDraft';
import type { BookedDraft } from './bookedDraft';
import { wrongFields } from '../wrongFields';

export type ParsedBookedDraft = { draft: BookedDraft } | { reason: ToldCode };

/**
 * Takes the draft out of an item: the named field, else the item itself when it is a draft; checks
 * its form and its balance. A field `salesEntryId` beside the draft of a payment names the sales
 * entry that was booked for the order. Values of the draft never enter a message.
 */
export function parseBookedDraft(
	json: Record<string, unknown>,
	draftField: string,
): ParsedBookedDraft {
	const candidate = json[draftField] ?? (isDraft(json) ? json : undefined);
	const parsed = bookedDraftSchema.safeParse(candidate);
	if (!parsed.success) {
		const why = reason('PAYMENT_DRAFT_INVALID', wrongFields(parsed.error));
		return { reason: told(why) };
	}
	try {
		proveEntry(parsed.data);
	} catch {
		// Its findings tell of a draft just made; this one was changed on its way.
		return { reason: told(reason('PAYMENT_DRAFT_NOT_BALANCED')) };
	}
	return { draft: withSalesEntry(parsed.data, json.salesEntryId) };
}

function withSalesEntry(draft: BookedDraft, salesEntryId: unknown): BookedDraft {
	const [line, ...others] = draft.salesLines;
	const isKnown = typeof salesEntryId === 'string' && salesEntryId.trim() !== '';
	if (draft.document !== 'payment' || !isKnown || !line || others.length > 0) return draft;
	// A refund settles the credit note; beside its draft stands the entry of the order.
	if (draft.amount < 0 || line.salesEntryId) return draft;
	// Of an order in two entries it may be the second that is settled.
	if (line.other) return draft;
	return { ...draft, salesLines: [{ ...line, salesEntryId: salesEntryId.trim() }] };
}

function isDraft({ document }: Record<string, unknown>): boolean {
	return document === 'payment' || document === 'payout';
}
