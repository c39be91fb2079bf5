/**
 * Amounts. Inside the bookkeeping core an amount is an integer: `Cents`, or `Micros` (millionths of
 * a euro) while the shop's figures still carry more than two decimals. No float ever touches one.
 */
export type Cents = number;
export type Micros = number;

export const MICROS_PER_CENT = 10_000;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const DECIMALS = 6;
/** What an integer of digits is multiplied by, by how many decimals were read. */
const SCALES = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

/**
 * Reads an amount as a shop writes it (`"12.95"`, `12.95`, `"4.045537"`, `""`, `null`) as millionths
 * of a euro; digits after the sixth are rounded half away from zero.
 *
 * Reads digit by digit: an order has some hundred amounts, and this is most of the work of reading
 * one.
 *
 * @returns `undefined` when the value is not an amount, so that the caller can name the field; an
 * empty string and `null` are no amount either.
 */
export function readMicros(value: unknown): Micros | undefined {
	const given = typeof value === 'number' ? plainDecimal(value) : value;
	if (typeof given !== 'string') return undefined;
	const text = given.trim();
	const first = text.charAt(0);
	const start = first === '-' || first === '+' ? 1 : 0;
	let micros = 0;
	let decimals = -1;
	let roundUp = 0;
	for (let index = start; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (code >= ZERO && code <= NINE) {
			if (decimals < DECIMALS) micros = micros * 10 + (code - ZERO);
			else if (decimals === DECIMALS && code - ZERO >= 5) roundUp = 1;
			if (decimals >= 0) decimals += 1;
		} else if (code === POINT && decimals < 0 && index > start) {
			decimals = 0;
		} else {
			return undefined;
		}
	}
	if (text.length === start) return undefined;
	micros = micros * (SCALES[Math.max(decimals, 0)] ?? 1) + roundUp;
	if (!Number.isSafeInteger(micros)) return undefined;
	return first === '-' && micros !== 0 ? -micros : micros;
}

/** Rounds millionths of a euro to cents, half away from zero (Dutch tax rule, VAT-901). */
export function roundToCents(micros: Micros): Cents {
	return divideRounded(micros, MICROS_PER_CENT);
}

/**
 * Divides two integers and rounds half away from zero, without leaving the integers.
 *
 * @param divisor must be positive.
 */
export function divideRounded(dividend: number, divisor: number): number {
	const magnitude = Math.abs(dividend);
	const quotient = Math.floor(magnitude / divisor);
	const rounded = 2 * (magnitude - quotient * divisor) >= divisor ? quotient + 1 : quotient;
	return dividend < 0 && rounded !== 0 ? -rounded : rounded;
}

/** The VAT inside a gross amount, rounded once to cents. `percentage` has at most four decimals. */
export function vatInside(gross: Cents, percentage: number): Cents {
	const rate = Math.round(percentage * 10_000);
	return divideRounded(gross * rate, 1_000_000 + rate);
}

/** The VAT on top of a net amount, rounded once to cents. `percentage` has at most four decimals. */
export function vatOnTop(net: Cents, percentage: number): Cents {
	return divideRounded(net * Math.round(percentage * 10_000), 1_000_000);
}

/** The amount in euro, as drafts and tables show it: a number with at most two decimals. */
export function toEuro(cents: Cents): number {
	return cents === 0 ? 0 : cents / 100;
}

/** An amount in euro of a draft or of SnelStart as whole cents: the way back of `toEuro`. */
export function fromEuro(euro: number): Cents {
	return Math.round(euro * 100);
}

/**
 * How many cents the lines of a document may miss its total before it is more than rounding: two,
 * or a cent per line when there are more (D-J040).
 */
export function roundingTolerance(lineCount: number): Cents {
	return Math.max(2, lineCount);
}

/** The amount as text with exactly two decimals: `-0.05`, `62.30`. */
export function formatCents(cents: Cents): string {
	const digits = String(Math.abs(cents)).padStart(3, '0');
	return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum of a list of integer amounts. */
export function sum(amounts: readonly number[]): number {
	let total = 0;
	for (const amount of amounts) total += amount;
	return total;
}

/** JSON numbers below 1e-6 or above 1e21 print with an exponent; amounts there are no amounts. */
function plainDecimal(value: number): string | undefined {
	if (!Number.isFinite(value)) return undefined;
	return Math.abs(value) < 1e-6 ? '0' : String(value);
}
