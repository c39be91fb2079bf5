import type { EntryDraft } from '../../../../bookkeeping';
import { documentVatKinds, lineVatKinds } from '../../../shared/snelStart/vatKinds';

/**
 * Writes a draft in SnelStart's words (J144-J147, SS-411 to SS-413): lines without VAT, VAT
 * per kind in the document's own words, no VAT rows (`[]`) when nothing is taxed.
 */
export function toSalesEntry(draft: EntryDraft, relationId: string) {
	return {
		factuurnummer: draft.invoiceNumber,
		klant: { id: relationId },
		factuurdatum: `${draft.invoiceDate}T00:00:00`,
		factuurbedrag: draft.invoiceAmount,
		betalingstermijn: draft.paymentTermDays,
		omschrijving: draft.description,
		boekingsregels: draft.lines.map(
			({ description, ledgerAccountId, costCentreId, amount, vatKind }) => ({
				omschrijving: description,
				grootboek: { id: ledgerAccountId },
				...(costCentreId && { kostenplaats: { id: costCentreId } }),
				bedrag: amount,
				btwSoort: lineVatKinds[vatKind],
			}),
		),
		btw: draft.vat.map(({ vatKind, amount }) => ({
			btwSoort: documentVatKinds[vatKind],
			btwBedrag: amount,
		})),
	};
}
