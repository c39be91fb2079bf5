import {
	MICROS_PER_CENT,
	roundToCents,
	roundingTolerance,
	sum,
	type Cents,
} from '../../money/money';
import type { ChargedVat } from '../../trade/order';
import { sumByRate } from '../../trade/vatRates';

/**
 * The VAT per rate as the shop owes it: `total_tax` decides. Shops that round at subtotal level store
 * tax lines that were rounded part by part (goods 4.97, shipping 1.21) where they print and owe the
 * whole (6.17). The cents between go to the rate with the largest VAT. More than rounding is left
 * as it is: then the VAT of the lines is not that of the order, which is found later.
 *
 * @param totalTax `undefined` when the order does not state it.
 * @param lineCount lines of the order: each may have been rounded by itself.
 */
export function settledByTotalTax(
	rates: readonly ChargedVat[],
	totalTax: Cents | undefined,
	lineCount: number,
): ChargedVat[] {
	if (totalTax === undefined) return [...rates];
	const perRate = [...sumByRate(rates)].map(([percentage, amount]) => ({
		percentage,
		cents: roundToCents(amount),
	}));
	const left = totalTax - sum(perRate.map(({ cents }) => cents));
	if (left === 0 || Math.abs(left) > roundingTolerance(lineCount)) return [...rates];
	const [largest] = [...perRate].sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents));
	return perRate.map((rate) => ({
		percentage: rate.percentage,
		amount: (rate === largest ? rate.cents + left : rate.cents) * MICROS_PER_CENT,
	}));
}

/** How many cents `total_tax` moved: what the VAT per rate is by it less what the shop stored. */
export const centsMoved = (stored: readonly ChargedVat[], settled: readonly ChargedVat[]): Cents =>
	inCents(settled) - inCents(stored);

const inCents = (rates: readonly ChargedVat[]): Cents =>
	sum([...sumByRate(rates).values()].map(roundToCents));
