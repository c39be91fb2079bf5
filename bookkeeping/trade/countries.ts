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

/** Parts of member states that lie outside the EU VAT area, by postcode (VAT-701). */
const OUTSIDE_BY_POSTCODE: Record<string, RegExp> = {
	DE: /^(78266|27498)$/,
	ES: /^(35\d{3}|38\d{3}|5100[1-5]|5107[01]|51081|5200[0-6]|5207[01]|52081)$/,
	FI: /^22\d{3}$/,
	FR: /^97[1-46]\d{2}$/,
	GR: /^6308[67]$/,
	IT: /^(2206[01]|23041|23030)$/,
};

const COUNTRY_ALIASES: Record<string, string> = { EL: 'GR', UK: 'GB' };

export interface DeliveryArea {
	/** The country that decides the VAT: Monaco counts as France. */
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
 * Source: VAT Directive art. 5-7, VAT-701.
 */
export function deliveryArea(country: string, postcode: string): DeliveryArea {
	const code = countryCode(country);
	if (code === 'MC') return { country: 'FR', area: 'eu', because: 'Monaco counts as France' };
	const pattern = OUTSIDE_BY_POSTCODE[code];
	const isByPostcode = pattern !== undefined || code === 'GB';
	const zip = isByPostcode ? postcode.replace(/[^0-9A-Za-z]/g, '').toUpperCase() : '';
	if (code === 'XI' || (code === 'GB' && zip.startsWith('BT'))) {
		return {
			country: 'XI',
			area: 'northernIreland',
			because: 'the postcode is in Northern Ireland',
		};
	}
	if (!euCountryNames.has(code)) return { country: code, area: 'outsideEu', because: '' };
	if (pattern?.test(zip)) {
		return {
			country: code,
			area: 'outsideEu',
			because: `postcode ${zip} in ${code} lies outside the EU VAT area`,
		};
	}
	return { country: code, area: 'eu', because: '' };
}
