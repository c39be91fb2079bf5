import { csvPlaces, otherIdPlaces } from '../../../../bookkeeping/payments/payouts/csvColumns';

test.each<[string, string[], object]>([
	['capitals make no difference', ['BRUTO', 'Kosten', 'Netto'], { gross: 0, fee: 1, net: 2 }],
	['in two columns', ['Debet', 'Credit'], { debit: 0, credit: 1 }],
	['with a column that tells the way', ['Bedrag', 'Af Bij'], { gross: 0, sign: 1 }],
	[
		'as Adyen has them',
		['Gross Debit (GC)', 'Gross Credit (GC)', 'Net Debit (NC)', 'Net Credit (NC)'],
		{ debit: 0, credit: 1, netDebit: 2, netCredit: 3 },
	],
	[
		'as Buckaroo has them',
		['Date/time', 'Transaction key', 'Invoice', 'Transaction type', 'Status', 'Amount'],
		{ date: 0, id: 1, order: 2, type: 3, status: 4, gross: 5 },
	],
	[
		'as ICEPAY has them',
		['PaymentID', 'OrderTime', 'Amount', 'Currency', 'OrderID', 'LastPaymentStatus'],
		{ payment: 0, date: 1, gross: 2, currency: 3, order: 4, status: 5 },
	],
	['an order before an invoice', ['Invoice', 'Amount', 'Order'], { order: 2, gross: 1 }],
	['however words are joined', ['transaction_id', 'Bruto-bedrag'], { id: 0, gross: 1 }],
	[
		'as Klarna has them, whose own number of the order stands first',
		['type', 'order_id', 'merchant_reference1', 'amount', 'vat_amount'],
		{ type: 0, order: 2, gross: 3, feeVat: 4 },
	],
	[
		'as the financial report of MultiSafepay has them (docs.multisafepay.com/reports/financial-report)',
		['ID', 'Merchant ref', 'Amount', 'Payment type', 'Payment status'],
		{ id: 0, order: 1, gross: 2, method: 3, status: 4 },
	],
	[
		'as PayPal has them in Dutch: its description is the type',
		['Datum', 'Omschrijving', 'Valuta', 'Bruto ', 'Transactiereferentie', 'Reference Txn ID'],
		{ date: 0, type: 1, description: 1, currency: 2, gross: 3, id: 4, reference: 5 },
	],
	[
		'as PayPal has them, with a type',
		['Type', 'Balance Impact', 'Gross', 'Transaction ID', 'Description', 'Reference Txn ID'],
		{ type: 0, impact: 1, gross: 2, id: 3, description: 4, reference: 5 },
	],
	['with their currency', ['Bedrag (EUR)', 'Kosten €', 'Netto EUR'], { gross: 0, fee: 1, net: 2 }],
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

test('further columns may hold the id of a payment, but not that of the order itself', () => {
	const klarna = ['type', 'order_id', 'merchant_reference1', 'capture_id', 'amount'];
	expect(otherIdPlaces(klarna, csvPlaces(klarna, {}))).toEqual([1, 3]);
	const shop = ['Order ID', 'Amount', 'Source'];
	expect(otherIdPlaces(shop, csvPlaces(shop, {}))).toEqual([2]);
});
