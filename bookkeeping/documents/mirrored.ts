import type { EntryDraft } from './draft';

/** An entry with the sign turned: the credit note that takes all of it back. @param date of the note */
export function mirrored<Draft extends EntryDraft>(
	draft: Draft,
	invoiceNumber: string,
	invoiceDate: string,
): Draft {
	const turned = <Part extends { amount: number }>(part: Part): Part => ({
		...part,
		amount: part.amount === 0 ? 0 : -part.amount,
	});
	return {
		...draft,
		...{ invoiceNumber, invoiceDate, invoiceAmount: -draft.invoiceAmount },
		lines: draft.lines.map(turned),
		vat: draft.vat.map(turned),
		...(draft.giftCard && { giftCard: turned(draft.giftCard) }),
	};
}
