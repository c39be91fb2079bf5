import {
	hasVatNumberFormat,
	normaliseVatNumber,
	vatNumberIn,
	vatPrefix,
} from '../../../bookkeeping/trade/vatNumber';
import { checkDigitWarnings } from '../../../bookkeeping/vat/vatNumberCheck';

test.each([
	['Graag factuur, btw-nr BE 0403.170.701 a.u.b.', 'BE0403170701'],
	['btw:BE0403170701', 'BE0403170701'],
	['USt-IdNr.: de 136 695 976', 'DE136695976'],
	['Our VAT number (EL 123456789).', 'EL123456789'],
	['GR123456789', 'EL123456789'],
	['Bel BE0403170701 2x aan', 'BE0403170701'],
	// A bank account, a telephone number, a postcode: none has the form of a VAT number.
	['NL91 ABNA 0417 1643 00, +31 6 12345678, 1234 AB', ''],
	['Leave it at the door of number 12, please', ''],
	['', ''],
])('the VAT number in "%s" is "%s"', (text, vatNumber) => {
	expect(vatNumberIn(text)).toBe(vatNumber);
});

// VAT-601.
test.each([
	['de 123.456.789', 'DE', 'DE123456789'],
	['123456789', 'DE', 'DE123456789'],
	['GR123456789', 'GR', 'EL123456789'],
	['123456789', 'GR', 'EL123456789'],
	['BE 412345678', 'BE', 'BE0412345678'],
	['NL810755610B01', 'NL', 'NL810755610B01'],
	['AB123456789', 'FR', 'FRAB123456789'],
	['FR40303265045', 'FR', 'FR40303265045'],
	['U12345678', 'AT', 'ATU12345678'],
	['  ', 'NL', ''],
])('%p of a customer in %s is %p', (given, country, expected) => {
	expect(normaliseVatNumber(given, country)).toBe(expected);
});

test.each([
	['DE123456789', true],
	['DE023456789', false],
	['NL810755610B01', true],
	['NL810755610', false],
	['ATU12345678', true],
	['IE1234567WA', true],
	['XIGD123', true],
	['GB123456789', false],
	['ZZ1', false],
	['', false],
])('%p has the form of its country: %p', (vatNumber, expected) => {
	expect(hasVatNumberFormat(vatNumber)).toBe(expected);
});

// Customers write what stands on their letterhead.
test.each([
	['BTW BE 0403.170.701', 'BE', 'BE0403170701'],
	['BTW: 0403.170.701', 'BE', 'BE0403170701'],
	['TVA BE0403170701', 'BE', 'BE0403170701'],
	['BTW-nr. NL810755610B01', 'NL', 'NL810755610B01'],
	['VAT NL810755610B01', 'NL', 'NL810755610B01'],
	['USt-IdNr.: DE 136 695 976', 'DE', 'DE136695976'],
	['UID: ATU12345678', 'AT', 'ATU12345678'],
	['P.IVA IT00743110157', 'IT', 'IT00743110157'],
	['N.I.F. B12345674', 'ES', 'ESB12345674'],
	['BE 0403.170.701 RPR Gent', 'BE', 'BE0403170701'],
	['DE136695976 (valid)', 'DE', 'DE136695976'],
	['BTW BE0403170701 (geldig)', 'BE', 'BE0403170701'],
	// Another kind of number, or none: as it was written, which no country takes.
	['NO 123456789', 'DE', 'NO123456789'],
	['BTW plichtig', 'BE', 'BTWPLICHTIG'],
	['KVK 12345678', 'NL', 'KVK12345678'],
])('%p of a customer in %s, with words, is %p', (given, country, expected) => {
	expect(normaliseVatNumber(given, country)).toBe(expected);
});

describe('VAT numbers (VAT-601)', () => {
	test.each([
		['GR', 'EL'],
		['MC', 'FR'],
		['NL', 'NL'],
	])('those of %s start with %s', (country, prefix) => expect(vatPrefix(country)).toBe(prefix));

	test.each([
		['', 'NL', ''],
		['..', 'NL', ''],
		['40303265045', 'FR', 'FR40303265045'],
		['AB303265045', 'MC', 'FRAB303265045'],
		['FR40303265045', 'MC', 'FR40303265045'],
		['be412345678', '', 'BE0412345678'],
		['BE0412345678', 'BE', 'BE0412345678'],
		['BE12345678', 'BE', 'BE12345678'],
		['1234567+A', 'IE', 'IE1234567+A'],
		['NL 1234.56.789.b01', 'NL', 'NL123456789B01'],
	])('"%s" of %s is "%s"', (value, country, expected) => {
		expect(normaliseVatNumber(value, country)).toBe(expected);
	});

	test('a country nobody knows has no form', () => {
		expect(hasVatNumberFormat('ZZ123')).toBe(false);
		expect(hasVatNumberFormat('N')).toBe(false);
	});

	const wrong =
		'The VAT number looks wrong: its check digits do not fit. Check it with the customer.';
	test.each<[string, string[]]>([
		// 1 x 9 + 2 x 8 + 3 x 7 + 4 x 6 + 5 x 5 + 6 x 4 + 7 x 3 + 8 x 2 = 156 = 14 x 11 + 2.
		['NL123456782B01', []],
		['NL123456783B01', [wrong]],
		// A sole trader of the tax authorities' own example: 1 modulo 97.
		['NL000099998B57', []],
		['NL000099998B58', [wrong]],
		['DE123456783', []],
		['xNL123456783B01', []],
		['NL123456783B01x', []],
		['', []],
	])('the check digits of %s', (vatNumber, warnings) => {
		expect(checkDigitWarnings(vatNumber, 'en')).toEqual(warnings);
	});
});
