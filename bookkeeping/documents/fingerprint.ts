import { foreignText } from '../currency/foreignAmount';
import { countryCode } from '../trade/countries';
import { formatCents } from '../money/money';
import type { ShopOrder } from '../trade/order';
import type { RatedOrder } from '../vat/ratedLines';
import { chargedPerRate } from './charged';

/**
 * What makes an order the same order for the books: its currency, total, VAT and net per rate, where
 * it is delivered, and the exchange rate of one in another currency. Kept
 * with the booked order, so that a change in the shop afterwards is noticed (J035). Readable, so
 * that the difference can be shown; no personal data.
 */
export function fingerprintOf(order: ShopOrder, rated: RatedOrder): string {
	const perRate = chargedPerRate(rated).map(
		({ percentage, net, vat }) =>
			`${percentage === null ? 'untaxed' : `${percentage}%`} ${formatCents(net)}+${formatCents(vat)}`,
	);
	const amounts = [
		`${order.currency} ${formatCents(order.total)}`,
		...perRate,
		...deliveryOf(order),
	].join(' | ');
	return order.foreign ? `${foreignText(order.foreign)} | ${amounts}` : amounts;
}

function deliveryOf({ pickUp, shipping, billing }: ShopOrder): string[] {
	if (pickUp) return ['picked up'];
	const country = countryCode(shipping.country || billing.country);
	return country === '' ? [] : [`to ${country}`];
}
