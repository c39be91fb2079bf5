import { readMollieSettlement } from '../../../../bookkeeping/payments/payouts/mollie';
import type { PayoutForm } from '../../../../bookkeeping/payments/payouts/readPayout';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import { ledgerOf, order, paymentSettings, payoutOptions } from '../support';

type Json = Record<string, unknown>;

const zone = 'Europe/Amsterdam';

const euro = (value: string) => ({ value, currency: 'EUR' });

const dollars = { value: '1.00', currency: 'USD' };

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

const run = (form: PayoutForm, raw: unknown, orders = [order('101')]) =>
	transformPayout(raw, orders, paymentSettings(), { ...payoutOptions, form });

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
			['fee', 'ideal', 0.43, 0.08, -0.43],
			['fee', 'card', 0.18, 0.03, -0.18],
		]);
	});

	test('a cost that is given back: each is rounded by itself', () => {
		expect(costsOf(costs(['ideal', '0.4250'], ['card', '-0.1815']))).toEqual([
			['fee', 'ideal', 0.43, 0, -0.43],
			['fee', 'card', -0.18, 0, 0.18],
		]);
	});

	test('reserves are not costs, by method or description', () => {
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

	test('a payment that was captured stands in two lists: the reading counts that adds up', () => {
		const capture = { id: 'cpt_1', paymentId: 'tr_1', createdAt: '2026-11-18T12:00:00Z' };
		const settled = (amount: string) => ({
			payments: [{ ...payment, settlementAmount: euro('12.10') }],
			captures: [{ ...capture, amount: euro('8.00') }],
			amount: euro(amount),
		});
		const gross = (amount: string) => read(settled(amount)).entries.map((one) => one.gross);
		expect(gross('20.10')).toEqual([12.1, 8]);
		expect(gross('8.00')).toEqual([8]);
	});

	test('a refund that failed is in the list all the same: the reading counts that adds up', () => {
		// docs.mollie.com/payments/refunds: "failed … The funds will be returned to your account."
		const refund = (id: string, value: string, status: string) => ({
			...{ id, status, amount: euro(value) },
			...{ createdAt: '2026-11-18T12:00:00Z' },
		});
		const settled = (net: string) =>
			read({
				amount: euro(net),
				payments: [payment],
				refunds: [refund('re_1', '2.00', 'refunded'), refund('re_2', '5.00', 'failed')],
			}).entries.map(({ id, net: made }) => [id, made]);
		// 12.10 - 2.00 = 10.10; less 5.00 as long as it was not returned.
		expect(settled('10.10')).toEqual([
			['tr_1', 12.1],
			['re_1', -2],
		]);
		expect(settled('5.10')).toEqual([
			['tr_1', 12.1],
			['re_1', -2],
			['re_2', -5],
		]);
	});

	test('a chargeback that was reversed comes in again by its own sign', () => {
		const chargeback = { id: 'chb_1', paymentId: 'tr_1', createdAt: '2026-11-18T12:00:00Z' };
		const back = (value: string) => ({ ...chargeback, amount: euro(value) });
		const gross = (amount: string, ...chargebacks: Json[]) =>
			read({ payments: [], chargebacks, amount: euro(amount) }).entries.map((one) => one.gross);
		expect(gross('12.10', back('12.10'))).toEqual([12.1]);
		expect(gross('0.00', back('-12.10'), back('12.10'))).toEqual([-12.1, 12.1]);
		expect(gross('-12.10', back('12.10'))).toEqual([-12.1]);
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
		['balance-reserve', 'reserve'],
		['failed-payment', 'payment'],
		['unauthorized-direct-debit', 'chargeback'],
		['payment-fee', 'fee'],
		['cashback', 'unknown'],
	])('balance transaction %s: %s', (stated, type) => {
		expect(read({ balance_transactions: [balance(stated)] }).entries).toEqual([
			{
				id: 'baltr_1',
				type,
				...(type === 'unknown' && { kind: stated }),
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
			message: expect.stringMatching(/a gap of € 0\.01/),
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
		// 0.0735 + 0.0315 = 0.105; 0.61 × 21/121 = 0.1059.
		expect(draft?.notes.join()).toMatch(/VAT of € 0\.11/);
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
