import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { divideRounded, vatOnTop, type Cents } from '../money/money';
import type { Settings } from '../settings/settings';
import type { ShopAddress } from '../trade/order';
import { vatFits } from './spread';

/** VAT that a shop charged over an amount without VAT, cents. */
export interface VatOver {
	percentage: number;
	net: Cents;
	vat: Cents;
}

/** Tells of an amount whose VAT misses its rate whether the settings have the rest booked without VAT. */
export type IsPartlyTaxed = (charged: VatOver) => boolean;

/**
 * The most by which VAT may miss its rate. What is known to do so stays within it: a shop that keeps
 * whole euros (half a euro of VAT, and the VAT on half a euro), and an amount entered with a comma, of
 * which the VAT is taken over the whole euros.
 */
const MOST_OFF_RATE: Cents = 100;

/**
 * Whether an amount is one of which VAT was charged over a part only (D-VAT-SHOWN): the settings say
 * so, it bears VAT, that misses its rate by no more than a euro, and it is not the VAT of another rate
 * of the country.
 *
 * @param country two letters, of the delivery.
 */
export function partlyTaxed(
	{ vatOffItsRate, vatMapping }: Pick<Settings, 'vatOffItsRate' | 'vatMapping'>,
	country: string,
): IsPartlyTaxed {
	if (vatOffItsRate === 'attention') return () => false;
	return (charged) =>
		isOffItsRate(charged) &&
		!vatMapping.some(
			(row) =>
				row.country === country &&
				row.percentage !== charged.percentage &&
				vatFits({ ...charged, percentage: row.percentage }),
		);
}

/** Whether an amount bears VAT that misses its rate by more than rounding, and by no more than a euro. */
export function isOffItsRate({ percentage, net, vat }: VatOver): boolean {
	const missed = Math.abs(vat - vatOnTop(net, percentage));
	return vat !== 0 && percentage > 0 && missed > 2 && missed <= MOST_OFF_RATE;
}

/** Where an order goes, as far as its addresses say so. */
export function addressedTo(
	{ shipping, billing }: { shipping: ShopAddress; billing: ShopAddress },
	home: string,
): string {
	return shipping.country || billing.country || home;
}

/** What the VAT was taken over: the amount of which it is the VAT. */
export function taxedNet({ percentage, vat }: Omit<VatOver, 'net'>): Cents {
	return divideRounded(vat * 1_000_000, Math.round(percentage * 10_000));
}

/** What the bookkeeper must read about amounts of which a part bears no VAT. */
export function partlyTaxedNotes(
	lines: ReadonlyArray<{ net: Cents; restOf?: VatOver }>,
	language: Language,
): DraftText[] {
	return lines.flatMap(({ net: rest, restOf }) =>
		restOf
			? [
					draftText(language, 'restWithoutVat', {
						...{ rate: restOf.percentage, vat: restOf.vat, net: restOf.net },
						...{ taxed: restOf.net - rest, rest },
					}),
				]
			: [],
	);
}
