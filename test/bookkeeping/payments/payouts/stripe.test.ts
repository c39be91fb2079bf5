import type { PayoutForm } from '../../../../bookkeeping/payments/payouts/readPayout';
import { readStripePayout } from '../../../../bookkeeping/payments/payouts/stripe';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import { ledgerOf, order, paymentSettings, payoutOptions } from '../support';

type Json = Record<string, unknown>;

const zone = 'Europe/Amsterdam';

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

const run = (form: PayoutForm, raw: unknown, orders = [order('101')]) =>
	transformPayout(raw, orders, paymentSettings(), { ...payoutOptions, form });

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
		...['payout', 'payout_reversal', 'paydown', 'paydown_reversal'].map((name) => [
			...[`financing_${name}`, '', 'loan'],
		]),
		['', 'anticipation_repayment', 'loan'],
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
