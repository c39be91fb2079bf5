import { deliveryArea, isOtherMemberState } from '../trade/countries';
import type { ShopAddress, ShopOrder } from '../trade/order';
import type { RegimeDecision } from '../vat/regime';
import type { Settings } from '../settings/settings';

/** Where the card of a customer is, and what the bookkeeper should know about it. */
export interface CardPlace {
	address: ShopAddress;
	/** The VAT country of the sale; only where the country of the card makes a difference. */
	cardCountry?: string;
	note?: string;
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
	if (decision.regime === 'oss') return inCountry(order, country);
	const livesIn = countryOf(billing);
	if (!isOtherMemberState(livesIn)) return { address: billing, cardCountry: HOME };
	// Dutch VAT on a sale to another member state: SnelStart judges it by the customer's own card.
	if (decision.regime === 'domestic' && isOtherMemberState(country)) return { address: billing };
	const note = `The customer lives in ${livesIn}, but this is no distance sale, which SnelStart takes every entry on a card there for.`;
	if (shipping.country !== '' && !isOtherMemberState(countryOf(shipping))) {
		return {
			...{ address: shipping, cardCountry: HOME },
			note: `${note} It is booked on a card with the address of delivery.`,
		};
	}
	return {
		...{ address: NOWHERE, cardCountry: HOME },
		note: `${note} It is booked on a card without an address.`,
	};
}

/** Of several countries, Monaco counts as France: SnelStart has to see the country of the VAT. */
function inCountry({ billing, shipping }: ShopOrder, country: string): CardPlace {
	if (countryOf(billing) === country) {
		return { address: { ...billing, country }, cardCountry: country };
	}
	return {
		...{ address: { ...shipping, country }, cardCountry: country },
		note: `SnelStart takes the country of the OSS VAT from the card of the customer, so this is booked on a card with the address of delivery in ${country}.`,
	};
}

const countryOf = ({ country, postcode }: ShopAddress): string =>
	country === '' ? '' : deliveryArea(country, postcode).country;

const NOWHERE: ShopAddress = {
	firstName: '',
	lastName: '',
	company: '',
	street: '',
	postcode: '',
	city: '',
	country: '',
};
