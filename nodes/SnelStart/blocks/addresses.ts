import { reference, text, type Field } from './field';

/** The fields of an address, in a part of the record; names start with `prefix` when there are two. */
export function addressFields(path: string, prefix: string, label: string): Field[] {
	const name = (own: string): string =>
		prefix === '' ? own : `${prefix}${own.charAt(0).toUpperCase()}${own.slice(1)}`;
	const naming = (own: string, field: string, title: string, description: string) => ({
		path: `${path}.${field}`,
		name: name(own),
		displayName: `${label}${title}`,
		description,
	});
	return [
		text(naming('contact', 'contactpersoon', 'Contact Person', 'At most 50 characters')),
		text(naming('street', 'straat', 'Street', 'With the house number')),
		text(naming('postcode', 'postcode', 'Postcode', 'At most 25 characters')),
		text(naming('city', 'plaats', 'City', 'At most 50 characters')),
		reference(
			naming('countryId', 'land', 'Country', 'Street, postcode, city and country belong together'),
			'searchCountries',
		),
	];
}
