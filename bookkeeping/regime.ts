import { countryCode, deliveryArea } from './countries';
import type { Regime } from './draft';
import { Finding } from './findings';
import type { Cents } from './money';
import type { ShopOrder } from './order';
import { hasVatNumberFormat } from './vatNumber';
import { isRateInForce } from './vatRates';

export interface RegimeDecision {
	regime: Regime;
	/** The country whose row of the VAT mapping applies. */
	country: string;
	/** Why, a sentence for the bookkeeper. */
	reason: string;
}

/**
 * Decides how an order is treated for VAT, from what the customer was charged and where the goods
 * went (J091-J093, VAT reference 2). What the shop charged is never changed.
 *
 * - VAT charged inside the EU: domestic; the VAT mapping of the delivery country says which account
 *   and rate, and refuses what it does not know.
 * - No VAT, another EU country: ICP, which needs a VAT number (J044); without one nothing is guessed.
 * - Outside the EU VAT area: export; VAT charged there is refused (J045).
 *
 * @param shopCountry two-letter code of the shop's country.
 */
export function decideRegime(
	order: ShopOrder,
	charged: ReadonlyArray<{ percentage: number; amount: Cents }>,
	shopCountry: string,
): RegimeDecision {
	const home = countryCode(shopCountry);
	const delivery = deliveryAddress(order, home);
	if (delivery.country === '') {
		throw new Finding(
			'COUNTRY_MISSING',
			'Neither the shipping nor the billing address has a country.',
		);
	}
	const { country, area, because } = deliveryArea(delivery.country, delivery.postcode);
	const rates = charged.filter(({ amount }) => amount !== 0).map(({ percentage }) => percentage);
	if (area === 'northernIreland') {
		throw new Finding('TERRITORY_UNCLEAR', `Delivery to Northern Ireland: ${because}.`);
	}
	if (area === 'outsideEu') {
		if (rates.length > 0) {
			throw new Finding(
				'EXPORT_WITH_VAT',
				`VAT at ${rates.join(' % and ')} % on a delivery to ${country}${because && ` (${because})`}.`,
			);
		}
		return {
			regime: 'export',
			country,
			reason: `Delivered to ${country}, outside the EU, without VAT: export${because && `; ${because}`}.`,
		};
	}
	if (rates.length > 0 || country === home) {
		const unknown = rates.find((rate) => !isRateInForce(rate, [country, home], order.date));
		if (unknown !== undefined) {
			throw new Finding(
				'UNKNOWN_VAT_RATE',
				`VAT at ${unknown} %: no such rate was in force in ${country} or ${home} on ${order.date}.`,
			);
		}
		return {
			regime: 'domestic',
			country,
			reason:
				country === home
					? `Delivered in ${country}, the country of the shop: domestic.`
					: `Delivered in ${country} with VAT charged: the row of ${country} in the VAT mapping applies.`,
		};
	}
	return icp(order, country);
}

/** Shipping country if filled, else billing country (J091); picked up: the shop's country. */
function deliveryAddress(order: ShopOrder, home: string): { country: string; postcode: string } {
	if (order.pickUp) return { country: home, postcode: '' };
	return order.shipping.country === '' ? order.billing : order.shipping;
}

function icp(order: ShopOrder, country: string): RegimeDecision {
	if (order.vatNumber === '') {
		throw new Finding(
			'ICP_VAT_NUMBER_MISSING',
			`Delivered to ${country} without VAT, but the order has no VAT number.`,
		);
	}
	if (!hasVatNumberFormat(order.vatNumber)) {
		throw new Finding(
			'ICP_VAT_NUMBER_INVALID',
			`Delivered to ${country} without VAT, but the VAT number does not have the form that its country uses.`,
		);
	}
	return {
		regime: 'icp',
		country,
		reason: `Delivered to ${country} without VAT to a business with a VAT number: ICP.`,
	};
}
