import { SHORTEST_PASSWORD } from '../../../bookkeeping';

// NIST SP 800-63B, 3.1.1: at least 8 characters. A page on the internet is tried by machines day and
// night, so ours asks for more, and not for so many that people write it on a note.
test('asks for more characters than the least that the standard allows', () => {
	expect(SHORTEST_PASSWORD).toBeGreaterThan(8);
	expect(SHORTEST_PASSWORD).toBeLessThanOrEqual(15);
});
