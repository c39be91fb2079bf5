import { figuresIn, figureWords } from '../../../bookkeeping/codes/figures';

test('every word of figures is said in Dutch, where it begins a part', () => {
	for (const { en, nl } of Object.values(figureWords)) {
		expect(figuresIn('nl', `EUR 1.50 | ${en} | ${en} #1`)).toBe(`EUR 1,50 | ${nl} | ${nl} #1`);
		expect(figuresIn('en', `EUR 1.50 | ${en}`)).toBe(`EUR 1.50 | ${en}`);
		expect(nl).not.toBe(en);
	}
});

test('a word within another is left alone', () => {
	expect(figuresIn('nl', 'to | into NL | total 1.00')).toBe('naar | into NL | total 1,00');
});
