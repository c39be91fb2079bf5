import { allocate } from '../money/allocate';
import type { Place } from '../codes/facts';
import { Finding } from '../trade/findings';
import { roundToCents, sum, vatInside, vatOnTop, type Cents } from '../money/money';

/** A part of an amount at one VAT rate, cents. */
export interface RatePart {
	percentage: number;
	net: Cents;
	vat: Cents;
}

/** What the basket holds at one rate: the weights of a split. */
export interface BasketShare {
	percentage: number;
	net: Cents;
	vat: Cents;
}

/**
 * Splits one amount with VAT over the VAT rates of the basket, so that the parts add up to both the
 * amount and its VAT (J114, J115, J120). Weights are the gross amounts per rate before the order's
 * discount; when that does not reproduce the shop's own VAT the net amounts are tried; a remaining
 * difference of at most a cent per rate goes to the largest taxed part (D-J114).
 *
 * @param gross with VAT, cents, negative for a discount; `vat` has the same sign.
 * @param place names the amount in the finding.
 * @throws Finding SPLIT_NOT_REPRODUCED when the shop's VAT does not follow from the basket.
 */
export function splitOverRates(
	gross: Cents,
	vat: Cents,
	basket: readonly BasketShare[],
	place: Place,
): RatePart[] {
	if (basket.length === 0) {
		throw new Finding('SPLIT_NOT_REPRODUCED', { case: 'noProducts', place });
	}
	const byGross = partsByWeight(gross, basket, (share) => share.net + share.vat);
	if (vatOf(byGross) === vat) return byGross;
	const byNet = partsByWeight(gross, basket, (share) => share.net);
	if (vatOf(byNet) === vat) return byNet;
	const difference = vat - vatOf(byGross);
	const taxed = byGross.filter(({ percentage }) => percentage > 0);
	if (taxed.length === 0 || Math.abs(difference) > taxed.length) {
		throw new Finding('SPLIT_NOT_REPRODUCED', {
			case: 'otherVat',
			place,
			gross,
			vat,
			expected: vatOf(byGross),
		});
	}
	const largest = taxed.reduce((a, b) => (size(b) > size(a) ? b : a));
	return byGross.map((part) =>
		part === largest ? { ...part, net: part.net - difference, vat: part.vat + difference } : part,
	);
}

/**
 * Splits a net amount for which the shop stores VAT at several rates, so that the stored VAT per
 * rate is reproduced within a cent: in proportion to the basket after discount, else before it,
 * else VAT divided by rate (D-FEE).
 *
 * @param net without VAT, cents.
 * @param stored VAT per rate in cents; rates of 0 % take part without VAT.
 * @throws Finding SPLIT_NOT_REPRODUCED when no basis fits.
 */
export function splitNetByStoredVat(
	net: Cents,
	stored: ReadonlyArray<{ percentage: number; vat: Cents }>,
	baskets: ReadonlyArray<readonly BasketShare[]>,
	place: Place,
): RatePart[] {
	for (const basket of baskets) {
		const weights = stored.map(({ percentage }) =>
			sum(basket.filter((share) => share.percentage === percentage).map((share) => share.net)),
		);
		if (weights.some((weight) => weight < 0)) continue;
		const parts = allocate(net, weights).map((part, index) => ({
			percentage: stored[index]?.percentage ?? 0,
			net: part,
			vat: stored[index]?.vat ?? 0,
		}));
		if (parts.every(vatFits)) return parts;
	}
	const divided = stored.map(({ percentage, vat }) => ({
		percentage,
		net: percentage === 0 ? 0 : roundToCents(Math.round((vat * 100 * 10_000) / percentage)),
		vat,
	}));
	const left = net - sum(divided.map((part) => part.net));
	const receiver = divided.find(({ percentage }) => percentage === 0) ?? largestPart(divided);
	const parts = divided.map((part) =>
		part === receiver ? { ...part, net: part.net + left } : part,
	);
	if (parts.every(vatFits)) return parts;
	throw new Finding('SPLIT_NOT_REPRODUCED', { case: 'otherRates', place, net });
}

/** Whether the VAT of an amount is what its rate makes of it, within a cent. */
export function vatFits({ percentage, net, vat }: RatePart): boolean {
	return Math.abs(vat - vatOnTop(net, percentage)) <= 1;
}

function partsByWeight(
	gross: Cents,
	basket: readonly BasketShare[],
	weight: (share: BasketShare) => number,
): RatePart[] {
	const parts = allocate(
		gross,
		basket.map((share) => Math.max(0, weight(share))),
	);
	return basket.map(({ percentage }, index) => {
		const part = parts[index] ?? 0;
		const vat = vatInside(part, percentage);
		return { percentage, net: part - vat, vat };
	});
}

function largestPart(parts: readonly RatePart[]): RatePart | undefined {
	return [...parts].sort((a, b) => size(b) - size(a))[0];
}

function size(part: RatePart): number {
	return Math.abs(part.net + part.vat);
}

function vatOf(parts: readonly RatePart[]): Cents {
	return sum(parts.map(({ vat }) => vat));
}
