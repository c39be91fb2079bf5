import { rowOfMethod } from '../settings/paymentMethodRow';
import type { Settings } from '../settings/settings';
import type { ShopOrder } from '../trade/order';

/** In how many days an order is due: by its payment method, else as all are (D-J142). */
export function paymentTermOf(
	{ paymentMethod }: Pick<ShopOrder, 'paymentMethod'>,
	{ paymentTerms, paymentTermDays }: Pick<Settings, 'paymentTerms' | 'paymentTermDays'>,
): number {
	return rowOfMethod(paymentTerms, paymentMethod)?.days ?? paymentTermDays;
}
