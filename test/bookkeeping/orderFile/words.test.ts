import { sameWords } from '../../../bookkeeping/orderFile/words';

it.each([
	['E-mailadres', 'e mailadres'],
	[' Totaal (incl. BTW) ', 'totaal incl btw'],
	['Währung', 'wahrung'],
	['Straße', 'strasse'],
	['order_number', 'order number'],
	['Btw 21%', 'btw 21%'],
])('"%s" is compared as "%s"', (heading, words) => {
	expect(sameWords(heading)).toBe(words);
});
