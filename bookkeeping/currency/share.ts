import { allocate } from '../money/allocate';
import { sum, type Cents, type Micros } from '../money/money';

/**
 * Splits an amount over parts of either sign, in proportion: the negative parts get what is theirs
 * by the rate, the others what is needed to make the amount. Parts of zero get nothing, also when
 * all are zero.
 *
 * @param amount euro cents.
 * @param parts in the foreign currency.
 * @param convert turns a foreign amount into euro cents.
 */
export function share(
	amount: Cents,
	parts: readonly Micros[],
	convert: (foreign: Micros) => Cents,
): Cents[] {
	const lowered = parts.map((part) => Math.max(0, -part));
	const raised = parts.map((part) => Math.max(0, part));
	const down = sum(lowered);
	const up = sum(raised);
	if (down === 0 && up === 0) return parts.map(() => 0);
	if (down === 0) return allocate(amount, raised);
	if (up === 0) return allocate(amount, lowered);
	const off = convert(-down);
	const less = allocate(off, lowered);
	return allocate(amount - off, raised).map((part, index) => part + (less[index] ?? 0));
}
