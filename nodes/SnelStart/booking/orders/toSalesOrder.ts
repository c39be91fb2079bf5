import type { SalesOrderDraft } from '../../../../bookkeeping';
import { toAddress } from '../customers/toRelation';
import type { CountryIds } from '../customers/toRelation';

/**
 * Writes a draft in SnelStart's words (J150-J158, SS-232). The reference of the
 * order goes into orderreferentie, which is looked up before anything is sent, and into
 * betalingskenmerk (J155). The number is SnelStart's to give (VOR-0005).
 *
 * @param itemIds of the lines, in their order
 */
export function toSalesOrder(
	draft: SalesOrderDraft,
	relationId: string,
	itemIds: readonly string[],
	countryIds: CountryIds,
) {
	const { invoiceNumber, shippingAddress, templateId, costCentreId } = draft;
	const address = shippingAddress && toAddress(shippingAddress, countryIds);
	return {
		relatie: { id: relationId },
		procesStatus: 'Order',
		datum: `${draft.invoiceDate}T00:00:00`,
		krediettermijn: draft.paymentTermDays,
		omschrijving: draft.description,
		betalingskenmerk: invoiceNumber,
		orderreferentie: invoiceNumber,
		verkooporderBtwIngaveModel: draft.vatEntry === 'inclusive' ? 'Inclusief' : 'Exclusief',
		...(address && { afleveradres: address }),
		...(costCentreId && { kostenplaats: { id: costCentreId } }),
		...(templateId && { verkoopordersjabloon: { id: templateId } }),
		regels: draft.lines.map(({ description, quantity, unitPrice, amount }, index) => ({
			artikel: { id: itemIds[index] },
			omschrijving: description,
			stuksprijs: unitPrice,
			aantal: quantity,
			totaal: amount,
		})),
	};
}
