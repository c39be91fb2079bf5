import {
	cellMoment,
	cellNumber,
	cellText,
	cellVersion,
} from '../../../bookkeeping/orderTable/cell';

const row = { key: ' a&amp;b ', number: 7, zero: 0, empty: '', none: null, flag: true };

test('a text stays letter for letter; numbers are texts too', () => {
	expect(cellText(row, 'key')).toBe(' a&amp;b ');
	expect(cellText(row, 'number')).toBe('7');
	expect(cellText(row, 'zero')).toBe('0');
	expect(cellText(row, 'flag')).toBe('');
});

test('the first field that holds something counts', () => {
	expect(cellText(row, 'empty', 'none', 'missing', 'number', 'key')).toBe('7');
	expect(cellText(row, 'empty', 'missing')).toBe('');
	expect(cellNumber(row, 'key', 'zero', 'number')).toBe(0);
	expect(cellNumber(row, 'key', 'none')).toBeNull();
});

test('a moment is a date of n8n or a text', () => {
	expect(cellMoment({ at: new Date('2026-11-05T10:00:00Z') }, 'at')).toBe(
		'2026-11-05T10:00:00.000Z',
	);
	expect(cellMoment({ at: '2026-11-05' }, 'at')).toBe('2026-11-05');
	expect(cellMoment({ at: '' }, 'at')).toBeNull();
	expect(cellMoment({ at: 5 }, 'at')).toBeNull();
});

test('the entries of an order count from one', () => {
	expect([cellVersion({}), cellVersion({ version: null }), cellVersion({ version: 3 })]).toEqual([
		1, 1, 3,
	]);
});
