import { toEuro, type Cents } from '../money/money';
import type { RatedOrder } from '../vat/ratedLines';
import type { SalesEntryDraft } from './draft';

/** What the shop charged at one VAT rate. */
export interface ChargedRate {
	/** `null`: the shop put no VAT rate on it at all. */
	percentage: number | null;
	/** Without VAT, after discount. */
	net: Cents;
	vat: Cents;
}

/** What the shop charged per VAT rate, the highest first, and what bears no rate at all at the end. */
export function chargedPerRate({ lines, vat }: RatedOrder): ChargedRate[] {
	const rates = [...new Set(lines.map(({ percentage }) => percentage))].sort(
		(a, b) => (b ?? -1) - (a ?? -1),
	);
	return rates.map((rate) => ({
		percentage: rate,
		net: lines
			.filter(({ percentage }) => percentage === rate)
			.reduce((total, line) => total + line.net - line.discount, 0),
		vat: vat.find(({ percentage }) => percentage === rate)?.amount ?? 0,
	}));
}

/** The same in euro, as a draft states it. */
export function chargedInEuro(rated: RatedOrder): SalesEntryDraft['charged'] {
	return chargedPerRate(rated).map(({ percentage, net, vat }) => ({
		percentage,
		net: toEuro(net),
		vat: toEuro(vat),
	}));
}
