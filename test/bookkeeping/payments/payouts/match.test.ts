import { imbalance } from '../../../../bookkeeping/payments/bookedEntry';
import {
	transformPayout,
	type PayoutOptions,
} from '../../../../bookkeeping/payments/payouts/transformPayout';
import { order, paymentSettings, payout, payoutOptions } from '../support';

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
