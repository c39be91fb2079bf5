import { fromEuro } from '../money/money';
import { reason, told, type Told } from '../codes/register';
import type { RawObject } from '../trade/fields';
import { cellNumber, cellText } from './cell';
import { isApproved } from './fingerprints';
import type { Figures, RowKind } from './found';
import { outlineOfDraft, sealIn } from './outline';

/** Where a claimed draft goes: to SnelStart as a payment or as a document, or nowhere yet. */
export const offeredTo = ['register', 'notSent', 'book'] as const;

/** What becomes of a claimed draft, in the form in which SnelStart's node answers. */
export type Offer =
	| { to: 'register' }
	/** With `dayTotal` in the draft it is looked up by its number, and gathered when it is not there. */
	| { to: 'book'; draft: RawObject }
	| {
			to: 'notSent';
			answer: { state: string; outline?: string; mayBeSent?: boolean } & Partial<Told>;
	  };

const registered: readonly RowKind[] = ['payment', 'payout'];

/**
 * Where a draft goes. What may have been sent, or once was booked, is looked up in SnelStart and
 * booked by itself, whatever the settings say of approval and of day totals. Only what nobody ever
 * approved waits all the same: a run that died may have claimed it and never offered it. An approval
 * counts for what was shown: for other amounts, lines or accounts it is asked again.
 *
 * @param claimed the row as it was read after the claim.
 */
export function offer(
	kind: string,
	draft: RawObject,
	claimed: RawObject,
	figures: Partial<Figures>,
): Offer {
	if (registered.some((name) => name === kind)) return { to: 'register' };
	const mayBeSent = claimed.mayBeSent === true;
	const approved = cellText(claimed, 'approved');
	const wasBooked =
		cellText(claimed, 'snelStartNumber') !== '' || (cellNumber(claimed, 'version') ?? 0) !== 0;
	const outline = draft.approveFirst === true ? outlineOfDraft(draft) : '';
	const shown = sealIn(cellText(claimed, 'outline'));
	const isAsShown =
		isApproved(approved, figures.fingerprint ?? '') && (shown === '' || shown === sealIn(outline));
	const waits = draft.approveFirst === true && !isAsShown;
	if (wasBooked || (mayBeSent && !(waits && approved === '')))
		return { to: 'book', draft: byItself(draft) };
	if (waits) {
		const answer = { ...awaitsApproval(draft, figures), outline, mayBeSent };
		return { to: 'notSent', answer };
	}
	return { to: 'book', draft };
}

const byItself = (draft: RawObject): RawObject =>
	Object.fromEntries(Object.entries(draft).filter(([field]) => field !== 'dayTotal'));

function awaitsApproval(draft: RawObject, { total }: Partial<Figures>): { state: string } & Told {
	const notes = Array.isArray(draft.notes) ? draft.notes.length : 0;
	const facts = {
		number: cellText(draft, 'invoiceNumber', 'number'),
		date: cellText(draft, 'invoiceDate', 'date'),
		total: fromEuro(total ?? 0),
	};
	const why =
		notes > 0
			? reason('AWAITS_APPROVAL', { case: 'withNotes', ...facts, notes })
			: reason('AWAITS_APPROVAL', { case: 'withoutNotes', ...facts });
	return { state: 'needsAttention', ...told(why) };
}
