import { isNoAnswer } from '../../../bookkeeping/trade/noAnswer';

test.each([
	'-',
	'.',
	'--',
	'n.v.t.',
	'NVT',
	'N/A',
	'n / a',
	'Geen',
	'geen.',
	'none',
	'Keine Angabe',
])('"%s" is no answer', (text) => {
	expect(isNoAnswer(text)).toBe(true);
});

test.each(['', 'N.A. Bouw', 'NA', 'Geen Idee B.V.', '3M', 'None of the Above'])(
	'"%s" is one, or nothing at all',
	(text) => {
		expect(isNoAnswer(text)).toBe(false);
	},
);
