import { rowOfMethod } from '../settings/paymentMethodRow';
import type { Settings } from '../settings/settings';
import type { ShopOrder } from '../trade/order';
import type { SalesEntryDraft } from './draft';

/**
 * In how many days an order is due: by its payment method, else, where the settings say so, by the
 * card of the customer, else as all are (D-J142).
 */
export function paymentTermOf(
	{ paymentMethod }: Pick<ShopOrder, 'paymentMethod'>,
	{
		paymentTerms,
		paymentTermDays,
		paymentTermOfCard,
	}: Pick<Settings, 'paymentTerms' | 'paymentTermDays' | 'paymentTermOfCard'>,
): Pick<SalesEntryDraft, 'paymentTermDays' | 'termOfCard'> {
	const ofMethod = rowOfMethod(paymentTerms, paymentMethod);
	if (ofMethod) return { paymentTermDays: ofMethod.days };
	return { paymentTermDays, ...(paymentTermOfCard && { termOfCard: true as const }) };
}
