/** Formats with prefix, per member state (public format data, VAT-601). */
const FORMATS: Record<string, RegExp> = {
	AT: /^ATU\d{8}$/,
	BE: /^BE[01]\d{9}$/,
	BG: /^BG\d{9,10}$/,
	CY: /^CY\d{8}[A-Z]$/,
	CZ: /^CZ\d{8,10}$/,
	DE: /^DE[1-9]\d{8}$/,
	DK: /^DK\d{8}$/,
	EE: /^EE\d{9}$/,
	EL: /^EL\d{9}$/,
	ES: /^ES[A-Z0-9]\d{7}[A-Z0-9]$/,
	FI: /^FI\d{8}$/,
	FR: /^FR[A-HJ-NP-Z0-9]{2}\d{9}$/,
	HR: /^HR\d{11}$/,
	HU: /^HU\d{8}$/,
	IE: /^IE(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
	IT: /^IT\d{11}$/,
	LT: /^LT(\d{9}|\d{12})$/,
	LU: /^LU\d{8}$/,
	LV: /^LV\d{11}$/,
	MT: /^MT\d{8}$/,
	NL: /^NL\d{9}B\d{2}$/,
	PL: /^PL\d{10}$/,
	PT: /^PT\d{9}$/,
	RO: /^RO\d{2,10}$/,
	SE: /^SE\d{10}01$/,
	SI: /^SI\d{8}$/,
	SK: /^SK\d{10}$/,
	XI: /^XI(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

const FRENCH_LENGTH_WITHOUT_PREFIX = 11;

/** The prefix of VAT numbers of a country: its ISO code, but EL for Greece and FR for Monaco. */
export function vatPrefix(country: string): string {
	if (country === 'GR') return 'EL';
	return country === 'MC' ? 'FR' : country;
}

/**
 * Writes a VAT number the way the authorities do: upper case, no spaces or points, with its
 * country prefix. An empty string when nothing was filled in.
 *
 * @param country two-letter ISO code of the billing address, for numbers without a prefix.
 */
export function normaliseVatNumber(value: string, country: string): string {
	if (value === '') return '';
	const bare = value.toUpperCase().replace(/[^A-Z0-9+*]/g, '');
	if (bare === '') return '';
	const greek = bare.startsWith('GR') ? `EL${bare.slice(2)}` : bare;
	const withPrefix = hasPrefix(greek, country) ? greek : `${vatPrefix(country)}${greek}`;
	return /^BE\d{9}$/.test(withPrefix) ? `BE0${withPrefix.slice(2)}` : withPrefix;
}

/**
 * Whether a normalised EU VAT number has the form its country uses. The form only: the tax
 * authorities alone know whether the number exists.
 */
export function hasVatNumberFormat(vatNumber: string): boolean {
	return FORMATS[vatNumber.slice(0, 2)]?.test(vatNumber) ?? false;
}

/** French numbers may themselves start with two letters, so there the length tells. */
function hasPrefix(bare: string, country: string): boolean {
	if (country === 'FR' || country === 'MC') return bare.length > FRENCH_LENGTH_WITHOUT_PREFIX;
	return /^[A-Z]{2}/.test(bare);
}
