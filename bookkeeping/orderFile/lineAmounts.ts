import { divideRounded, type Micros } from '../money/money';

/** What a file states of the money of a line: with VAT, without it, and the VAT. */
export interface Stated {
	gross?: Micros;
	net?: Micros;
	vat?: Micros;
}

export interface LineAmounts {
	/** Hundredths of a percentage. */
	rate: number;
	net: Micros;
	vat: Micros;
}

/** How far the VAT of a line may miss its rate: two cents, because shops round per piece. */
const TOLERANCE: Micros = 20_000;

/** Net and VAT, when two of the three are stated. */
export function netAndVat({ gross, net, vat }: Stated): { net: Micros; vat: Micros } | undefined {
	if (net !== undefined && vat !== undefined) return { net, vat };
	if (gross !== undefined && vat !== undefined) return { net: gross - vat, vat };
	if (gross !== undefined && net !== undefined) return { net, vat: gross - net };
	return undefined;
}

/** The amounts of a line at a rate; `undefined` when nothing is stated. */
export function amountsAt(rate: number, stated: Stated): LineAmounts | undefined {
	const both = netAndVat(stated);
	if (both) return { rate, ...both };
	const { gross, net } = stated;
	if (net !== undefined) return { rate, net, vat: divideRounded(net * rate, 10_000) };
	if (gross === undefined) return undefined;
	const without = divideRounded(gross * 10_000, 10_000 + rate);
	return { rate, net: without, vat: gross - without };
}

/**
 * The rate that the amounts themselves prove: exactly one of those that may be charged fits them.
 *
 * @param rates in hundredths of a percentage
 */
export function provenRate(stated: Stated, rates: readonly number[]): number | undefined {
	const both = netAndVat(stated);
	if (!both) return undefined;
	const fitting = rates.filter(
		(rate) => Math.abs(both.vat - divideRounded(both.net * rate, 10_000)) <= TOLERANCE,
	);
	return fitting.length === 1 ? fitting[0] : undefined;
}

/** An amount times a number of pieces, both in millionths. */
export function times(amount: Micros, pieces: number): Micros {
	const product = BigInt(amount) * BigInt(pieces);
	const half = product < 0n ? -500_000n : 500_000n;
	return Number((product + half) / 1_000_000n);
}
