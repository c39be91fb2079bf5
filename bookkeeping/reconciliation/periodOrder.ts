import { transformAsSold, type TransformedOrder } from '../orders/transform';
import type { Settings } from '../settings/settings';
import { orderMoney, type OrderMoney } from './orderMoney';

/** The status of an order in the trash of a shop; no shop lets a user choose it for a sale. */
const IN_TRASH = 'trash';

/** An order of a period, for a comparison with the books. */
export interface PeriodOrder extends TransformedOrder {
	/** The draft is of the order as it was sold, whatever has become of it since. */
	asSold: boolean;
	/** The shop took the order back; empty for one that stands. */
	withdrawn: '' | 'cancelled' | 'trashed';
	money: OrderMoney;
}

/**
 * An order as it must stand in the books if it was booked: one that was cancelled, put aside or
 * changed since is drafted as it was sold.
 *
 * @param transformed what becomes of the order today.
 */
export function periodOrder(
	transformed: TransformedOrder,
	raw: unknown,
	settings: Settings,
): PeriodOrder {
	const withdrawn = withdrawnBy(transformed);
	const money = orderMoney(raw, transformed.shop, settings);
	if (transformed.draft) return { ...transformed, asSold: false, withdrawn, money };
	const { draft, total, vat, regime } = transformAsSold(raw, transformed.shop, settings);
	const sold = draft ? { draft, total, vat, regime } : {};
	return { ...transformed, ...sold, asSold: true, withdrawn, money };
}

function withdrawnBy({ orderStatus, code }: TransformedOrder): PeriodOrder['withdrawn'] {
	if (orderStatus === IN_TRASH) return 'trashed';
	return code === 'STATUS_SKIPPED' ? 'cancelled' : '';
}
