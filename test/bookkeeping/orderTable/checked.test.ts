import { isChecked, toCheck } from '../../../bookkeeping';

const facts = '{"case":"changed","booked":"EUR 12.10","status":"completed","now":"EUR 24.20"}';
const changed = { state: 'booked', code: 'CHANGED_AFTER_BOOKING', facts, message: 'm' };

test('what is told of a booked row is seen until it says something else', () => {
	const row = { ...changed, checkedAs: toCheck(changed) };
	expect(isChecked(changed)).toBe(false);
	expect(isChecked(row)).toBe(true);
	expect(isChecked({ ...row, facts: facts.replace('24.20', '36.30') })).toBe(false);
	expect(isChecked({ ...row, code: 'REFUND_DELETED' })).toBe(false);
	// And as it was again: somebody has seen that.
	expect(isChecked({ ...row, facts })).toBe(true);
});

test('a row of before says it by its message', () => {
	const old = { ...changed, facts: '' };
	const row = { ...old, checkedAs: toCheck(old) };
	expect(isChecked(row)).toBe(true);
	expect(isChecked({ ...row, message: 'other' })).toBe(false);
});

test('what is not booked is not set aside, nor what tells nothing', () => {
	for (const other of [{ state: 'needsAttention' }, { code: '' }]) {
		expect(toCheck({ ...changed, ...other })).toBe('');
		expect(isChecked({ ...changed, ...other, checkedAs: '' })).toBe(false);
		expect(isChecked({ ...changed, ...other, checkedAs: toCheck(changed) })).toBe(false);
	}
});
