import { countryCode, cutText, type Address, type CustomerDraft } from '../../../../bookkeeping';
import { isSameId } from '../../../shared/snelStart/idOf';
import { isMobile } from './mobileNumber';

/** A customer of a draft that is not a fixed debtor: a card is found for it, or made. */
export type CustomerCard = Exclude<CustomerDraft, { kind: 'fixedDebtor' }>;

/** Country ids of SnelStart by two-letter code. */
export type CountryIds = ReadonlyMap<string, string>;

/** Codes that SnelStart's list and ISO may write differently. */
const OTHER_CODES: Record<string, string> = { GR: 'EL', EL: 'GR', GB: 'UK', UK: 'GB' };

/** The two-letter ISO code of a country by SnelStart's id; empty when the list does not hold it. */
export function countryCodeOf(id: string, countryIds: CountryIds): string {
	const [code = ''] = [...countryIds].find(([, other]) => isSameId(other, id)) ?? [];
	return countryCode(code);
}

/**
 * SnelStart's id of a country; `undefined` when the list does not hold it.
 * @param code two letters, ISO
 */
export function countryIdOf(code: string, countryIds: CountryIds): string | undefined {
	const upper = code.toUpperCase();
	return countryIds.get(upper) ?? countryIds.get(OTHER_CODES[upper] ?? upper);
}

/**
 * The new relation for a customer (J050, SS-230, SS-441, SS-443), within SnelStart's
 * lengths; texts are cut on code points. No payment reminders are set (aanmaningsoort). Empty
 * fields are left out. Billing and postal address are the same.
 */
export function toRelation(customer: CustomerCard, countryIds: CountryIds) {
	const { name, email, phone, vatNumber, chamberOfCommerceNumber } = customer;
	const address = toAddress(customer.address, countryIds);
	const vat = vatNumber.replace(/[^A-Za-z0-9]/g, '');
	return {
		naam: cutText(name, 50),
		relatiesoort: ['Klant'],
		...(email && { email }),
		...toPhone(phone, customer.address.country),
		...(vat && { btwNummer: vat }),
		...(chamberOfCommerceNumber && { kvkNummer: cutText(chamberOfCommerceNumber, 12) }),
		...(address && { vestigingsAdres: address, correspondentieAdres: address }),
	};
}
export type NewRelation = ReturnType<typeof toRelation>;

/** A mobile number has a field of its own (J181). */
function toPhone(phone: string, country: string): { telefoon?: string; mobieleTelefoon?: string } {
	if (phone === '') return {};
	const written = cutText(phone, 25);
	return isMobile(phone, country) ? { mobieleTelefoon: written } : { telefoon: written };
}

/** An address in SnelStart's words, empty fields left out; `undefined` when all are empty. */
export function toAddress(
	{ contact, street, postcode, city, country }: Address,
	countryIds: CountryIds,
) {
	const countryId = countryIdOf(country, countryIds);
	if (![contact, street, postcode, city, countryId].some(Boolean)) return undefined;
	return {
		...(contact && { contactpersoon: cutText(contact, 50) }),
		...(street && { straat: cutText(street, 50) }),
		...(postcode && { postcode: cutText(postcode, 25) }),
		...(city && { plaats: cutText(city, 50) }),
		...(countryId && { land: { id: countryId } }),
	};
}
