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

/** What customers write before the number: `BTW BE 0403.170.701`, `USt-IdNr.: DE 136695976`. */
const FIRST_WORD = /^(BTW|VAT|TVA|UST|MWST|PIVA|PARTITAIVA|IVA|MOMS|UID|NIF|CIF|DIC|NIP)/;
const NEXT_WORD = /^(ID|REG|NUMMER|NUMBER|NR|NO|N)/;
/** What they, and plugins, write behind it: `BE0403170701 RPR Gent`, `DE136695976 (valid)`. */
const WORDS_BEHIND = /[A-Z]{3,}$/;

const FRENCH_LENGTH_WITHOUT_PREFIX = 11;

/** The prefix of VAT numbers of a country: its ISO code, but EL for Greece and FR for Monaco. */
export function vatPrefix(country: string): string {
	if (country === 'GR') return 'EL';
	return country === 'MC' ? 'FR' : country;
}

/**
 * Writes a VAT number the way the authorities do: upper case, no spaces or points, with its
 * country prefix, and without words before and behind it where they leave a number of the right form.
 * An empty string when nothing was filled in.
 *
 * @param country two-letter ISO code of the billing address, for numbers without a prefix.
 */
export function normaliseVatNumber(value: string, country: string): string {
	if (value === '') return '';
	const bare = bareOf(value);
	if (bare === '') return '';
	const asWritten = withPrefixOf(bare, country);
	return hasVatNumberFormat(asWritten) ? asWritten : (withoutWords(bare, country) ?? asWritten);
}

const bareOf = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9+*]/g, '');

/** Whether a text has the letters that VAT numbers of a country begin with, wherever they stand. */
export function hasPrefixOf(text: string, country: string): boolean {
	const bare = bareOf(text);
	return bare.includes(vatPrefix(country)) || (country === 'GR' && bare.includes('GR'));
}

/** A number may be written with spaces: `BE 0403 170 701`. */
const MOST_WORDS = 5;

/**
 * The first VAT number of a member state, with its prefix, that somebody wrote in a text; empty where
 * there is none.
 */
export function vatNumberIn(text: string): string {
	const words = text.split(/[\s:;,()]+/).map(bareOf);
	for (const [first, word] of words.entries()) {
		if (!/^[A-Z]{2}/.test(word)) continue;
		for (let count = MOST_WORDS; count > 0; count -= 1) {
			const written = withPrefixOf(words.slice(first, first + count).join(''), '');
			if (hasVatNumberFormat(written)) return written;
		}
	}
	return '';
}

/** The number between words, as soon as what is left has the form of one. */
function withoutWords(bare: string, country: string): string | undefined {
	let rest = bare.replace(WORDS_BEHIND, '');
	if (rest !== bare && hasVatNumberFormat(withPrefixOf(rest, country))) {
		return withPrefixOf(rest, country);
	}
	let word = FIRST_WORD;
	while (word.test(rest)) {
		rest = rest.replace(word, '');
		const vatNumber = withPrefixOf(rest, country);
		if (hasVatNumberFormat(vatNumber)) return vatNumber;
		word = NEXT_WORD;
	}
	return undefined;
}

function withPrefixOf(bare: string, country: string): string {
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
