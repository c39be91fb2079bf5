import { roundingTolerance, sum, type Cents } from '../money/money';
import { Finding } from '../trade/findings';
import type { ShopOrder } from '../trade/order';
import type { RatedLine, RatedOrder } from './ratedLines';

/**
 * The VAT of an order as the shop owes it, where the shop states one figure for the order (JouwWeb's
 * `totalTaxAmount`, J086; Shopify's `total_tax`) and VAT per line: that figure decides. The cents that
 * the lines miss go to the rate with the largest VAT. What the total asks for besides is filled by them
 * first; the rest comes off the largest line of that rate, so that the order without VAT is its total
 * less its VAT (J088). An order that states VAT per rate is settled by its reader.
 *
 * @returns the cents that were moved; 0 when the figures agree.
 * @throws Finding VAT_TOTAL_MISMATCH when the figure contradicts the lines by more than rounding.
 */
export function settleStatedVat(
	order: ShopOrder,
	rated: RatedOrder,
): { rated: RatedOrder; cents: Cents } {
	const { statedVat: stated } = order;
	if (stated === undefined) return { rated, cents: 0 };
	const ofLines = sum(rated.vat.map(({ amount }) => amount));
	const left = stated - ofLines;
	// Of an order in another currency each rate was rounded to euro cents by itself.
	if (left === 0 || (order.foreign && isRounding(order, left))) return { rated, cents: 0 };
	const largest = largestOf(rated.vat);
	if (!largest || order.vatPerRate.length > 0 || !isRounding(order, left)) {
		throw new Finding('VAT_TOTAL_MISMATCH', { case: 'order', stated, ofLines });
	}
	const { percentage } = largest;
	const vat = rated.vat.map((rate) =>
		rate === largest ? { percentage, amount: rate.amount + left } : rate,
	);
	const gap = order.total - ofLines - sum(rated.lines.map(chargedNet));
	const onNet = filled(gap, left) - left;
	const lines = onNet === 0 ? rated.lines : withCents(rated.lines, percentage, onNet);
	return { rated: { lines, vat }, cents: left };
}

const isRounding = ({ lines }: ShopOrder, cents: Cents): boolean =>
	Math.abs(cents) <= roundingTolerance(lines.length);

const chargedNet = ({ net, discount }: RatedLine): Cents => net - discount;

function largestOf(vat: RatedOrder['vat']): RatedOrder['vat'][number] | undefined {
	const [largest] = vat
		.filter(({ amount }) => amount !== 0)
		.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
	return largest;
}

/** The part of a gap that these cents fill. */
const filled = (gap: Cents, cents: Cents): Cents =>
	Math.sign(gap) === Math.sign(cents)
		? Math.sign(cents) * Math.min(Math.abs(gap), Math.abs(cents))
		: 0;

function withCents(lines: readonly RatedLine[], percentage: number, cents: Cents): RatedLine[] {
	const [largest] = lines
		.filter((line) => line.percentage === percentage)
		.sort((a, b) => Math.abs(chargedNet(b)) - Math.abs(chargedNet(a)));
	return lines.map((line) => (line === largest ? { ...line, net: line.net + cents } : line));
}
