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
 * amount and its VAT (J114, J115, J120; D-J114). Weights are the gross amounts per rate before the
 * order's discount; when that does not reproduce the shop's own VAT, the net amounts; when that does
 * not either, a shop may charge all shipping at the highest rate. A remaining difference of at most a
 * cent per rate goes to the largest taxed part of the basis that comes nearest. Where even that is too
 * little a shop may charge all shipping at one rate of its own, whatever it sends: the only one in force
 * that makes its VAT.
 *
 * @param gross with VAT, cents, negative for a discount; `vat` has the same sign.
 * @param role names the amount in the finding.
 * @param inForce the rates of the country of delivery on the day of the order.
 * @throws Finding SPLIT_NOT_REPRODUCED when the shop's VAT does not follow from the basket.
 */
export function splitOverRates(
	gross: Cents,
	vat: Cents,
	basket: readonly BasketShare[],
	role: 'shipping' | 'discount',
	inForce: readonly number[] = [],
): RatePart[] {
	if (basket.length === 0) {
		throw new Finding('SPLIT_NOT_REPRODUCED', { case: 'noProducts', place: role });
	}
	const byGross = partsByWeight(gross, basket, (share) => share.net + share.vat);
	const byNet = partsByWeight(gross, basket, (share) => share.net);
	const highest = Math.max(...basket.map(({ percentage }) => percentage));
	const atHighest = [partAt(gross, highest)];
	const bases = role === 'shipping' ? [byGross, byNet, atHighest] : [byGross, byNet];
	const exact = bases.find((parts) => vatOf(parts) === vat);
	if (exact) return exact;
	const missed = (parts: readonly RatePart[]) => vat - vatOf(parts);
	const nearest = Math.abs(missed(byNet)) < Math.abs(missed(byGross)) ? byNet : byGross;
	const taxed = nearest.filter(({ percentage }) => percentage > 0);
	const difference = missed(nearest);
	if (taxed.length === 0 || Math.abs(difference) > taxed.length) {
		const fitting = inForce.map((rate) => partAt(gross, rate)).filter((part) => part.vat === vat);
		if (role === 'shipping' && vat !== 0 && fitting.length === 1) return fitting;
		throw new Finding('SPLIT_NOT_REPRODUCED', {
			case: 'otherVat',
			place: role,
			gross,
			vat,
			expected: vatOf(byGross),
		});
	}
	const largest = taxed.reduce((a, b) => (size(b) > size(a) ? b : a));
	return nearest.map((part) =>
		part === largest ? { ...part, net: part.net - difference, vat: part.vat + difference } : part,
	);
}

/** What an order holds at one VAT rate; `null`: without any, which takes part without VAT. */
export interface NetShare {
	percentage: number | null;
	net: Cents;
}

/**
 * Splits a net amount for which the shop stores VAT at several rates, so that the stored VAT per
 * rate is reproduced within a cent: in proportion to the first basket that does it, else VAT divided
 * by rate (D-FEE).
 *
 * @param net without VAT, cents.
 * @param stored VAT per rate in cents; rates of 0 % take part without VAT.
 * @throws Finding SPLIT_NOT_REPRODUCED when no basis fits.
 */
export function splitNetByStoredVat(
	net: Cents,
	stored: ReadonlyArray<{ percentage: number; vat: Cents }>,
	baskets: ReadonlyArray<readonly NetShare[]>,
	place: Place,
): Array<NetShare & { vat: Cents }> {
	const parts = netByStoredVat(net, stored, baskets);
	if (parts) return parts;
	throw storedVatNotReproduced(net, place);
}

/** What is thrown where no basis reproduces the VAT that is stored for an amount. */
export const storedVatNotReproduced = (net: Cents, place: Place): Finding =>
	new Finding('SPLIT_NOT_REPRODUCED', { case: 'otherRates', place, net });

/** The same as `splitNetByStoredVat`; `undefined` when no basis fits. */
export function netByStoredVat(
	net: Cents,
	stored: ReadonlyArray<{ percentage: number; vat: Cents }>,
	baskets: ReadonlyArray<readonly NetShare[]>,
): Array<NetShare & { vat: Cents }> | undefined {
	for (const basket of baskets) {
		const weightOf = (wanted: number | null) =>
			sum(basket.filter(({ percentage }) => percentage === wanted).map((share) => share.net));
		const untaxed = weightOf(null);
		const rows = untaxed > 0 ? [...stored, { percentage: null, vat: 0 }] : stored;
		const weights = rows.map(({ percentage }) => weightOf(percentage));
		if (weights.some((weight) => weight < 0)) continue;
		const nets = allocate(net, weights);
		const parts = rows.map((row, index) => ({ ...row, net: nets[index] ?? 0 }));
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
	return parts.every(vatFits) ? parts : undefined;
}

/** Whether the VAT of an amount is what its rate makes of it, within a cent. */
export function vatFits({ percentage, net, vat }: NetShare & { vat: Cents }): boolean {
	return Math.abs(vat - vatOnTop(net, percentage ?? 0)) <= 1;
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
	return basket.map(({ percentage }, index) => partAt(parts[index] ?? 0, percentage));
}

function partAt(gross: Cents, percentage: number): RatePart {
	const vat = vatInside(gross, percentage);
	return { percentage, net: gross - vat, vat };
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
