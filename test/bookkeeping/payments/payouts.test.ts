import { imbalance } from '../../../bookkeeping/payments/bookedEntry';
import {
	transformPayout,
	type PayoutOptions,
} from '../../../bookkeeping/payments/payouts/transformPayout';
import {
	ledgerOf,
	mollie,
	order,
	payout,
	payoutOptions,
	paymentSettings,
	salesOf,
} from './support';

const run = (
	raw: unknown = payout(),
	orders = [order('101', { paymentIds: ['tr_1'] })],
	options: Partial<PayoutOptions> = {},
	settings = paymentSettings(),
) => transformPayout(raw, orders, settings, { ...payoutOptions, ...options });

const line = (type: string, gross: string, fee = '0', changes: object = {}) => ({
	id: `${type} ${gross}`,
	type,
	gross,
	fee,
	net: ((Number(gross) * 100 - Number(fee) * 100) / 100).toFixed(2),
	date: '2026-11-18',
	...changes,
});

describe('the entry of a payout', () => {
	// PAY-401: bank debit 118.79, costs debit 2.21, clearing credit 121.00.
	test('W049: net received, fee on costs, gross off the clearing account', () => {
		const { draft, payoutKey } = run();
		expect(draft).toMatchObject({
			document: 'payout',
			kind: 'bank',
			journalId: 'bank journal',
			date: '2026-11-20',
			number: 'stl_1',
			description: 'Payout mollie 1234567.2611.01',
			received: 118.79,
			spent: 0,
			net: 118.79,
			gross: 121,
			fees: 2.21,
		});
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['costs', 'costs', 2.21, 0],
		]);
		expect(payoutKey).toBe('test-client/payout/mollie/stl_1');
	});

	test('W003, W009: as memorial the bank statement keeps its own line, through the transfer account', () => {
		const settings = paymentSettings({ payoutProviders: [{ ...mollie, entryKind: 'memorial' }] });
		const { draft } = run(payout(), [], {}, settings);
		expect(draft).toMatchObject({ kind: 'memorial', received: 0, spent: 0 });
		expect(ledgerOf(draft!)[0]).toEqual(['transfer', 'transfer', 118.79, 0]);
	});

	test('fees that come with an invoice or were booked already stay on the clearing account', () => {
		const settings = paymentSettings({ payoutProviders: [{ ...mollie, feesOn: 'clearing' }] });
		expect(ledgerOf(run(payout(), [], {}, settings).draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 2.21, 0],
		]);
	});

	test('VAT in the fees is pointed out', () => {
		const [entry] = payout().entries;
		const { draft } = run(payout({ entries: [{ ...entry!, feeVat: '0.38' }] }));
		expect(draft?.notes.join()).toMatch(/VAT of 0\.38/);
	});

	// 121.00 − 2.21 − 20.00 − 10.00 − 15.00 − 5.00 + 0.03 − 1.21 = 67.61
	test('refunds, chargebacks, reserves, exchange and invoices are lines of their own', () => {
		const { draft } = run(
			payout({
				net: '67.61',
				entries: [
					line('payment', '121.00', '2.21'),
					line('refund', '-20.00'),
					line('chargeback', '-10.00', '15.00'),
					line('reserve', '-5.00'),
					line('exchange', '0.03'),
					line('invoice', '-1.21'),
				] as never,
			}),
			[],
		);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 20, 0],
			['clearing', 'clearing mollie', 10, 0],
			['costs', 'costs', 17.21, 0],
			['reserve', 'reserve', 5, 0],
			['exchange', 'exchange', 0, 0.03],
			['clearing', 'clearing mollie', 1.21, 0],
		]);
		expect(draft?.received).toBe(67.61);
		expect(draft?.notes.join()).toMatch(/Chargebacks do not reopen/);
	});

	test('a negative payout is money spent', () => {
		const { draft } = run(payout({ net: '-20.00', entries: [line('refund', '-20.00')] as never }));
		expect(draft).toMatchObject({ received: 0, spent: 20 });
	});

	test('a fee may be stated as a fee or as an amount', () => {
		const costs = [line('fee', '0', '2.21'), line('fee', '-2.21')];
		for (const fee of costs) {
			const entries = [line('payment', '121.00'), fee] as never;
			expect(ledgerOf(run(payout({ entries })).draft!)).toContainEqual(['costs', 'costs', 2.21, 0]);
		}
	});

	const twoDays = payout({
		net: '60.00',
		entries: [
			line('payment', '10.00', '0', { paymentIds: ['tr_1'] }),
			line('payment', '20.00', '0', { paymentIds: ['tr_2'] }),
			line('payment', '35.00', '0', { paymentIds: ['tr_3'], date: '2026-11-19' }),
			line('refund', '-5.00', '0', { paymentIds: ['tr_2'], date: '2026-11-19' }),
		] as never,
	});
	const orders = [1, 2, 3].map((index) =>
		order(`10${index}`, {
			paymentIds: [`tr_${index}`],
			total: 3500,
			salesEntryId: `entry ${index}`,
		}),
	);

	test('W050: per order, or per day and kind', () => {
		expect(run(twoDays, orders).draft?.ledgerLines.map(({ description }) => description)).toEqual([
			'Payment 101',
			'Payment 102',
			'Payment 103',
			'Refund 102',
		]);
		const perDay = run(twoDays, orders, { lines: 'perDay' }).draft!;
		expect(perDay.ledgerLines.map(({ description, credit }) => [description, credit])).toEqual([
			['Payments 2026-11-18 (2)', 30],
			['Payments 2026-11-19 (1)', 35],
			['Refunds 2026-11-19 (1)', 0],
		]);
	});

	test('W050: against the open items, a refund negative; unmatched money stays on clearing', () => {
		const { draft, unmatched } = run(twoDays, orders.slice(0, 2), { settle: 'openItems' });
		expect(salesOf(draft!)).toEqual([
			['101', 10],
			['102', 20],
			['102', -5],
		]);
		expect(draft?.salesLines[0]?.salesEntryId).toBe('entry 1');
		expect(ledgerOf(draft!)).toEqual([['clearing', 'clearing mollie', 0, 35]]);
		expect(unmatched).toHaveLength(1);
	});

	test('a chargeback never touches an invoice by itself (PAY-701)', () => {
		const entries = [line('chargeback', '-10.00', '15.00', { paymentIds: ['tr_1'] })] as never;
		const { draft, matched } = run(payout({ net: '-25.00', entries }), undefined, {
			settle: 'openItems',
		});
		expect(matched).toHaveLength(1);
		expect(draft?.salesLines).toEqual([]);
	});

	test('the same payout gives the same draft and key, whatever else is in the run', () => {
		expect(run()).toEqual(run(structuredClone(payout())));
	});
});

describe('a payout that is not booked', () => {
	const [entry] = payout().entries;
	test.each<[string, unknown, string, RegExp]>([
		[
			'the lines do not make the payout',
			payout({ net: '118.80' }),
			'PAYOUT_NOT_EXPLAINED',
			/a gap of 0\.01/,
		],
		[
			'a line does not add up',
			payout({ entries: [{ ...entry!, fee: '2.20' }] }),
			'PAYOUT_NOT_EXPLAINED',
			/Line 1 has 121\.00 − fee 2\.20, but states 118\.79/,
		],
		['it has no lines', payout({ net: 0, entries: [] }), 'PAYOUT_NOT_EXPLAINED', /no lines/],
		[
			'a line is of an unknown kind',
			payout({ entries: [{ ...entry!, type: 'unknown' }] }),
			'PAYOUT_ENTRY_UNKNOWN',
			/Line 1 of 118\.79/,
		],
		['HC-13: another currency', payout({ currency: 'USD' }), 'CURRENCY_NOT_EUR', /USD/],
		['a fraction of a cent', payout({ net: '118.795' }), 'PAYOUT_UNREADABLE', /whole cents/],
		['no provider', payout({ provider: '' }), 'PAYOUT_UNREADABLE', /provider/],
		['an unknown provider', payout({ provider: 'x' }), 'PAYOUT_PROVIDER_NOT_CONFIGURED', /x/],
		['no payout at all', 'text', 'PAYOUT_UNREADABLE', /no payout/],
	])('%s', (_, raw, code, message) => {
		const found = run(raw);
		expect(found).toMatchObject({ outcome: 'attention', code });
		expect(found.message).toMatch(message);
		expect(found.draft).toBeUndefined();
	});

	test('it is named all the same, so that each refused payout has a key of its own', () => {
		expect(run(payout({ net: '118.80' }))).toMatchObject({
			payoutKey: `test-client/payout/mollie/${payout().id}`,
			payoutId: payout().id,
		});
		expect(run('text').payoutKey).toBe('test-client/payout/unreadable');
	});

	test('a reserve without an account for it', () => {
		const settings = paymentSettings({ payoutProviders: [{ ...mollie, reserveAccountId: '' }] });
		const entries = [line('reserve', '-5.00')] as never;
		expect(run(payout({ net: '-5.00', entries }), [], {}, settings)).toMatchObject({
			code: 'PAYOUT_SETTING_MISSING',
			message: expect.stringMatching(/'Reserve Account' of 'Payout Providers' "mollie"/),
		});
	});

	test('with unmatched lines when they are to be held', () => {
		const held = run(payout(), [], { unmatched: 'hold' });
		expect(held).toMatchObject({ outcome: 'attention', code: 'PAYOUT_UNMATCHED_HELD' });
		expect(held.unmatched).toHaveLength(1);
	});
});

describe('matching (PAY-602)', () => {
	const one = (changes: object, type = 'payment', gross = '121.00') =>
		payout({ net: gross, entries: [line(type, gross, '0', changes)] as never });
	const by = (raw: unknown, orders: ReturnType<typeof order>[], options = {}) => {
		const { matched, unmatched } = run(raw, orders, options);
		return matched[0]?.by ?? unmatched[0]?.why;
	};

	test.each<[string, string, object, ReturnType<typeof order>[]]>([
		[
			'paymentId',
			'the payment id',
			{ paymentIds: ['tr_9'] },
			[order('101', { paymentIds: ['tr_9'] })],
		],
		['orderId', 'the order id that the shop gave', { orderId: '9101' }, [order('101')]],
		['orderId', 'the order number that the shop gave', { orderId: '101' }, [order('101')]],
		['description', 'the number in the description', { description: 'Order 101.' }, [order('101')]],
		['amountAndDate', 'amount and date', {}, [order('101')]],
	])('%s: %s', (how, _, changes, orders) => {
		expect(by(one(changes), orders)).toBe(how);
	});

	test.each<[string, object, ReturnType<typeof order>[], RegExp]>([
		[
			'two orders with one payment id',
			{ paymentIds: ['tr_9'] },
			['101', '102'].map((number) => order(number, { paymentIds: ['tr_9'] })),
			/2 orders fit \(paymentId\)/,
		],
		[
			'the id of one order is the number of another',
			{ orderId: '101' },
			[order('101'), order('205', { orderId: '101' })],
			/2 orders fit \(orderId\)/,
		],
		[
			'two numbers in the description',
			{ description: 'Orders 101 and 102' },
			[order('101'), order('102')],
			/2 orders fit \(description\)/,
		],
		['two orders of this amount', {}, [order('101'), order('102')], /Several/],
		[
			'a number within a longer one',
			{ description: 'Order 1101' },
			[order('101', { total: 1 })],
			/No order/,
		],
		[
			'a number, but another amount',
			{ description: 'Order 101' },
			[order('101', { total: 1 })],
			/No order/,
		],
		['an order from after the payment', {}, [order('101', { date: '2026-11-19' })], /No order/],
		['an order from long before', {}, [order('101', { date: '2026-11-14' })], /No order/],
		['an order with another payment id', {}, [order('101', { paymentIds: ['x'] })], /No order/],
		[
			'an order that was paid in another way',
			{},
			[order('101', { clearingAccountId: 'other' })],
			/No order/,
		],
		['no orders at all', {}, [], /No order/],
	])('ambiguous or different is unmatched: %s', (_, changes, orders, why) => {
		expect(by(one(changes), orders)).toMatch(why);
	});

	test('amount and date can be switched off', () => {
		expect(by(one({}), [order('101')], { windowDays: 0 })).toMatch(/No order/);
	});

	test('two payments of one amount and one order of it', () => {
		const entries = [line('payment', '121.00'), line('payment', '121.00')] as never;
		expect(run(payout({ net: '242.00', entries }), [order('101')]).unmatched).toHaveLength(2);
	});

	test('a refund is never matched by its amount alone', () => {
		expect(by(one({}, 'refund', '-121.00'), [order('101')])).toMatch(/No order/);
	});

	// 80.00 + 60.00 = 140.00 on an order of 121.00.
	test('what exceeds the order is unmatched, a partial payment is not', () => {
		const entries = ['80.00', '60.00'].map((gross) =>
			line('payment', gross, '0', { orderId: '101' }),
		);
		const { matched, unmatched } = run(payout({ net: '140.00', entries: entries as never }), [
			order('101'),
		]);
		expect(matched.map(({ gross }) => gross)).toEqual([80]);
		expect(unmatched[0]?.why).toMatch(/order of 121\.00 would be settled for 140\.00/);
	});

	test('unmatched money is booked on the clearing account and the entry still balances', () => {
		const { draft, unmatched } = run(payout(), []);
		expect(unmatched).toEqual([
			{
				payoutKey: 'test-client/payout/mollie/stl_1',
				provider: 'mollie',
				payoutId: 'stl_1',
				entryId: 'baltr_1',
				type: 'payment',
				paymentIds: ['tr_1'],
				gross: 121,
				date: '2026-11-18',
				why: 'No order carries its payment id, order id or number.',
			},
		]);
		expect(imbalance(draft!)).toBe(0);
	});
});
