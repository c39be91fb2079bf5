import { readCsvPayout } from '../../../../bookkeeping/payments/payouts/csv';
import type { Finding } from '../../../../bookkeeping/trade/findings';
import { readPayoutOrder } from '../../../../bookkeeping/payments/payouts/payoutOrders';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import { ledgerOf, mollie, paymentSettings } from '../support';

const settings = paymentSettings({ payoutProviders: [{ ...mollie, provider: 'multisafepay' }] });

const order = (number: string, total: number) =>
	readPayoutOrder(
		{ orderKey: `test-client/web/${number}`, orderId: number, orderNumber: number, total },
		'',
		settings,
	)!;

const orders = [order('101', 121), order('102', 1234.56)];

const upload = (file: string, changes: object = {}) =>
	transformPayout(
		{ provider: 'multisafepay', id: 'MSP-7', date: '24-11-2026', net: '98,79', file, ...changes },
		orders,
		settings,
		{ form: 'csv', lines: 'perOrder', settle: 'clearingAccount', unmatched: 'book', windowDays: 0 },
	);

/** 121.00 − 2.21 = 118.79; less a refund of 20.00 = 98.79. */
const DUTCH = `Transactienummer;Soort;Ordernummer;Bedrag;Kosten;Netto;Datum
6098112;Betaling;101;"€ 121,00";2,21;118,79;22-11-2026
6098113;Terugbetaling;101;-20,00;;-20,00;23-11-2026
`;

/** Headings of the transactions in the Buckaroo Plaza; the codes of its statements. */
const BUCKAROO = `Date/time,Transaction key,Invoice,Transaction type,Description,Status,Amount
22-11-2026 10:00:00,4E2A,101,C021,Order 101,Success,121.00
23-11-2026 11:30:00,4E2B,101,C021,Refund,Success,-20.00
23-11-2026 12:00:00,4E2C,102,C021,Order 102,Failed,1234.56
23-11-2026 23:59:59,4E2D,,N901,Transaction costs,Success,-2.21
`;

describe('a report of any provider as a CSV file (W049)', () => {
	test('transactions of Buckaroo, with its codes and its costs', () => {
		const { outcome, draft, matched } = upload(BUCKAROO);
		expect(outcome).toBe('book');
		expect(matched.map(({ orderKey, gross }) => [orderKey, gross])).toEqual([
			['test-client/web/101', 121],
			['test-client/web/101', -20],
		]);
		expect(draft).toMatchObject({ net: 98.79, gross: 101, fees: 2.21, received: 98.79 });
	});

	// Columns as Shopify Payments, WooPayments and Stripe (itemised balance) export them.
	test.each([
		[
			'Shopify Payments',
			`Transaction Date,Type,Order,Card Brand,Payout Status,Amount,Fee,Net,Currency
2026-11-22 10:00:00 +0100,charge,#101,visa,paid,121.00,2.21,118.79,EUR
2026-11-23 10:00:00 +0100,refund,#101,visa,paid,-20.00,0.00,-20.00,EUR
2026-11-24 10:00:00 +0100,payout,,,paid,-98.79,0.00,-98.79,EUR`,
		],
		[
			'WooPayments',
			`Transaction ID,Date / Time (UTC),Type,Amount paid,Amount,Fees,Net,Order #
txn_1,2026-11-22 10:00:00,Charge,121.00,121.00,2.21,118.79,101
txn_2,2026-11-23 10:00:00,Refund,-20.00,-20.00,0.00,-20.00,101`,
		],
		[
			'Stripe',
			`balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,payment_intent_id,payment_metadata[order_id]
txn_1,2026-11-22 10:00:00,eur,121.00,2.21,118.79,charge,pi_1,101
txn_2,2026-11-23 10:00:00,eur,-20.00,0.00,-20.00,refund,pi_1,101
txn_3,2026-11-24 10:00:00,eur,-98.79,0.00,-98.79,payout,,`,
		],
		[
			'Excel',
			`sep=;\r\nID;Soort;Order;Bedrag;Kosten\r\n1;Betaling;101;121,00;2,21\r\n2;Retour;101;-20,00;0,00`,
		],
		[
			'refunds without a minus',
			'id,type,order,amount,fee\n1,payment,101,121.00,2.21\n2,refund,101,20.00,0.00',
		],
		[
			'refunds without a minus, and net with one',
			'id,type,order,amount,fee,net\n1,payment,101,121.00,2.21,118.79\n2,refund,101,20.00,0.00,-20.00',
		],
	])('%s: 121.00 − 2.21 − 20.00 = 98.79', (_, file) => {
		const { outcome, draft, matched } = upload(file);
		expect(outcome).toBe('book');
		expect(matched.map(({ orderKey, gross }) => [orderKey, gross])).toEqual([
			['test-client/web/101', 121],
			['test-client/web/101', -20],
		]);
		expect(draft).toMatchObject({ net: 98.79, gross: 101, fees: 2.21, received: 98.79 });
	});

	// 121.00 − 2.21 − 20.00 = 98.79; what the layout leaves open shows in what was paid out.
	const whole = { gross: 101, fees: 2.21, net: 98.79 };
	const vat = { ...mollie, provider: 'multisafepay', feesOn: 'costsWithVat' as const };
	test.each<[string, string, object?]>([
		[
			'costs without a minus in lines of their own (Klarna)',
			'type;order_id;merchant_reference1;amount\nSALE;u1;101;121.00\nRETURN;u1;101;-20.00\nFEE;u1;101;2.21',
		],
		[
			'costs and refunds without one',
			'type;order;amount\nsale;101;121.00\nreturn;101;20.00\nfee;101;2.21',
		],
		[
			'costs with a minus, of which some were given back, and no net',
			'type;order;amount;fee\npayment;101;121,00;-2,50\nrefund;101;-20,00;0,29',
		],
		[
			'costs and their VAT in columns of their own (Pay.nl)',
			'ID;Order;Bruto;Kosten;BTW;Netto\n1;101;121,00;1,83;0,38;118,79\n2;101;-20,00;0,00;0,00;-20,00',
		],
		[
			'costs in a line that only its text tells (the settlement of Mollie)',
			'ID,Description,Amount,Order\ntr_1,Order 101,121.00,101\nre_1,Refund,-20.00,101\n,Withheld transaction fees,-2.21,',
		],
		[
			'a line of totals',
			'Datum;ID;Order;Bruto;Kosten\n22-11-2026;1;101;121,00;2,21\n23-11-2026;2;101;-20,00;0,00\nTotaal;;;101,00;2,21',
		],
		[
			'a line of totals without a word',
			'ID;Order;Bruto;Kosten\n1;101;121,00;2,21\n2;101;-20,00;0,00\n;;101,00;2,21',
		],
		[
			'amounts below zero as books write them, in Euro',
			'ID;Order;Bruto;Kosten;Valuta\n1;101;121,00;2,21;Euro\n2;101;(20,00);0,00;Euro',
		],
		[
			'the English of PayPal, the month first',
			'"Date","Type","Status","Currency","Gross","Fee","Net","Transaction ID","Invoice Number"\n"11/23/2026","Express Checkout Payment","Completed","EUR","121.00","-2.21","118.79","P1","101"\n"11/23/2026","Payment Refund","Completed","EUR","-20.00","0.00","-20.00","P2","101"',
		],
	])('%s', (_, file) => {
		const { draft, matched, code } = upload(file);
		expect([code, matched.map(({ orderKey, gross }) => [orderKey, gross])]).toEqual([
			'',
			[
				['test-client/web/101', 121],
				['test-client/web/101', -20],
			],
		]);
		expect(draft).toMatchObject(whole);
	});

	test('the VAT that a report states apart is what is deducted', () => {
		const by = paymentSettings({ payoutProviders: [vat] });
		const deducted = (file: string) => {
			const raw = { provider: 'multisafepay', id: 'P', date: '2026-11-24', net: '98.79', file };
			const options = { form: 'csv', lines: 'perOrder', settle: 'clearingAccount' } as const;
			const { draft } = transformPayout(raw, orders, by, {
				...{ ...options, unmatched: 'book', windowDays: 0 },
			});
			return draft?.feesBooked;
		};
		// 1.83 × 21 % = 0.38; the whole is 2.21.
		const figures = { on: 'costsWithVat', fees: 2.21, vat: 0.38 };
		expect(deducted('ID;Order;Bruto;Kosten;BTW;Netto\n1;101;101,00;1,83;0,38;98,79')).toEqual(
			figures,
		);
		expect(deducted('Type;Order;Bedrag\nsale;101;101,00\nfee;;-1,83\nvat;;-0,38')).toEqual(figures);
	});

	test('what was paid in another currency counts with what the provider made of it', () => {
		const adyen =
			'Merchant Reference,Type,Gross Currency,Gross Debit (GC),Gross Credit (GC),Net Currency,Net Debit (NC),Net Credit (NC),Commission (NC),Scheme Fees (NC)\n101,Settled,USD,,140.00,EUR,,98.79,0.21,2.00';
		expect(upload(adyen).draft).toMatchObject({ gross: 101, fees: 2.21, net: 98.79 });
		const settlement =
			'ID,Currency,Amount,Settlement currency,Settlement amount\ntr_1,USD,110.00,EUR,98.79';
		expect(upload(settlement).draft).toMatchObject({ gross: 98.79, fees: 0 });
		expect(upload('ID,Currency,Amount\ntr_1,USD,98.79').code).toBe('CURRENCY_NOT_EUR');
	});

	test('where several readings make what was paid out none is chosen', () => {
		// 101.00 less 2 × 10.00 of a refund, or of costs.
		const file = 'type,order,amount\npayment,101,101.00\nrefund,101,10.00\nfee,,10.00';
		expect(upload(file, { net: '101.00' }).code).toBe('PAYOUT_NOT_EXPLAINED');
	});

	test('a line of totals that is none of the others is not left out', () => {
		const file = 'ID;Order;Bruto\n1;101;121,00\n2;101;-20,00\n;;5,00';
		expect(upload(file, { net: '101,00' }).code).toBe('PAYOUT_NOT_EXPLAINED');
		const named = 'ID;Order;Naam;Bruto\n1;101;Ans;121,00\n2;102;Som;1234,56';
		expect(upload(named, { net: '1355,56' }).draft?.gross).toBe(1355.56);
	});

	test('a column of VAT that holds its rate changes nothing', () => {
		const file = 'ID;Order;Bruto;Kosten;BTW\n1;101;101,00;2,21;21.0%\n';
		expect(upload(file).draft).toMatchObject({ gross: 101, fees: 2.21 });
	});

	test('a kind that nobody knows is named, in the line of the file', () => {
		const file = 'type,order,amount\npayment,101,121.00\nBalancetransfer,,-22.21';
		expect(upload(file)).toMatchObject({
			code: 'PAYOUT_ENTRY_UNKNOWN',
			message: 'Line 3 of € -22.21 is of a kind that is not known: "Balancetransfer".',
		});
	});

	test('refunds without a minus that do not make what was paid out stay as they are', () => {
		const file = 'id,type,order,amount\n1,payment,101,121.00\n2,refund,101,20.00';
		expect(upload(file)).toMatchObject({ outcome: 'attention', code: 'PAYOUT_NOT_EXPLAINED' });
	});

	test('semicolons, decimal commas, Dutch headings, words and dates', () => {
		const { outcome, draft, matched, payoutKey } = upload(DUTCH);
		expect([outcome, payoutKey]).toEqual(['book', 'test-client/payout/multisafepay/MSP-7']);
		expect(matched.map(({ orderKey, by, gross }) => [orderKey, by, gross])).toEqual([
			['test-client/web/101', 'orderId', 121],
			['test-client/web/101', 'orderId', -20],
		]);
		expect(draft).toMatchObject({ net: 98.79, gross: 101, fees: 2.21, received: 98.79 });
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 20, 0],
			['costs', 'costs', 2.21, 0],
		]);
	});

	test('commas, decimal points, English headings; what has no type is told by its amount', () => {
		const file =
			'ID,Order ID,Amount,Fee,Date\n1,101,121.00,2.21,2026-11-22\n2,101,-20.00,,2026-11-23';
		expect(upload(file, { net: '98.79' }).draft).toMatchObject({ net: 98.79, fees: 2.21 });
	});

	test('thousands, in either way of writing', () => {
		const comma = 'Order;Bruto;Kosten\n102;1.234,56;-1,23\n';
		expect(upload(comma, { net: '1.233,33' }).draft).toMatchObject({ gross: 1234.56, fees: 1.23 });
		const point = 'Order;Gross;Net\n102;"1,234.56";"1,233.33"\n';
		expect(upload(point, { net: '1233.33' }).draft).toMatchObject({ gross: 1234.56, fees: 1.23 });
	});

	test('without a minus before costs that were given back, the sums decide', () => {
		// 121.00 − 2.21 and a correction of 0.21 in favour: 118.79 + 0.21 = 119.00.
		const file = 'type;order;gross;fee;net\npayment;101;121,00;-2,21;118,79\nfee;;0;0,21;0,21\n';
		expect(upload(file, { net: '119,00' }).draft).toMatchObject({ net: 119, fees: 2 });
	});

	test('columns may be named; the payout itself as a line is left out', () => {
		const file = 'Kenmerk;Omzet;Kosten;Soort\n101;121,00;2,21;betaling\nx;118,79;;uitbetaling\n';
		const columns = { order: 'kenmerk', gross: 'Omzet' };
		expect(upload(file, { net: '118,79', columns }).draft).toMatchObject({ net: 118.79 });
		expect(upload(file, { columns: { gross: 'Totaal' } }).message).toMatch(/no column "Totaal"/);
	});

	test('debit and credit in columns of their own, whatever sign the debit has', () => {
		const file = (debit: string) => `Ordernummer;Debet;Credit\n101;;118,79\n101;${debit};\n`;
		for (const debit of ['20,00', '-20,00']) {
			const { draft, matched } = upload(file(debit));
			expect(draft).toMatchObject({ net: 98.79 });
			expect(matched.map(({ gross }) => gross)).toEqual([118.79, -20]);
		}
	});

	test('amounts without a sign, and a column that tells which way they go', () => {
		const file = (word: string) => `Ordernummer;Bedrag;Af Bij\n101;118,79;Bij\n101;20,00;${word}\n`;
		expect(upload(file('Af')).draft).toMatchObject({ net: 98.79 });
		const unclear = upload(file('?'));
		expect([unclear.code, unclear.message]).toEqual([
			'PAYOUT_UNREADABLE',
			'Line 3, gross: "?" does not say whether the money came in (C) or went out (D).',
		]);
		const contradiction = upload(file('Bij').replace('20,00', '-20,00'));
		expect(contradiction.code).toBe('PAYOUT_UNREADABLE');
	});

	test('a line of which no money moved is left out', () => {
		const file = `${DUTCH.replace('Datum\n', 'Datum;Status\n').replace(/2026\n/g, '2026;Voltooid\n')}6098114;Betaling;102;50,00;;50,00;23-11-2026;Geweigerd\n`;
		expect(upload(file).draft).toMatchObject({ net: 98.79, fees: 2.21 });
	});

	test.each<[string, string, object, string, RegExp]>([
		['a cent too few', DUTCH, { net: '98,78' }, 'PAYOUT_NOT_EXPLAINED', /a gap of € -0\.01/],
		[
			'a line with another sum',
			DUTCH.replace(';118,79', ';118,78'),
			{},
			'PAYOUT_NOT_EXPLAINED',
			/Line 2/,
		],
		['no amounts', 'Datum;Order\n22-11-2026;101', {}, 'PAYOUT_UNREADABLE', /Datum, Order/],
		['an empty file', '', {}, 'PAYOUT_UNREADABLE', /no other column/],
		['no lines', 'Order;Bruto', { net: '0,00' }, 'PAYOUT_NOT_EXPLAINED', /no lines/],
		['both marks', 'Bruto\n1,50\n1.50', {}, 'PAYOUT_UNREADABLE', /comma, others a point/],
		['one thousand or one', 'Bruto\n1.234', {}, 'PAYOUT_UNREADABLE', /Nothing tells/],
		['a word for an amount', 'Bruto\ntwaalf', {}, 'PAYOUT_UNREADABLE', /Line 2, gross/],
		['dollars', 'Bruto;Valuta\n1,50;USD', {}, 'CURRENCY_NOT_EUR', /Line 2/],
		[
			'an unknown kind of line',
			'Soort;Bruto\nspaarpot;98,79',
			{},
			'PAYOUT_ENTRY_UNKNOWN',
			/98\.79/,
		],
		['a day that is none', 'Bruto;Datum\n98,79;31-02-2026', {}, 'PAYOUT_UNREADABLE', /31-02-2026/],
		['a quote without end', 'Bruto\n"98,79', {}, 'PAYOUT_UNREADABLE', /never ends/],
	])('%s: refused', (_, file, changes, code, message) => {
		const found = upload(file, changes);
		expect(found).toMatchObject({ outcome: 'attention', code });
		expect(found.message).toMatch(message);
		// It can be named all the same, so that it has a row of its own.
		expect(found.payoutKey).toBe('test-client/payout/multisafepay/MSP-7');
	});
});

describe('reports of providers, by the columns that are publicly known', () => {
	const read = (net: string, file: string) =>
		readCsvPayout({ provider: 'psp', id: 'P-7', date: '24-11-2026', net, file }).entries.map(
			({ type, orderId, gross, fee, net: made }) => [type, orderId, gross, fee, made],
		);

	// Headings of the Dutch activity of PayPal, as users of its export have published them.
	const PAYPAL =
		'Datum,Tijd,Tijdzone,Omschrijving,Valuta,"Bruto ","Kosten ",Netto,Saldo,Transactiereferentie,"Van e-mailadres",Naam,"Naam bank",Bankrekening,Verzendkosten,Btw,Factuurreferentie,"Reference Txn ID"';
	const payPal = (description: string, amounts: string, order = '') =>
		`18-11-2026,10:00:00,Europe/Amsterdam,"${description}",EUR,${amounts},,5TX1,a@b.example,Ada,,,,"0,00",${order},`;

	test('PayPal in Dutch: the withdrawal is the payout, not a refund', () => {
		// 60.50 - 2.41 - 20.00 = 38.09.
		const file = [
			PAYPAL,
			payPal('Express Checkout-betaling', '"60,50","-2,41","58,09"', '101'),
			payPal('Terugbetaling', '"-20,00","0,00","-20,00"', '101'),
			payPal('Algemene opname', '"-38,09","0,00","-38,09"'),
		].join('\n');
		expect(read('38,09', file)).toEqual([
			['payment', '101', 60.5, 2.41, 58.09],
			['refund', '101', -20, 0, -20],
		]);
	});

	test('PayPal in Dutch: money from the bank is no payment, and an unknown word is told', () => {
		const file = (word: string) => [PAYPAL, payPal(word, '"20,00","0,00","20,00"')].join('\n');
		expect(read('20,00', file('Bankstorting naar PP-rekening'))).toEqual([
			['transfer', '', 20, 0, 20],
		]);
		expect(read('20,00', file('Storno van iets'))).toEqual([['unknown', '', 20, 0, 20]]);
	});

	// Columns of docs.adyen.com, Settlement details report; rows of its page in euro.
	const ADYEN =
		'Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,Creation Date,TimeZone,Type,Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,Net Debit (NC),Net Credit (NC),Commission (NC),Markup (NC),Scheme Fees (NC),Interchange (NC)';
	const adyen = (type: string, gross: string, net: string) =>
		`Co,Shop,1813702551707653,101,visa,2026-11-18 11:26:49,CET,${type},1713702551795048,EUR,${gross},1,EUR,${net},,0.04,0.01,0.07`;

	test.each([
		['as its page shows them', ',5.00', '3.00,'],
		['with the gross of a sale among the debits, as in its sample', '5.00,', ',3.00'],
	])('Adyen, %s: the net tells which way money went', (_, sale, refund) => {
		// 5.00 - 0.12 = 4.88; 4.88 - 3.00 = 1.88.
		const file = [
			ADYEN,
			adyen('Settled', sale, ',4.88'),
			adyen('Refunded', refund, '3.00,'),
			adyen('MerchantPayout', ',', '1.88,'),
		].join('\n');
		expect(read('1.88', file)).toEqual([
			['payment', '101', 5, 0.12, 4.88],
			['refund', '101', -3, 0, -3],
		]);
	});

	test('Adyen: a payment of less than its costs stays one', () => {
		const file = [ADYEN, adyen('Settled', ',1.00', '0.35,')].join('\n');
		expect(read('-0.35', file)).toEqual([['payment', '101', 1, 1.35, -0.35]]);
	});

	test('MultiSafepay: costs that name the order are no refund of it', () => {
		// Columns of docs.multisafepay.com/reports/payout-report: 60.50 - 0.78 = 59.72.
		const file = [
			'Completed date/time;Psp id;Amount;Creditdebit;Payment type;Mt description;Order id',
			'2026-11-18 10:00:00;555;60.50;C;iDEAL;Order 101;101',
			'2026-11-18 10:00:00;555;0.78;D;MultiSafepay fee;Order 101;101',
			'2026-11-19 10:00:00;556;59.72;D;AUTO-PAYOUT;;',
		].join('\n');
		expect(read('59.72', file)).toEqual([
			['payment', '101', 60.5, 0, 60.5],
			['fee', '101', -0.78, 0, -0.78],
		]);
	});

	test('Mollie: payments, a refund, a chargeback and what was withheld', () => {
		// Columns of the settlement export of Mollie: 100 + 50 - 20 - 50 - 2.88 = 77.12.
		const file = [
			'Date,Payment method,Currency,Amount,Status,ID,Description,Consumer name,Consumer bank account,Consumer BIC,Settlement currency,Settlement amount,Settlement reference,Amount refunded',
			'2026-11-18 10:12:00,ideal,EUR,100.00,paidout,tr_1,Order 101,A,NL00,B,EUR,100.00,1234567.2611.01,',
			'2026-11-18 11:00:00,creditcard,EUR,50.00,paidout,tr_2,Order 102,B,,,EUR,50.00,1234567.2611.01,',
			'2026-11-19 09:00:00,refund,EUR,-20.00,refunded,re_1,Refund order 101,,,,EUR,-20.00,1234567.2611.01,20.00',
			'2026-11-20 09:00:00,chargeback,EUR,-50.00,paidout,chb_1,Order 102,,,,EUR,-50.00,1234567.2611.01,',
			'2026-11-20 00:00:00,,EUR,-2.88,paidout,,Withheld transaction fees MOL-1,,,,EUR,-2.88,1234567.2611.01,',
		].join('\n');
		expect(read('77.12', file).map(([type, , gross]) => [type, gross])).toEqual([
			['payment', 100],
			['payment', 50],
			['refund', -20],
			['chargeback', -50],
			['fee', -2.88],
		]);
	});
});

describe('what is read of a file, to the field', () => {
	const read = (file: string, changes: object = {}) =>
		readCsvPayout({
			provider: 'psp',
			id: 'P-7',
			date: '24-11-2026',
			net: '1,00',
			file,
			...changes,
		});
	const gross = (file: string) => read(file).entries.map((entry) => entry.gross);
	const figures = (file: string) =>
		read(file).entries.map((entry) => [entry.gross, entry.fee, entry.net]);
	const refusal = (file: string, changes?: object): unknown => {
		try {
			return read(file, changes);
		} catch (error) {
			return [(error as Finding).code, (error as Finding).reason.facts];
		}
	};

	test('every column, and what stands in for one that is empty', () => {
		const file = `Transactienummer;Betaling;Ordernummer;Omschrijving;Soort;Bedrag;Kosten;Netto;Datum;Valuta
t1;p1;101;Een boek;Betaling;121,00;2,21;118,79;22-11-2026;eur
;;;;Betaling;10,00;;10,00;;€
`;
		expect(read(file)).toEqual({
			...{ provider: 'psp', id: 'P-7', reference: 'P-7', date: '2026-11-24', currency: 'EUR' },
			net: 1,
			entries: [
				{
					...{ id: 't1', type: 'payment', paymentIds: ['p1', 't1'], orderId: '101' },
					...{ description: 'Een boek', gross: 121, fee: 2.21, net: 118.79, date: '2026-11-22' },
					...{ place: 2, feeVat: 0 },
				},
				{
					...{ id: 'line 3', type: 'payment', paymentIds: [], orderId: '', description: '' },
					...{ gross: 10, fee: 0, feeVat: 0, net: 10, date: '2026-11-24', place: 3 },
				},
			],
		});
		expect(read(file, { reference: 'Stort 7' }).reference).toBe('Stort 7');
	});

	test('a net without a gross: the fee was taken off already', () => {
		expect(figures('Order;Kosten;Netto\n101;2,21;118,79\n')).toEqual([[121, 2.21, 118.79]]);
		expect(figures('Order;Netto\n101;118,79\n')).toEqual([[118.79, 0, 118.79]]);
		expect(figures('Order;Bruto\n101;118,79\n')).toEqual([[118.79, 0, 118.79]]);
	});

	test('net in and out in columns of their own', () => {
		const file = 'Order;Gross Credit (GC);Gross Debit (GC);Net Credit (NC);Net Debit (NC)\n';
		expect(figures(`${file}101;121,00;;118,79;\n101;;20,00;;21,00\n`)).toEqual([
			[121, 2.21, 118.79],
			[-20, 1, -21],
		]);
	});

	test('a line of nothing is left out, but not a fee alone', () => {
		expect(gross('Order;Bruto;Kosten\n101;0,00;\n102;5,00;0,10\n')).toEqual([5]);
		expect(figures('Order;Bruto;Kosten;Netto\n101;0,00;0,50;-0,50\n')).toEqual([[0, 0.5, -0.5]]);
	});

	test('costs with a minus on every line are costs; where one has none, the minus gives back', () => {
		expect(figures('Order;Bruto;Kosten\n101;121,00;-2,21\n102;10,00;-0,29\n')).toEqual([
			[121, 2.21, 118.79],
			[10, 0.29, 9.71],
		]);
		expect(figures('Order;Bruto;Kosten\n101;121,00;2,21\n102;10,00;-0,29\n')).toEqual([
			[121, 2.21, 118.79],
			[10, -0.29, 10.29],
		]);
	});

	test('the word decides which way an amount goes, and an empty amount needs none', () => {
		const file = 'Order;Bedrag;C/D\n';
		expect(gross(`${file}101;121,00;C\n101;20,00;D\n101;-5,00;D\n`)).toEqual([121, -20, -5]);
		expect(gross(`${file}101;0,00;\n102;5,00;C\n`)).toEqual([5]);
		expect(refusal(`${file}101;-5,00;C\n`)).toEqual([
			'PAYOUT_UNREADABLE',
			{ case: 'sign', place: 'line 2, gross', word: 'C' },
		]);
	});

	test('what is refused says where it stands', () => {
		expect(refusal('Order;Bruto\n101;1,00\n102;1,005\n')).toEqual([
			'PAYOUT_UNREADABLE',
			{ case: 'noCentsAt', place: 'line 3, gross' },
		]);
		expect(refusal('Order;Bruto;Datum\n101;1,00;gisteren\n')).toEqual([
			'PAYOUT_UNREADABLE',
			{ case: 'date', place: 'line 2', value: 'gisteren' },
		]);
		expect(refusal('Order;Bruto\n101;1,00\n', { net: 'x' })).toEqual([
			'PAYOUT_UNREADABLE',
			{ case: 'noCentsAt', place: 'paidOut' },
		]);
		expect(refusal('Order;Bruto\n101;1,00\n', { date: 'x' })).toEqual([
			'PAYOUT_UNREADABLE',
			{ case: 'date', place: 'payoutDay', value: 'x' },
		]);
		expect(refusal('Order;Bruto;Net currency\n101;1,00;EUR\n102;1,00;USD\n')).toEqual([
			'CURRENCY_NOT_EUR',
			{ case: 'payoutLine', line: 3 },
		]);
	});
});
