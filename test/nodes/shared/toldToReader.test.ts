import { outlineToReader, retellToReader } from '../../../nodes/shared/toldToReader';

const facts = { date: '2026-01-02', bookFrom: '2026-02-01' };

test('in Dutch the name of a setting is followed by what it is called in Dutch', () => {
	const { message, tip } = retellToReader('BEFORE_FIRST_DATE', facts, 'nl')!;
	expect(`${message} ${tip}`).toContain("'Book From' (Boeken vanaf)");
	expect(outlineToReader('BEFORE_FIRST_DATE', {}, 'nl')!.tip).toContain('(Boeken vanaf)');
});

test('in English nothing is added, and what is not known stays so', () => {
	const { message, tip } = retellToReader('BEFORE_FIRST_DATE', facts, 'en')!;
	expect(`${message} ${tip}`).not.toContain('(');
	expect(retellToReader('NO_SUCH_CODE', {}, 'nl')).toBeUndefined();
});
