/** Formats of VAT numbers including prefix; the format only, no check digits. */
const formats = [
	/^ATU\d{8}$/,
	/^BE[01]\d{9}$/,
	/^BG\d{9,10}$/,
	/^CY\d{8}[A-Z]$/,
	/^CZ\d{8,10}$/,
	/^DE[1-9]\d{8}$/,
	/^DK\d{8}$/,
	/^EE\d{9}$/,
	/^EL\d{9}$/,
	/^ES[A-Z0-9]\d{7}[A-Z0-9]$/,
	/^FI\d{8}$/,
	/^FR[A-HJ-NP-Z0-9]{2}\d{9}$/,
	/^HR\d{11}$/,
	/^HU\d{8}$/,
	/^IE(\d{7}[A-W][A-I]?|\d[A-Z]\d{5}[A-W])$/,
	/^IT\d{11}$/,
	/^LT(\d{9}|\d{12})$/,
	/^LU\d{8}$/,
	/^LV\d{11}$/,
	/^MT\d{8}$/,
	/^NL\d{9}B\d{2}$/,
	/^PL\d{10}$/,
	/^PT\d{9}$/,
	/^RO\d{2,10}$/,
	/^SE\d{10}01$/,
	/^SI\d{8}$/,
	/^SK\d{10}$/,
	/^(XI|GB)(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
	/^CHE\d{9}(MWST|TVA|IVA)?$/,
];

/** Prefixes that belong to a country with another two-letter code. */
const countriesOfPrefix: Record<string, string[]> = {
	EL: ['GR'],
	XI: ['XI', 'GB'],
	FR: ['FR', 'MC'],
	GB: ['GB', 'IM'],
};

export type VatNumberProblem = 'REL-0057' | 'REL-0058' | 'REL-0059' | 'REL-0087' | 'REL-0088';

/**
 * Checks a VAT number (btwNummer) against its format and the country of the address; a number
 * without prefix is read as Dutch. Returns it as SnelStart keeps it: Dutch ones without "NL".
 */
export function checkVatNumber(
	given: string,
	country: string | undefined,
): { kept: string } | { problem: VatNumberProblem } {
	if (given.length > 50) return { problem: 'REL-0057' };
	if (given.length < 2) return { problem: 'REL-0058' };
	if (!/^[a-z0-9]+$/i.test(given)) return { problem: 'REL-0059' };
	const upper = given.toUpperCase();
	const full = /^\d{9}B\d{2}$/.test(upper) ? `NL${upper}` : upper;
	if (!formats.some((format) => format.test(full))) return { problem: 'REL-0088' };
	const prefix = full.slice(0, 2);
	const fits = countriesOfPrefix[prefix] ?? [prefix];
	if (country !== undefined && !fits.includes(country)) return { problem: 'REL-0087' };
	return { kept: full.replace(/^NL/, '') };
}
