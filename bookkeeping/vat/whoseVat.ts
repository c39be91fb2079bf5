import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { countryCode, deliveryArea } from '../trade/countries';
import { Finding } from '../trade/findings';
import type { ShopAddress, ShopOrder } from '../trade/order';
import { sum, type Cents } from '../money/money';

/** Who is owed the VAT of an order by its delivery and the settings. */
export interface VatOwner {
	/** The country of delivery: the shop's own when the goods are picked up. */
	delivery: string;
	/** The country whose VAT it is, as the row of the VAT mapping says. */
	owed: string;
}

/**
 * Holds what the shop's own rates say against the rest (D-WHOSE-VAT): a rate that was made for
 * another country than the one that is owed the VAT means that address, pick-up or tax settings are
 * not what they seem.
 *
 * @returns a note where the rate is one of the country of delivery, but the settings say that its
 * percentage is VAT of the shop's country there, as below the threshold of OSS.
 * @throws Finding VAT_OF_OTHER_COUNTRY.
 */
export function checkWhoseVat(
	{ chargedBy, pickUp, shipping, billing }: ShopOrder,
	charged: ReadonlyArray<{ percentage: number; amount: Cents }>,
	{ delivery, owed }: VatOwner,
	language: Language,
): DraftText[] {
	if (!chargedBy) return [];
	const countries = chargedBy.map((country) => deliveryArea(countryCode(country), '').country);
	const others = countries.filter((country) => country !== owed);
	if (others.length === 0) return [];
	if (others.length === countries.length && others.every((country) => country === delivery)) {
		return [draftText(language, 'vatOfRow', { charged: delivery, owed })];
	}
	const taxed = charged.filter(({ amount }) => amount !== 0);
	const facts = {
		vat: sum(taxed.map(({ amount }) => amount)),
		rates: taxed.map(({ percentage }) => percentage),
		charged: [...new Set(countries)],
		address: addressOf(shipping.country === '' ? billing : shipping),
		owed,
	};
	throw new Finding(
		'VAT_OF_OTHER_COUNTRY',
		pickUp ? { case: 'pickedUp', ...facts } : { case: 'delivered', ...facts },
	);
}

/** The country, with the postcode where that and not the country says whose VAT it is. */
function addressOf({ country, postcode, city }: ShopAddress): string {
	const isByPostcode =
		deliveryArea(country, postcode, city).country !== deliveryArea(country, '').country;
	return isByPostcode ? `${country} ${postcode}` : country || '-';
}
