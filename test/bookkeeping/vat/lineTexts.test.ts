import { lineText } from '../../../bookkeeping/vat/lineTexts';

test.each([
	['shipping', 21, '', 'Shipping VAT percentage 21', 'Verzendkosten (21 % btw)'],
	['discount', 9, '', 'Discount (with VAT percentage 9 %)', 'Korting (9 % btw)'],
	['fee', 5.5, '', 'Fee (with VAT percentage 5.5 %)', 'Toeslag (5,5 % btw)'],
	[
		...(['withoutSku', 21, ''] as const),
		...([
			'Product without SKU (with VAT percentage 21 %)',
			'Artikel zonder SKU (21 % btw)',
		] as const),
	],
	['foreignVat', 19, 'DE', 'VAT 19 % DE', 'Btw 19 % DE'],
	['rounding', 0, '', 'Rounding difference', 'Afrondingsverschil'],
	[
		...(['refundOfAmount', 21, 'shipping'] as const),
		...(['Refund of an amount, shipping at 21 %'] as const),
		'Terugbetaling van een bedrag, verzendkosten 21 % btw',
	],
] as const)('%s at %s %% %s', (line, rate, name, english, dutch) => {
	expect(lineText(line, 'en', rate, name)).toBe(english);
	expect(lineText(line, 'nl', rate, name)).toBe(dutch);
});
