import { countryCode } from '../trade/countries';
import { text, type RawObject } from '../trade/fields';
import type { ShopAddress } from '../trade/order';
import { isNoAnswer } from '../trade/noAnswer';

/** How a shop names the parts of an address; the street may stand in two fields. */
export type AddressFields = Record<Exclude<keyof ShopAddress, 'street'>, string> & {
	street: readonly string[];
};

/** An address in the one language of all shops; what is missing is empty. */
export function readAddress(raw: RawObject, fields: AddressFields): ShopAddress {
	return {
		firstName: text(raw, fields.firstName),
		lastName: text(raw, fields.lastName),
		company: companyOf(text(raw, fields.company)),
		street: fields.street
			.map((field) => text(raw, field))
			.filter(Boolean)
			.join(' '),
		postcode: text(raw, fields.postcode),
		city: text(raw, fields.city),
		country: countryCode(text(raw, fields.country)),
	};
}

/** A field that had to be filled in makes no business of a consumer: `-`, `n.v.t.`, `particulier`. */
const companyOf = (written: string): string =>
	isNoAnswer(written) || CONSUMER.test(written) ? '' : written;

const CONSUMER = /^(particulier|priv(é|e|ate|at)|privatperson|consument|consumer)\.?$/i;
