import { markOf } from '../../../bookkeeping/documents/mark';

test('has four characters, and is another one for another text', () => {
	// 0xbf9cf968 folded: 0xf968 xor 0xbf9c.
	expect(markOf('foobar')).toBe('46f4');
	expect(markOf('')).toMatch(/^[0-9a-f]{4}$/);
	expect(markOf('NL001234567B01')).not.toBe(markOf('NL001234567B02'));
});
