import {
	checkDutchVatAbroad,
	checkOssRow,
	OSS_FUNCTION,
	type OssFacts,
	type OssRate,
} from '../../../bookkeeping/settings/ossCheck';
import type { VatMappingRow } from '../../../bookkeeping/settings/settings';

const rate = (country: string, rateCode: string, percentage: number, validFrom = '2021-07-01') => ({
	...{ country, rateCode, percentage, validFrom },
});
const ossRates: OssRate[] = [
	rate('FI', 'SR', 25.5, '2024-09-01'),
	rate('FI', 'SR', 24),
	rate('FI', 'RRL', 10),
	rate('DE', 'SR', 19),
	rate('DE', 'RRL', 7),
];
const facts: OssFacts = { foreignVatAccountId: 'foreign VAT', ossRates };
const row = (country: string, percentage: number): VatMappingRow => ({
	...{ country, percentage, vatKind: 'oss', productsAccountId: 'x' },
});
const named = (vatRateCode: string, purpose = OSS_FUNCTION) => [
	{
		name: 'Products Account',
		account: { number: 8180, function: purpose, vatRateCode },
	},
];
const check = (
	[country, percentage]: [string, number],
	code: string,
	{ day = '2026-03-01', changed = {} }: { day?: string; changed?: object } = {},
) =>
	checkOssRow(row(country, percentage), 'Row', named(code), { ...facts, ...changed }, day).map(
		({ en }) => en,
	);

describe('an OSS row against the rates of SnelStart (BOE-0069)', () => {
	test.each<[string, [string, number], string, string]>([
		['the standard rate', ['DE', 19], 'SR', '2026-03-01'],
		['a reduced rate', ['DE', 7], 'RRL', '2026-03-01'],
		['the new rate on its first day', ['FI', 25.5], 'SR', '2024-09-01'],
		['the old rate on its last day', ['FI', 24], 'SR', '2024-08-31'],
	])('%s passes', (_, sold, code, day) => {
		expect(check(sold, code, { day })).toEqual([]);
	});

	test('an account with the code of another rate', () => {
		expect(check(['DE', 19], 'RRL')).toEqual([
			'Row, Products Account: ledger account 8180 has the OSS rate code RRL, which is 7 % in DE in SnelStart; choose an account with the code SR.',
		]);
		expect(check(['DE', 19], 'PR')).toEqual([
			'Row, Products Account: ledger account 8180 has the OSS rate code PR, which is no rate of DE in SnelStart; choose an account with the code SR.',
		]);
	});

	test('a percentage that the country has not, or no longer', () => {
		expect(check(['FI', 24], 'SR')).toEqual([
			"Row: SnelStart has no OSS rate of 24 % in FI on 2026-03-01 (it has SR 25.5 %, RRL 10 %); correct 'Percentage', or 'From' and 'Until' of the row.",
		]);
		expect(check(['FR', 20], 'SR')[0]).toMatch(
			/no OSS rate of 20 % in FR .* \(it has none at all\)/,
		);
	});

	test('OSS that is off, an account without a code, and one that is checked elsewhere', () => {
		expect(check(['DE', 19], 'SR', { changed: { foreignVatAccountId: '' } })).toEqual([
			expect.stringMatching(/^Row: .* is switched off in SnelStart/),
		]);
		expect(check(['DE', 19], '')).toEqual([
			'Row, Products Account: ledger account 8180 has no OSS rate code; choose one that has.',
		]);
		const other = named('RRL', 'Diversen');
		expect(checkOssRow(row('DE', 19), 'Row', other, facts, '2026-03-01')).toEqual([]);
	});

	test('where nobody read the rates, nothing is said of them', () => {
		const changed = { ossRates: undefined };
		expect(check(['DE', 18], 'RRL', { changed })).toEqual([]);
		expect(check(['DE', 18], '', { changed })).toHaveLength(1);
	});
});

test('Dutch VAT to another member state, while SnelStart has OSS on', () => {
	const dutch = (country: string, vatKind: VatMappingRow['vatKind'], percentage = 21) =>
		checkDutchVatAbroad({ ...row(country, percentage), vatKind }, 'Row', facts).map(({ en }) => en);
	expect(dutch('BE', 'high')).toEqual([
		"Row: OSS (foreign VAT on invoices) is switched on in SnelStart, which then takes no Dutch VAT of consumers in BE; let the shop charge 21 % as VAT of BE and choose OSS as 'VAT Rate', or switch OSS off in SnelStart.",
	]);
	expect(dutch('BE', 'low')).toHaveLength(1);
	expect(dutch('BE', 'other')).toHaveLength(1);
	expect([dutch('NL', 'high'), dutch('US', 'high')]).toEqual([[], []]);
	expect([dutch('BE', 'oss'), dutch('BE', 'none', 0), dutch('DE', 'ownRegistration')]).toEqual([
		...[[], [], []],
	]);
	const off = { ...facts, foreignVatAccountId: '' };
	expect(checkDutchVatAbroad({ ...row('BE', 21), vatKind: 'high' }, 'Row', off)).toEqual([]);
});
