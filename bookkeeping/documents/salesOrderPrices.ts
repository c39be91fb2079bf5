import { allocate } from '../money/allocate';
import { Finding } from '../trade/findings';
import { sum, vatOnTop, type Cents, roundingTolerance } from '../money/money';
import type { RatedLine, RatedOrder } from '../vat/ratedLines';

/** A line with its price as the sales order states it: with or without VAT, after discount. */
export interface PricedLine extends RatedLine {
	price: Cents;
}

/**
 * The prices of a sales order's lines, all discounts inside (J157): what the shop worked into a
 * line, and an order-wide discount spread over the products of its rate. A discount larger than the
 * products of its rate keeps a line of its own. Free products stay at price 0 (HC-12); free
 * shipping and fees are left out.
 */
export function priceLines(
	lines: readonly RatedLine[],
	vatEntry: 'exclusive' | 'inclusive',
): PricedLine[] {
	const priced = lines.map((line) => ({ ...line, price: priceOf(line, vatEntry) }));
	const products = priced.filter(({ role }) => role === 'product');
	const others = priced.filter(({ role, price }) => role !== 'product' && price !== 0);
	const left = others.filter((line) => line.role !== 'discount' || !takeOff(line, products));
	return [...products, ...left];
}

/**
 * Makes lines with VAT add up per rate to what the shop charged at it, since SnelStart works the VAT
 * out of the prices of a rate together: a cent on a line of another rate would be VAT of that rate. The
 * cents that rounding per line missed go to the largest line of the rate.
 */
export function settleOnRates(lines: readonly PricedLine[], rated: RatedOrder): PricedLine[] {
	const settled = [...lines];
	for (const { percentage, amount } of rated.vat) {
		const charged = rated.lines.filter((line) => line.percentage === percentage);
		const wanted = sum(charged.map(({ net, discount }) => net - discount)) + amount;
		const ofRate = settled.filter((line) => line.percentage === percentage);
		const missed = wanted - sum(ofRate.map(({ price }) => price));
		if (missed === 0 || Math.abs(missed) > roundingTolerance(ofRate.length)) continue;
		const largest = largestOf(ofRate);
		const index = settled.findIndex((line) => line === largest);
		if (largest) settled[index] = { ...largest, price: largest.price + missed };
	}
	return settled;
}

const largestOf = (lines: readonly PricedLine[]): PricedLine | undefined =>
	lines.reduce<PricedLine | undefined>(
		(a, b) => (a && Math.abs(b.price) <= Math.abs(a.price) ? a : b),
		undefined,
	);

/**
 * Makes lines with VAT add up to the order's total: the cents that rounding per line missed go to
 * the largest line, for the price with VAT is what the customer pays (HC-02).
 *
 * @throws Finding TOTAL_MISMATCH beyond two cents, or a cent per line (D-J040).
 */
export function settleOnTotal(lines: readonly PricedLine[], total: Cents): PricedLine[] {
	const made = sum(lines.map(({ price }) => price));
	const missed = total - made;
	if (Math.abs(missed) > roundingTolerance(lines.length)) {
		throw new Finding('TOTAL_MISMATCH', { case: 'linesWithVat', made, total });
	}
	if (missed === 0) return [...lines];
	const largest = largestOf(lines);
	return lines.map((line) => (line === largest ? { ...line, price: line.price + missed } : line));
}

function priceOf({ net, discount, percentage, gross }: RatedLine, vatEntry: string): Cents {
	const charged = net - discount;
	if (vatEntry === 'exclusive') return charged;
	return gross ?? charged + vatOnTop(charged, percentage ?? 0);
}

/** Works a discount into the products of its rate, in proportion; false when they are too small. */
function takeOff(discount: PricedLine, products: PricedLine[]): boolean {
	const ofRate = products.filter(
		({ percentage, price }) => percentage === discount.percentage && price > 0,
	);
	if (discount.price > 0 || sum(ofRate.map(({ price }) => price)) + discount.price < 0)
		return false;
	const parts = allocate(
		discount.price,
		ofRate.map(({ price }) => price),
	);
	ofRate.forEach((line, index) => {
		line.price += parts[index] ?? 0;
	});
	return true;
}
