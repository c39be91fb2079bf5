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
	const rates: ChargedRate[] = [];
	for (const { percentage, net, discount } of lines) {
		let rate = rates.find((one) => one.percentage === percentage);
		if (!rate) {
			const charged = vat.find((one) => one.percentage === percentage)?.amount ?? 0;
			rates.push((rate = { percentage, net: 0, vat: charged }));
		}
		rate.net += net - discount;
	}
	return rates.sort((a, b) => (b.percentage ?? -1) - (a.percentage ?? -1));
}

/** The same in euro, as a draft states it. */
export function chargedInEuro(rated: RatedOrder): SalesEntryDraft['charged'] {
	return chargedPerRate(rated).map(({ percentage, net, vat }) => ({
		percentage,
		net: toEuro(net),
		vat: toEuro(vat),
	}));
}
