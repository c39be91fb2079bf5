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

describe('a report of any provider as a CSV file (W049)', () => {
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
			/Line 1/,
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
				},
				{
					...{ id: 'line 3', type: 'payment', paymentIds: [], orderId: '', description: '' },
					...{ gross: 10, fee: 0, net: 10, date: '2026-11-24' },
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
