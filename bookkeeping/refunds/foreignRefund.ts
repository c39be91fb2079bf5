import { refundInEuro } from '../currency/convert';
import { rateOfDraft } from '../currency/foreignAmount';
import type { EntryDraft } from '../documents/draft';
import { Finding } from '../trade/findings';
import { sum, type Cents } from '../money/money';
import type { ShopSettings } from '../settings/settings';
import { listedRefunds, shops } from '../shops';
import type { RawObject } from '../trade/fields';
import type { ListedRefund, ShopRefund } from '../trade/refund';

/** A refund as the shop states it, in the currency of the books. */
export interface BookableRefund {
	refund: ShopRefund;
	/** What goes back in the currency of the customer, where that is another one. */
	foreignCents?: Cents;
}

/**
 * Turns a refund into euro at the rate of the sale it belongs to, whatever the rate is today.
 *
 * @param order the raw order: it lists its refunds, so that all of them together are rounded once.
 * @throws Finding BOOKED_DRAFT_INVALID when the sale was booked in another currency than the order
 * has now.
 */
export function inCurrencyOfBooks(
	refund: ShopRefund,
	order: RawObject,
	booked: EntryDraft,
	shop: ShopSettings,
): BookableRefund {
	const { foreign } = booked;
	checkCurrency(order, booked, shop);
	const known = foreign && rateOfDraft(foreign);
	if (!known) return { refund };
	const before = listedRefunds(shop.kind, order, shop).filter(
		({ id }) => Number(id) < Number(refund.id),
	);
	const place = { before: refundedBy(before), whole: known.whole, count: before.length + 1 };
	return { refund: refundInEuro(refund, known.rate, place), foreignCents: refund.amount };
}

/** @throws Finding BOOKED_DRAFT_INVALID when order and booked draft are in different currencies. */
export function checkCurrency(
	order: RawObject,
	{ foreign }: EntryDraft,
	{ kind }: ShopSettings,
): void {
	const now = shops[kind].stated(order).currency.toUpperCase() || 'EUR';
	const then = foreign?.currency ?? 'EUR';
	if (now === then) return;
	throw new Finding('BOOKED_DRAFT_INVALID', { case: foreign ? 'currency' : 'noRate', now, then });
}

/** What refunds in the list of an order give back, in its own currency. */
export function refundedBy(refunds: readonly ListedRefund[]): Cents {
	return sum(refunds.map(({ amount = 0 }) => amount));
}
