import { readPayoutOrder } from '../../../bookkeeping/payments/payouts/payoutOrders';
import type { PayoutForm } from '../../../bookkeeping/payments/payouts/readPayout';
import { transformPayout } from '../../../bookkeeping/payments/payouts/transformPayout';
import { jouwWebOrder, wooCommerceOrder } from '../support';
import { ledgerOf, order, payoutOptions, paymentSettings } from './support';

const run = (form: PayoutForm, raw: unknown, orders = [order('101')]) =>
	transformPayout(raw, orders, paymentSettings(), { ...payoutOptions, form });
const euro = (value: string) => ({ value, currency: 'EUR' });

describe('Mollie settlements', () => {
	const settlement = (changes: object = {}) => ({
		id: 'stl_jDk30akdN',
		reference: '1234567.2611.03',
		status: 'paidout',
		createdAt: '2026-11-19T06:00:00.0Z',
		settledAt: '2026-11-20T09:41:44.0Z',
		amount: euro('100.40'),
		periods: {
			'2026': {
				'11': {
					revenue: [
						{ description: 'iDEAL', method: 'ideal', count: 1, amountGross: euro('121.0000') },
					],
					costs: [
						{
							description: 'iDEAL',
							method: 'ideal',
							amountNet: euro('0.3500'),
							amountVat: euro('0.0735'),
							amountGross: euro('0.4235'),
						},
						{
							description: 'Refunds',
							method: 'refund',
							amountNet: euro('0.1500'),
							amountVat: euro('0.0315'),
							amountGross: euro('0.1815'),
						},
					],
				},
			},
		},
		_embedded: {
			payments: [
				{
					id: 'tr_1',
					amount: euro('121.00'),
					settlementAmount: euro('121.00'),
					description: 'Order 101',
					metadata: { order_id: '101' },
					paidAt: '2026-11-18T12:00:00+00:00',
				},
			],
			refunds: [
				{
					id: 're_1',
					paymentId: 'tr_1',
					amount: euro('20.00'),
					settlementAmount: euro('-20.00'),
					metadata: { order_id: '101' },
					createdAt: '2026-11-19T08:00:00+00:00',
				},
			],
		},
		...changes,
	});

	// 121.00 − 20.00 − (0.4235 + 0.1815 = 0.605, rounded 0.61) = 100.39: a cent off 100.40, refused.
	test('costs have four decimals; together they round once, and a cent too few is refused', () => {
		expect(run('mollie', settlement())).toMatchObject({
			code: 'PAYOUT_NOT_EXPLAINED',
			message: expect.stringMatching(/a gap of 0\.01/),
		});
		const { draft, matched } = run('mollie', settlement({ amount: euro('100.39') }));
		expect(matched.map(({ by }) => by)).toEqual(['orderId', 'orderId']);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 20, 0],
			['costs', 'costs', 0.61, 0],
		]);
		expect(draft).toMatchObject({
			received: 100.39,
			date: '2026-11-20',
			description: 'Payout mollie 1234567.2611.03',
		});
		// 0.0735 → 0.07 and 0.0315 → 0.03.
		expect(draft?.notes.join()).toMatch(/VAT of 0\.10/);
	});

	// The costs row of the method refund repeats the refund itself: 121.00 − 20.00 − 0.42 = 100.58.
	test('a cost that is the refund itself counts once', () => {
		const raw = settlement({ amount: euro('100.58') });
		raw.periods['2026']['11'].costs[1]!.amountGross = euro('20.0000');
		expect(run('mollie', raw).draft?.fees).toBe(0.42);
	});

	// 121.00 − 12.10 held back − 0.42 = 108.48.
	test('a rolling reserve goes to the reserve account', () => {
		const raw = settlement({ amount: euro('108.48') });
		raw.periods['2026']['11'].costs[1] = {
			description: 'Rolling reserve',
			method: 'rolling reserve',
			amountNet: euro('12.10'),
			amountVat: euro('0'),
			amountGross: euro('12.10'),
		};
		raw._embedded.refunds = [];
		expect(ledgerOf(run('mollie', raw).draft!)).toContainEqual(['reserve', 'reserve', 12.1, 0]);
	});

	// 121.00 − 0.35 = 120.65; the transfer to the bank is the payout itself.
	test('balance transactions instead', () => {
		const raw = {
			settlement: { id: 'stl_1', amount: euro('120.65'), settledAt: '2026-11-20T09:41:44Z' },
			balanceTransactions: [
				{
					id: 'baltr_1',
					type: 'payment',
					initialAmount: euro('121.00'),
					deductions: euro('-0.35'),
					resultAmount: euro('120.65'),
					context: { paymentId: 'tr_1' },
					createdAt: '2026-11-18T12:00:00Z',
				},
				{
					id: 'baltr_2',
					type: 'outgoing-transfer',
					initialAmount: euro('-120.65'),
					resultAmount: euro('-120.65'),
					createdAt: '2026-11-20T09:00:00Z',
				},
			],
		};
		const { draft, matched } = run('mollie', raw, [order('101', { paymentIds: ['tr_1'] })]);
		expect(matched[0]?.by).toBe('paymentId');
		expect(draft).toMatchObject({ received: 120.65, fees: 0.35 });
	});

	test.each([
		[{ status: 'pending' }, 'PAYOUT_NOT_FINAL'],
		[{ amount: { value: '1', currency: 'USD' } }, 'CURRENCY_NOT_EUR'],
		[{ amount: undefined }, 'PAYOUT_UNREADABLE'],
		[{ settledAt: undefined, createdAt: undefined }, 'PAYOUT_UNREADABLE'],
	])('with %j it is not booked: %s', (changes, code) => {
		expect(run('mollie', settlement(changes)).code).toBe(code);
	});
});

describe('Stripe payouts', () => {
	const transaction = (category: string, amount: number, fee = 0, changes: object = {}) => ({
		id: `txn_${category}_${amount}`,
		amount,
		fee,
		net: amount - fee,
		currency: 'eur',
		reporting_category: category,
		created: 1_795_003_200,
		source: null,
		...changes,
	});
	const payout = (amount: number, transactions: object[], changes: object = {}) => ({
		payout: {
			id: 'po_1',
			amount,
			currency: 'eur',
			arrival_date: 1_795_132_800,
			automatic: true,
			status: 'paid',
			...changes,
		},
		transactions: { object: 'list', data: transactions },
	});
	const charge = transaction('charge', 12_100, 221, {
		source: { id: 'ch_1', payment_intent: 'pi_1', metadata: { order_id: '101' } },
	});

	test('the reference is what the bank statement says, in either layout of the trace id', () => {
		const traced = (trace_id: unknown) =>
			run('stripe', payout(11_879, [charge], { trace_id })).reference;
		expect([traced('STRIPE 1'), traced({ status: 'supported', value: 'STRIPE 2' })]).toEqual([
			'STRIPE 1',
			'STRIPE 2',
		]);
	});

	// In cents: 12100 − 221 − 2000 − 1000 − 1500 − 200 = 7179; the payout itself is left out.
	test('charges, refunds, disputes, fees and the payout itself', () => {
		const { draft, matched } = run(
			'stripe',
			payout(7179, [
				charge,
				transaction('refund', -2000),
				transaction('dispute', -1000, 1500),
				transaction('fee', -200),
				transaction('payout', -7179),
			]),
			[order('101', { paymentIds: ['pi_1'] })],
		);
		expect(matched).toEqual([expect.objectContaining({ by: 'paymentId', gross: 121 })]);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 20, 0],
			['clearing', 'clearing mollie', 10, 0],
			['costs', 'costs', 19.21, 0],
		]);
		// 1795132800 seconds = 2026-11-20 00:00 UTC.
		expect(draft).toMatchObject({ received: 71.79, date: '2026-11-20', number: 'po_1' });
	});

	test.each<[string, object, string]>([
		['a manual payout', payout(11_879, [charge], { automatic: false }), 'PAYOUT_UNREADABLE'],
		['a payout under way', payout(11_879, [charge], { status: 'in_transit' }), 'PAYOUT_NOT_FINAL'],
		['a missing transaction', payout(11_880, [charge]), 'PAYOUT_NOT_EXPLAINED'],
		['dollars', payout(1, [transaction('charge', 1, 0, { currency: 'usd' })]), 'CURRENCY_NOT_EUR'],
		['an unknown category', payout(5, [transaction('climate', 5)]), 'PAYOUT_ENTRY_UNKNOWN'],
		['an amount in euro', payout(1, [transaction('charge', 1.5)]), 'PAYOUT_UNREADABLE'],
	])('%s is not booked', (_, raw, code) => {
		expect(run('stripe', raw).code).toBe(code);
	});
});

describe('Klarna payouts', () => {
	// In cents: 12100 − 2000 − 350 − 73 = 9677.
	const raw = (settlement = 9677) => ({
		payout: {
			payment_reference: 'KL-7788',
			payout_date: '2026-11-20T09:00:00Z',
			currency_code: 'EUR',
			totals: { settlement_amount: settlement, sale_amount: 12_100 },
		},
		transactions: [
			{
				type: 'SALE',
				amount: 12_100,
				order_id: 'kl-order-1',
				capture_id: 'cap-1',
				merchant_reference1: '101',
				currency_code: 'EUR',
				sale_date: '2026-11-18T10:00:00Z',
			},
			{ type: 'RETURN', amount: 2000, order_id: 'kl-order-1', merchant_reference1: '101' },
			{ type: 'FEE', detailed_type: 'PURCHASE', amount: 350, vat_amount: 0 },
			{ type: 'TAX', amount: 73 },
		],
	});

	test('the type gives the sign, the settled amount proves it', () => {
		const { draft, matched } = run('klarna', raw());
		expect(matched.map(({ by }) => by)).toEqual(['orderId', 'orderId']);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 20, 0],
			['costs', 'costs', 4.23, 0],
		]);
		expect(draft).toMatchObject({ received: 96.77, reference: 'KL-7788' });
	});

	test('stated with signs it reads the same', () => {
		const signed = raw();
		signed.transactions.slice(1).forEach((entry) => (entry.amount *= -1));
		expect(run('klarna', signed).draft).toEqual(run('klarna', raw()).draft);
	});

	test('a cent too many is refused', () => {
		expect(run('klarna', raw(9678)).code).toBe('PAYOUT_NOT_EXPLAINED');
	});

	test('an unknown type needs attention', () => {
		const odd = raw();
		odd.transactions[3] = { type: 'CORRECTION', amount: -73 };
		expect(run('klarna', odd).code).toBe('PAYOUT_ENTRY_UNKNOWN');
	});
});

describe('PayPal transactions', () => {
	const transaction = (code: string, amount: string, balance: string, changes: object = {}) => ({
		transaction_info: {
			transaction_id: `${code}${amount}`,
			transaction_event_code: code,
			transaction_status: 'S',
			transaction_initiation_date: `2026-11-18T10:00:00Z`,
			transaction_amount: { value: amount, currency_code: 'EUR' },
			ending_balance: { value: balance, currency_code: 'EUR' },
			...changes,
		},
	});
	const statement = (details: object[], changes: object = {}) => ({
		account_number: 'ACC1',
		start_date: '2026-11-18T00:00:00Z',
		end_date: '2026-11-18T22:00:00Z',
		transaction_details: details,
		...changes,
	});
	const sale = transaction('T0006', '121.00', '218.79', {
		fee_amount: { value: '-2.21', currency_code: 'EUR' },
		invoice_id: '101',
	});

	// Balance 100.00 before; + 118.79 = 218.79; − 100.00 withdrawn = 118.79. Change: + 18.79.
	test('the balance is the journal: payments, fees and a withdrawal', () => {
		const withdrawal = transaction('T0400', '-100.00', '118.79', {
			transaction_initiation_date: '2026-11-18T12:00:00Z',
		});
		const { draft, matched } = run('payPal', statement([withdrawal, sale]));
		expect(matched[0]?.by).toBe('orderId');
		expect(draft?.received).toBe(18.79);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['costs', 'costs', 2.21, 0],
			['transfer', 'transfer', 100, 0],
		]);
	});

	test('a transaction that is missing shows in the balances', () => {
		const later = transaction('T1107', '-20.00', '190.00', {
			transaction_initiation_date: '2026-11-18T12:00:00Z',
		});
		expect(run('payPal', statement([sale, later])).message).toMatch(/a gap of -8\.79/);
	});

	test.each<[string, object, string]>([
		['pages missing', statement([sale], { total_pages: 2 }), 'PAYOUT_UNREADABLE'],
		[
			'no balances',
			statement([transaction('T0006', '1.00', '', { ending_balance: undefined })]),
			'PAYOUT_UNREADABLE',
		],
		['a purchase', statement([transaction('T0003', '-9.00', '1.00')]), 'PAYOUT_ENTRY_UNKNOWN'],
		[
			'dollars',
			statement([
				transaction('T0006', '1', '1', {
					transaction_amount: { value: '1', currency_code: 'USD' },
				}),
			]),
			'CURRENCY_NOT_EUR',
		],
		['nothing', statement([]), 'PAYOUT_UNREADABLE'],
	])('%s: not booked', (_, raw, code) => expect(run('payPal', raw).code).toBe(code));
});

describe('the orders that lines are matched with', () => {
	const settings = paymentSettings();
	test('a raw WooCommerce order', () => {
		const raw = wooCommerceOrder('rest_simple_nl', {
			meta_data: [{ key: '_mollie_order_id', value: 'ord_1' }],
		});
		expect(readPayoutOrder(raw, 'woocommerce', settings)).toMatchObject({
			orderKey: `test-client/woocommerce/${String(raw.id)}`,
			orderNumber: '29',
			invoiceNumber: '29',
			total: 1295,
			date: '2026-11-22',
			paymentIds: ['tr_7UhSN1zuXS', 'ord_1'],
			clearingAccountId: 'clearing mollie',
		});
	});

	test('a raw JouwWeb order whose method has no clearing account', () => {
		expect(readPayoutOrder(jouwWebOrder(440011), 'jouwweb', settings)).toMatchObject({
			orderNumber: '2026011',
			total: 3725,
			date: '2026-10-11',
			clearingAccountId: '',
		});
	});

	test('a row of the order table, alone or with the raw order beside it', () => {
		const row = {
			id: 7,
			orderKey: 'test-client/woocommerce/29',
			orderId: '29',
			orderNumber: '29',
			total: 12.95,
			snelStartNumber: 'W29',
			salesEntryId: 'entry',
		};
		const read = {
			orderKey: row.orderKey,
			orderId: '29',
			invoiceNumber: 'W29',
			salesEntryId: 'entry',
			total: 1295,
		};
		expect(readPayoutOrder(row, '', settings)).toMatchObject({ ...read, paymentIds: [] });
		const beside = { ...row, order: wooCommerceOrder('rest_simple_nl') };
		expect(readPayoutOrder(beside, '', settings)).toMatchObject({
			...read,
			paymentIds: ['tr_7UhSN1zuXS'],
		});
	});

	test('a row holds the payment ids as one text, its day, and the currency in its fingerprint', () => {
		const row = {
			orderKey: 'test-client/woocommerce/29',
			orderDate: '2026-11-22',
			createdAt: '2026-11-25T08:00:00.000Z',
			paymentIds: 'tr_1 ord_1',
			state: 'booked',
			total: 12.95,
		};
		const read = (changes: object) => readPayoutOrder({ ...row, ...changes }, '', settings);
		expect(read({ fingerprint: 'EUR 12.95 | 21% 10.70+2.25' })).toMatchObject({
			date: '2026-11-22',
			paymentIds: ['tr_1', 'ord_1'],
			total: 1295,
		});
		expect(read({ fingerprint: 'USD 10.70' })?.total).toBeUndefined();
		// Of an order that could not be read nobody knows the currency.
		expect(read({ fingerprint: '', state: 'needsAttention' })?.total).toBeUndefined();
		expect(read({ fingerprint: '' })?.total).toBe(1295);
	});

	test.each([[null], ['x'], [{}], [{ total: 5 }]])('%j is no order', (item) => {
		expect(readPayoutOrder(item, 'woocommerce', settings)).toBeUndefined();
	});

	test('the amount of an order in another currency is not compared', () => {
		const raw = wooCommerceOrder('rest_currency_usd');
		expect(readPayoutOrder(raw, 'woocommerce', settings)?.total).toBeUndefined();
	});
});
