import {
	imbalanceOf,
	bookableDraftSchema,
	type BookableDraft,
	formatCents,
	brokenSum,
} from '../../../bookkeeping';
import { ownReason } from './bookResult';
import type { Reason } from './outcome';

export type ParsedDraft =
	| { draft: BookableDraft }
	| { orderKey: string; invoiceNumber: string; reason: Reason };

/**
 * Takes the draft out of an item: the named field, else the item itself when it is a draft; and
 * checks its form and its sum. Values of the draft never enter a message, only names of fields.
 */
export function parseDraft(json: Record<string, unknown>, draftField: string): ParsedDraft {
	const candidate = json[draftField] ?? (isDraft(json) ? json : undefined);
	const parsed = bookableDraftSchema.safeParse(candidate);
	if (!parsed.success) {
		const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join(', ');
		return { ...namesOf(candidate), reason: ownReason('DRAFT_INVALID', fields) };
	}
	const draft = parsed.data;
	const broken = brokenSumOf(draft);
	if (broken === undefined) return { draft };
	return { ...namesOf(draft), reason: ownReason('DRAFT_NOT_BALANCED', broken) };
}

function brokenSumOf(draft: BookableDraft): string | undefined {
	if (draft.document === 'salesOrder') return brokenSum(draft);
	const imbalance = imbalanceOf(draft);
	return imbalance === 0 ? undefined : `a gap of ${formatCents(imbalance)}`;
}

function isDraft({ document }: Record<string, unknown>): boolean {
	return ['salesEntry', 'creditNote', 'salesOrder'].includes(String(document));
}

function namesOf(candidate: unknown): { orderKey: string; invoiceNumber: string } {
	const fields = (candidate ?? {}) as Record<string, unknown>;
	const text = (value: unknown) => (typeof value === 'string' ? value : '');
	return { orderKey: text(fields.orderKey), invoiceNumber: text(fields.invoiceNumber) };
}
