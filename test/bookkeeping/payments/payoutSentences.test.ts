import { programFault, told } from '../../support/codes';
import { matchEntries } from '../../../bookkeeping/payments/payouts/match';
import type { PayoutEntry } from '../../../bookkeeping/payments/payouts/explain';
import {
	transformPayout,
	type PayoutOptions,
} from '../../../bookkeeping/payments/payouts/transformPayout';
import { ledgerOf, mollie, order, payout, payoutOptions, paymentSettings } from './support';

type Json = Record<string, unknown>;

const run = (
	raw: unknown,
	orders = [order('101', { paymentIds: ['tr_1'] })],
	options: Partial<PayoutOptions> = {},
	settings = paymentSettings(),
) => transformPayout(raw, orders, settings, { ...payoutOptions, ...options });
const line = (type: string, gross: string, more: Json = {}) => ({
	...{ id: `${type} line`, type, gross, net: gross, date: '2026-11-18', ...more },
});
/** A payout of some lines; their net amounts in cents make what was paid out. */
const of = (...entries: Array<ReturnType<typeof line>>) => {
	const cents = entries.reduce((all, { net }) => all + Math.round(Number(net) * 100), 0);
	return payout({ net: (cents / 100).toFixed(2), entries: entries as never });
};
const provider = (changes: Json) =>
	paymentSettings({ payoutProviders: [{ ...mollie, ...changes }] });
const codes = (code: string, message: string) => ({
	...{ outcome: 'attention', ...told(code, message) },
});

describe('what is said of a payout', () => {
	test('that is booked', () => {
		const { draft, ...said } = run(payout());
		expect(said).toEqual({
			...{ outcome: 'book', payoutKey: 'test-client/payout/mollie/stl_1', provider: 'mollie' },
			...{ payoutId: 'stl_1', reference: '1234567.2611.01', net: 118.79, date: '2026-11-20' },
			matched: [
				{
					...{ entryId: 'baltr_1', orderKey: 'test-client/woocommerce/101' },
					...{ by: 'paymentId', gross: 121 },
				},
			],
			...{ unmatched: [], code: '', message: '', tip: '', facts: {} },
		});
		expect(draft).toMatchObject({
			...{ payoutKey: said.payoutKey, provider: 'mollie', payoutId: 'stl_1', notes: [] },
			...{ reference: '1234567.2611.01', salesLines: [] },
		});
	});

	test('without a reference the id tells it', () => {
		expect(run(payout({ reference: '' })).draft!.description).toBe('Payout mollie stl_1');
	});

	test('that cannot be read', () => {
		expect(run('text')).toEqual({
			...{ payoutKey: 'test-client/payout/unreadable', provider: '', payoutId: '', reference: '' },
			...{ net: null, date: '', matched: [], unmatched: [] },
			...codes('PAYOUT_UNREADABLE', 'The item holds no payout.'),
		});
		const broken = Object.defineProperty({}, 'amount', {
			get: () => {
				throw new TypeError('broken');
			},
		});
		expect(run(broken, [], { form: 'mollie' })).toMatchObject(programFault('TypeError'));
	});

	test.each<
		[string, unknown, ReturnType<typeof paymentSettings>, Partial<PayoutOptions>, string, string]
	>([
		[
			'a provider without settings',
			payout({ provider: 'other' }),
			paymentSettings(),
			{},
			'PAYOUT_PROVIDER_NOT_CONFIGURED',
			"'Payout Providers' has no row for other.",
		],
		[
			'two lines without order',
			of(line('payment', '5.00'), line('refund', '-1.00')),
			paymentSettings(),
			{ unmatched: 'hold' },
			'PAYOUT_UNMATCHED_HELD',
			'2 line(s) have no order.',
		],
		[
			'fees without an account',
			payout(),
			{ ...paymentSettings(), paymentCostsAccountId: undefined },
			{},
			'PAYOUT_SETTING_MISSING',
			"'Payment Costs Account' is empty.",
		],
		...(
			[
				['reserve', 'reserveAccountId', 'Reserve Account'],
				['exchange', 'exchangeAccountId', 'Exchange Account'],
				['transfer', 'transferAccountId', 'Transfer Account'],
			] as const
		).map(
			([type, field, name]): [
				...[string, unknown, ReturnType<typeof paymentSettings>],
				...[Partial<PayoutOptions>, string, string],
			] => [
				`${type} without an account`,
				of(line(type, '-5.00')),
				provider({ [field]: '' }),
				{},
				'PAYOUT_SETTING_MISSING',
				`The payout needs '${name}' of 'Payout Providers' "mollie", which is empty.`,
			],
		),
	])('%s', (_, raw, settings, options, code, message) => {
		const found = run(raw, [], options, settings);
		expect(found).toMatchObject(codes(code, message));
		expect(found.draft).toBeUndefined();
	});

	test('the name of a provider in any capitals', () => {
		expect(run(payout({ provider: 'Mollie' }))).toMatchObject({
			...{ outcome: 'book', payoutKey: 'test-client/payout/Mollie/stl_1' },
		});
	});

	test('unmatched lines are listed with what they are', () => {
		const found = run(of(line('payment', '5.00', { paymentIds: ['a', 'b'] })), [], {
			unmatched: 'hold',
		});
		expect(found.unmatched).toEqual([
			{
				...{ payoutKey: 'test-client/payout/mollie/stl_1', payoutId: 'stl_1', type: 'payment' },
				...{
					provider: 'mollie',
					entryId: 'payment line',
					paymentIds: ['a', 'b'],
					gross: 5,
					date: '2026-11-18',
				},
				why: 'No order carries its payment id, order id or number.',
			},
		]);
	});
});

describe('the lines of its entry', () => {
	const descriptions = (
		raw: unknown,
		options: Partial<PayoutOptions> = {},
		orders = [order('101')],
	) => run(raw, orders, options).draft!.ledgerLines.map(({ description }) => description);

	test('named after order, payment, line or place', () => {
		const lines = [
			line('payment', '121.00', { orderId: '101' }),
			line('payment', '1.00', { paymentIds: ['tr_9', 'tr_8'] }),
			line('refund', '-2.00'),
			line('chargeback', '-3.00', { id: '' }),
		];
		expect(descriptions(of(...lines))).toEqual([
			'Payment 101',
			'Payment tr_9',
			'Refund refund line',
			'Chargeback line 4',
		]);
	});

	test('per day and kind (W050)', () => {
		const lines = [
			line('payment', '1.00'),
			line('chargeback', '-3.00'),
			line('payment', '2.00'),
			line('refund', '-2.00', { date: '2026-11-19' }),
		];
		const { draft } = run(of(...lines), [], { lines: 'perDay' });
		expect(draft!.ledgerLines.map((one) => [one.description, one.debit, one.credit])).toEqual([
			['Payments 2026-11-18 (2)', 0, 3],
			['Chargebacks 2026-11-18 (1)', 3, 0],
			['Refunds 2026-11-19 (1)', 2, 0],
		]);
		expect(draft!.notes).toEqual([
			'Chargebacks do not reopen an invoice by themselves; that is a booking of its own.',
		]);
	});

	test('fees, reserves, exchange, transfers and invoices say what they are', () => {
		const lines = [
			line('fee', '-1.00'),
			line('reserve', '-5.00', { description: 'Rolling' }),
			line('exchange', '0.03'),
			line('transfer', '-100.00'),
			line('invoice', '-1.21', { paymentIds: ['inv_1'] }),
			line('reserve', '0.00'),
		];
		expect(run(of(...lines)).draft!.ledgerLines).toEqual(
			[
				['costs', 'Fees mollie', 'costs', 1, 0],
				['reserve', 'Reserve Rolling', 'reserve', 5, 0],
				['exchange', 'Exchange exchange line', 'exchange', 0, 0.03],
				['transfer', 'Transfer transfer line', 'transfer', 100, 0],
				['clearing', 'Invoice inv_1', 'clearing mollie', 1.21, 0],
			].map(([role, description, ledgerAccountId, debit, credit]) => ({
				role,
				description,
				ledgerAccountId,
				debit,
				credit,
			})),
		);
	});

	test('VAT in the fees is named, unless the invoice of the provider is booked', () => {
		const [entry] = payout().entries;
		const raw = payout({ entries: [{ ...entry!, feeVat: '0.38' }] });
		expect(run(raw).draft!.notes).toEqual([
			"The fees hold VAT of 0.38; to deduct it, book the provider's invoice and set 'Fees On' to clearing.",
		]);
		const { draft } = run(raw, undefined, {}, provider({ feesOn: 'clearing' }));
		expect(draft!.notes).toEqual([]);
		expect(draft!.ledgerLines[1]).toMatchObject({ description: 'Fees mollie', debit: 2.21 });
	});

	test('no fees need no account for them', () => {
		const settings = { ...paymentSettings(), paymentCostsAccountId: undefined };
		expect(run(of(line('payment', '5.00')), [], {}, settings).outcome).toBe('book');
	});

	test('a memorial through the transfer account, which it then needs', () => {
		const settings = provider({ entryKind: 'memorial' });
		const { draft } = run(
			payout({ net: '-5.00', entries: [line('refund', '-5.00')] as never }),
			[],
			{},
			settings,
		);
		expect(ledgerOf(draft!)).toEqual([
			['transfer', 'transfer', 0, 5],
			['clearing', 'clearing mollie', 5, 0],
		]);
		expect(draft!.ledgerLines[0]!.description).toBe('Payout mollie 1234567.2611.01');
	});

	test('against open items: sales lines with what SnelStart needs', () => {
		const lines = [
			line('payment', '121.00', { orderId: '101' }),
			line('payment', '5.00', { orderId: '102' }),
			line('refund', '0.00', { orderId: '101' }),
			line('chargeback', '-1.00', { orderId: '101' }),
			line('payment', '1.00', { orderId: '103' }),
			line('payment', '2.00', { orderId: '9104' }),
		];
		const orders = [
			order('101', { salesEntryId: 'entry' }),
			order('102', { invoiceNumber: 'W'.repeat(25) }),
			order('103', { invoiceNumber: 'W'.repeat(26) }),
			order('104', { invoiceNumber: '' }),
		];
		const { draft } = run(of(...lines), orders, { settle: 'openItems' });
		expect(draft!.salesLines).toEqual([
			{
				...{ orderKey: 'test-client/woocommerce/101', orderNumber: '101', invoiceNumber: '101' },
				...{ salesEntryId: 'entry', amount: 121, description: '101' },
			},
			{
				...{ orderKey: 'test-client/woocommerce/102', orderNumber: '102' },
				...{ invoiceNumber: 'W'.repeat(25), amount: 5, description: '102' },
			},
		]);
		// A chargeback, and invoices that SnelStart cannot hold, stay on the clearing account.
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 1, 0],
			['clearing', 'clearing mollie', 0, 1],
			['clearing', 'clearing mollie', 0, 2],
		]);
	});

	test('an item without an order number is named after its invoice', () => {
		const item = order('101', { orderNumber: '', invoiceNumber: 'F1', orderId: '9' });
		const { draft } = run(of(line('payment', '1.00', { orderId: '9' })), [item], {
			settle: 'openItems',
		});
		expect(draft!.salesLines[0]!.description).toBe('F1');
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
			match.order ? `${match.order.orderNumber} by ${match.by}` : match.why,
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
		['no order id is no match of none', { orderId: '' }, { orderId: '', total: 1 }, none],
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

	test('an order that a name took is no candidate any more', () => {
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
			'The order of 121.00 would be settled for 121.01.',
			'101 by orderId',
			'The order of 121.00 would be settled for 122.01.',
		]);
		expect(matched([part(99_999)], [order('101', { total: undefined })])).toEqual([
			'101 by orderId',
		]);
	});

	test('switched off', () => {
		expect(matched([entry()], [order('101')], 0)).toEqual([none]);
	});
});
