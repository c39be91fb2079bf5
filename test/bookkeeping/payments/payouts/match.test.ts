import { textOf } from '../../../../bookkeeping/codes/register';
import { imbalance } from '../../../../bookkeeping/payments/bookedEntry';
import type { PayoutEntry } from '../../../../bookkeeping/payments/payouts/explain';
import { matchEntries } from '../../../../bookkeeping/payments/payouts/match';
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
		expect(unmatched[0]?.why).toMatch(/order of € 121\.00 would be settled for € 140\.00/);
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
				reason: { code: 'ENTRY_WITHOUT_ORDER', facts: { case: 'none' } },
			},
		]);
		expect(imbalance(draft!)).toBe(0);
	});
});

describe('which order a line belongs to (PAY-602)', () => {
	const entry = (changes: Partial<PayoutEntry> = {}): PayoutEntry => ({
		...{ place: 1, id: 'a', type: 'payment', paymentIds: [], orderId: '', description: '' },
		...{ gross: 12_100, fee: 0, feeVat: 0, net: 12_100, date: '2026-11-18' },
		...changes,
	});
	const matched = (entries: PayoutEntry[], orders: ReturnType<typeof order>[], days = 3) =>
		matchEntries(entries, orders, days, 'clearing mollie').map((match) =>
			match.order ? `${match.order.orderNumber} by ${match.by}` : textOf(match.why).message,
		);
	const none = 'No order carries its payment id, order id or number.';
	const several = 'Several orders or payments have this amount and date.';

	test('fees and the like belong to none', () => {
		const types = ['fee', 'invoice', 'reserve', 'exchange', 'transfer'] as const;
		expect(
			matched(
				types.map((type) => entry({ type })),
				[order('101')],
			),
		).toEqual([]);
		const money = ['payment', 'refund', 'chargeback'] as const;
		expect(
			matched(
				money.map((type) => entry({ type, orderId: '101', gross: 1 })),
				[order('101')],
			),
		).toHaveLength(3);
	});

	test.each<[string, Partial<PayoutEntry>, Parameters<typeof order>[1], string]>([
		[
			'the payment id goes first',
			{ paymentIds: ['x', 'tr_1'], orderId: '102' },
			{ paymentIds: ['tr_1'] },
			'101 by paymentId',
		],
		['an order id', { orderId: '9101' }, {}, '101 by orderId'],
		['an order number', { orderId: '101' }, {}, '101 by orderId'],
		['an invoice number', { orderId: 'F1' }, { invoiceNumber: 'F1' }, '101 by orderId'],
		['no order id is not a match of none', { orderId: '' }, { orderId: '', total: 1 }, none],
		['a number in the description', { description: 'Order 101, thanks' }, {}, '101 by description'],
		[
			'an invoice number in it',
			{ description: 'for F-1.' },
			{ invoiceNumber: 'F-1' },
			'101 by description',
		],
		['within a path', { description: 'shop/101' }, {}, '101 by amountAndDate'],
		['of another amount', { description: 'Order 101', gross: 12_099 }, {}, none],
		[
			'of an order without a readable amount',
			{ description: 'Order 101' },
			{ total: undefined },
			none,
		],
		[
			'of an order without numbers',
			{ description: '  ' },
			{ orderNumber: '', invoiceNumber: '', total: 5 },
			none,
		],
		[
			'a refund up to the amount',
			{ type: 'refund', gross: -12_100, description: '101' },
			{},
			'101 by description',
		],
		['a refund beyond it', { type: 'refund', gross: -12_101, description: '101' }, {}, none],
		['by amount on the same day', {}, { date: '2026-11-18' }, '101 by amountAndDate'],
		['three days before', {}, { date: '2026-11-15' }, '101 by amountAndDate'],
		['four days before', {}, { date: '2026-11-14' }, none],
		['a day after', {}, { date: '2026-11-19' }, none],
		['of no date', {}, { date: '' }, none],
		['a cent less', { gross: 12_099 }, {}, none],
		['of a refund', { type: 'refund' }, {}, none],
		['of an order with payment ids', {}, { paymentIds: ['tr_5'] }, none],
		[
			'of an order on this clearing account',
			{},
			{ clearingAccountId: 'clearing mollie' },
			'101 by amountAndDate',
		],
		['of an order on another account', {}, { clearingAccountId: '' }, none],
	])('%s', (_, changes, ofOrder, expected) => {
		expect(matched([entry(changes)], [order('101', ofOrder)])).toEqual([expected]);
	});

	test('an order that a name took is not a candidate any more', () => {
		expect(matched([entry({ orderId: '101' }), entry()], [order('101')])).toEqual([
			'101 by orderId',
			none,
		]);
	});

	test('several orders, or several payments, of one amount', () => {
		expect(matched([entry()], [order('101'), order('102')])).toEqual([several]);
		expect(matched([entry(), entry()], [order('101')])).toEqual([several, several]);
		// One of them too early for it.
		expect(matched([entry(), entry({ date: '2026-11-16' })], [order('101')])).toEqual([
			'101 by amountAndDate',
			none,
		]);
	});

	test('the same order twice in the list is one', () => {
		expect(matched([entry({ orderId: '101' })], [order('101'), order('101')])).toEqual([
			'101 by orderId',
		]);
		expect(matched([entry()], [order('101'), order('101')])).toEqual(['101 by amountAndDate']);
	});

	test('a line that several names fit is not guessed by its amount', () => {
		const orders = [order('101', { orderId: '5' }), order('102', { orderId: '5' }), order('103')];
		expect(matched([entry({ orderId: '5' })], orders)).toEqual(['2 orders fit (orderId).']);
	});

	test('payments up to the order, refunds up to it by themselves', () => {
		const part = (gross: number) =>
			entry({ gross, orderId: '101', type: gross < 0 ? 'refund' : 'payment' });
		const total = [part(8000), part(4100), part(-12_000), part(1), part(-100), part(-101)];
		expect(matched(total, [order('101')])).toEqual([
			...['101 by orderId', '101 by orderId', '101 by orderId'],
			'The order of € 121.00 would be settled for € 121.01.',
			'101 by orderId',
			'The order of € 121.00 would be settled for € 122.01.',
		]);
		expect(matched([part(99_999)], [order('101', { total: undefined })])).toEqual([
			'101 by orderId',
		]);
	});

	test('switched off', () => {
		expect(matched([entry()], [order('101')], 0)).toEqual([none]);
	});

	test('ten times the lines and orders, named and unnamed, are about ten times the work', () => {
		const day = (index: number) => `2026-11-${String((index % 28) + 1).padStart(2, '0')}`;
		/** What so many lines take of the processor, in microseconds. */
		const spentOn = (count: number): number => {
			const orders = Array.from({ length: count }, (_, index) =>
				order(String(index), { total: 1_000 + index, date: day(index) }),
			);
			const same = Array.from({ length: count }, (_, index) =>
				order(`s${index}`, { total: 995, date: day(index) }),
			);
			const entries = Array.from({ length: count }, (_, index) =>
				entry(
					index % 2 === 0
						? { gross: 1_000 + index, date: day(index), description: `Order ${index}` }
						: { gross: 995, date: day(index), orderId: 'nobody' },
				),
			);
			const start = process.cpuUsage().user;
			const found = matchEntries(entries, [...orders, ...same], 3, 'clearing mollie');
			const spent = process.cpuUsage().user - start;
			expect(found.filter(({ order: one }) => one !== undefined)).toHaveLength(count / 2);
			return spent;
		};
		spentOn(1_000);
		const [few, many] = [spentOn(1_000), spentOn(10_000)];
		// A hundred times the work if each line looked at all orders.
		expect(many / few).toBeLessThan(40);
	}, 60_000);
});
