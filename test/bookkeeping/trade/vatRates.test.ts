import {
	addAtRate,
	isRateInForce,
	ratesInForce,
	sumByRate,
} from '../../../bookkeeping/trade/vatRates';

/** Days before and after each change, after the Commission's and the countries' own publications. */
test.each<[string, string, number[]]>([
	['AT', '2020-06-30', [20, 19, 13, 10]],
	['AT', '2021-08-10', [20, 19, 13, 10, 5]],
	['AT', '2022-01-01', [20, 19, 13, 10]],
	['AT', '2026-07-01', [20, 19, 13, 10, 4.9]],
	['CY', '2023-07-20', [19, 9, 5]],
	['CY', '2023-07-21', [19, 9, 5, 3]],
	['CZ', '2023-12-31', [21, 15, 10]],
	['CZ', '2024-01-01', [21, 12]],
	['DE', '2020-06-30', [19, 7]],
	['DE', '2020-07-01', [16, 5]],
	['DE', '2020-12-31', [16, 5]],
	['DE', '2021-01-01', [19, 7]],
	['EE', '2023-12-31', [20, 9, 5]],
	['EE', '2024-01-01', [22, 9, 5]],
	['EE', '2025-01-01', [22, 13, 9]],
	['EE', '2025-06-30', [22, 13, 9]],
	['EE', '2025-07-01', [24, 13, 9]],
	['ES', '2024-09-30', [21, 10, 5, 4]],
	['ES', '2024-10-01', [21, 10, 7.5, 4, 2]],
	['ES', '2025-01-01', [21, 10, 4]],
	['FI', '2024-08-31', [24, 14, 10]],
	['FI', '2024-09-01', [25.5, 14, 10]],
	['FI', '2026-01-01', [25.5, 13.5, 10]],
	['FR', '2026-01-01', [20, 13, 10, 8.5, 5.5, 2.1, 1.75, 1.05, 0.9]],
	['IE', '2020-08-31', [23, 13.5, 9, 4.8]],
	['IE', '2020-09-01', [21, 13.5, 9, 4.8]],
	['IE', '2021-03-01', [23, 13.5, 9, 4.8]],
	['LT', '2025-12-31', [21, 9, 5]],
	['LT', '2026-01-01', [21, 12, 5]],
	['LU', '2022-12-31', [17, 14, 8, 3]],
	['LU', '2023-05-10', [16, 13, 7, 3]],
	['LU', '2024-01-01', [17, 14, 8, 3]],
	['NL', '2018-12-31', [21, 6]],
	['NL', '2019-01-01', [21, 9]],
	['PT', '2021-06-30', [23, 22, 18, 13, 12, 9, 6, 5, 4]],
	['PT', '2024-10-01', [23, 22, 16, 13, 12, 9, 6, 4]],
	['RO', '2025-07-31', [19, 9, 5]],
	['RO', '2025-08-01', [21, 11]],
	['SK', '2022-12-31', [20, 10]],
	['SK', '2024-12-31', [20, 10, 5]],
	['SK', '2025-01-01', [23, 19, 5]],
	['US', '2026-01-01', []],
])('rates of %s on %s', (country, date, rates) => {
	expect(ratesInForce(country, date)).toEqual(rates);
	expect(rates.every((rate) => isRateInForce(rate, [country], date))).toBe(true);
});

test('rates of regions can be left out', () => {
	expect(ratesInForce('FR', '2026-01-01', 'everywhere')).toEqual([20, 10, 5.5, 2.1]);
	expect(ratesInForce('PT', '2026-01-01', 'everywhere')).toEqual([23, 13, 6]);
	expect(ratesInForce('GR', '2026-01-01', 'everywhere')).toEqual([24, 13, 6]);
});

test('every member state has its rates, and one standard rate of 15 % or more (art. 97)', () => {
	const states = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';
	for (const state of states.split(' ')) {
		for (const date of ['2017-01-01', '2020-10-01', '2023-06-01', '2026-11-28']) {
			const standard = ratesInForce(state, date, 'everywhere').filter((rate) => rate >= 15);
			// Czechia's first reduced rate was 15 % and Hungary's is 18 %; Slovakia's is 19 %.
			const reduced = ['CZ', 'HU', 'SK'].includes(state) ? 2 : 1;
			expect([state, standard.length >= 1 && standard.length <= reduced]).toEqual([state, true]);
		}
	}
});

test('rates are looked up by date: 6 % became 9 % on 1 January 2019', () => {
	expect(ratesInForce('NL', '2018-12-31')).toEqual([21, 6]);
	expect(ratesInForce('NL', '2019-01-01')).toEqual([21, 9]);
	expect(isRateInForce(0, ['NL'], '2026-01-01')).toBe(true);
	expect(isRateInForce(19, ['NL'], '2026-01-01')).toBe(false);
	expect(isRateInForce(19, ['NL', 'DE'], '2026-01-01')).toBe(true);
});

describe('VAT rates by date (VAT-101, VAT-801)', () => {
	test('amounts per rate, at four decimals', () => {
		const entries = [
			{ percentage: 21, amount: 1 },
			{ percentage: 9, amount: 2 },
			{ percentage: 21.00001, amount: 3 },
		];
		expect([...sumByRate(entries)]).toEqual([
			[21, 4],
			[9, 2],
		]);
		const groups = new Map([[5.5, 1]]);
		addAtRate(groups, 5.5, 2);
		addAtRate(groups, 5.6, 1);
		expect([...groups]).toEqual([
			[5.5, 3],
			[5.6, 1],
		]);
	});
});
