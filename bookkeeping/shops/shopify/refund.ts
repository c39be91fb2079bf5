import { sum, type Cents, type Micros } from '../../money/money';
import { cents, micros, objects, text, type RawObject } from '../../trade/fields';
import type { ShopLine } from '../../trade/order';
import type { ListedRefund, RefundLine, ShopRefund } from '../../trade/refund';
import type { ReadingRules } from '../shop';
import { dateOf, GIFT_CARD, readLines, successful } from './order';

export function listedRefund(
	raw: RawObject,
	rules: ReadingRules,
): ListedRefund & { amount: Cents } {
	const paid = successful(raw, ['refund']);
	return {
		id: text(raw, 'id'),
		date: dateOf(raw, rules),
		amount: sum(paid.map((one) => cents(one, 'amount', 'refund'))),
		toCard: sum(
			paid
				.filter(({ gateway }) => gateway === GIFT_CARD)
				.map((one) => cents(one, 'amount', 'refund')),
		),
		state: paid.every(({ gateway }) => gateway === 'manual') ? 'outside' : 'paid',
	};
}

/** The lines that came back, and what was given back of the shipping (`order_adjustments`). */
export function readRefund(raw: RawObject, order: RawObject, rules: ReadingRules): ShopRefund {
	const { id, date, amount, toCard } = listedRefund(raw, rules);
	const originals = readLines(order);
	const goods = objects(raw, 'refund_line_items').map((line) => {
		const vat = micros(line, 'total_tax', 'refundLine');
		const net = micros(line, 'subtotal', 'refundLine');
		const original = originals.get(text(line, 'line_item_id'));
		return refundLine(line, order.taxes_included === true ? net - vat : net, vat, original);
	});
	const shipping = [...originals.values()].find(({ role }) => role === 'shipping');
	const adjustments = objects(raw, 'order_adjustments')
		.filter(({ kind }) => kind === 'shipping_refund')
		.map((one) => {
			const [net, vat] = [micros(one, 'amount', 'shipping'), micros(one, 'tax_amount', 'shipping')];
			return refundLine(one, -net, -vat, shipping);
		});
	return {
		id,
		date,
		amount,
		...(toCard > 0 && { toCard }),
		lines: [...goods, ...adjustments],
		vatPerRate: [],
	};
}

/** The rate of its VAT is that of the line it came from. */
function refundLine(raw: RawObject, net: Micros, amount: Micros, original?: ShopLine): RefundLine {
	const vat = (original?.vat ?? []).map(({ percentage }) => ({ percentage, amount }));
	const { role = 'shipping' as const, title = '' } = original ?? {};
	return { role, title, quantity: text(raw, 'quantity') || '1', net, vat, original };
}
