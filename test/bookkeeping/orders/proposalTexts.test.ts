import { proposalText } from '../../../bookkeeping/orders/proposalTexts';

test('facts are filled in, in both languages', () => {
	const values = { country: 'DE', percentage: 19, count: 3 };
	expect(proposalText('oss', values, 'en')).toBe(
		'3 orders to consumers in DE with 19 % VAT of that country: OSS.',
	);
	expect(proposalText('oss', values, 'nl')).toBe(
		'3 bestellingen van consumenten in DE met 19 % btw van dat land: OSS.',
	);
});

test.each([
	['method', 1, 'nl', '1 bestelling betaald met iDEAL; '],
	['method', 2, 'nl', '2 bestellingen betaald met iDEAL; '],
	['refunds', 1, 'en', '(1 order with one)'],
	['askUnread', 1, 'nl', 'Niet te lezen: 1 bestelling;'],
] as const)('one order is said as one: %s %i %s', (key, count, language, said) => {
	expect(proposalText(key, { count, title: 'iDEAL' }, language)).toContain(said);
});
