import { proposalText } from '../../../bookkeeping/orders/proposalTexts';

test('facts are filled in, in both languages', () => {
	const values = { country: 'DE', percentage: 19, count: 3 };
	expect(proposalText('oss', values, 'en')).toBe(
		'3 orders to consumers in DE had 19 % VAT of that country: OSS.',
	);
	expect(proposalText('oss', values, 'nl')).toBe(
		'3 bestellingen van consumenten in DE hadden 19 % btw van dat land: OSS.',
	);
});
