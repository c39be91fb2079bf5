import { codeByName, isCountryCode } from './countryNames';

/** The member states of the European Union by their two-letter ISO code, in the order of names. */
export const euCountryNames: ReadonlyMap<string, string> = new Map([
	['AT', 'Austria'],
	['BE', 'Belgium'],
	['BG', 'Bulgaria'],
	['HR', 'Croatia'],
	['CY', 'Cyprus'],
	['CZ', 'Czechia'],
	['DK', 'Denmark'],
	['EE', 'Estonia'],
	['FI', 'Finland'],
	['FR', 'France'],
	['DE', 'Germany'],
	['GR', 'Greece'],
	['HU', 'Hungary'],
	['IE', 'Ireland'],
	['IT', 'Italy'],
	['LV', 'Latvia'],
	['LT', 'Lithuania'],
	['LU', 'Luxembourg'],
	['MT', 'Malta'],
	['NL', 'Netherlands'],
	['PL', 'Poland'],
	['PT', 'Portugal'],
	['RO', 'Romania'],
	['SK', 'Slovakia'],
	['SI', 'Slovenia'],
	['ES', 'Spain'],
	['SE', 'Sweden'],
]);

/** Whether a country, by its ISO code, is a member state other than the Netherlands, where SnelStart's clients are. */
export const isOtherMemberState = (country: string): boolean =>
	country !== 'NL' && euCountryNames.has(country);

/**
 * Parts of member states that lie outside the EU VAT area, by postcode (VAT-701). Provinces and
 * departments of their own are outside with all their postcodes: the Canary Islands (35, 38), Ceuta (51)
 * and Melilla (52); the French overseas departments, collectivities and territories (97, 986 to 988;
 * 980 is Monaco).
 */
const OUTSIDE_BY_POSTCODE: Record<string, RegExp> = {
	DE: /^(78266|27498)$/,
	ES: /^(35|38|51|52)\d{3}$/,
	FI: /^22\d{3}$/,
	FR: /^(97\d|98[678])\d{2}$/,
	GR: /^6308[67]$/,
	IT: /^(22061|23041)$/,
};

/**
 * Austrian places that have a German postcode beside their own, since no road leads there but from
 * Germany: Jungholz (87491), and Riezlern, Hirschegg and Mittelberg in the Kleinwalsertal. Their VAT
 * is Austrian (§ 10 (4) Austrian Umsatzsteuergesetz, at 19 %).
 */
const AUSTRIAN_BY_GERMAN_POSTCODE = /^(87491|8756[789])$/;

/** Former postcodes of places outside the EU VAT area, which they shared with towns inside: there the town decides. */
const OUTSIDE_BY_TOWN: Record<string, { postcode: string; town: RegExp }[]> = {
	IT: [
		{ postcode: '22060', town: /\bcampione\b/i },
		{ postcode: '23030', town: /\blivigno\b/i },
	],
};

const COUNTRY_ALIASES: Record<string, string> = { EL: 'GR', UK: 'GB' };

export interface DeliveryArea {
	/** The country that decides the VAT: Monaco counts as France, the Kleinwalsertal is Austria. */
	country: string;
	area: 'eu' | 'outsideEu' | 'northernIreland';
	/** Filled when the postcode or a special rule decided, not the country alone. */
	because: string;
}

/**
 * The two-letter ISO code in upper case; Greece's EL and the United Kingdom's UK are understood, and
 * so are three-letter codes and names that can mean one country only. Anything else stays as it was
 * found, so that it can be shown: it is not a country then (`isCountryCode`).
 */
export function countryCode(value: string): string {
	if (isCountryCode(value)) return value;
	const code = value.trim().toUpperCase();
	if (isCountryCode(code)) return code;
	return COUNTRY_ALIASES[code] ?? codeByName(value) ?? value.trim();
}

/**
 * Tells whether a delivery is inside the EU VAT area: some places of member states are not (Canary
 * Islands, Ceuta, Büsingen, …), and some places outside are (Monaco; Northern Ireland for goods).
 * Some of Austria have a German postcode. Source: VAT Directive art. 5-7, VAT-701.
 *
 * @param city tells towns apart that share a postcode.
 */
export function deliveryArea(country: string, postcode: string, city = ''): DeliveryArea {
	const code = countryCode(country);
	if (code === 'MC') return { country: 'FR', area: 'eu', because: 'Monaco counts as France' };
	const pattern = OUTSIDE_BY_POSTCODE[code];
	const isByPostcode = pattern !== undefined || code === 'GB';
	const written = isByPostcode ? postcode.replace(/[^0-9A-Za-z]/g, '').toUpperCase() : '';
	// `D-87567`: the other postcodes that are looked at have digits only.
	const zip = code === 'GB' ? written : written.replace(/^[A-Z]{1,2}(?=\d)/, '');
	if (code === 'XI' || (code === 'GB' && zip.startsWith('BT'))) {
		return {
			country: 'XI',
			area: 'northernIreland',
			because: 'the postcode is in Northern Ireland',
		};
	}
	if (!euCountryNames.has(code)) return { country: code, area: 'outsideEu', because: '' };
	const isOutsideByTown = OUTSIDE_BY_TOWN[code]?.some(
		(place) => place.postcode === zip && place.town.test(city),
	);
	if (code === 'DE' && AUSTRIAN_BY_GERMAN_POSTCODE.test(zip)) {
		return { country: 'AT', area: 'eu', because: `postcode ${zip} in DE is of a place in Austria` };
	}
	if (pattern?.test(zip) || isOutsideByTown) {
		return {
			country: code,
			area: 'outsideEu',
			because: `postcode ${zip} in ${code} lies outside the EU VAT area`,
		};
	}
	return { country: code, area: 'eu', because: '' };
}
