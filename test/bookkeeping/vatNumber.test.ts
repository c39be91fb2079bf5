import { deliveryArea } from '../../bookkeeping/vat/countries';
import { hasVatNumberFormat, normaliseVatNumber } from '../../bookkeeping/trade/vatNumber';
import { isRateInForce, ratesInForce } from '../../bookkeeping/vat/vatRates';

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

test('rates are looked up by date: 6 % became 9 % on 1 January 2019', () => {
	expect(ratesInForce('NL', '2018-12-31')).toEqual([21, 6]);
	expect(ratesInForce('NL', '2019-01-01')).toEqual([21, 9]);
	expect(isRateInForce(0, ['NL'], '2026-01-01')).toBe(true);
	expect(isRateInForce(19, ['NL'], '2026-01-01')).toBe(false);
	expect(isRateInForce(19, ['NL', 'DE'], '2026-01-01')).toBe(true);
});
