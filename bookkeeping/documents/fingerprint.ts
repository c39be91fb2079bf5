import { foreignText } from '../currency/foreignAmount';
import { formatCents } from '../money/money';
import type { ShopOrder } from '../trade/order';
import type { RatedOrder } from '../vat/ratedLines';

/**
 * What makes an order the same order for the books: its currency, total, VAT and net per rate, and
 * the exchange rate of one in another currency. Kept
 * with the booked order, so that a change in the shop afterwards is noticed (J035). Readable, so
 * that the difference can be shown; no personal data.
 */
export function fingerprintOf(order: ShopOrder, { lines, vat }: RatedOrder): string {
	const rates = [...new Set(lines.map(({ percentage }) => percentage))].sort(
		(a, b) => (b ?? -1) - (a ?? -1),
	);
	const perRate = rates.map((rate) => {
		const net = lines
			.filter(({ percentage }) => percentage === rate)
			.reduce((total, line) => total + line.net - line.discount, 0);
		const charged = vat.find(({ percentage }) => percentage === rate)?.amount ?? 0;
		return `${rate === null ? 'untaxed' : `${rate}%`} ${formatCents(net)}+${formatCents(charged)}`;
	});
	const amounts = [`${order.currency} ${formatCents(order.total)}`, ...perRate].join(' | ');
	return order.foreign ? `${foreignText(order.foreign)} | ${amounts}` : amounts;
}
