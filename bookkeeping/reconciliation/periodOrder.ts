import { transformAsSold, type TransformedOrder } from '../orders/transform';
import type { Settings } from '../settings/settings';
import { shopOf } from '../settings/shopOf';
import { shops } from '../shops';
import { entryDateOf } from '../shops/entryDate';
import { isObject } from '../trade/fields';
import { orderMoney, type OrderMoney } from './orderMoney';

/** The status of an order in the trash of a shop; no shop lets a user choose it for a sale. */
const IN_TRASH = 'trash';

/** An order of a period, for a comparison with the books. */
export interface PeriodOrder extends TransformedOrder {
	/** The draft is of the order as it was sold, whatever has become of it since. */
	asSold: boolean;
	/** The shop took the order back; empty for one that stands. */
	withdrawn: '' | 'cancelled' | 'trashed';
	/** The day (yyyy-MM-dd) its entry would have; empty where that cannot be told. */
	day: string;
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
	const more = { withdrawn, day: dayOf(raw, transformed.shop, settings), money };
	if (transformed.draft) return { ...transformed, asSold: false, ...more };
	const { draft, total, vat, regime } = transformAsSold(raw, transformed.shop, settings);
	const sold = draft ? { draft, total, vat, regime } : {};
	return { ...transformed, ...sold, asSold: true, ...more };
}

/** Also of an order that cannot be booked: in which month somebody has to look at it. */
function dayOf(raw: unknown, shopName: string, settings: Settings): string {
	if (!isObject(raw)) return '';
	try {
		const shop = shopOf(shopName, settings);
		const dated = entryDateOf(raw, shops[shop.kind].orderedOn(raw, shop), shop);
		return 'date' in dated ? dated.date : '';
	} catch {
		// What the order says instead is told by its code.
		return '';
	}
}

function withdrawnBy({ orderStatus, code }: TransformedOrder): PeriodOrder['withdrawn'] {
	if (orderStatus === IN_TRASH) return 'trashed';
	return code === 'STATUS_SKIPPED' ? 'cancelled' : '';
}
