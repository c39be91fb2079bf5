import { columnsOf } from '../../../bookkeeping/orderFile/columns';

const named = (field: string, column: string) => ({ field, column });

it('finds columns by Dutch, English and German headings', () => {
	for (const headings of [
		['Bestelnummer', 'Besteldatum', 'Totaal', 'BTW', 'Betaalmethode', 'Land'],
		['Order Number', 'Order date', 'Total', 'Tax', 'Payment method', 'Country'],
		['Bestellnummer', 'Bestelldatum', 'Gesamtbetrag', 'MwSt.', 'Zahlungsart', 'Land'],
	]) {
		expect(columnsOf(headings, [])).toEqual({
			fields: {
				...{ number: 0, date: 1, total: 2, totalVat: 3 },
				...{ paymentMethod: 4, billingCountry: 5 },
			},
			rates: [],
			unused: [],
			missing: [],
		});
	}
});

it('finds those of exports of WooCommerce and of German ones', () => {
	// The labels of Advanced Order Export, and https://woocommerce.com/document/import-and-export-of-woocommerce-orders.
	for (const headings of [
		['Order Number', 'Order Date', 'Order Total Amount', 'Order Total Tax Amount', 'Item Cost'],
		['order_number', 'order_date', 'order_total', 'tax_total', 'unit price'],
		['Bestellnummer', 'Bestelldatum', 'Gesamtpreis', 'MwSt-Betrag', 'Einzelpreis'],
	]) {
		expect(columnsOf(headings, []).fields).toEqual({
			...{ number: 0, date: 1, total: 2, totalVat: 3, linePrice: 4 },
		});
	}
	expect(columnsOf(['MwSt %', 'Stückzahl', 'Country Code (Billing)'], []).fields).toEqual({
		...{ linePercentage: 0, lineQuantity: 1, billingCountry: 2 },
	});
});

it('finds amounts per rate by what they hold', () => {
	const headings = [
		'Btw 21%',
		'Totaal excl. btw 9 %',
		'Totaal incl. btw 9%',
		'VAT 5,5%',
		'Kleur 3%',
	];
	const { rates, unused } = columnsOf(headings, []);
	expect(rates).toEqual([
		{ percentage: 21, holds: 'vat', place: 0 },
		{ percentage: 9, holds: 'net', place: 1 },
		{ percentage: 9, holds: 'gross', place: 2 },
		{ percentage: 5.5, holds: 'vat', place: 3 },
	]);
	expect(unused).toEqual([4]);
});

it('lets the settings win, and says what they name and the file does not have', () => {
	const headings = ['Total', 'Te betalen', 'Order'];
	const { fields, missing } = columnsOf(headings, [
		named('total', 'te betalen'),
		named('email', 'Mail'),
		named('colour', 'Order'),
	]);
	expect(fields).toEqual({ total: 1, number: 2 });
	expect(missing).toEqual(['Mail', 'Order']);
});

it('takes the first of two columns with one heading', () => {
	const { fields, unused } = columnsOf(['Total', 'Total'], []);
	expect([fields.total, unused]).toEqual([0, [1]]);
});
