import { centsOf, inEuro, rateInWords, readRate } from '../../../bookkeeping/money/exchangeRate';
import { share } from '../../../bookkeeping/currency/share';
import { readSettings, type SettingsInput } from '../../../bookkeeping/settings/settings';
import { sum } from '../../../bookkeeping/money/money';
import { completeSettings } from '../support';

describe('a rate is an exact ratio', () => {
	test.each([
		['HC-13: USD 121.00 at 1.0850', '1.0850', 'perEuro', 12_100, 11_152],
		['euro per dollar', '0.9217', 'inEuro', 12_100, 11_153],
		['one to one', '1', 'perEuro', 12_100, 12_100],
		['a rate of many yen', '161.30', 'perEuro', 1_210_000, 7_502],
		['fifteen decimals', '0.921658986175115', 'inEuro', 100_000_000, 92_165_899],
		['half a cent up', '0.005', 'inEuro', 100, 1],
		['half a cent away from zero', '0.005', 'inEuro', -100, -1],
		['less than half a cent', '0.0049', 'inEuro', 100, 0],
		['nothing', '1.0850', 'perEuro', 0, 0],
		['a refund', '1.0850', 'perEuro', -12_100, -11_152],
	] as const)('%s', (_, stated, quoted, foreign, euro) => {
		const rate = readRate(stated, quoted, 'USD');
		expect(inEuro(foreign, rate!)).toBe(euro);
		expect(centsOf(foreign * 10_000, rate!)).toBe(euro);
	});

	test.each(['', '0', '0.000', '-1.1', '1,0850', '1e3', '1.', '.5', 'NaN', '1.0 ', 'Infinity'])(
		'"%s" is no rate',
		(stated) => expect(readRate(stated, 'perEuro', 'USD')).toBeUndefined(),
	);

	test('says in words what it means', () => {
		expect(rateInWords(readRate('1.0850', 'perEuro', 'USD')!)).toBe('1 EUR = 1.0850 USD');
		expect(rateInWords(readRate('0.9217', 'inEuro', 'USD')!)).toBe('1 USD = 0.9217 EUR');
	});
});

describe('an amount is split over parts of either sign', () => {
	const convert = (micros: number) => Math.round(micros / 20_000);

	test.each([
		['positive parts', 100, [10_000, 10_000, 20_000], [25, 25, 50]],
		['a discount keeps its own share', 100, [2_400_000, -400_000], [120, -20]],
		['negative parts alone', -3, [-10_000, -20_000], [-1, -2]],
		['parts of zero get nothing', 5, [0, 10_000], [0, 5]],
		['nothing to split over', 1, [0, 0], [0, 0]],
	])('%s', (_, amount, parts, expected) => {
		expect(share(amount, parts, convert)).toEqual(expected);
		if (parts.some((part) => part !== 0)) expect(sum(expected)).toBe(amount);
	});
});

describe("'Other Currencies' that contradict themselves are refused with both settings named", () => {
	const complaintsAbout = (exchangeRates: SettingsInput['exchangeRates']) => {
		const result = readSettings({ ...completeSettings, exchangeRates });
		return result.ok ? [] : result.complaints;
	};
	const usd = { currency: 'usd', rate: '1.0850' };

	test('refused is the default', () => {
		const result = readSettings(completeSettings);
		expect(result.ok && result.settings.exchangeRates).toEqual({
			use: 'refuse',
			quoted: 'perEuro',
			rates: [],
			orderField: undefined,
		});
	});

	test.each<[SettingsInput['exchangeRates'], RegExp]>([
		[{ use: 'fixed' }, /'Exchange Rate' is Fixed Rates, but 'Fixed Rates' is empty/],
		[{ use: 'refuse', rates: [usd] }, /'Exchange Rate' is Refuse, but 'Fixed Rates' has rows/],
		[
			{ use: 'orderField', orderField: '_rate', rates: [usd] },
			/'Exchange Rate' is Rate on the Order, but 'Fixed Rates' has rows/,
		],
		[{ use: 'orderField', orderField: ' ' }, /Rate on the Order, but 'Rate Field' is empty/],
		[
			{ use: 'fixed', rates: [usd], orderField: '_rate' },
			/'Exchange Rate' is Fixed Rates, but 'Rate Field' is "_rate"/,
		],
		[{ use: 'fixed', rates: [usd, usd] }, /two rows for USD; keep one/],
		[{ use: 'fixed', rates: [{ currency: 'EUR', rate: '1' }] }, /row for EUR/],
		[{ use: 'fixed', rates: [{ currency: 'USD', rate: '1,0850' }] }, /'Rate' of USD is "1,0850"/],
		[{ use: 'fixed', rates: [{ currency: 'USD', rate: '0' }] }, /write a number above 0/],
		[{ use: 'fixed', rates: [{ currency: 'dollar', rate: '1' }] }, /three-letter code/],
		[{ use: 'fixed', rates: [{ ...usd, from: '31-1-2026' }] }, /Write a day as 2026-01-31/],
	])('%j', (exchangeRates, complaint) => {
		const complaints = complaintsAbout(exchangeRates);
		expect(complaints).toHaveLength(1);
		expect(complaints[0]).toMatch(complaint);
	});

	test('two periods of one currency go together', () => {
		const rates = [usd, { ...usd, rate: '1.1', from: '2026-07-01' }];
		expect(complaintsAbout({ use: 'fixed', rates })).toEqual([]);
	});
});
