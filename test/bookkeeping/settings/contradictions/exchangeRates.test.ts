import { readSettings } from '../../../../bookkeeping/settings/readSettings';
import type { SettingsInput } from '../../../../bookkeeping/settings/settings';
import { completeSettings } from '../../support';

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
