import {
	imbalanceOf,
	bookableDraftSchema,
	type BookableDraft,
	brokenSum,
	reason,
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
 * checks its form and its sum. Values of the draft never enter a message, only names of fields.
 */
export function parseDraft(json: Record<string, unknown>, draftField: string): ParsedDraft {
	const candidate = json[draftField] ?? (isDraft(json) ? json : undefined);
	const parsed = bookableDraftSchema.safeParse(candidate);
	if (!parsed.success) {
		const why = reason('DRAFT_INVALID', wrongFields(parsed.error));
		return { ...namesOf(candidate), reason: told(why) };
	}
	const draft = parsed.data;
	const broken = brokenSumOf(draft);
	const { earlierRelationId } = json;
	if (broken === undefined) {
		return typeof earlierRelationId === 'string' && earlierRelationId !== ''
			? { draft, earlierRelationId }
			: { draft };
	}
	return { ...namesOf(draft), reason: told(broken) };
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
