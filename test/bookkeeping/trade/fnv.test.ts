import { fnv } from '../../../bookkeeping/trade/fnv';

// http://www.isthe.com/chongo/tech/comp/fnv/ and its published test vectors of FNV-1a, 32 bits.
test.each([
	['', 0x811c9dc5],
	['a', 0xe40c292c],
	['foobar', 0xbf9cf968],
])('"%s"', (text, hash) => {
	expect(fnv(text)).toBe(hash);
});
