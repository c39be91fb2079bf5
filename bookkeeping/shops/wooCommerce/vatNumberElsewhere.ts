import { isObject, object, objects, type RawObject } from '../../trade/fields';
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
	for (const [field, value] of textsOf(raw)) {
		if (typeof value !== 'string' || value.length < 4 || value.length > LONGEST) continue;
		if (ignored.includes(field)) continue;
		for (const country of countries) {
			if (country === '') continue;
			const vatNumber = normaliseVatNumber(value, speaksOfVat(field) ? country : '');
			if (!vatNumber.startsWith(vatPrefix(country)) || !hasVatNumberFormat(vatNumber)) continue;
			return { field, vatNumber };
		}
	}
	return undefined;
}

function speaksOfVat(field: string): boolean {
	const words = field.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
	return words.split(/[^a-z]+/).some((word) => VAT_WORDS.has(word));
}

/** Every text at the top of an order, in its addresses and in its metadata, with its name. */
function* textsOf(raw: RawObject): Generator<[string, unknown]> {
	for (const meta of objects(raw, 'meta_data')) {
		yield [String(meta.key), meta.value];
		if (isObject(meta.value)) yield* Object.entries(meta.value);
	}
	yield* Object.entries(object(raw, 'billing'));
	yield* Object.entries(object(raw, 'shipping'));
	yield* Object.entries(raw);
}
