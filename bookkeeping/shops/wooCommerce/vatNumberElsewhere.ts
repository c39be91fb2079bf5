import { isObject, objectIn, objectsIn, type RawObject } from '../../trade/fields';
import { hasVatNumberFormat, normaliseVatNumber, vatPrefix } from '../../trade/vatNumber';
import type { NamedFields } from '../shop';

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
 */
export function vatNumberElsewhere(
	raw: RawObject,
	countries: readonly string[],
	{ ignored }: Pick<NamedFields, 'ignored'>,
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
	for (const { key, value } of objectsIn(raw.meta_data)) {
		const found = inField(String(key), value) ?? (isObject(value) ? inFields(value) : undefined);
		if (found) return found;
	}
	return inFields(objectIn(raw.billing)) ?? inFields(objectIn(raw.shipping)) ?? inFields(raw);
}

/** Every VAT number has digits; one in a field that speaks of something else begins with a country. */
const MAY_BE_NUMBER = /\d/;
const MAY_HAVE_PREFIX = /^[^A-Z0-9]*[A-Z][^A-Z0-9]*[A-Z].*\d/i;

function numberIn(field: string, value: unknown, countries: readonly string[]): string | undefined {
	if (typeof value !== 'string' || value.length < 4 || value.length > LONGEST) return undefined;
	const isNamed = speaksOfVat(field);
	if (!(isNamed ? MAY_BE_NUMBER : MAY_HAVE_PREFIX).test(value)) return undefined;
	for (const country of countries) {
		if (country === '') continue;
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
