import { DateTime } from 'luxon';

import { besideEntry, bookingRecordOf, readFound, resultRow } from '../../../bookkeeping';
import type { FoundToBook } from '../../../bookkeeping';
import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import type { BookedDocument } from '../../../bookkeeping/refunds/booked';
import type { Json } from './support';

export const RELATION = 'relation-of-the-sale';
export const RELATION_BESIDE = 'relation-beside-the-sale';
const now = DateTime.fromISO('2026-04-02T10:00:00', { zone: 'Europe/Amsterdam' });

/**
 * What stands in the books once a draft is booked: the record, and SnelStart's own entry.
 * @param claimed the row of the order table when it was claimed
 */
export function booked(
	draft: EntryDraft,
	kind: 'order' | 'refund' | 'total' = 'order',
	claimed: Json = {},
): BookedDocument {
	const more = kind !== 'order' && 'originalOrderKey' in draft ? draft.originalOrderKey : '';
	const item = {
		outcome: 'book',
		client: 'test-client',
		shop: 'woocommerce',
		orderKey: draft.orderKey,
		originalOrderKey: more,
		regime: draft.regime,
		draft,
	};
	const found = readFound(kind, item, 1) as FoundToBook;
	const relationId = draft.customer.kind === 'fixedDebtor' ? draft.customer.relationId : RELATION;
	const second = besideEntry(draft);
	const answer = {
		...{ state: 'booked', invoiceNumber: draft.invoiceNumber, salesEntryId: 'e' },
		...(second && { beside: { salesEntryId: 'e-G' } }),
	};
	const row = resultRow(found, {}, { ...answer, relationId }, { claimId: '1', now });
	return {
		record: bookingRecordOf(found, claimed, row, answer) as unknown as Json,
		entry: entryOf(draft, relationId),
		...(second && { beside: { entry: entryOf(second, RELATION_BESIDE) } }),
	};
}

/** An entry as SnelStart tells it. */
const entryOf = (draft: EntryDraft, relationId: string) => ({
	invoiceNumber: draft.invoiceNumber,
	invoiceDate: draft.invoiceDate,
	paymentTermDays: draft.paymentTermDays,
	relationId,
	lines: draft.lines.map(({ description, ledgerAccountId, costCentreId, amount, vatKind }) => ({
		description,
		ledgerAccountId,
		...(costCentreId && { costCentreId }),
		amount,
		vatKind,
	})),
	vat: draft.vat.map(({ vatKind, amount }) => ({ vatKind, amount })),
});

/** Cents by ledger account and VAT kind, and by kind of VAT row. */
export function perPlace(drafts: readonly EntryDraft[]): Record<string, number> {
	const places: Record<string, number> = {};
	const add = (place: string, amount: number) => {
		places[place] = (places[place] ?? 0) + Math.round(amount * 100);
	};
	for (const { lines, vat } of drafts) {
		for (const line of lines) add(`${line.ledgerAccountId} ${line.vatKind}`, line.amount);
		for (const row of vat) add(row.vatKind, row.amount);
	}
	return places;
}
