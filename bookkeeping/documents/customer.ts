import type { CardPlace } from './cardPlace';
import type { Address, CustomerDraft } from './draft';
import { Finding } from '../trade/findings';
import type { ShopAddress, ShopOrder } from '../trade/order';
import type { RegimeDecision } from '../vat/regime';
import { rowOfMethod } from '../settings/paymentMethodRow';
import type { Settings } from '../settings/settings';
import { sharedCardOf } from './sharedCard';
import { cutText } from '../trade/text';

/** Field lengths of a relation in SnelStart (SS-230). */
const LENGTH = {
	name: 50,
	email: 250,
	phone: 25,
	vatNumber: 50,
	chamberOfCommerce: 12,
	address: 50,
	postcode: 25,
};

/**
 * The customer (debiteur) of an order: the fixed debtor of its payment method (J070), never for ICP
 * (J071) or OSS, which need a card in the country of delivery, else the card that the settings have for
 * several customers, else a card that is found or created; a business when a company name, VAT number
 * or Chamber of Commerce number (KvK) is filled (W002, W062).
 *
 * @param place where the card is, when that is not simply the billing address.
 * @throws Finding CUSTOMER_NAME_MISSING.
 */
export function customerOf(
	order: ShopOrder,
	decision: RegimeDecision,
	settings: Settings,
	place: CardPlace = { address: order.billing },
): CustomerDraft {
	const { regime } = decision;
	const { address, cardCountry } = place;
	const fixed = rowOfMethod(settings.fixedDebtors, order.paymentMethod);
	if (fixed && regime !== 'icp' && regime !== 'oss')
		return { kind: 'fixedDebtor', relationId: fixed.relationId };
	const { billing } = order;
	const kind =
		billing.company || order.vatNumber || order.chamberOfCommerceNumber ? 'business' : 'consumer';
	const shared = sharedCardOf(order, kind, decision, settings);
	if (shared !== undefined) return { kind: 'fixedDebtor', relationId: shared };
	const person = fullName(billing);
	const name = billing.company || person;
	if (name === '') {
		throw new Finding('CUSTOMER_NAME_MISSING');
	}
	const customer: CustomerDraft = {
		kind,
		name: cutText(name, LENGTH.name),
		email: order.email.length <= LENGTH.email ? order.email : '',
		phone: cutText(order.phone, LENGTH.phone),
		// Longer than any VAT number: SnelStart would refuse the whole card for it.
		vatNumber: order.vatNumber.length <= LENGTH.vatNumber ? order.vatNumber : '',
		chamberOfCommerceNumber:
			order.chamberOfCommerceNumber.length <= LENGTH.chamberOfCommerce
				? order.chamberOfCommerceNumber
				: '',
		address: addressOf(address, contactAt(address, order)),
	};
	if (cardCountry !== undefined) customer.cardCountry = cardCountry;
	return customer;
}

/** Whoever is at the address, where the name on the card does not say so. */
function contactAt(address: ShopAddress, { billing }: ShopOrder): string {
	const name = billing.company || fullName(billing);
	const there = [address.company, fullName(address)].filter((one) => one !== '' && one !== name);
	return there.join(', ');
}

/** An address within SnelStart's lengths. */
export function addressOf(address: ShopAddress, contact: string): Address {
	return {
		contact: cutText(contact, LENGTH.address),
		street: cutText(address.street, LENGTH.address),
		postcode: cutText(address.postcode, LENGTH.postcode),
		city: cutText(address.city, LENGTH.address),
		country: address.country,
	};
}

export function fullName({
	firstName,
	lastName,
}: Pick<ShopAddress, 'firstName' | 'lastName'>): string {
	return [firstName, lastName].filter(Boolean).join(' ');
}
