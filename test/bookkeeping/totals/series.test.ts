import {
	closesAt,
	lastDayOf,
	numberOfPart,
	partOf,
	seriesIn,
	seriesOf,
	type DayTotalSettings,
} from '../../../bookkeeping/totals/series';

const row: DayTotalSettings = {
	shop: 'woocommerce',
	period: 'day',
	numberPrefix: 'WDAG',
	relationId: 'collective',
	cutOffHour: 0,
	closeAfterHours: 3,
	lines: 'perRate',
	refunds: 'byThemselves',
	methodsByThemselves: [],
};

test.each([
	['day', 'domestic', 'NL', 'WDAG-2026-11-28'],
	['day', 'oss', 'DE', 'WDAG-2026-11-28-DE'],
	['day', 'export', 'US', 'WDAG-2026-11-28-EX'],
	['month', 'domestic', 'NL', 'WDAG-2026-M11'],
	['month', 'oss', 'BE', 'WDAG-2026-M11-BE'],
	['day', 'icp', 'DE', undefined],
	['day', 'reverseCharge', 'NL', undefined],
	['day', 'ownRegistration', 'DE', undefined],
] as const)('a %s of %s to %s is %s', (period, regime, country, series) => {
	expect(seriesOf({ ...row, period }, '2026-11-28', regime, country)).toBe(series);
});

test.each([
	['WDAG-2026-11-28', '2026-11-28'],
	['WDAG-2026-11-28-DE', '2026-11-28'],
	['WDAG-2026-M11', '2026-11-30'],
	['WDAG-2026-M02-EX', '2026-02-28'],
	['WDAG-2028-M02', '2028-02-29'],
	['W28', undefined],
])('%s is dated on %s', (series, day) => {
	expect(lastDayOf(series)).toBe(day);
});

test('parts of a series, and of no other', () => {
	expect(numberOfPart('WDAG-2026-11-28', 1)).toBe('WDAG-2026-11-28');
	expect(numberOfPart('WDAG-2026-11-28-DE', 12)).toBe('WDAG-2026-11-28-DE-12');
	for (const series of ['WDAG-2026-11-28', 'WDAG-2026-11-28-DE', 'WDAG-2026-M11']) {
		for (const part of [1, 2, 11]) {
			expect(partOf(series, numberOfPart(series, part))).toBe(part);
			expect(seriesIn(numberOfPart(series, part))).toBe(series);
		}
	}
	expect(partOf('WDAG-2026-11-28', 'WDAG-2026-11-28-DE')).toBeUndefined();
	expect(partOf('WDAG-2026-11-2', 'WDAG-2026-11-28')).toBeUndefined();
	expect(partOf('WDAG-2026-11-28', 'WDAG-2026-11-28-01')).toBeUndefined();
});

test('a day is over at midnight of the shop and some hours, also when the clock is changed', () => {
	const utc = (series: string, zone: string, closeAfterHours: number, cutOffHour = 0) =>
		closesAt(series, zone, { cutOffHour, closeAfterHours })?.toUTC().toISO();
	expect(utc('WDAG-2026-11-28', 'Europe/Amsterdam', 3)).toBe('2026-11-29T02:00:00.000Z');
	// Summer time ends at three in the night after 24 October.
	expect(utc('WDAG-2026-10-24', 'Europe/Amsterdam', 5)).toBe('2026-10-25T03:00:00.000Z');
	expect(utc('WDAG-2026-M11', 'America/New_York', 0)).toBe('2026-12-01T05:00:00.000Z');
	expect(utc('W28', 'Europe/Amsterdam', 0)).toBeUndefined();
	// With a cut-off it is over at that hour of the next morning, as the clock on the wall says it.
	expect(utc('WDAG-2026-11-28', 'Europe/Amsterdam', 0, 5)).toBe('2026-11-29T04:00:00.000Z');
	expect(utc('WDAG-2026-10-24', 'Europe/Amsterdam', 3, 5)).toBe('2026-10-25T07:00:00.000Z');
	expect(utc('WDAG-2026-03-28', 'Europe/Amsterdam', 0, 5)).toBe('2026-03-29T03:00:00.000Z');
	// The hour from two to three does not exist in that night.
	expect(utc('WDAG-2026-03-28', 'Europe/Amsterdam', 0, 2)).toBe('2026-03-29T01:00:00.000Z');
});
