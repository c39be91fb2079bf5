import type { SalesEntryDraft } from '../documents/draft';
import { type Reason } from '../codes/register';
import { Finding } from '../trade/findings';
import type { Settings, ShopSettings } from '../settings/settings';
import type { RawObject } from '../trade/fields';
import { transformAsSold } from '../orders/transform';

/** The sale of an order, or why it is none for the books. */
export type Sale = { draft: SalesEntryDraft; fingerprint: string } | { notBooked: Reason };

/**
 * The sale of an order as it is booked, whatever its status and refunds are now. The transformer is
 * deterministic: the same order and settings give the draft that was booked. A VAT number was
 * checked when the order was booked, and is not checked again.
 *
 * @throws Finding when the order cannot be booked.
 */
export function saleOf(raw: RawObject, shop: ShopSettings, settings: Settings): Sale {
	const sale = transformAsSold(raw, shop.shop, settings);
	if (sale.draft?.document === 'salesEntry') {
		return { draft: sale.draft, fingerprint: sale.fingerprint };
	}
	if (sale.draft) {
		throw new Finding('CREDIT_OF_SALES_ORDER');
	}
	const { outcome, code, facts } = sale;
	if (code === '') throw new TypeError('An order without a draft says why');
	if (outcome === 'nothingToBook') return { notBooked: { code, facts } };
	throw new Finding({ code, facts });
}
