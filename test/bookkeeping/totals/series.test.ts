import {
	closesAt,
	dayInstead,
	dayOfTotal,
	isOfPayout,
	isWaiting,
	lastDayOf,
	numberOfPart,
	ofItsMonth,
	partOf,
	payoutSeries,
	seriesIn,
	seriesOf,
	totalsOfWaiting,
	waitingSeries,
	type DayTotalSettings,
} from '../../../bookkeeping/totals/series';

const row: DayTotalSettings = {
	shop: 'woocommerce',
	period: 'day',
	numberPrefix: 'WDAG',
	relationId: 'collective',
	cutOffHour: 0,
	closeAfterHours: 3,
	payoutWaitDays: 14,
	withoutPayout: 'attention',
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

describe('totals per payout', () => {
	const payout = 'my-client/payout/mollie/stl_jDk30akdN';
	const waiting = (regime: 'domestic' | 'oss' | 'export', country: string) =>
		waitingSeries(row, seriesOf({ ...row, period: 'payout' }, '2026-11-28', regime, country)!);

	test.each([
		['domestic', 'NL', 'WDAG-W-2026-11-28', 'WDAG-2026-11-28', 'WDAG-DK30AKDN-P2611'],
		['oss', 'DE', 'WDAG-W-DE-2026-11-28', 'WDAG-2026-11-28-DE', 'WDAG-DK30AKDN-P2611-DE'],
		['export', 'US', 'WDAG-W-EX-2026-11-28', 'WDAG-2026-11-28-EX', 'WDAG-DK30AKDN-P2611-EX'],
	] as const)('of %s to %s: %s', (regime, country, series, ofDay, ofPayout) => {
		expect(waiting(regime, country)).toBe(series);
		expect(isWaiting(series)).toBe(true);
		expect([isWaiting(ofDay), isWaiting(ofPayout)]).toEqual([false, false]);
		expect(dayInstead(series)).toBe(ofDay);
		expect(payoutSeries(series, payout)).toBe(ofPayout);
		const asked = new RegExp(totalsOfWaiting.found.slice(1, -1));
		const like = series.replace(asked, totalsOfWaiting.like).replace('%', '.+');
		expect(ofPayout).toMatch(new RegExp(`^${like}`));
		expect([ofDay, ofPayout].map((one) => asked.test(one))).toEqual([false, false]);
		expect([isOfPayout(ofPayout), isOfPayout(ofDay), isOfPayout(series)]).toEqual([
			true,
			false,
			false,
		]);
		for (const part of [1, 2, 12]) {
			const number = numberOfPart(ofPayout, part);
			expect(partOf(ofPayout, number)).toBe(part);
			expect(seriesIn(number)).toBe(ofPayout);
			expect(isOfPayout(number)).toBe(true);
			// BOE-0058: at most 25 characters.
			expect(number.length).toBeLessThanOrEqual(25);
		}
	});

	test.each([
		['DAG', 'c/payout/mollie/stl_jDk30akdN', 'DAG-JDK30AKDN-P2611'],
		['ABCDEFGH', 'c/payout/stripe/po_1SWaC42eZvKYlo2C3abcdefg', 'ABCDEFGH-DEFG-P2611'],
		['DAG', 'c/payout/paypal/JD7QMPVA9K2WS 2026-11-24 2026-11-24', 'DAG-20261124-P2611'],
		['DAG', 'c/payout/csv/12%2F34', 'DAG-1234-P2611'],
		['DAG', 'c/payout/csv/---', 'DAG-X-P2611'],
	])('the number of %s and %s is %s, as long as there is room', (numberPrefix, key, number) => {
		const series = waitingSeries({ ...row, numberPrefix }, `${numberPrefix}-2026-11-28`);
		expect(payoutSeries(series, key)).toBe(number);
		expect(`${number}-DE-12`.length).toBeLessThanOrEqual(25);
	});

	test('are dated on the last sale in them, within the month in which its VAT is declared', () => {
		const number = 'WDAG-DK30AKDN-P2611-2';
		expect(dayOfTotal(number, ['2026-11-03', '2026-11-20', '2026-11-19'])).toBe('2026-11-20');
		// Of a shop that closes its day in the night.
		expect(dayOfTotal(number, ['2026-11-03', '2026-12-01'])).toBe('2026-11-30');
		expect(dayOfTotal('WDAG-2026-M11', ['2026-11-03'])).toBe('2026-11-30');
		expect(dayOfTotal('WDAG-2026-11-28', [])).toBe('2026-11-28');
		expect(dayOfTotal('W28', ['2026-11-03'])).toBeUndefined();
	});

	test('wait so many days after the end of their own', () => {
		const until = closesAt('WDAG-W-DE-2026-11-28', 'Europe/Amsterdam', row);
		expect(until?.toUTC().toISO()).toBe('2026-12-12T23:00:00.000Z');
	});

	test('are found by month, with no other country among them', () => {
		const pattern = (series: string) => new RegExp(`^${ofItsMonth(series).replace('%', '.*')}$`);
		const home = pattern('WDAG-W-2026-11-28');
		expect(['WDAG-W-2026-11-01', 'WDAG-W-2026-11-30'].every((one) => home.test(one))).toBe(true);
		expect(home.test('WDAG-W-DE-2026-11-28')).toBe(false);
		expect(home.test('WDAG-W-2026-12-01')).toBe(false);
		expect(pattern('WDAG-W-DE-2026-11-28').test('WDAG-W-DE-2026-11-02')).toBe(true);
	});
});
