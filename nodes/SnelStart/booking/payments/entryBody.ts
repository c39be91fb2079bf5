import type { EntryKind, LedgerLine, SalesLine } from '../../../../bookkeeping';
import type { BookedDraft } from './bookedDraft';

/** Where each kind of entry is sent to. */
export const entryPaths: Record<EntryKind, string> = {
	bank: '/bankboekingen',
	cash: '/kasboekingen',
	memorial: '/memoriaalboekingen',
};

/**
 * Writes a draft in SnelStart's words (J168-J170, SS-461, SS-462). A settling line is a
 * credit in a bank or cash entry and a positive amount in a memorial; a refund is the opposite.
 *
 * @param salesEntryIds the sales entry of each sales line, in their order.
 */
export function entryBody(draft: BookedDraft, salesEntryIds: readonly string[]) {
	const head = {
		datum: `${draft.date}T00:00:00`,
		dagboek: { id: draft.journalId },
		boekstuk: draft.number,
		omschrijving: draft.description,
	};
	const ledgerLine = ({ description, ledgerAccountId, debit, credit }: LedgerLine) => ({
		omschrijving: description,
		grootboek: { id: ledgerAccountId },
		debet: debit,
		credit,
	});
	const target = (line: SalesLine, index: number) => ({
		boekingId: { id: salesEntryIds[index]! },
		omschrijving: line.description || line.invoiceNumber,
	});
	if (draft.kind === 'memorial') {
		return {
			...head,
			memoriaalBoekingsRegels: draft.ledgerLines.map(ledgerLine),
			verkoopboekingBoekingsRegels: draft.salesLines.map((line, index) => ({
				...target(line, index),
				bedrag: line.amount,
			})),
		};
	}
	return {
		...head,
		bedragOntvangen: draft.received,
		bedragUitgegeven: draft.spent,
		grootboekBoekingsRegels: draft.ledgerLines.map((line) => ({
			...ledgerLine(line),
			btwSoort: line.vatKind === 'high' ? 'Hoog' : 'Geen',
		})),
		verkoopboekingBoekingsRegels: draft.salesLines.map((line, index) => ({
			...target(line, index),
			debet: line.amount < 0 ? -line.amount : 0,
			credit: line.amount < 0 ? 0 : line.amount,
		})),
		...(draft.vatLines && {
			btwBoekingsregels: draft.vatLines.map(({ debit, credit }) => ({
				debet: debit,
				credit,
				type: 'TeVorderenBtwType',
				tarief: 'Hoog',
			})),
		}),
	};
}
