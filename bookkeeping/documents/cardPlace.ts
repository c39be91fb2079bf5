import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { deliveryArea, isOtherMemberState } from '../trade/countries';
import type { ShopAddress, ShopOrder } from '../trade/order';
import type { RegimeDecision } from '../vat/regime';
import type { Settings } from '../settings/settings';

/** Where the card of a customer is, and what the bookkeeper should know about it. */
export interface CardPlace {
	address: ShopAddress;
	/** The VAT country of the sale; only where the country of the card makes a difference. */
	cardCountry?: string;
	note?: DraftText;
}

/** SnelStart takes a card without a country for a Dutch one. */
const HOME = 'NL';

/**
 * The address for the card of a customer of a sales entry. Where OSS is switched on, SnelStart takes
 * distance sales to a member state on a card there without a VAT number, and nothing else on such a
 * card (SS-420). So what is owed to a country is booked on a card in that country, with the address of
 * delivery if the customer lives elsewhere; what is no distance sale is booked on a card outside the
 * other member states, or on one without an address where the order knows none.
 */
export function cardPlace(
	order: ShopOrder,
	decision: RegimeDecision,
	settings: Settings,
): CardPlace {
	const { billing, shipping } = order;
	const isOssOn = settings.administration?.foreignVatAccountId !== undefined;
	if (!isOssOn || order.vatNumber !== '' || decision.regime === 'icp') return { address: billing };
	const { country } = decision;
	const { lineLanguage: language } = settings;
	if (decision.regime === 'oss') return inCountry(order, country, language);
	const livesIn = countryOf(billing);
	if (!isOtherMemberState(livesIn)) return { address: billing, cardCountry: HOME };
	// Dutch VAT on a sale to another member state: SnelStart judges it by the customer's own card.
	if (decision.regime === 'domestic' && isOtherMemberState(country)) return { address: billing };
	if (shipping.country !== '' && !isOtherMemberState(countryOf(shipping))) {
		const note = draftText(language, 'livesAbroadDelivery', { country: livesIn });
		return { address: shipping, cardCountry: HOME, note };
	}
	const note = draftText(language, 'livesAbroadNoAddress', { country: livesIn });
	return { address: NOWHERE, cardCountry: HOME, note };
}

/** Of several countries, Monaco counts as France: SnelStart has to see the country of the VAT. */
function inCountry(
	{ billing, shipping }: ShopOrder,
	country: string,
	language: Language,
): CardPlace {
	if (countryOf(billing) === country) {
		return { address: { ...billing, country }, cardCountry: country };
	}
	return {
		...{ address: { ...shipping, country }, cardCountry: country },
		note: draftText(language, 'ossCard', { country }),
	};
}

const countryOf = ({ country, postcode, city }: ShopAddress): string =>
	country === '' ? '' : deliveryArea(country, postcode, city).country;

const NOWHERE: ShopAddress = {
	firstName: '',
	lastName: '',
	company: '',
	street: '',
	postcode: '',
	city: '',
	country: '',
};
