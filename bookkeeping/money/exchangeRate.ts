import { MICROS_PER_CENT, type Cents, type Micros } from './money';

/**
 * How a rate is stated: foreign currency for one euro, as the European Central Bank and most
 * plugins do (1.0850 dollar), or euro for one piece of foreign currency (0.9217 euro).
 */
export const quotations = ['perEuro', 'inEuro'] as const;
export type Quotation = (typeof quotations)[number];

/** An exchange rate as an exact ratio: euro = foreign × numerator / denominator. */
export interface ExchangeRate {
	/** ISO code of the foreign currency. */
	currency: string;
	/** The rate as it was stated, for people: `1.0850`. */
	stated: string;
	quoted: Quotation;
	numerator: bigint;
	denominator: bigint;
}

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,15}))?$/;

/**
 * Reads a rate, a decimal text such as `1.0850`, as an exact ratio: no rate is ever a float.
 *
 * @returns `undefined` when the text is not a decimal number above zero.
 */
export function readRate(
	stated: string,
	quoted: Quotation,
	currency: string,
): ExchangeRate | undefined {
	const [, whole = '', decimals = ''] = DECIMAL.exec(stated) ?? [];
	const digits = BigInt(`${whole}${decimals}` || '0');
	if (digits === 0n) return undefined;
	const scale = 10n ** BigInt(decimals.length);
	const [numerator, denominator] = quoted === 'perEuro' ? [scale, digits] : [digits, scale];
	return { currency, stated, quoted, numerator, denominator };
}

/** A foreign amount in euro, rounded once to cents, half away from zero. */
export function centsOf(foreign: Micros, { numerator, denominator }: ExchangeRate): Cents {
	const divisor = denominator * BigInt(MICROS_PER_CENT);
	const dividend = BigInt(Math.abs(foreign)) * numerator;
	const cents = Number((2n * dividend + divisor) / (2n * divisor));
	return foreign < 0 && cents !== 0 ? -cents : cents;
}

/** The same for an amount in hundredths of the foreign currency. */
export function inEuro(foreign: Cents, rate: ExchangeRate): Cents {
	return centsOf(foreign * MICROS_PER_CENT, rate);
}

/** The rate in words: `1 EUR = 1.0850 USD`. */
export function rateInWords({
	currency,
	stated,
	quoted,
}: Pick<ExchangeRate, 'currency' | 'stated' | 'quoted'>): string {
	return quoted === 'perEuro' ? `1 EUR = ${stated} ${currency}` : `1 ${currency} = ${stated} EUR`;
}
