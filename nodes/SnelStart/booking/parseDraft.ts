import {
	asVersion,
	imbalanceOf,
	bookableDraftSchema,
	type BookableDraft,
	brokenSum,
	reason,
	reasonOf,
	type Reason,
	told,
	type ToldCode,
} from '../../../bookkeeping';
import { wrongFields } from './wrongFields';

export type ParsedDraft =
	| { draft: BookableDraft; earlierRelationId?: string }
	| { orderKey: string; invoiceNumber: string; reason: ToldCode };

/**
 * Takes the draft out of an item: the named field, else the item itself when it is a draft; and
 * checks its form and its sum. A field `entryVersion` beside it says which entry of the order it is,
 * where earlier ones were undone. Values of the draft never enter a message, only names of fields.
 */
export function parseDraft(json: Record<string, unknown>, draftField: string): ParsedDraft {
	const candidate = json[draftField] ?? (isDraft(json) ? json : undefined);
	const parsed = bookableDraftSchema.safeParse(candidate);
	if (!parsed.success) {
		const why = reason('DRAFT_INVALID', wrongFields(parsed.error));
		return { ...namesOf(candidate), reason: told(why) };
	}
	const broken = brokenSumOf(parsed.data);
	if (broken !== undefined) return { ...namesOf(parsed.data), reason: told(broken) };
	const draft = ofVersion(parsed.data, json);
	if ('code' in draft) return { ...namesOf(parsed.data), reason: told(draft) };
	const { earlierRelationId } = json;
	return typeof earlierRelationId === 'string' && earlierRelationId !== ''
		? { draft, earlierRelationId }
		: { draft };
}

/** The draft under the number of its entry, where earlier entries of the order were undone. */
function ofVersion(
	draft: BookableDraft,
	{ entryVersion }: { entryVersion?: unknown },
): BookableDraft | Reason {
	try {
		return asVersion(draft, typeof entryVersion === 'number' ? entryVersion : 1);
	} catch (error) {
		return reasonOf(error);
	}
}

function brokenSumOf(draft: BookableDraft): Reason | undefined {
	if (draft.document === 'salesOrder') {
		const broken = brokenSum(draft);
		return broken && reason('DRAFT_NOT_BALANCED', broken);
	}
	const gap = imbalanceOf(draft);
	return gap === 0 ? undefined : reason('DRAFT_NOT_BALANCED', { case: 'gap', gap });
}

function isDraft({ document }: Record<string, unknown>): boolean {
	return ['salesEntry', 'creditNote', 'salesOrder'].includes(String(document));
}

function namesOf(candidate: unknown): { orderKey: string; invoiceNumber: string } {
	const fields = (candidate ?? {}) as Record<string, unknown>;
	const text = (value: unknown) => (typeof value === 'string' ? value : '');
	return { orderKey: text(fields.orderKey), invoiceNumber: text(fields.invoiceNumber) };
}
