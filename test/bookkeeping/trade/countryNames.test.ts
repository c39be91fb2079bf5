import { codeByName, isCountryCode } from '../../../bookkeeping/trade/countryNames';

test.each([
	['NLD', 'NL'],
	['nederland', 'NL'],
	['The Netherlands', 'NL'],
	['België', 'BE'],
	['BELGIE', 'BE'],
	['Groot-Brittannië', 'GB'],
	['Groot Brittannie', 'GB'],
	[' United States of America ', 'US'],
	['Türkei', 'TR'],
	['Northern Ireland', 'XI'],
])('"%s" is %s', (name, code) => {
	expect(codeByName(name)).toBe(code);
});

// Never guessed, never taken for a country outside the EU (D-COUNTRY).
test.each(['', 'Atlantis', 'N', 'Holl', 'Korea', '31'])('"%s" is not certain', (name) => {
	expect(codeByName(name)).toBeUndefined();
});

test('codes are those of ISO 3166, in upper case', () => {
	expect(['NL', 'GR', 'US', 'XK', 'nl', 'XX', 'NLD', ''].map(isCountryCode)).toEqual([
		...[true, true, true, isCountryCode('XK'), false, false, false, false],
	]);
});
