import { readPayments } from '../../../bookkeeping/payments/readPayments';
import { settingsWith } from '../support';

type Json = Record<string, unknown>;

const [woo, jouwWeb] = settingsWith().shops;

const meta = (key: string, value: unknown) => ({ key, value });

const unreadable = (code: string, message: string) => expect.objectContaining({ code, message });

describe('the payment that WooCommerce knows of (WC-513)', () => {
	const raw: Json = {
		transaction_id: 'tr_1',
		date_paid_gmt: '2026-11-21T23:30:00',
		date_paid: '2026-11-22T00:30:00',
		meta_data: [meta('my_fee', '0.29'), meta('_stripe_fee', '0.30')],
	};
	const read = (changes: Json = {}) => readPayments({ ...raw, ...changes }, woo!, ['my_fee'], 1295);
	const own = {
		key: 'paid',
		id: 'tr_1',
		reference: 'tr_1',
		amount: 1295,
		state: 'paid',
		date: '2026-11-22',
		fee: { cents: 29 },
		invoiceNumber: '',
	};

	test('everything', () => expect(read()).toEqual([own]));

	test('not paid as long as there is no date', () => {
		const [payment] = read({ date_paid: null, date_paid_gmt: ' ', transaction_id: '' });
		expect(payment).toEqual({ ...own, id: '', reference: '', state: 'open', date: '' });
	});

	test('the date at the shop when there is no UTC moment', () => {
		expect(read({ date_paid_gmt: null })[0]!.date).toBe('2026-11-22');
	});

	test('a date that cannot be read is not passed over', () => {
		expect(() => read({ date_paid_gmt: 'yesterday', date_paid: null })).toThrow(
			unreadable('DATE_UNREADABLE', 'The order has no date that can be read.'),
		);
	});

	const refund = (changes: Json = {}) => ({ id: 90, total: '-2.00', ...changes });
	const refunds = (changes: Json = {}) => read({ refunds: [refund(changes)] });

	test('a refund of which only the amount is known; the fee changed with it (W024)', () => {
		expect(refunds()).toEqual([
			{ ...own, fee: { unknownBecause: 'it changes with the refunds of the order' } },
			{
				key: 'refund-90',
				id: '90',
				reference: '',
				amount: -200,
				state: 'detailsMissing',
				date: '',
				fee: { unknownBecause: 'a refund has none' },
				invoiceNumber: 'C90',
			},
		]);
	});

	test.each([
		[{ refunded_payment: true }, 'paid'],
		[{ refunded_payment: false }, 'outside'],
		[{ refunded_payment: 'yes' }, 'outside'],
	])('with %j it is %s', (changes, state) => {
		const dates = {
			amount: '2.50',
			date_created: '2026-12-01T00:10:00',
			date_created_gmt: '2026-11-30T23:10:00',
		};
		expect(refunds({ ...dates, ...changes })[1]).toMatchObject({
			state,
			// The amount of the refund itself goes before the total that the order lists.
			amount: -250,
			date: '2026-12-01',
		});
	});

	test('the prefixes of the shop stand before the number of its credit note (W043)', () => {
		const shop = { ...woo!, invoiceNumberPrefix: 'W', creditNoteNumberPrefix: 'CR' };
		const [, back] = readPayments({ ...raw, refunds: [refund()] }, shop, [], 1295);
		expect(back!.invoiceNumber).toBe('CRW90');
	});

	test.each([[{ id: '' }], [{ total: undefined }], [{ total: 'x' }]])(
		'%j cannot be read',
		(changes) => {
			expect(() => refunds(changes)).toThrow(
				unreadable('PAYMENT_UNREADABLE', 'A refund of the order holds no amount.'),
			);
		},
	);
});

describe('the payment that another shop states (J160)', () => {
	const read = (raw: Json) => readPayments(raw, jouwWeb!, ['my_fee'], 1295);
	const own = {
		key: 'paid',
		id: 'tr_1',
		reference: 'tr_1',
		amount: 1295,
		state: 'paid',
		date: '',
		fee: { unknownBecause: 'the order does not state it' },
		invoiceNumber: '',
	};

	test.each<[string, Json, Json]>([
		['a status', { transactionId: 'tr_1', paymentStatus: 'PAID' }, own],
		['a status by its second name', { transactionId: 'tr_1', payment_status: 'betaald' }, own],
		['a status by its third name', { transactionId: 'tr_1', paymentState: 'voldaan' }, own],
		['a payment apart', { payment: { transactionId: 'tr_1', id: '5', status: 'paid' } }, own],
		['a payment apart by its id', { payment: { id: 'tr_1', payment_status: 'paid' } }, own],
		['another status', { transactionId: 'tr_1', paymentStatus: 'open' }, { ...own, state: 'open' }],
		[
			'the status of the order',
			{ transactionId: 'tr_1', status: 'paid' },
			{ ...own, state: 'open' },
		],
		['nothing', {}, { ...own, id: '', reference: '', state: 'open' }],
		...['paidAt', 'paid_at', 'datePaid', 'date_paid', 'paymentDate'].flatMap(
			(field): Array<[string, Json, Json]> => [
				[
					field,
					{ transactionId: 'tr_1', [field]: '2026-11-22T00:30:00' },
					{ ...own, date: '2026-11-22' },
				],
				[
					`${field} of the payment`,
					{ transactionId: 'tr_1', payment: { [field]: '2026-11-21T23:30:00Z' } },
					{ ...own, date: '2026-11-22' },
				],
			],
		),
	])('%s', (_, raw, expected) => {
		expect(read(raw)).toEqual([expected]);
	});
});

describe('payments that are listed (W004, W024)', () => {
	const read = (payments: Json[], shop = woo!) =>
		readPayments({ payments, transaction_id: 'no' }, shop, [], 1295);
	const part = {
		key: 'tr_1',
		id: 'tr_1',
		reference: 'tr_1',
		amount: 500,
		state: 'paid',
		date: '2026-11-22',
		fee: { cents: 29 },
		invoiceNumber: 'C90',
	};
	const raw = {
		id: 'tr_1',
		amount: '5.00',
		status: 'paid',
		paidAt: '2026-11-22',
		fee: '0.29',
		invoiceNumber: 'C90',
	};

	test.each<[string, Json, Json]>([
		['as providers give them', raw, part],
		['an id by another name', { ...raw, id: undefined, transactionId: 'tr_1' }, part],
		['an id by a third name', { ...raw, id: undefined, transaction_id: 'tr_1' }, part],
		['an amount with its currency', { ...raw, amount: { value: '5.00', currency: 'eur' } }, part],
		[
			'an amount with its currency code',
			{ ...raw, amount: { value: '5.00', currency_code: 'EUR' } },
			part,
		],
		['an amount beside no currency', { ...raw, amount: { value: '5.00' } }, part],
		[
			'no fee',
			{ ...raw, fee: null },
			{ ...part, fee: { unknownBecause: 'the payment does not state it' } },
		],
		['a fee of nothing is one', { ...raw, fee: 0 }, { ...part, fee: { cents: 0 } }],
		[
			'a fee in another currency',
			{ ...raw, fee: { value: '1', currency: 'USD' } },
			{ ...part, fee: { unknownBecause: 'the payment does not state it' } },
		],
		['live mode', { ...raw, mode: 'live' }, part],
		['not paid', { ...raw, status: 'open', paidAt: '' }, { ...part, state: 'open', date: '' }],
		['no invoice named', { ...raw, invoiceNumber: undefined }, { ...part, invoiceNumber: '' }],
	])('%s', (_, one, expected) => {
		expect(read([one])).toEqual([expected]);
	});

	test('only they count, in every shop', () => {
		const two = [raw, { ...raw, id: 'tr_2', amount: '-2.00' }];
		expect(read(two).map(({ key, amount }) => [key, amount])).toEqual([
			['tr_1', 500],
			['tr_2', -200],
		]);
		expect(read(two, jouwWeb!)).toHaveLength(2);
	});

	test.each<[string, Json, string, string]>([
		[
			'no id',
			{ ...raw, id: '' },
			'PAYMENT_UNREADABLE',
			'A payment of the order has no field "id".',
		],
		[
			'no amount',
			{ ...raw, amount: 'x' },
			'PAYMENT_UNREADABLE',
			'Payment tr_1 holds no amount in euro.',
		],
		[
			'dollars',
			{ ...raw, amount: { value: '5', currency: 'USD' } },
			'PAYMENT_UNREADABLE',
			'Payment tr_1 holds no amount in euro.',
		],
		[
			'test mode',
			{ ...raw, mode: 'test' },
			'PAYMENT_TEST_MODE',
			'Payment tr_1 was made in test mode.',
		],
	])('%s', (_, one, code, message) => {
		expect(() => read([one])).toThrow(unreadable(code, message));
	});
});
