import { DateTime } from 'luxon';

import { nextOrderSync } from '../../../bookkeeping/orderTable/nextOrderSync';

test.each([
	['2026-11-30T14:06:59', '14:07'],
	['2026-11-30T14:07:00', '15:07'],
	['2026-11-30T14:59:00', '15:07'],
	['2026-11-30T23:30:00', '00:07'],
])('at %s orders are read next at %s', (now, expected) => {
	expect(nextOrderSync(DateTime.fromISO(now, { zone: 'Europe/Amsterdam' }))).toBe(expected);
});

test('the hour that the clock skips in spring is no hour to read in', () => {
	const before = DateTime.fromISO('2027-03-28T01:30:00', { zone: 'Europe/Amsterdam' });
	expect(nextOrderSync(before)).toBe('03:07');
});
