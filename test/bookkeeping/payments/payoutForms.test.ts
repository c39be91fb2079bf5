import { explainPayout } from '../../../bookkeeping/payments/payouts/explain';
import {
	dateOf,
	euroMicros,
	listOf,
	minorUnits,
} from '../../../bookkeeping/payments/payouts/fields';
import { readKlarnaPayout } from '../../../bookkeeping/payments/payouts/klarna';
import { readMollieSettlement } from '../../../bookkeeping/payments/payouts/mollie';
import { readPayPalTransactions } from '../../../bookkeeping/payments/payouts/payPal';
import { readPayoutOrder } from '../../../bookkeeping/payments/payouts/payoutOrders';
import { readStripePayout } from '../../../bookkeeping/payments/payouts/stripe';
import { paymentSettings, payout } from './support';

type Json = Record<string, unknown>;

const zone = 'Europe/Amsterdam';
const euro = (value: string) => ({ value, currency: 'EUR' });
const dollars = { value: '1.00', currency: 'USD' };
const refused = (code: string, message: string) => expect.objectContaining({ code, message });

describe('fields of providers', () => {
	const list = [{ id: 1 }, { id: 2 }];

	test.each<[Json]>([
		[{ rows: [{ id: 1 }, 'x', { id: 2 }] }],
		[{ rows: { data: list } }],
		[{ rows: { _embedded: { rows: list } } }],
		[{ _embedded: { rows: list } }],
		[{ rows: 'none', other: list }],
	])('a list, wherever it stands: %j', (raw) => {
		expect(listOf(raw, 'rows', 'other')).toEqual(list);
	});

	test('no list', () => expect(listOf({ rows: {} }, 'rows')).toEqual([]));

	test('whole cents', () => {
		expect(minorUnits({ amount: 1295 }, 'amount')).toBe(12.95);
		expect(minorUnits({}, 'amount')).toBe(0);
		for (const amount of [1.5, '1295', 2 ** 60]) {
			expect(() => minorUnits({ amount }, 'amount')).toThrow(
				refused('PAYOUT_UNREADABLE', 'The field "amount" holds no amount in whole cents.'),
			);
		}
	});

	test('amounts in euro only', () => {
		expect(euroMicros({ a: euro('1.25') }, 'a')).toBe(1_250_000);
		expect(euroMicros({ a: { value: '1.25', currency_code: 'eur' } }, 'a')).toBe(1_250_000);
		expect([euroMicros({}, 'a'), euroMicros({ a: null }, 'a')]).toEqual([undefined, undefined]);
		for (const a of ['1.25', { value: 'x', currency: 'EUR' }, 5]) {
			expect(() => euroMicros({ a }, 'a')).toThrow(
				refused('PAYOUT_UNREADABLE', 'The field "a" holds no amount.'),
			);
		}
		expect(() => euroMicros({ a: dollars }, 'a')).toThrow(
			refused('CURRENCY_NOT_EUR', 'The field "a" is in USD.'),
		);
		expect(() => euroMicros({ a: { value: '1' } }, 'a')).toThrow(
			refused('CURRENCY_NOT_EUR', 'The field "a" is in an unknown currency.'),
		);
	});

	test.each<[unknown, string]>([
		// 2026-11-19 23:30 UTC.
		[1_795_131_000, '2026-11-20'],
		['2026-11-19T23:30:00Z', '2026-11-20'],
		[' 2026-11-20 ', '2026-11-20'],
		['2026-11-20T23:30:00', '2026-11-20'],
	])('the date of %j at the shop (HC-19)', (value, date) => {
		expect(dateOf(value, zone)).toBe(date);
	});

	test.each([[undefined], ['x'], [''], [null]])('%j is no date', (value) => {
		expect(() => dateOf(value, zone)).toThrow(
			refused('PAYOUT_UNREADABLE', 'The payout has no readable date.'),
		);
	});
});

describe('Mollie (Settlements API, Balances API)', () => {
	const raw: Json = {
		id: 'stl_1',
		reference: '1234567.2611.01',
		status: 'paidout',
		settledAt: '2026-11-20T09:00:00Z',
		createdAt: '2026-11-19T09:00:00Z',
		amount: euro('100.00'),
	};
	const read = (changes: Json = {}) => readMollieSettlement({ ...raw, ...changes }, zone);
	const head = {
		provider: 'mollie',
		id: 'stl_1',
		reference: '1234567.2611.01',
		date: '2026-11-20',
		currency: 'EUR',
		net: 100,
	};

	test('the head, also when the settlement stands apart or is not dated yet', () => {
		expect(read()).toEqual({ ...head, entries: [] });
		expect(readMollieSettlement({ settlement: raw }, zone)).toEqual({ ...head, entries: [] });
		expect(read({ settledAt: null, status: '' }).date).toBe('2026-11-19');
	});

	const payment = {
		id: 'tr_1',
		amount: euro('12.00'),
		settlementAmount: euro('12.10'),
		description: 'Order 101',
		metadata: { order_id: '101' },
		paidAt: '2026-11-18T12:00:00Z',
		createdAt: '2026-11-17T12:00:00Z',
	};
	const entry = {
		id: 'tr_1',
		type: 'payment',
		paymentIds: ['tr_1'],
		orderId: '101',
		description: 'Order 101',
		gross: 12.1,
		net: 12.1,
		date: '2026-11-18',
	};

	test.each<[string, string, Json, Json]>([
		['payments', 'a payment', {}, entry],
		[
			'payments',
			'without its settled amount',
			{ settlementAmount: null },
			{ ...entry, gross: 12, net: 12 },
		],
		['payments', 'by its creation', { paidAt: undefined }, { ...entry, date: '2026-11-17' }],
		[
			'payments',
			'without any date',
			{ paidAt: undefined, createdAt: 5 },
			{ ...entry, date: '2026-11-20' },
		],
		[
			'captures',
			'a capture',
			{ paymentId: 'tr_9', captureId: 'cpt_1' },
			{ ...entry, paymentIds: ['tr_1', 'tr_9', 'cpt_1'] },
		],
		[
			'refunds',
			'a refund, whatever its sign',
			{ refundId: 're_1', orderId: 'ord_1' },
			{ ...entry, type: 'refund', paymentIds: ['tr_1', 'ord_1', 're_1'], gross: -12.1, net: -12.1 },
		],
		[
			'refunds',
			'a refund with a sign',
			{ settlementAmount: euro('-12.10') },
			{ ...entry, type: 'refund', gross: -12.1, net: -12.1 },
		],
		[
			'chargebacks',
			'a chargeback',
			{ chargebackId: 'chb_1' },
			{ ...entry, type: 'chargeback', paymentIds: ['tr_1', 'chb_1'], gross: -12.1, net: -12.1 },
		],
		...['orderId', 'order_number', 'orderNumber'].map((field): [string, string, Json, Json] => [
			'payments',
			`with ${field}`,
			{ metadata: { [field]: '101' } },
			entry,
		]),
		['payments', 'without an order', { metadata: {} }, { ...entry, orderId: undefined }],
	])('%s: %s', (field, _, changes, expected) => {
		expect(read({ [field]: [{ ...payment, ...changes }] }).entries).toEqual([expected]);
	});

	const costs = (...rows: Array<[string, string, string?, string?]>) => ({
		periods: {
			'2026': {
				'11': {
					costs: rows.map(([method, gross, vat = '0', description = method]) => ({
						method,
						description,
						amountGross: euro(gross),
						amountVat: euro(vat),
					})),
				},
			},
		},
	});
	const costsOf = (changes: Json) =>
		read(changes).entries.map(({ type, fee, feeVat, net, description }) => [
			type,
			description,
			fee,
			feeVat,
			net,
		]);

	test('costs: rounded together, so that they make the rounded total', () => {
		// 0.4235 + 0.1815 = 0.605, rounded 0.61, over 0.7 and 0.3: 0.427 and 0.183.
		expect(costsOf(costs(['ideal', '0.4235', '0.0735'], ['card', '0.1815', '0.0315']))).toEqual([
			['fee', 'ideal', 0.43, 0.07, -0.43],
			['fee', 'card', 0.18, 0.03, -0.18],
		]);
	});

	test('a cost that is given back: each is rounded by itself', () => {
		expect(costsOf(costs(['ideal', '0.4250'], ['card', '-0.1815']))).toEqual([
			['fee', 'ideal', 0.43, 0, -0.43],
			['fee', 'card', -0.18, 0, 0.18],
		]);
	});

	test('reserves are no costs, by method or description', () => {
		expect(
			costsOf(
				costs(
					['Reserve hold', '12.10'],
					['card', '1.00', '0', 'Rolling reserve'],
					['ideal', '0.35'],
				),
			),
		).toEqual([
			['fee', 'ideal', 0.35, 0, -0.35],
			['reserve', 'Reserve hold', undefined, undefined, -12.1],
			['reserve', 'Rolling reserve', undefined, undefined, -1],
		]);
		expect(costsOf(costs(['reserve', '-12.10']))).toEqual([
			['reserve', 'reserve', undefined, undefined, 12.1],
		]);
	});

	test('the cost of a refund is its fee, unless the payout only adds up without it', () => {
		const money = { payments: [{ ...payment, settlementAmount: euro('12.10') }] };
		// 12.10 − 0.35 − 0.25 = 11.50.
		const asFee = {
			...money,
			...costs(['ideal', '0.35'], ['refund', '0.25']),
			amount: euro('11.50'),
		};
		expect(read(asFee).entries).toHaveLength(3);
		const asAmount = { ...asFee, amount: euro('11.75') };
		expect(read(asAmount).entries).toHaveLength(2);
		const chargeback = {
			...money,
			...costs(['ideal', '0.35'], ['chargeback', '0.25']),
			amount: euro('11.75'),
		};
		expect(read(chargeback).entries).toHaveLength(2);
		// Neither: the first reading, whose gap is then named.
		expect(read({ ...asFee, amount: euro('1.00') }).entries).toHaveLength(3);
	});

	const balance = (type: string, changes: Json = {}) => ({
		id: 'baltr_1',
		type,
		initialAmount: euro('12.10'),
		resultAmount: euro('11.75'),
		context: { paymentId: 'tr_1', refundId: 're_1' },
		createdAt: '2026-11-18T12:00:00Z',
		...changes,
	});

	test.each([
		['payment', 'payment'],
		['capture', 'payment'],
		['refund', 'refund'],
		['returned-refund', 'refund'],
		['chargeback', 'chargeback'],
		['chargeback-reversal', 'chargeback'],
		['invoice-compensation', 'invoice'],
		['invoice-rounding-compensation', 'invoice'],
		['captured-rolling-reserve', 'reserve'],
		['released-rolling-reserve', 'reserve'],
		['rolling-reserve-hold', 'reserve'],
		['rolling-reserve-release', 'reserve'],
		['cashback', 'unknown'],
	])('balance transaction %s: %s', (stated, type) => {
		expect(read({ balance_transactions: [balance(stated)] }).entries).toEqual([
			{
				id: 'baltr_1',
				type,
				paymentIds: ['tr_1', 're_1'],
				gross: 12.1,
				fee: 0.35,
				net: 11.75,
				date: '2026-11-18',
			},
		]);
	});

	test('the transfer to the bank is the payout itself; without a result nothing was deducted', () => {
		const balanceTransactions = [
			balance('outgoing-transfer'),
			balance('payment', { resultAmount: null }),
		];
		expect(read({ balanceTransactions }).entries).toEqual([
			expect.objectContaining({ gross: 12.1, fee: 0, net: 12.1 }),
		]);
		expect(
			read({ balanceTransactions: [balance('payment', { initialAmount: null })] }).entries,
		).toEqual([expect.objectContaining({ gross: 0, fee: -11.75, net: 11.75 })]);
	});

	test.each<[Json, string, string]>([
		[{ status: 'open' }, 'PAYOUT_NOT_FINAL', 'The settlement is open.'],
		[{ amount: null }, 'PAYOUT_UNREADABLE', 'The settlement has no amount.'],
		[{ amount: dollars }, 'CURRENCY_NOT_EUR', 'The field "amount" is in USD.'],
		[
			{ refunds: [{ ...payment, settlementAmount: null, amount: null }] },
			'PAYOUT_UNREADABLE',
			'A refund of the settlement has no amount.',
		],
	])('%j', (changes, code, message) => {
		expect(() => read(changes)).toThrow(refused(code, message));
	});
});

describe('Stripe (balance transactions)', () => {
	const head = {
		id: 'po_1',
		amount: 1000,
		currency: 'eur',
		// 2026-11-20 00:00 UTC.
		arrival_date: 1_795_132_800,
		created: 1_795_000_000,
		automatic: true,
		status: 'paid',
		trace_id: 'TRACE',
		statement_descriptor: 'SHOP',
	};
	const transaction = {
		id: 'txn_1',
		amount: 1210,
		fee: 35,
		net: 1175,
		currency: 'eur',
		reporting_category: 'charge',
		// 2026-11-18 12:00 UTC.
		created: 1_795_003_200,
		description: 'Charge',
		source: {
			...{ id: 'ch_1', charge: 'ch_2', payment_intent: 'pi_1', description: 'Order 101' },
			metadata: { order_number: '101', order_id: '9101' },
		},
	};
	const read = (changes: Json = {}, ofHead: Json = {}) =>
		readStripePayout(
			{ payout: { ...head, ...ofHead }, transactions: [{ ...transaction, ...changes }] },
			zone,
		);
	const entry = {
		id: 'txn_1',
		type: 'payment',
		paymentIds: ['ch_1', 'ch_2', 'pi_1', 'txn_1'],
		orderId: '101',
		description: 'Order 101',
		gross: 12.1,
		fee: 0.35,
		feeVat: 0,
		net: 11.75,
		date: '2026-11-18',
	};

	test('everything', () => {
		expect(read()).toEqual({
			provider: 'stripe',
			id: 'po_1',
			reference: 'TRACE',
			date: '2026-11-20',
			currency: 'EUR',
			net: 10,
			entries: [entry],
		});
		expect(read({}, { trace_id: '', arrival_date: undefined })).toMatchObject({
			reference: 'SHOP',
			date: '2026-11-18',
		});
		expect(
			readStripePayout({ ...head, balance_transactions: [transaction] }, zone).entries,
		).toEqual([entry]);
		expect(
			readStripePayout({ ...head, balanceTransactions: { data: [transaction] } }, zone).entries,
		).toEqual([entry]);
	});

	test.each<[string, Json, Json]>([
		[
			'a source that is only named',
			{ source: 'ch_1' },
			{ ...entry, paymentIds: ['ch_1', 'txn_1'], orderId: undefined, description: 'Charge' },
		],
		[
			'no source',
			{ source: null },
			{ ...entry, paymentIds: ['txn_1'], orderId: undefined, description: 'Charge' },
		],
		[
			'an order id',
			{ source: { metadata: { order_id: '9101' } } },
			{ ...entry, paymentIds: ['txn_1'], orderId: '9101', description: 'Charge' },
		],
		[
			'a fee of its own',
			{ reporting_category: 'fee', amount: -200, fee: 0, net: -200 },
			{ ...entry, type: 'fee', gross: 0, fee: 2, net: -2 },
		],
	])('%s', (_, changes, expected) => {
		expect(read(changes).entries).toEqual([expected]);
	});

	test.each([
		...['charge', 'charge_failure'].map((name) => [name, '', 'payment']),
		...['refund', 'partial_capture_reversal', 'refund_failure'].map((name) => [name, '', 'refund']),
		...['dispute', 'dispute_reversal'].map((name) => [name, '', 'chargeback']),
		...['fee', 'network_cost', 'tax'].map((name) => [name, '', 'fee']),
		...['risk_reserved_funds', 'payout_minimum_balance_hold', 'payout_minimum_balance_release'].map(
			(name) => [name, '', 'reserve'],
		),
		...['charge', 'payment', 'payment_failure_refund'].map((name) => ['', name, 'payment']),
		...['refund', 'payment_refund', 'refund_failure'].map((name) => ['', name, 'refund']),
		...['stripe_fee', 'tax_fee'].map((name) => ['', name, 'fee']),
		...['reserved_funds', 'reserve_transaction'].map((name) => ['', name, 'reserve']),
		['climate', 'charge', 'unknown'],
		['', 'climate', 'unknown'],
	])('category "%s", type "%s": %s', (reporting_category, type, expected) => {
		expect(read({ reporting_category, type }).entries.map((one) => one.type)).toEqual([expected]);
	});

	test('the payout itself is left out, by category or type', () => {
		expect(read({ reporting_category: 'payout' }).entries).toEqual([]);
		expect(read({ reporting_category: '', type: 'payout' }).entries).toEqual([]);
	});

	test.each<[Json, Json, string, string]>([
		[
			{},
			{ automatic: false },
			'PAYOUT_UNREADABLE',
			'Stripe does not say which transactions a manual payout holds.',
		],
		[{}, { status: 'in_transit' }, 'PAYOUT_NOT_FINAL', 'The payout is in_transit.'],
		[
			{ currency: 'usd' },
			{},
			'CURRENCY_NOT_EUR',
			'A transaction is in another currency than the payout.',
		],
		[{ net: 1.5 }, {}, 'PAYOUT_UNREADABLE', 'The field "net" holds no amount in whole cents.'],
		[{ fee: 1.5 }, {}, 'PAYOUT_UNREADABLE', 'The field "fee" holds no amount in whole cents.'],
	])('%j %j', (changes, ofHead, code, message) => {
		expect(() => read(changes, ofHead)).toThrow(refused(code, message));
	});

	test('a status that is not stated is no obstacle', () => {
		expect(read({}, { status: '' }).entries).toHaveLength(1);
	});
});

describe('Klarna (Settlements API)', () => {
	const head = {
		payment_reference: 'KL-1',
		payout_date: '2026-11-20T09:00:00Z',
		currency_code: 'EUR',
		totals: { settlement_amount: 1000 },
	};
	const transaction = {
		...{
			type: 'SALE',
			detailed_type: 'PURCHASE',
			amount: 1210,
			vat_amount: 21,
			currency_code: 'EUR',
		},
		...{ order_id: 'kl-1', capture_id: 'cap-1', short_order_id: 'KL1', merchant_reference1: '101' },
		...{ sale_date: '2026-11-17T12:00:00Z', capture_date: '2026-11-18T12:00:00Z' },
	};
	const read = (changes: Json = {}, ofHead: Json = {}) =>
		readKlarnaPayout(
			{ payout: { ...head, ...ofHead }, transactions: [{ ...transaction, ...changes }] },
			zone,
		);
	const entry = {
		id: 'cap-1',
		type: 'payment',
		paymentIds: ['kl-1', 'cap-1', 'KL1'],
		orderId: '101',
		description: 'PURCHASE',
		gross: 12.1,
		fee: 0,
		feeVat: 0,
		net: 12.1,
		date: '2026-11-18',
	};

	test('everything', () => {
		expect(read()).toEqual({
			provider: 'klarna',
			id: 'KL-1',
			reference: 'KL-1',
			date: '2026-11-20',
			currency: 'EUR',
			net: 10,
			entries: [entry],
		});
		const flat = {
			...head,
			currency_code: '',
			settlement_currency: 'EUR',
			transactions: [transaction],
		};
		expect(readKlarnaPayout(flat, zone)).toMatchObject({ currency: 'EUR', entries: [entry] });
	});

	test.each<[string, Json, Json]>([
		['a refund has its own id', { refund_id: 'ref-1' }, { ...entry, id: 'ref-1' }],
		['the date of the sale', { capture_date: undefined }, { ...entry, date: '2026-11-17' }],
		[
			'the date of the payout',
			{ capture_date: undefined, sale_date: undefined },
			{ ...entry, date: '2026-11-20' },
		],
		[
			'no detailed type, no currency',
			{ detailed_type: '', currency_code: '' },
			{ ...entry, description: 'SALE' },
		],
		['small letters', { type: 'sale' }, entry],
		['a sign of its own', { amount: -1210 }, entry],
		[
			'a type nobody knows keeps its sign',
			{ type: 'CORRECTION', amount: -73 },
			{ ...entry, type: 'unknown', gross: -0.73, net: -0.73 },
		],
	])('%s', (_, changes, expected) => {
		expect(read(changes).entries).toEqual([expected]);
	});

	test.each<[string, string, number, number]>([
		['SALE', 'payment', 12.1, 0],
		['RETURN', 'refund', -12.1, 0],
		['REVERSAL', 'chargeback', -12.1, 0],
		['REVERSAL_MERCHANT_PROTECTION', 'chargeback', 12.1, 0],
		['HOLDBACK', 'reserve', -12.1, 0],
		['RELEASE', 'reserve', 12.1, 0],
		['COMMISSION', 'fee', 0, 12.1],
		['FEE', 'fee', 0, 12.1],
		['TAX', 'fee', 0, 12.1],
		['FEE_REFUND', 'fee', 0, -12.1],
	])('%s is %s', (stated, type, gross, fee) => {
		expect(read({ type: stated }).entries).toEqual([
			expect.objectContaining({
				type,
				gross,
				fee,
				net: gross - fee,
				feeVat: type === 'fee' ? 0.21 : 0,
			}),
		]);
	});

	test.each<[Json, Json, string, string]>([
		[{}, { totals: {} }, 'PAYOUT_UNREADABLE', 'The payout has no settlement amount.'],
		[
			{ currency_code: 'SEK' },
			{},
			'CURRENCY_NOT_EUR',
			'A transaction is in another currency than the payout.',
		],
		[
			{ amount: 'x' },
			{},
			'PAYOUT_UNREADABLE',
			'The field "amount" holds no amount in whole cents.',
		],
	])('%j %j', (changes, ofHead, code, message) => {
		expect(() => read(changes, ofHead)).toThrow(refused(code, message));
	});
});

describe('PayPal (Transaction Search)', () => {
	const info = {
		transaction_id: 'T1',
		paypal_reference_id: 'R1',
		transaction_event_code: 'T0006',
		transaction_status: 'S',
		transaction_initiation_date: '2026-11-18T12:00:00Z',
		transaction_amount: { value: '121.00', currency_code: 'EUR' },
		fee_amount: { value: '-2.21', currency_code: 'EUR' },
		ending_balance: { value: '218.79', currency_code: 'EUR' },
		invoice_id: '101',
		custom_field: '102',
		transaction_subject: 'Order 101',
		transaction_note: 'Note',
	};
	const statement = (...details: Json[]) => ({
		account_number: 'ACC1',
		start_date: '2026-11-17T23:30:00Z',
		end_date: '2026-11-18T22:00:00Z',
		transaction_details: details.map((changes) => ({ transaction_info: { ...info, ...changes } })),
	});
	const read = (changes: Json = {}, ofHead: Json = {}) =>
		readPayPalTransactions({ ...statement(changes), ...ofHead }, zone);
	const entry = {
		id: 'T1',
		type: 'payment',
		paymentIds: ['T1', 'R1'],
		orderId: '101',
		description: 'Order 101',
		gross: 121,
		fee: 2.21,
		net: 118.79,
		date: '2026-11-18',
	};

	test('everything: the change of the balance is what was paid out', () => {
		expect(read()).toEqual({
			provider: 'payPal',
			id: 'ACC1 2026-11-18 2026-11-18',
			reference: 'PayPal 2026-11-18 2026-11-18',
			date: '2026-11-18',
			currency: 'EUR',
			net: 118.79,
			entries: [entry],
		});
		expect(read({}, { account_number: '', total_pages: 1 }).id).toBe(
			'paypal 2026-11-18 2026-11-18',
		);
	});

	test.each<[string, Json, Json]>([
		['an order in the custom field', { invoice_id: '' }, { ...entry, orderId: '102' }],
		['a note instead of a subject', { transaction_subject: '' }, { ...entry, description: 'Note' }],
		['no fee', { fee_amount: undefined }, { ...entry, fee: 0, net: 121 }],
	])('%s', (_, changes, expected) => {
		expect(read(changes).entries).toEqual([expected]);
	});

	test.each([
		['T0006', 'payment'],
		['T0106', 'fee'],
		['T0200', 'exchange'],
		['T0300', 'transfer'],
		['T0400', 'transfer'],
		['T1106', 'chargeback'],
		['T1107', 'refund'],
		['T1108', 'fee'],
		['T1110', 'reserve'],
		['T1111', 'reserve'],
		['T1201', 'chargeback'],
		['T1202', 'chargeback'],
		['T1500', 'reserve'],
		['T2101', 'reserve'],
		['T1109', 'unknown'],
		['T9900', 'unknown'],
	])('%s is %s', (transaction_event_code, type) => {
		expect(read({ transaction_event_code }).entries.map((one) => one.type)).toEqual([type]);
	});

	test('a fee of its own costs what it takes; a payment that goes out is a purchase', () => {
		const taken = {
			transaction_amount: { value: '-5.00', currency_code: 'EUR' },
			fee_amount: null,
		};
		expect(read({ ...taken, transaction_event_code: 'T0106' }).entries).toEqual([
			{ ...entry, type: 'fee', gross: 0, fee: 5, net: -5 },
		]);
		expect(read(taken).entries[0]!.type).toBe('unknown');
		expect(read({ ...taken, transaction_event_code: 'T1107' }).entries[0]!.type).toBe('refund');
		const nothing = { transaction_amount: { value: '0.00', currency_code: 'EUR' } };
		expect(read(nothing).entries[0]!.type).toBe('payment');
	});

	test('in order of their moments; what did not succeed does not count', () => {
		const raw = statement(
			{
				transaction_id: 'C',
				transaction_updated_date: '2026-11-18T15:00:00Z',
				ending_balance: { value: '400', currency_code: 'EUR' },
			},
			{ transaction_id: 'X', transaction_status: 'P' },
			{ transaction_id: 'A', transaction_initiation_date: '2026-11-18T09:00:00Z' },
			{ transaction_id: 'B', transaction_initiation_date: '2026-11-18T14:00:00Z' },
		);
		const { entries, net } = readPayPalTransactions(raw, zone);
		expect(entries.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
		// 400.00 after the last, 218.79 − 118.79 = 100.00 before the first.
		expect(net).toBe(300);
	});

	const noBalances = 'PayPal states no balances, so nothing proves that no transaction is missing.';
	test.each<[Json, Json, string, string]>([
		[
			{},
			{ total_pages: 2 },
			'PAYOUT_UNREADABLE',
			'The statement is one of several pages; join them.',
		],
		[{ transaction_amount: null }, {}, 'PAYOUT_UNREADABLE', 'A transaction has no amount.'],
		[{ ending_balance: null }, {}, 'PAYOUT_UNREADABLE', noBalances],
		[{}, { transaction_details: [] }, 'PAYOUT_UNREADABLE', noBalances],
		[{ fee_amount: dollars }, {}, 'CURRENCY_NOT_EUR', 'The field "fee_amount" is in USD.'],
	])('%j %j', (changes, ofHead, code, message) => {
		expect(() => read(changes, ofHead)).toThrow(refused(code, message));
	});

	test('the last balance has to be there, too', () => {
		const raw = statement(
			{},
			{ transaction_initiation_date: '2026-11-18T14:00:00Z', ending_balance: null },
		);
		expect(() => readPayPalTransactions(raw, zone)).toThrow(
			refused('PAYOUT_UNREADABLE', noBalances),
		);
	});
});

describe('the general form: every cent is explained (PAY-601)', () => {
	const [line] = payout().entries;
	const entries = (...changes: Json[]) =>
		payout({ entries: changes.map((one) => ({ ...line!, ...one })) as never });

	test('everything, in cents', () => {
		expect(
			explainPayout(payout({ reference: ' A  B ', date: '2026-11-20T09:00:00Z', currency: 'eur' })),
		).toEqual({
			provider: 'mollie',
			id: 'stl_1',
			reference: 'A B',
			date: '2026-11-20',
			net: 11_879,
			entries: [
				{
					place: 1,
					id: 'baltr_1',
					type: 'payment',
					paymentIds: ['tr_1'],
					orderId: '',
					description: '',
					gross: 12_100,
					fee: 221,
					feeVat: 0,
					net: 11_879,
					date: '2026-11-18',
				},
			],
		});
	});

	test('texts are cleaned, days are cut from moments', () => {
		const moment = { orderId: ' 101 ', description: 'A&amp;B', date: '2026-11-18T10:00:00Z' };
		expect(explainPayout(entries(moment)).entries[0]).toMatchObject({
			orderId: '101',
			description: 'A&B',
			date: '2026-11-18',
		});
	});

	test('a fee of its own costs what it takes, stated as an amount or as a fee', () => {
		const asAmount = { type: 'fee', gross: '-2.21', fee: 0, net: '-2.21' };
		const asFee = { type: 'fee', gross: 0, fee: '2.21', net: '-2.21' };
		for (const fee of [asAmount, asFee]) {
			const { entries: read } = explainPayout(
				payout({ net: '-2.21', entries: [{ ...line!, ...fee }] as never }),
			);
			expect(read[0]).toMatchObject({ gross: 0, fee: 221, net: -221 });
		}
	});

	test.each<[unknown, string, string]>([
		[null, 'PAYOUT_UNREADABLE', 'The payout cannot be read: its form.'],
		[{ ...payout(), id: '' }, 'PAYOUT_UNREADABLE', 'The payout cannot be read: id.'],
		[entries({ date: 'x' }), 'PAYOUT_UNREADABLE', 'The payout cannot be read: entries.0.date.'],
		[payout({ currency: 'usd' }), 'CURRENCY_NOT_EUR', 'The payout is in USD.'],
		[payout({ net: 'x' }), 'PAYOUT_UNREADABLE', 'The payout holds no amount in whole cents: net.'],
		...['gross', 'fee', 'feeVat', 'net'].map((field): [unknown, string, string] => [
			entries({}, { [field]: '0.001' }),
			'PAYOUT_UNREADABLE',
			`The payout holds no amount in whole cents: line 2, ${field}.`,
		]),
		[
			entries({}, { fee: '2.20' }),
			'PAYOUT_NOT_EXPLAINED',
			'Line 2 has 121.00 − fee 2.20, but states 118.79.',
		],
		[
			entries({}, {}),
			'PAYOUT_NOT_EXPLAINED',
			'The lines make 237.58, paid out was 118.79: a gap of -118.79.',
		],
		[payout({ net: 0, entries: [] }), 'PAYOUT_NOT_EXPLAINED', 'The payout has no lines.'],
		[
			entries({ type: 'unknown' }),
			'PAYOUT_ENTRY_UNKNOWN',
			'Line 1 of 118.79 is of an unknown kind.',
		],
	])('%j: %s', (raw, code, message) => {
		expect(() => explainPayout(raw)).toThrow(refused(code, message));
	});
});

describe('the orders that lines are matched with', () => {
	const settings = paymentSettings();
	const raw: Json = {
		id: 29,
		number: '1029',
		currency: 'EUR',
		total: '12.95',
		date_paid_gmt: '2026-11-21T23:30:00',
		date_created_gmt: '2026-11-20T12:00:00',
		payment_method: 'MOLLIE_WC_GATEWAY_IDEAL',
		transaction_id: 'tr_1',
		meta_data: [
			{ key: '_mollie_order_id', value: 'ord_1' },
			{ key: 'other', value: 'no' },
		],
		payments: [{ id: 'tr_2' }, { id: 'tr_1' }],
	};
	const read = (changes: Json = {}, shop = 'woocommerce', with_ = settings) =>
		readPayoutOrder({ ...raw, ...changes }, shop, with_);
	const expected = {
		orderKey: 'test-client/woocommerce/29',
		orderId: '29',
		orderNumber: '1029',
		invoiceNumber: '1029',
		salesEntryId: '',
		total: 1295,
		date: '2026-11-22',
		paymentIds: ['tr_1', 'ord_1', 'tr_2'],
		clearingAccountId: 'clearing mollie',
	};

	test('a raw order', () => expect(read()).toEqual(expected));

	test.each<[string, Json, Json]>([
		[
			'a row of the order table',
			{ id: 7, orderKey: 'key', orderId: '29', salesEntryId: 'entry' },
			{ ...expected, orderKey: 'key', salesEntryId: 'entry' },
		],
		[
			'a row without the id of the order',
			{ id: 7, orderKey: 'key' },
			{ ...expected, orderKey: 'key', orderId: '' },
		],
		[
			'a number of SnelStart',
			{ snelStartNumber: 'W1029' },
			{ ...expected, invoiceNumber: 'W1029' },
		],
		[
			'a number of its own goes first',
			{ invoiceNumber: 'F1', snelStartNumber: 'W1029' },
			{ ...expected, invoiceNumber: 'F1' },
		],
		['no number', { number: '' }, { ...expected, orderNumber: '', invoiceNumber: '' }],
		['the number by its other name', { number: 'x', orderNumber: '1029' }, expected],
		['the total by its other name', { total: undefined, totalPrice: 12.95 }, expected],
		['no currency', { currency: '' }, expected],
		['another currency', { currency: 'USD' }, { ...expected, total: undefined }],
		['no total', { total: 'x' }, { ...expected, total: undefined }],
		['not paid yet', { date_paid_gmt: null }, { ...expected, date: '2026-11-20' }],
		...['paidOn', 'date', 'createdAt', 'date_created', 'bookedAt'].map(
			(field): [string, Json, Json] => [
				field,
				{ date_paid_gmt: null, date_created_gmt: null, [field]: '2026-11-23T00:30:00' },
				{ ...expected, date: '2026-11-23' },
			],
		),
		['no date', { date_paid_gmt: null, date_created_gmt: null }, { ...expected, date: '' }],
		['no method', { payment_method: '' }, { ...expected, clearingAccountId: undefined }],
		[
			'the title of a method',
			{ payment_method: 'x', payment_method_title: 'Mollie_wc_gateway_ideal' },
			expected,
		],
		[
			'the method by its other name',
			{ payment_method: '', paymentMethod: 'mollie_wc_gateway_ideal' },
			expected,
		],
		['a method without account', { payment_method: 'cod' }, { ...expected, clearingAccountId: '' }],
		[
			'ids in a list',
			{ paymentIds: ['a', '', 5, null, undefined] },
			{ ...expected, paymentIds: ['a', '5', 'tr_1', 'ord_1', 'tr_2'] },
		],
		['one id', { paymentIds: 'a' }, { ...expected, paymentIds: ['a', 'tr_1', 'ord_1', 'tr_2'] }],
		[
			'an id by other names',
			{ paymentId: 'b', transactionId: 'c' },
			{ ...expected, paymentIds: ['b', 'c', 'tr_1', 'ord_1', 'tr_2'] },
		],
	])('%s', (_, changes, result) => {
		expect(read(changes)).toEqual(result);
	});

	test.each([
		...['_mollie_payment_id', '_mollie_order_id', '_stripe_intent_id', '_stripe_charge_id'],
		...['_charge_id', '_intent_id', '_wcpay_payment_transaction_id', '_ppcp_paypal_order_id'],
		...['_wc_klarna_order_id', '_wc_klarna_capture_id', '_payment_method_transaction'],
		'transactionId',
	])('a payment id in %s', (key) => {
		const bare = { id: 1, meta_data: [{ key, value: 'x' }] };
		expect(readPayoutOrder(bare, 'woocommerce', settings)!.paymentIds).toEqual(['x']);
	});

	test('a row with the raw order beside it: the row goes first', () => {
		const row = { id: 7, orderKey: 'key', total: 12.9, order: raw };
		expect(readPayoutOrder(row, '', settings)).toMatchObject({
			...{ orderKey: 'key', orderId: '29', total: 1290, orderNumber: '1029' },
			...{ date: '2026-11-22', paymentIds: expected.paymentIds },
		});
	});

	test('the prefix of the shop; none where numbers come from a field', () => {
		const [shop, ...others] = settings.shops;
		const prefixed = { ...settings, shops: [{ ...shop!, invoiceNumberPrefix: 'W' }, ...others] };
		expect(read({}, 'woocommerce', prefixed)!.invoiceNumber).toBe('W1029');
		const ofField = { ...shop!, invoiceNumberPrefix: 'W', invoiceNumberField: '_invoice' };
		expect(read({}, 'woocommerce', { ...settings, shops: [ofField] })!.invoiceNumber).toBe('');
		expect(read({}, 'unknown')).toMatchObject({
			orderKey: 'test-client/unknown/29',
			invoiceNumber: '1029',
			date: '2026-11-22',
		});
	});

	test.each([[null], ['x'], [[]], [{}], [{ number: '1029' }]])('%j is no order', (item) => {
		expect(readPayoutOrder(item, 'woocommerce', settings)).toBeUndefined();
	});
});
