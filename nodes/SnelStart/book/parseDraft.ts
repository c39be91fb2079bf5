import { salesEntryDraftSchema } from '../../../bookkeeping/draft';
import type { SalesEntryDraft } from '../../../bookkeeping/draft';
import { formatCents } from '../../../bookkeeping/money';
import { imbalanceOf } from './balance';
import { ownReason } from './bookResult';
import type { Reason } from './bookResult';

export type ParsedDraft =
	| { draft: SalesEntryDraft }
	| { orderKey: string; invoiceNumber: string; reason: Reason };

/**
 * Takes the draft out of an item: the named field, else the item itself when it is a draft; and
 * checks its form and its sum. Values of the draft never enter a message, only names of fields.
 */
export function parseDraft(json: Record<string, unknown>, draftField: string): ParsedDraft {
	const candidate = json[draftField] ?? (json.document === 'salesEntry' ? json : undefined);
	const parsed = salesEntryDraftSchema.safeParse(candidate);
	if (!parsed.success) {
		const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join(', ');
		return { ...namesOf(candidate), reason: ownReason('DRAFT_INVALID', fields) };
	}
	const draft = parsed.data;
	const imbalance = imbalanceOf(draft);
	if (imbalance !== 0) {
		const reason = ownReason('DRAFT_NOT_BALANCED', `a gap of ${formatCents(imbalance)}`);
		return { ...namesOf(draft), reason };
	}
	return { draft };
}

function namesOf(candidate: unknown): { orderKey: string; invoiceNumber: string } {
	const fields = (candidate ?? {}) as Record<string, unknown>;
	const text = (value: unknown) => (typeof value === 'string' ? value : '');
	return { orderKey: text(fields.orderKey), invoiceNumber: text(fields.invoiceNumber) };
}
