import type { ShopOrder } from '../trade/order';
import type { TransformedOrder } from './transform';

/** An order with what was made of it. */
export interface SeenOrder {
	transformed: TransformedOrder;
	/** `undefined` when it could not be read. */
	order?: ShopOrder;
}

/** What somebody who signs a preview wants to have seen once, of one order. */
export function featuresOf({ transformed, order }: SeenOrder): string[] {
	const { outcome, code, regime, draft } = transformed;
	const features = [`${outcome} ${code}`, `regime ${regime}`];
	if (draft) features.push(`customer ${draft.customer.kind}`);
	if (!order) return features;
	const rates = order.lines.flatMap(({ vat }) => vat.map(({ percentage }) => percentage));
	const distinct = [...new Set(rates)].sort((a, b) => a - b);
	const isDiscounted =
		order.lines.some(({ net, netBeforeDiscount }) => net !== netBeforeDiscount) ||
		order.spread.some(({ role }) => role === 'discount');
	return [
		...features,
		...distinct.map((rate) => `rate ${rate}`),
		`payment ${order.paymentMethod.code}`,
		`currency ${order.currency}`,
		...(distinct.length > 1 ? ['several rates'] : []),
		...(order.refundCount > 0 ? ['refunded'] : []),
		...(order.paidByGiftCard > 0 ? ['gift card'] : []),
		...(isDiscounted ? ['discount'] : []),
	];
}

/**
 * The orders that show most: each next one is the first that has most features nobody has shown yet,
 * and when none is left the first that remains. They keep their places.
 * @param orders the one to prefer first, such as the newest
 * @param atMost how many; 0 for all
 */
export function mostDifferent<Order>(
	orders: readonly Order[],
	atMost: number,
	features: (order: Order) => readonly string[],
): Order[] {
	if (atMost <= 0 || orders.length <= atMost) return [...orders];
	const left = new Map(orders.map((order) => [order, features(order)]));
	const shown = new Set<string>();
	const chosen = new Set<Order>();
	while (chosen.size < atMost) {
		const gain = (own: readonly string[]) => own.filter((one) => !shown.has(one)).length;
		const [best] = [...left].reduce((a, b) => (gain(b[1]) > gain(a[1]) ? b : a));
		for (const feature of left.get(best) ?? []) shown.add(feature);
		left.delete(best);
		chosen.add(best);
	}
	return orders.filter((order) => chosen.has(order));
}
