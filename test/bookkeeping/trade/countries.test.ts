import { countryCode, deliveryArea, euCountryNames } from '../../../bookkeeping/trade/countries';
import { isCountryCode } from '../../../bookkeeping/trade/countryNames';

describe('countries (VAT-701)', () => {
	test('there are 27 of them', () => {
		expect(euCountryNames.size).toBe(27);
	});

	test.each([
		[' nl ', 'NL'],
		['el', 'GR'],
		['UK', 'GB'],
		['', ''],
		['DEU', 'DE'],
		['nld', 'NL'],
		['Duitsland', 'DE'],
		['deutschland', 'DE'],
		['Nederland', 'NL'],
		['the  Netherlands', 'NL'],
		['België', 'BE'],
		['BELGIE', 'BE'],
		['Groot-Brittannië', 'GB'],
		['Noord-Ierland', 'XI'],
		['Österreich', 'AT'],
		// Not certain, or no country: as it was found.
		['Guinea', 'Guinea'],
		['Korea', 'Korea'],
		['zz', 'zz'],
		['Benelux ', 'Benelux'],
	])('"%s" is "%s"', (value, code) => expect(countryCode(value)).toBe(code));

	test.each<[string, string, string, string, string]>([
		['NL', '1000 AA', 'NL', 'eu', ''],
		['US', '10001', 'US', 'outsideEu', ''],
		['MC', '98000', 'FR', 'eu', 'Monaco counts as France'],
		['GB', 'bt1 5gs', 'XI', 'northernIreland', 'the postcode is in Northern Ireland'],
		['XI', '', 'XI', 'northernIreland', 'the postcode is in Northern Ireland'],
		['IE', 'BT1', 'IE', 'eu', ''],
		['ES', '38-001', 'ES', 'outsideEu', 'postcode 38001 in ES lies outside the EU VAT area'],
		['DE', '27498', 'DE', 'outsideEu', 'postcode 27498 in DE lies outside the EU VAT area'],
		['GR', '63086', 'GR', 'outsideEu', 'postcode 63086 in GR lies outside the EU VAT area'],
		['DE', '10115', 'DE', 'eu', ''],
	])('%s %s', (country, postcode, code, area, because) => {
		expect(deliveryArea(country, postcode)).toEqual({ country: code, area, because });
	});
});

// VAT-701.
test.each([
	['NL', '3511 AB', 'eu'],
	['ES', '35 001', 'outsideEu'],
	['FR', '97110', 'outsideEu'],
	['FI', '22100', 'outsideEu'],
	['PT', '9000', 'eu'],
	['GB', 'BT1 5GS', 'northernIreland'],
	['GB', 'EC1A 1BB', 'outsideEu'],
	['uk', '', 'outsideEu'],
	['EL', '63086', 'outsideEu'],
	['MC', '98000', 'eu'],
])('%s %s is %s', (country, postcode, area) => {
	expect(deliveryArea(country, postcode).area).toBe(area);
});

// Directive 2006/112, art. 6; the postcodes are those of Correos, La Poste and Poste Italiane.
test.each([
	['ES', '51080', 'Ceuta', 'outsideEu'],
	['ES', '52080', 'Melilla', 'outsideEu'],
	['ES', '50001', 'Zaragoza', 'eu'],
	['FR', '97500', 'Saint-Pierre', 'outsideEu'],
	['FR', '97133', 'Saint-Barthélemy', 'outsideEu'],
	['FR', '98713', 'Papeete', 'outsideEu'],
	['FR', '98800', 'Nouméa', 'outsideEu'],
	['FR', '98000', 'Monaco', 'eu'],
	['IT', '23041', 'Livigno', 'outsideEu'],
	['IT', '22061', "Campione d'Italia", 'outsideEu'],
	['IT', '23030', 'Livigno', 'outsideEu'],
	['IT', '22060', "CAMPIONE D'ITALIA (CO)", 'outsideEu'],
	// Towns of the mainland that have the former postcode of those.
	['IT', '23030', 'Chiuro', 'eu'],
	['IT', '22060', 'Cabiate', 'eu'],
	['IT', '22060', '', 'eu'],
])('%s %s %s is %s', (country, postcode, city, area) => {
	expect(deliveryArea(country, postcode, city).area).toBe(area);
});

// § 10 (4) Austrian UStG: Jungholz and Mittelberg; their German postcodes are those of Deutsche Post.
test.each([
	['DE', '87491', 'Jungholz', 'AT'],
	['DE', '87567', 'Riezlern', 'AT'],
	['Duitsland', 'D-87568', 'Hirschegg', 'AT'],
	['DE', '87569', 'Mittelberg', 'AT'],
	['AT', '6991', 'Riezlern', 'AT'],
	['DE', '87561', 'Oberstdorf', 'DE'],
	['DE', '87570', '', 'DE'],
	['DE', '87490', 'Haldenwang', 'DE'],
])('%s %s %s has the VAT of %s', (country, postcode, city, owed) => {
	expect(deliveryArea(country, postcode, city)).toMatchObject({ country: owed, area: 'eu' });
});

describe('what is a country', () => {
	test('every member state by its code, and its English name leads to it', () => {
		for (const [code, name] of euCountryNames) {
			expect(isCountryCode(code)).toBe(true);
			expect(countryCode(name)).toBe(code);
		}
	});

	test('Dutch, English and German names as the Unicode tables have them', () => {
		for (const code of [...euCountryNames.keys(), 'GB', 'CH', 'NO', 'LI', 'CA', 'AU', 'JP']) {
			for (const language of ['nl', 'en', 'de']) {
				const name = new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? '';
				expect([name, countryCode(name)]).toEqual([name, code]);
			}
		}
	});

	test('a code that stands for none is none', () => {
		for (const code of ['ZZ', 'XX', 'EU', 'nl', 'N', 'NLD', ''])
			expect(isCountryCode(code)).toBe(false);
		for (const code of ['NL', 'XI', 'US', 'ZW', 'AD']) expect(isCountryCode(code)).toBe(true);
	});
});
