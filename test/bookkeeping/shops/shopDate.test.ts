import { shopDate } from '../../../bookkeeping/shops/shopDate';
import { closesAt } from '../../../bookkeeping/totals/series';
import { fc } from '../../support/property';

const unreadable = (code: string, message: string) => expect.objectContaining({ code, message });

describe('the date at the shop (HC-19)', () => {
	const zone = 'Europe/Amsterdam';
	const utc = (value: unknown) => ({ value, zone: 'utc' });
	const local = (value: unknown) => ({ value, zone });

	test.each<[string, Array<{ value: unknown; zone: string }>, string]>([
		['winter: an hour later than UTC', [utc('2026-01-31T23:00:00')], '2026-02-01'],
		['a minute before', [utc('2026-01-31T22:59:59')], '2026-01-31'],
		['summer: two hours', [utc('2026-06-30T22:00:00')], '2026-07-01'],
		['with a blank', [utc('2026-06-30 22:00:00')], '2026-07-01'],
		['without a zone: the shop', [local('2026-06-30T23:59:59')], '2026-06-30'],
		['with a zone of its own', [local('2026-06-30T23:30:00-05:00')], '2026-07-01'],
		['with blanks around it', [utc(' 2026-06-30T22:00:00 ')], '2026-07-01'],
		['a day only', [local('2026-06-30')], '2026-06-30'],
		['a leap day', [utc('2028-02-29T12:00:00')], '2028-02-29'],
		[
			'the first that is filled',
			[utc(null), utc(''), utc(' '), utc(7), local('2026-06-30')],
			'2026-06-30',
		],
		[
			'the first that can be read',
			[utc('2026-13-01T00:00:00'), local('x'), local('2026-06-30')],
			'2026-06-30',
		],
	])('%s', (_, moments, date) => {
		expect(shopDate(moments, zone)).toBe(date);
	});

	test('none', () => {
		const noDays = [utc('2026-02-30T12:00:00'), local('2026-02-30'), utc('2026-04-31 00:00:00')];
		for (const moments of [[], [utc('x')], [utc(undefined)], noDays]) {
			expect(() => shopDate(moments, zone)).toThrow(
				unreadable('DATE_UNREADABLE', 'The order has no date that can be read.'),
			);
		}
	});
});

describe('the day of a shop that closes its day in the night', () => {
	const zone = 'Europe/Amsterdam';
	const at = (value: string, cutOffHour: number, stated = 'utc') =>
		shopDate([{ value, zone: stated }], zone, cutOffHour);

	test.each([
		['a second before five', '2026-11-29T03:59:59', 5, '2026-11-28'],
		['at five', '2026-11-29T04:00:00', 5, '2026-11-29'],
		['the night in which summer time begins', '2026-03-29T02:59:59', 5, '2026-03-28'],
		['five in the morning of that night', '2026-03-29T03:00:00', 5, '2026-03-29'],
		['half past two, the first time', '2026-10-25T00:30:00', 3, '2026-10-24'],
		['half past two, the second time', '2026-10-25T01:30:00', 3, '2026-10-24'],
		['three o’clock', '2026-10-25T02:00:00', 3, '2026-10-25'],
		['new year', '2027-01-01T03:00:00', 5, '2026-12-31'],
	])('%s', (_, moment, cutOffHour, date) => {
		expect(at(moment, cutOffHour)).toBe(date);
		expect(at(`${moment}Z`, cutOffHour, zone)).toBe(date);
	});

	test('a day without a time stays that day', () => {
		expect(at('2026-11-29', 5, zone)).toBe('2026-11-29');
	});

	test('property: it is what the clock on the wall says, and never over while it lasts', () => {
		const anyMoment = fc.oneof(
			fc.integer({ min: 0, max: 4_000_000_000 }),
			// The nights in which clocks are changed.
			fc
				.tuple(
					fc.constantFrom(1_774_746_000, 1_792_890_000, 1_772_953_200, 1_793_512_800),
					fc.integer({ min: -30_000, max: 30_000 }),
				)
				.map(([night, off]) => night + off),
		);
		const anyZone = fc.constantFrom(
			...['Europe/Amsterdam', 'America/New_York', 'Atlantic/Azores', 'Asia/Kolkata', 'UTC'],
		);
		fc.assert(
			fc.property(anyMoment, anyZone, fc.integer({ min: 0, max: 12 }), (seconds, where, hour) => {
				const moment = new Date(seconds * 1000);
				const iso = moment.toISOString().slice(0, 19);
				const day = shopDate([{ value: iso, zone: 'utc' }], where, hour);
				expect(shopDate([{ value: `${iso}Z`, zone: where }], where, hour)).toBe(day);
				const wall = moment.toLocaleString('sv-SE', { timeZone: where });
				const before = Number(wall.slice(11, 13)) < hour ? 86_400_000 : 0;
				const expected = new Date(Date.parse(wall.slice(0, 10)) - before);
				expect(day).toBe(expected.toISOString().slice(0, 10));
				const over = closesAt(`DAG-${day}`, where, { cutOffHour: hour, closeAfterHours: 0 })!;
				expect(over.toMillis()).toBeGreaterThan(moment.getTime());
			}),
		);
	});
});
