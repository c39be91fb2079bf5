import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import { programFault, told } from '../../support/codes';
import { jouwWebOrder, wooCommerceOrder } from '../support';
import { IDEAL, ideal, ledgerOf, paymentSettings, payments } from './support';

type Json = Record<string, unknown>;

/** Recorded: order 29 of 12.95, iDEAL, tr_7UhSN1zuXS, paid on 2026-11-22. */
const paid = (changes: Json = {}) => wooCommerceOrder('rest_simple_nl', changes);
const meta = (key: string, value: unknown) => ({ id: 1, key, value });
const part = (id: string, amount: unknown, changes: Json = {}) => ({
	id,
	amount,
	status: 'paid',
	paidAt: '2026-11-22T10:00:00+01:00',
	...changes,
});
const woo = (changes: Json) => {
	const settings = paymentSettings();
	const [first, ...others] = settings.shops;
	return { ...settings, shops: [{ ...first!, ...changes }, ...others] };
};
const known = (raw: Json) => ({
	orderKey: `test-client/woocommerce/${String(raw.id)}`,
	paymentKey: `test-client/woocommerce/${String(raw.id)}/paid`,
	client: 'test-client',
	shop: 'woocommerce',
	orderId: String(raw.id),
	orderNumber: '29',
});

describe('what is said of a payment', () => {
	test('that is booked', () => {
		const [result] = payments(paid());
		const { draft, ...said } = result!;
		expect(said).toEqual({
			...known(paid()),
			outcome: 'book',
			paymentId: 'tr_7UhSN1zuXS',
			paymentMethod: IDEAL,
			amount: 12.95,
			paidOn: '2026-11-22',
			code: '',
			message: '',
			tip: '',
			facts: {},
		});
		expect(draft).toMatchObject({
			...{ paymentId: 'tr_7UhSN1zuXS', paymentMethod: IDEAL, paymentKey: said.paymentKey },
			...{ orderKey: said.orderKey, orderNumber: '29', notes: [] },
		});
	});

	test.each<[string, string, string, Json]>([
		[
			'wait',
			'PAYMENT_NOT_YET',
			'The shop has no payment yet.',
			{ date_paid: '', date_paid_gmt: '' },
		],
		['nothingToBook', 'FREE_ORDER', 'Nothing was paid.', { total: '0.00' }],
		[
			'nothingToBook',
			'STATUS_SKIPPED',
			'Not paid, and the status is "failed".',
			{ status: 'failed', date_paid: '', date_paid_gmt: '' },
		],
		[
			'attention',
			'PAYMENT_TWICE',
			'The order lists payment tr_1 twice.',
			{ payments: [part('tr_1', 5), part('tr_1', 5)] },
		],
		[
			'attention',
			'PAYMENT_EXCEEDS_ORDER',
			'With this payment 13.00 is paid on an order of 12.95: 0.05 too much.',
			{ payments: [part('tr_1', 8), part('tr_2', 5)] },
		],
		[
			'attention',
			'PAYMENT_EXCEEDS_ORDER',
			'With this refund 13.00 is paid back on an order of 12.95.',
			{ payments: [part('tr_1', '12.95'), part('tr_2', -8), part('tr_3', -5)] },
		],
		[
			'wait',
			'PAYMENT_REFUND_UNCLEAR',
			'Of the refund only the amount is known, not whether and when it was paid back.',
			{ refunds: [{ id: 5, total: '-2.00' }] },
		],
		[
			'nothingToBook',
			'PAYMENT_REFUND_OUTSIDE',
			'The refund was not paid back through the payment provider.',
			{
				refunds: [
					{
						id: 5,
						amount: '2.00',
						refunded_payment: false,
						date_created_gmt: '2026-11-23T00:00:00',
					},
				],
			},
		],
	])('%s %s', (outcome, code, message, changes) => {
		const result = payments(paid(changes)).at(-1)!;
		expect(result).toMatchObject({ outcome, ...told(code, message) });
		expect(result.draft).toBeUndefined();
	});

	test.each<[string, string, string, Json, ReturnType<typeof paymentSettings>]>([
		[
			'attention',
			'PAYMENT_TEST_MODE',
			'The field "_mollie_payment_mode" says it was a test.',
			{ meta_data: [meta('_mollie_payment_mode', 'test')] },
			paymentSettings(),
		],
		[
			'nothingToBook',
			'BEFORE_FIRST_DATE',
			'The order is of 2026-11-22; orders are booked from 2026-11-23.',
			{},
			woo({ bookFrom: '2026-11-23' }),
		],
		[
			'nothingToBook',
			'PAYMENT_METHOD_NOT_CONFIGURED',
			`Payment method "iDEAL" is not in 'Payment Methods'.`,
			{},
			paymentSettings({ paymentMethods: [] }),
		],
		[
			'nothingToBook',
			'PAYMENT_METHOD_NOT_CONFIGURED',
			`Payment method "mollie_wc_gateway_ideal" is not in 'Payment Methods'.`,
			{ payment_method_title: '' },
			paymentSettings({ paymentMethods: [] }),
		],
		[
			'nothingToBook',
			'PAYMENT_ON_FIXED_DEBTOR',
			'Payment method "iDEAL" has a fixed debtor.',
			{},
			paymentSettings({
				paymentMethods: [],
				fixedDebtors: [{ paymentMethod: 'IDEAL', relationId: '1' }],
			}),
		],
		[
			'attention',
			'PAYMENT_METHOD_AMBIGUOUS',
			`Payment method "iDEAL" (mollie_wc_gateway_ideal) fits both 'Payment Methods' and 'Fixed Debtors'.`,
			{},
			paymentSettings({ fixedDebtors: [{ paymentMethod: 'ideal', relationId: '1' }] }),
		],
		[
			'attention',
			'ORDER_UNREADABLE',
			'The order: field "total" holds no amount.',
			{ total: 'x' },
			paymentSettings(),
		],
	])('%s %s: of the order as a whole', (outcome, code, message, changes, settings) => {
		const raw = paid(changes);
		expect(payments(raw, settings)).toEqual([
			{
				...known(raw),
				outcome,
				paymentId: '',
				paymentMethod: IDEAL,
				amount: null,
				paidOn: '',
				...told(code, message),
			},
		]);
	});

	test('orders from the first date on are booked', () => {
		expect(payments(paid(), woo({ bookFrom: '2026-11-22' }))[0]!.outcome).toBe('book');
	});

	test('that cannot be read at all', () => {
		expect(transformPayments(null, 'woocommerce', paymentSettings())).toEqual([
			expect.objectContaining({
				orderKey: 'test-client/woocommerce/unreadable',
				paymentKey: 'test-client/woocommerce/unreadable/paid',
				orderId: '',
				orderNumber: '',
				paymentMethod: '',
				code: 'ORDER_UNREADABLE',
			}),
		]);
		const broken = Object.defineProperty(paid(), 'payment_method', {
			enumerable: true,
			get: () => {
				throw new TypeError('broken');
			},
		});
		expect(transformPayments(broken, 'woocommerce', paymentSettings())).toEqual([
			expect.objectContaining({
				outcome: 'attention',
				...programFault('TypeError'),
			}),
		]);
	});

	test('in order of payment: by date, those without at the end, then by key', () => {
		const listed = [
			part('tr_4', 1, { paidAt: '', status: 'open' }),
			part('tr_3', 1, { paidAt: '2026-11-23' }),
			part('tr_2', 1),
			part('tr_1', 1),
		];
		expect(payments(paid({ payments: listed })).map(({ paymentId }) => paymentId)).toEqual([
			'tr_1',
			'tr_2',
			'tr_3',
			'tr_4',
		]);
	});

	test('what is not paid yet does not count for what exceeds the order', () => {
		const open = part('tr_1', '12.95', { status: 'open', paidAt: '2026-11-20' });
		const listed = [{ ...open, paidAt: '', status: 'open' }, part('tr_2', '12.95')];
		expect(payments(paid({ payments: listed })).map(({ outcome }) => outcome)).toEqual([
			'book',
			'wait',
		]);
	});

	test('exactly the order may be paid and paid back', () => {
		const listed = [part('tr_1', '12.95'), part('tr_2', '-12.95')];
		expect(payments(paid({ payments: listed })).map(({ outcome }) => outcome)).toEqual([
			'book',
			'book',
		]);
	});

	test('JouwWeb names the method in one field', () => {
		const [result] = payments(jouwWebOrder(440011), paymentSettings({ paymentMethods: [] }));
		expect(result).toMatchObject({
			paymentMethod: 'klarna',
			message: `Payment method "klarna" is not in 'Payment Methods'.`,
		});
	});
});

describe('a method that always counts as paid (J161)', () => {
	const settings = paymentSettings({ paymentMethods: [{ ...ideal, alwaysPaid: true }] });
	const open = { date_paid: null, date_paid_gmt: null };

	test('is booked on the date of the order, with a note', () => {
		expect(payments(paid(open), settings)[0]!.draft).toMatchObject({
			date: '2026-11-22',
			notes: ['The shop states no payment date; the date of the order is used.'],
		});
	});

	test('not before the sale, and not a payment that is listed', () => {
		expect(payments(paid({ ...open, status: 'pending' }), settings)[0]!.code).toBe(
			'PAYMENT_NOT_YET',
		);
		const listed = [part('tr_1', 5, { status: 'open', paidAt: '' })];
		expect(payments(paid({ payments: listed }), settings)[0]!.code).toBe('PAYMENT_NOT_YET');
	});
});

describe('the entry of a payment (J168-J170)', () => {
	const draftOf = (changes: Json, settings = paymentSettings()) => {
		const result = payments(paid(changes), settings).at(-1)!;
		if (!result.draft) throw new Error(`${result.code}: ${result.message}`);
		return result.draft;
	};

	test('a refund goes back the other way; on the invoice when no credit note is named', () => {
		const refund = draftOf({ payments: [part('tr_1', '12.95'), part('tr_2', '-2.00')] });
		expect(refund).toMatchObject({
			description: 'Refund iDEAL 29',
			amount: -2,
			salesLines: [{ invoiceNumber: '29', amount: -2 }],
			notes: [
				'The refund is booked on the invoice of the order; set it off against the credit note.',
			],
		});
		expect(ledgerOf(refund)).toEqual([['clearing', 'clearing mollie', 0, 2]]);
		const named = part('tr_2', '-2.00', { invoiceNumber: 'C90' });
		expect(draftOf({ payments: [part('tr_1', '12.95'), named] })).toMatchObject({
			salesLines: [{ invoiceNumber: 'C90' }],
			openItem: { invoiceNumber: 'C90' },
			number: 'tr_2-C90',
			earlierNumber: 'tr_2',
			notes: [],
		});
	});

	test('without a reference the number is that of the invoice, which no other payment has', () => {
		const draft = draftOf({ transaction_id: '' });
		expect(draft.number).toBe('29');
		expect(draft).not.toHaveProperty('sharedNumber');
	});

	test('descriptions keep to 250 characters', () => {
		const draft = draftOf({ payment_method_title: 'T'.repeat(300) });
		expect(draft.description).toBe('T'.repeat(250));
	});

	const fees = paymentSettings({
		paymentMethods: [{ ...ideal, bookFees: true }],
		payoutProviders: [],
	});

	test('a fee of its own line, with what it is for', () => {
		const draft = draftOf({ meta_data: [meta('_stripe_fee', '0.29')] }, fees);
		expect(draft.ledgerLines.map(({ role, description }) => [role, description])).toEqual([
			['clearing', 'iDEAL 29'],
			['costs', 'Fee iDEAL 29'],
			['clearing', 'Fee iDEAL 29'],
		]);
	});

	test('a fee as large as the payment is one, a cent more is none', () => {
		expect(draftOf({ meta_data: [meta('_stripe_fee', '12.95')] }, fees).ledgerLines).toHaveLength(
			3,
		);
		expect(payments(paid({ meta_data: [meta('_stripe_fee', '12.96')] }), fees)[0]).toMatchObject({
			code: 'PAYMENT_FEE_UNREADABLE',
			message: 'A fee of 12.96 does not fit a payment of 12.95.',
		});
		const negative = [part('tr_1', 5, { fee: '-0.01' })];
		expect(payments(paid({ payments: negative }), fees)[0]).toMatchObject({
			message: 'A fee of -0.01 does not fit a payment of 5.00.',
		});
	});

	test('a fee that is not known is said, one of a refund or one that is not to be booked is not', () => {
		expect(draftOf({}, fees).notes).toEqual([
			'The fee is not booked: the order does not state it.',
		]);
		expect(draftOf({}).notes).toEqual([]);
		const back = part('tr_2', '-2.00', { invoiceNumber: 'C90', fee: '0.10' });
		expect(draftOf({ payments: [part('tr_1', 5), back] }, fees)).toMatchObject({
			notes: [],
			ledgerLines: [{ role: 'clearing' }],
		});
	});
});
