import type { IDataObject } from 'n8n-workflow';

import {
	fromEuro,
	reason,
	roundingTolerance,
	type Cents,
	type EntryDraft,
	type Reason,
} from '../../../../bookkeeping';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { readBooked } from '../readBooked';
import type { Seen } from '../writeOnce';
import type { ExistingEntry } from './salesEntries';

interface Rated {
	lines?: ReadonlyArray<{ vatKind: unknown; amount: unknown }>;
	vat?: ReadonlyArray<{ vatKind: unknown; amount: unknown }>;
}

/**
 * Of drafts that another connector booked, those whose entry cannot be taken over as it stands: it is
 * not there, cannot be read, or bears other VAT than the order, so that no credit note could mirror it.
 *
 * @param seen what SnelStart has under their numbers
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function unclearOldEntries(
	context: SnelStartContext,
	drafts: readonly EntryDraft[],
	seen: ReadonlyMap<EntryDraft, Seen<ExistingEntry>>,
): Promise<Map<EntryDraft, Reason>> {
	const unclear = new Map<EntryDraft, Reason>();
	const there: Array<{ draft: EntryDraft; entryId: string }> = [];
	for (const draft of drafts) {
		if (!draft.bookedBefore) continue;
		const found = seen.get(draft);
		const invoice = draft.invoiceNumber;
		if (!found) unclear.set(draft, reason('OLD_INVOICE_UNCLEAR', { case: 'notThere', invoice }));
		else if ('ours' in found) there.push({ draft, entryId: found.ours.salesEntryId ?? '' });
	}
	const records = there.map(({ entryId }) => ({ document: 'salesEntry', entryId }));
	const read = there.length === 0 ? [] : await readBooked.call(context, records);
	for (const [index, { draft }] of there.entries()) {
		const why = differenceOf(draft, read[index]?.entry);
		if (why) unclear.set(draft, why);
	}
	return unclear;
}

/** What of an entry is not that of the order, beyond what rounding makes. */
function differenceOf(draft: EntryDraft, entry: IDataObject | undefined): Reason | undefined {
	const invoice = draft.invoiceNumber;
	if (!entry) return reason('OLD_INVOICE_UNCLEAR', { case: 'noEntry', invoice });
	const { lines = [], vat = [] } = entry as Rated;
	const most = roundingTolerance(draft.lines.length);
	const [found, stated] = [total(vat), total(draft.vat)];
	if (Math.abs(found - stated) > most) {
		return reason('OLD_INVOICE_UNCLEAR', { case: 'vat', invoice, found, vat: stated });
	}
	const kinds = new Set([...lines, ...vat, ...draft.lines, ...draft.vat].map((row) => row.vatKind));
	const differs = [...kinds].some((kind) => {
		const of = (rows: NonNullable<Rated['vat']>) =>
			total(rows.filter(({ vatKind }) => vatKind === kind));
		return [of(lines) - of(draft.lines), of(vat) - of(draft.vat)].some(
			(cents) => Math.abs(cents) > most,
		);
	});
	return differs ? reason('OLD_INVOICE_UNCLEAR', { case: 'rates', invoice }) : undefined;
}

const total = (rows: NonNullable<Rated['vat']>): Cents =>
	rows.reduce((all, { amount }) => all + fromEuro(Number(amount)), 0);
