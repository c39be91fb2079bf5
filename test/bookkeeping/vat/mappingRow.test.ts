import type { Settings, VatMappingRow } from '../../../bookkeeping/settings/settings';
import { coversDay, hasPeriod, mappingRow } from '../../../bookkeeping/vat/mappingRow';

const row = (country: string, percentage: number, more: Partial<VatMappingRow> = {}) =>
	({ country, percentage, vatKind: 'high', ...more }) as VatMappingRow;
const find = (rows: VatMappingRow[], country: string, percentage: number, day = '2026-06-15') =>
	mappingRow(country, percentage, day, { vatMapping: rows } as Settings);

test.each([
	[{}, '2026-06-15', true],
	[{ from: '2026-06-15' }, '2026-06-15', true],
	[{ from: '2026-06-16' }, '2026-06-15', false],
	[{ until: '2026-06-15' }, '2026-06-15', true],
	[{ until: '2026-06-14' }, '2026-06-15', false],
	[{ from: '2026-01-01', until: '2026-12-31' }, '2026-06-15', true],
])('%j covers %s: %s', (period, day, covers) => {
	expect(coversDay(period, day)).toBe(covers);
});

describe('J062, J066: the row of a country and a percentage', () => {
	const [dutch, belgian, low] = [row('NL', 21), row('BE', 21), row('NL', 9)];

	test('is the one that has both', () => {
		const rows = [dutch, belgian, low];
		expect(find(rows, 'NL', 21)).toBe(dutch);
		expect(find(rows, 'BE', 21)).toBe(belgian);
		expect(find(rows, 'NL', 9)).toBe(low);
		expect(find(rows, 'DE', 21)).toBeUndefined();
		expect(find(rows, 'NL', 20)).toBeUndefined();
	});

	test('whatever a floating number made of the percentage', () => {
		expect(find([dutch], 'NL', 21.000000000000004)).toBe(dutch);
		expect(find([dutch], 'NL', 21.001)).toBeUndefined();
	});

	test('a row with a period of its own goes before one without, on its days only', () => {
		const summer = row('NL', 21, { from: '2026-06-01', until: '2026-08-31' });
		expect(find([dutch, summer], 'NL', 21)).toBe(summer);
		expect(find([dutch, summer], 'NL', 21, '2026-09-01')).toBe(dutch);
		expect(find([summer], 'NL', 21, '2026-09-01')).toBeUndefined();
		expect([dutch, summer, row('NL', 21, { until: '2026-01-01' })].map(hasPeriod)).toEqual([
			...[false, true, true],
		]);
	});
});
