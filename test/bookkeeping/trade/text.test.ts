import { cleanText, cutText, joinWithinLength } from '../../../bookkeeping/trade/text';

// J102 and HC-21: dashes U+2010 to U+2015, U+2212, U+FE58, U+FE63, U+FF0D.
test.each([...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D'])(
	'the unusual dash %p becomes a normal one',
	(dash) => expect(cleanText(`a ${dash} b`)).toBe('a - b'),
);

test.each([
	['Mok &amp; Co &#8364; &#x20AC; &lt;b&gt;', 'Mok & Co € € <b>'],
	['e\u0301', 'é'],
	['a\u00A0\u202Fb\t\nc', 'a b c'],
	['&unknown; &#0; &#x110000;', '&unknown; &#0; &#x110000;'],
	[42, '42'],
	[null, ''],
	[{ x: 1 }, ''],
])('%p is written %p', (value, expected) => expect(cleanText(value)).toBe(expected));

test('cutting never halves an emoji and counts as SnelStart does', () => {
	expect(cutText('ab😀', 3)).toBe('ab');
	expect(cutText('ab😀', 4)).toBe('ab😀');
	expect(cutText('ab cd', 3)).toBe('ab');
});

test('the order number stays whole, what follows is cut', () => {
	expect(joinWithinLength(['2026001', '', 'ideal'], ' / ', 12)).toBe('2026001 / id');
});

describe('texts', () => {
	test.each<[unknown, string]>([
		['plain text', 'plain text'],
		['two  blanks', 'two blanks'],
		[' ends ', 'ends'],
		['a&b', 'a&b'],
		['&quot;x&quot; &apos;y&apos;', `"x" 'y'`],
		['&euro;5 &ndash; &mdash; &nbsp;x', '€5 - - x'],
		['&EURO;', '€'],
		['&#x41;&#X42;&#67;', 'ABC'],
		['&#1114111;', '\u{10FFFF}'],
		['&#1114112;', '&#1114112;'],
		['&#xZZ;', '&#xZZ;'],
		['&#;', '&#;'],
		['a\u0007b', 'a b'],
		['~', '~'],
		['', ''],
		[12.5, '12.5'],
		[true, ''],
		[undefined, ''],
	])('%j becomes %j', (value, text) => {
		expect(cleanText(value)).toBe(text);
	});

	test('cut to a length, on whole characters, without a blank at the end', () => {
		expect(['abc', 'abcd', 'ab c'].map((text) => cutText(text, 3))).toEqual(['abc', 'abc', 'ab']);
		expect(cutText('a😀b', 2)).toBe('a');
		expect(joinWithinLength(['', 'a', '', 'b'], '-', 10)).toBe('a-b');
	});
});
