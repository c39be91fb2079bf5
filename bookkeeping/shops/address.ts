import { countryCode } from '../trade/countries';
import { text, type RawObject } from '../trade/fields';
import type { ShopAddress } from '../trade/order';

/** How a shop names the parts of an address; the street may stand in two fields. */
export type AddressFields = Record<Exclude<keyof ShopAddress, 'street'>, string> & {
	street: readonly string[];
};

/** An address in the one language of all shops; what is missing is empty. */
export function readAddress(raw: RawObject, fields: AddressFields): ShopAddress {
	return {
		firstName: text(raw, fields.firstName),
		lastName: text(raw, fields.lastName),
		company: text(raw, fields.company),
		street: fields.street
			.map((field) => text(raw, field))
			.filter(Boolean)
			.join(' '),
		postcode: text(raw, fields.postcode),
		city: text(raw, fields.city),
		country: countryCode(text(raw, fields.country)),
	};
}
