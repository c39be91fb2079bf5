import { allocate } from '../money/allocate';
import { sum, type Cents } from '../money/money';

/** Percentages are compared at four decimals. */
export function isSameRate(one: number, other: number): boolean {
	return Math.abs(one - other) < 0.0001;
}

/** By how much VAT misses its rate, in hundredths of a cent. */
export function missedVat(net: Cents, vat: Cents, percentage: number): number {
	return Math.abs(vat * 100 - net * percentage);
}

/** A line, or the VAT, of one rate. */
interface OfRate {
	percentage: number;
	/** Without VAT, or the VAT itself. */
	cents: Cents;
}

/**
 * The lines of an entry, as many as SnelStart wants: it takes VAT that misses its rate by at most
 * a cent per line (BOE-0069). A sale of many lines whose VAT was rounded line by line may be left with
 * a single one; the largest line of the rate is then given in parts.
 */
export function withEnoughLines<Line extends OfRate>(
	lines: readonly Line[],
	vat: readonly OfRate[],
): Line[] {
	const enough = [...lines];
	for (const { percentage, cents } of vat) {
		const ofRate = enough.filter((line) => isSameRate(line.percentage, percentage));
		const [largest] = ofRate.toSorted((a, b) => Math.abs(b.cents) - Math.abs(a.cents));
		const net = sum(ofRate.map((line) => line.cents));
		const missing = Math.ceil(missedVat(net, cents, percentage) / 100) - ofRate.length;
		if (!largest || missing <= 0) continue;
		const parts = allocate(largest.cents, new Array<number>(missing + 1).fill(1));
		const split = parts.filter((part) => part !== 0).map((part) => ({ ...largest, cents: part }));
		enough.splice(enough.indexOf(largest), 1, ...split);
	}
	return enough;
}
