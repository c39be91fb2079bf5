import { csvPlaces } from '../../../../bookkeeping/payments/payouts/csvColumns';

test.each<[string, string[], object]>([
	['capitals make no difference', ['BRUTO', 'Kosten', 'Netto'], { gross: 0, fee: 1, net: 2 }],
	['in two columns', ['Debet', 'Credit'], { debit: 0, credit: 1 }],
	['with a column that tells the way', ['Bedrag', 'Af Bij'], { gross: 0, sign: 1 }],
	[
		'as Adyen has them',
		['Gross Debit (GC)', 'Gross Credit (GC)', 'Net Debit (NC)', 'Net Credit (NC)'],
		{ debit: 0, credit: 1, netDebit: 2, netCredit: 3 },
	],
	['what nobody asks for is left alone', ['Amount', 'Name of the bank'], { gross: 0 }],
])('columns are found by their headings: %s', (_, headings, places) => {
	expect(csvPlaces(headings, {})).toEqual(places);
});

test('a heading that is named goes before the usual ones, and has to be there', () => {
	expect(csvPlaces(['Bruto', 'Omzet'], { gross: 'omzet' })).toEqual({ gross: 1 });
	expect(() => csvPlaces(['Bruto'], { gross: 'Omzet' })).toThrow('The file has no column "Omzet"');
});

test('a file without any amounts says what it has', () => {
	expect(() => csvPlaces(['Datum', 'Naam'], {})).toThrow('Its columns are: Datum, Naam.');
	expect(() => csvPlaces([], {})).toThrow('no other column either');
});
