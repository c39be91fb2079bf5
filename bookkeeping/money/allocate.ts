import type { Cents } from './money';

/**
 * Splits an amount over weights by the largest remainder: the parts add up to the amount exactly,
 * each part is within a cent of its exact share, and a negative amount gives the mirror image of
 * the positive one. Ties go to the larger weight, then to the earlier one.
 *
 * The only place where an amount is split (D-J114, VAT-904).
 *
 * @param amount cents, may be negative.
 * @param weights integers, not negative; all zero means equal weights.
 * @throws RangeError when there is nothing to split over or a weight is negative or no integer.
 */
export function allocate(amount: Cents, weights: readonly number[]): Cents[] {
	if (weights.length === 0) throw new RangeError('An amount needs at least one weight');
	if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
		throw new RangeError('Weights are integers of zero or more');
	}
	const usable = weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights;
	const total = usable.reduce((sum, weight) => sum + BigInt(weight), 0n);
	const magnitude = BigInt(Math.abs(amount));
	const parts = usable.map((weight) => (magnitude * BigInt(weight)) / total);
	const remainders = usable.map((weight) => (magnitude * BigInt(weight)) % total);
	let left = Number(magnitude - parts.reduce((sum, part) => sum + part, 0n));
	const order = usable
		.map((_, index) => index)
		.sort(
			(a, b) => compare(remainders[b], remainders[a]) || compare(usable[b], usable[a]) || a - b,
		);
	const cents = parts.map(Number);
	for (const index of order) {
		if (left === 0) break;
		cents[index] = (cents[index] ?? 0) + 1;
		left -= 1;
	}
	return amount < 0 ? cents.map((part) => (part === 0 ? 0 : -part)) : cents;
}

function compare(a: bigint | number | undefined, b: bigint | number | undefined): number {
	if (a === undefined || b === undefined || a === b) return 0;
	return a < b ? -1 : 1;
}
