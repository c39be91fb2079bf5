import { shopDate } from '../../../bookkeeping/shops/shopDate';

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
