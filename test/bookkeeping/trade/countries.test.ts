import { countryCode, deliveryArea, euCountryNames } from '../../../bookkeeping/trade/countries';

describe('countries (VAT-701)', () => {
	test('there are 27 of them', () => {
		expect(euCountryNames.size).toBe(27);
	});

	test.each([
		[' nl ', 'NL'],
		['el', 'GR'],
		['UK', 'GB'],
		['', ''],
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
