import { isObject, namedValue, objectIn, objectsIn, text, type RawObject } from '../trade/fields';
import { hasPrefixOf, hasVatNumberFormat, normaliseVatNumber, vatPrefix } from '../trade/vatNumber';
import type { NamedFields } from './shop';

/** Words of field names that speak of VAT: such fields hold numbers without a prefix too. */
const VAT_WORDS = new Set([
	...['vat', 'vatid', 'vatnr', 'vatnumber', 'btw', 'btwnr', 'btwnummer', 'taxid', 'taxnumber'],
	...['ust', 'ustid', 'ustidnr', 'mwst', 'uid', 'tva', 'iva', 'moms', 'nif', 'nip', 'dic', 'cif'],
]);
const LONGEST = 24;

/**
 * A field that nobody knows and whose value has the form of a VAT number of one of the countries: a
 * plugin may have put the number of a business there (D-VAT-NUMBER).
 *
 * @param countries of delivery and of the invoice; empty ones do not count.
 * @param holders the objects of the order that say who the customer is.
 */
export function vatNumberElsewhere(
	raw: RawObject,
	countries: readonly string[],
	{ ignored }: Pick<NamedFields, 'ignored'>,
	holders: readonly RawObject[] = [objectIn(raw.billing), objectIn(raw.shipping)],
): { field: string; vatNumber: string } | undefined {
	const inField = (field: string, value: unknown) => {
		const vatNumber = numberIn(field, value, countries);
		return vatNumber === undefined || ignored.includes(field) ? undefined : { field, vatNumber };
	};
	const inFields = (holder: RawObject) => {
		for (const field in holder) {
			const found = inField(field, holder[field]);
			if (found) return found;
		}
		return undefined;
	};
	for (const { key, name, value } of [
		...objectsIn(raw.meta_data),
		...objectsIn(raw.note_attributes),
	]) {
		const found =
			inField(String(key ?? name), value) ?? (isObject(value) ? inFields(value) : undefined);
		if (found) return found;
	}
	for (const holder of holders) {
		const found = inFields(holder);
		if (found) return found;
	}
	return inFields(raw);
}

/** The filled text of the first field that the settings name: of the order, its notes or its customer. */
export function namedText(
	raw: RawObject,
	holders: readonly RawObject[],
	named: readonly string[],
): string {
	for (const field of named) {
		const note = objectsIn(raw.note_attributes).find(({ name }) => name === field);
		const [found] = [
			namedValue(raw, field),
			note ? text(note, 'value') : '',
			...holders.map((holder) => text(holder, field)),
		].filter((value) => value !== '');
		if (found !== undefined) return found;
	}
	return '';
}

/** Every VAT number has digits; one in a field that speaks of something else begins with a country. */
const MAY_BE_NUMBER = /\d/;
const MAY_HAVE_PREFIX = /^[^A-Z0-9]*[A-Z][^A-Z0-9]*[A-Z].*\d/i;

/** Whether a field may hold a VAT number of any country, by its name and the looks of its value. */
export function mayBeVatNumber(field: string, value: unknown): value is string {
	if (typeof value !== 'string' || value.length < 4 || value.length > LONGEST) return false;
	return (speaksOfVat(field) ? MAY_BE_NUMBER : MAY_HAVE_PREFIX).test(value);
}

function numberIn(field: string, value: unknown, countries: readonly string[]): string | undefined {
	if (!mayBeVatNumber(field, value)) return undefined;
	const isNamed = speaksOfVat(field);
	for (const country of countries) {
		if (country === '' || (!isNamed && !hasPrefixOf(value, country))) continue;
		const vatNumber = normaliseVatNumber(value, isNamed ? country : '');
		if (vatNumber.startsWith(vatPrefix(country)) && hasVatNumberFormat(vatNumber)) return vatNumber;
	}
	return undefined;
}

const MOST_NAMES = 1_000;
const spoken = new Map<string, boolean>();

/** Orders have the same few names over and over. */
function speaksOfVat(field: string): boolean {
	const known = spoken.get(field);
	if (known !== undefined) return known;
	if (spoken.size >= MOST_NAMES) spoken.clear();
	const words = field.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
	const speaks = words.split(/[^a-z]+/).some((word) => VAT_WORDS.has(word));
	spoken.set(field, speaks);
	return speaks;
}
