import { imbalance } from '../../../bookkeeping/payments/bookedEntry';
import { paymentDraftSchema } from '../../../bookkeeping/payments/paymentDraft';
import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import { programFault, tips, told } from '../../support/codes';
import { fc, runs } from '../../support/property';
import { draftOf, jouwWebOrder, recordedOrders, wooCommerceOrder } from '../support';
import {
	ideal,
	IDEAL,
	ledgerOf,
	paymentDraftOf,
	payments,
	paymentSettings,
	salesOf,
} from './support';

const paid = (changes: Record<string, unknown> = {}) => wooCommerceOrder('rest_simple_nl', changes);

const codeOf = (raw: unknown, settings = paymentSettings()) => payments(raw, settings)[0]?.code;

const meta = (key: string, value: unknown) => ({ id: 1, key, value });

type Json = Record<string, unknown>;

/** Recorded: order 29 of 12.95, iDEAL, tr_7UhSN1zuXS, paid on 2026-11-22. */
const order29 = (changes: Json = {}) => wooCommerceOrder('rest_simple_nl', changes);

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

describe('the payment of an order', () => {
	// 12.95, paid by bank transfer on 2026-11-22; 2.95 was given up on another day.
	test.each([
		['before it was paid, by hand: that much less was paid', '2026-11-20', false, '2.95', 10],
		['before it was paid, all of it: nothing was paid', '2026-11-20', false, '12.95', 0],
		['on the same day: the whole amount was paid', '2026-11-22', false, '2.95', 12.95],
		['after it was paid: the whole amount was paid', '2026-11-25', false, '2.95', 12.95],
		['by the provider: it had the whole amount', '2026-11-20', true, '2.95', 12.95],
	])('a refund %s', (_, day, byProvider, amount, paidAmount) => {
		const refunds = [
			{
				...{ id: 70, amount, refunded_payment: byProvider, line_items: [] },
				date_created_gmt: `${day}T10:00:00`,
			},
		];
		const own = payments(paid({ refunds })).find(({ paymentKey }) => paymentKey.endsWith('/paid'));
		expect(own).toMatchObject({ amount: paidAmount });
		expect(own?.code ?? '').toBe(paidAmount === 0 ? 'FREE_ORDER' : '');
		expect(own?.draft?.amount).toBe(paidAmount === 0 ? undefined : paidAmount);
	});

	// Recorded: order 29 of 12.95, iDEAL, tr_7UhSN1zuXS, paid 2026-11-22 00:47:22 UTC.
	test('J168-J170: the memorial: clearing debit = paid, sales line = the same, on the payment date', () => {
		const draft = paymentDraftOf(paid());
		expect(draft).toMatchObject({
			document: 'payment',
			kind: 'memorial',
			journalId: 'memorial journal',
			date: '2026-11-22',
			number: 'tr_7UhSN1zuXS-29',
			// For when another order was paid in the same transaction.
			description: 'iDEAL 29',
			amount: 12.95,
			received: 0,
			spent: 0,
		});
		expect(ledgerOf(draft)).toEqual([['clearing', 'clearing mollie', 12.95, 0]]);
		expect(draft.salesLines).toEqual([
			{
				orderKey: draft.orderKey,
				orderNumber: '29',
				invoiceNumber: '29',
				amount: 12.95,
				description: '29',
			},
		]);
	});

	test('J162: amount, e-mail and order number tell how to find the open item', () => {
		const draft = paymentDraftOf(paid());
		expect(draft.openItem).toEqual({
			invoiceNumber: '29',
			orderNumber: '29',
			amount: 12.95,
			email: (paid().billing as { email: string }).email,
		});
	});

	test('J163: the invoice number is that of the sales entry, prefix included', () => {
		const settings = paymentSettings();
		const [first, ...others] = settings.shops;
		const prefixed = { ...settings, shops: [{ ...first!, invoiceNumberPrefix: 'W' }, ...others] };
		const [line] = paymentDraftOf(paid(), prefixed).salesLines;
		expect(line?.invoiceNumber).toBe(draftOf(paid(), prefixed).invoiceNumber);
	});

	test('J167: the key stays the same when the shop fills in the transaction id later', () => {
		const [before] = payments(paid({ transaction_id: '' }));
		const [after] = payments(paid());
		expect(before?.paymentKey).toBe(after?.paymentKey);
		expect(before?.paymentKey).toBe(`${after?.orderKey}/paid`);
		expect(before?.draft?.number).toBe('29');
	});

	test('W003, W009: as bank entry the money comes in on the journal itself', () => {
		const settings = paymentSettings({
			paymentMethods: [{ paymentMethod: IDEAL, entryKind: 'bank', journalId: 'bank journal' }],
		});
		const draft = paymentDraftOf(paid(), settings);
		expect(draft).toMatchObject({ kind: 'bank', received: 12.95, spent: 0, ledgerLines: [] });
		expect(salesOf(draft)).toEqual([['29', 12.95]]);
	});

	// HC-19: 31 December 23:30 UTC is 1 January in Amsterdam.
	test('J168: the date is the calendar date at the shop', () => {
		expect(paymentDraftOf(paid({ date_paid_gmt: '2026-12-31T23:30:00' })).date).toBe('2027-01-01');
	});

	test('J168: the number of a payment depends on the payment alone: transaction and invoice', () => {
		const transaction_id = 'ch_3PabcdefghijKLMNOPqrstuvwx';
		expect(paymentDraftOf(paid({ transaction_id }))).toMatchObject({
			number: 'cdefghijKLMNOPqrstuvwx-29',
			earlierNumber: 'PabcdefghijKLMNOPqrstuvwx',
		});
	});
});

describe('paid or not', () => {
	// WC-513: cash on delivery is "processing" while nothing is paid.
	test('J160: the status is not the payment: cash on delivery waits', () => {
		const settings = paymentSettings({ paymentMethods: [{ ...ideal, paymentMethod: 'cod' }] });
		expect(payments(wooCommerceOrder('store_cod'), settings)[0]).toMatchObject({
			outcome: 'wait',
			code: 'PAYMENT_NOT_YET',
		});
	});

	test('J161: a method that always counts as paid is booked, on the date of the order', () => {
		const settings = paymentSettings({
			paymentMethods: [{ ...ideal, paymentMethod: 'cod', alwaysPaid: true }],
		});
		const draft = paymentDraftOf(wooCommerceOrder('store_cod'), settings);
		expect(draft.amount).toBe(17.95);
		expect(draft.notes.join()).toMatch(/no payment date/);
		expect(codeOf(wooCommerceOrder('store_cod', { status: 'pending' }), settings)).toBe(
			'PAYMENT_NOT_YET',
		);
	});

	test('a failed order that was never paid is not waited for', () => {
		const raw = paid({ status: 'failed', date_paid: null, date_paid_gmt: null });
		expect(payments(raw)[0]).toMatchObject({ outcome: 'nothingToBook', code: 'STATUS_SKIPPED' });
	});

	test('a free order has no payment', () =>
		expect(codeOf(paid({ total: '0.00' }))).toBe('FREE_ORDER'));

	test.each([
		[{ paymentStatus: 'paid' }, 'book'],
		[{ paymentStatus: 'Betaald' }, 'book'],
		[{ payment: { status: 'paid' } }, 'book'],
		[{ paidAt: '2026-10-11T14:05:00+02:00' }, 'book'],
		[{ paymentStatus: 'open' }, 'wait'],
		[{ status: 'paid' }, 'wait'],
		[{}, 'wait'],
	])('J160: a JouwWeb order with %j ends in %s', (changes, outcome) => {
		const settings = paymentSettings({ paymentMethods: [{ ...ideal, paymentMethod: 'klarna' }] });
		expect(payments(jouwWebOrder(440011, changes), settings)[0]?.outcome).toBe(outcome);
	});
});

describe('an order that its provider calls paid and the shop does not', () => {
	const unpaid = order29({ date_paid: null, date_paid_gmt: null });
	const decided = (raw: unknown, paidAtProvider: string) =>
		transformPayments(raw, 'woocommerce', paymentSettings(), 1, [
			{ orderKey: 'test-client/woocommerce/29', paidAtProvider },
		])[0]!;

	test('is paid on the day of the provider, under the key and number that the shop would give it', () => {
		const { draft: ofShop, paymentKey } = payments(order29())[0]!;
		const told = decided(unpaid, '2026-11-24 12.95 tr_7UhSN1zuXS');
		expect(told).toMatchObject({ outcome: 'book', paymentKey, amount: 12.95 });
		expect(told.draft).toEqual({ ...ofShop, date: '2026-11-24' });
		const noId = order29({ date_paid: null, date_paid_gmt: null, transaction_id: '' });
		expect(decided(noId, '2026-11-24 12.95 tr_7UhSN1zuXS').draft).toEqual(told.draft);
	});

	test('what the shop says goes first', () => {
		expect(decided(order29(), '2026-11-24 99.00 tr_other').draft).toEqual(
			payments(order29())[0]!.draft,
		);
	});

	test('another amount needs attention', () => {
		const { outcome, message } = decided(unpaid, '2026-11-24 12.00 tr_7UhSN1zuXS');
		expect([outcome, message]).toEqual([
			'attention',
			'The shop has no payment; the provider has € 12.00 (tr_7UhSN1zuXS), while € 12.95 was to be paid.',
		]);
	});

	test.each(['', '2026-11-24', '2026-11-24 12.95'])('"%s" in the row tells nothing', (cell) => {
		expect(decided(unpaid, cell)).toMatchObject({ outcome: 'wait', code: 'PAYMENT_NOT_YET' });
	});
});

describe('payments that are not booked', () => {
	test('J070: a method with a fixed debtor', () => {
		const settings = paymentSettings({
			paymentMethods: [],
			fixedDebtors: [{ paymentMethod: 'ideal', relationId: '1' }],
		});
		expect(payments(paid(), settings)[0]).toMatchObject({
			outcome: 'nothingToBook',
			code: 'PAYMENT_ON_FIXED_DEBTOR',
		});
	});

	test('J072: a method without a clearing account', () => {
		expect(codeOf(paid(), paymentSettings({ paymentMethods: [] }))).toBe(
			'PAYMENT_METHOD_NOT_CONFIGURED',
		);
	});

	test('J073: a code with a clearing account and a title with a fixed debtor', () => {
		const settings = paymentSettings({
			fixedDebtors: [{ paymentMethod: 'ideal', relationId: '1' }],
		});
		expect(codeOf(paid(), settings)).toBe('PAYMENT_METHOD_AMBIGUOUS');
	});

	test('the row of the code goes before the row of the title, which may be that of another shop', () => {
		const [row] = paymentSettings().paymentMethods;
		const other = { ...row!, paymentMethod: 'iDEAL', clearingAccountId: 'clearing of another' };
		for (const paymentMethods of [
			[row!, other],
			[other, row!],
		]) {
			const draft = paymentDraftOf(paid(), paymentSettings({ paymentMethods }));
			expect(ledgerOf(draft)).toEqual([['clearing', 'clearing mollie', 12.95, 0]]);
		}
		const onlyTitle = paymentSettings({ paymentMethods: [other] });
		expect(ledgerOf(paymentDraftOf(paid(), onlyTitle))[0]![1]).toBe('clearing of another');
	});

	test('HC-13: another currency', () => {
		expect(codeOf(wooCommerceOrder('rest_currency_usd'))).toBe('CURRENCY_NOT_EUR');
	});

	test.each([
		['_mollie_payment_mode', 'test'],
		['_ppcp_paypal_payment_mode', 'sandbox'],
		['_wc_klarna_environment', 'test'],
		['_buckaroo_order_in_test_mode', true],
		['_multisafepay_order_environment', 'test'],
	])('a payment in test mode (%s)', (key, value) => {
		expect(codeOf(paid({ meta_data: [meta(key, value)] }))).toBe('PAYMENT_TEST_MODE');
		expect(codeOf(paid({ meta_data: [meta(key, 'live')] }))).toBe('');
	});
});

describe('orders that are not quite usual', () => {
	const shopWith = (changes: object) => {
		const settings = paymentSettings();
		return {
			...settings,
			shops: settings.shops.map((shop, index) => (index === 0 ? { ...shop, ...changes } : shop)),
		};
	};

	test('W087: from before the first date, as the sale itself', () => {
		expect(codeOf(paid(), shopWith({ bookFrom: '2027-01-01' }))).toBe('BEFORE_FIRST_DATE');
		expect(codeOf(paid(), shopWith({ bookFrom: '2026-01-01' }))).toBe('');
	});

	test('an invoice number from a field of the order', () => {
		const settings = shopWith({ invoiceNumberField: '_invoice', invoiceNumberPrefix: 'F' });
		const raw = paid({ meta_data: [meta('_invoice', '2026-7')] });
		expect(salesOf(paymentDraftOf(raw, settings))).toEqual([['F2026-7', 12.95]]);
		expect(codeOf(paid(), settings)).toBe('INVOICE_NUMBER_MISSING');
	});

	// HC-08: the card pays 5.00 of 17.95; 12.95 goes through iDEAL.
	test('what a gift card paid does not pass through the payment method', () => {
		const raw = paid({ gift_cards: [{ id: 1, code: 'X', amount: 5 }] });
		expect(paymentDraftOf(raw).amount).toBe(12.95);
	});

	test('any other shop states the payment by itself', () => {
		const settings = shopWith({ kind: 'other' });
		const raw = {
			id: '5',
			number: '5',
			status: 'processing',
			date: '2026-11-20',
			paymentMethod: IDEAL,
			total: '12.10',
			lines: [],
			transactionId: 'tr_5',
			paidAt: '2026-11-21T10:00:00+01:00',
		};
		expect(transformPayments(raw, 'woocommerce', settings)[0]?.draft).toMatchObject({
			amount: 12.1,
			date: '2026-11-21',
			number: 'tr_5-5',
		});
	});
});

describe('fees of the payment provider (W049)', () => {
	const withFees = paymentSettings({
		paymentMethods: [{ ...ideal, bookFees: true }],
		payoutProviders: [],
	});

	// PAY-401: 121.00 − 2.21 = 118.79.
	test('memorial: costs debit, clearing credit; what is left on clearing is what is paid out', () => {
		const raw = paid({ total: '121.00', meta_data: [meta('_stripe_fee', '2.21')] });
		expect(ledgerOf(paymentDraftOf(raw, withFees))).toEqual([
			['clearing', 'clearing mollie', 121, 0],
			['costs', 'costs', 2.21, 0],
			['clearing', 'clearing mollie', 0, 2.21],
		]);
	});

	test('bank: received 118.79 = credit 121.00 − debit 2.21 (SS-463)', () => {
		const settings = paymentSettings({
			paymentMethods: [
				{ paymentMethod: IDEAL, entryKind: 'bank', journalId: 'bank journal', bookFees: true },
			],
		});
		const raw = paid({ total: '121.00', meta_data: [meta('_stripe_fee', '2.21')] });
		const draft = paymentDraftOf(raw, settings);
		expect(draft.received).toBe(118.79);
		expect(ledgerOf(draft)).toEqual([['costs', 'costs', 2.21, 0]]);
		expect(salesOf(draft)).toEqual([['29', 121]]);
	});

	test.each<[string, unknown, number]>([
		['_wcpay_transaction_fee', '0.45', 0.45],
		['PayPal Transaction Fee', 0.69, 0.69],
		['_ppcp_paypal_fees', { paypal_fee: { currency_code: 'EUR', value: '0.80' } }, 0.8],
	])('the fee in %s', (key, value, fee) => {
		const draft = paymentDraftOf(paid({ meta_data: [meta(key, value)] }), withFees);
		expect(ledgerOf(draft)[1]).toEqual(['costs', 'costs', fee, 0]);
	});

	test('the list can be extended', () => {
		const settings = paymentSettings({
			paymentMethods: [{ ...ideal, bookFees: true }],
			payoutProviders: [],
			paymentFeeFields: ['my_fee'],
		});
		const raw = paid({ meta_data: [meta('_stripe_fee', '9'), meta('my_fee', '0.29')] });
		expect(ledgerOf(paymentDraftOf(raw, settings))[1]).toEqual(['costs', 'costs', 0.29, 0]);
	});

	test.each([
		['absent is not zero', [], /does not state it/],
		[
			'in another currency',
			[meta('_stripe_fee', '2.21'), meta('_stripe_currency', 'USD')],
			/states it in USD/,
		],
	])('%s: no fee line, and a note says so', (_, meta_data, note) => {
		const draft = paymentDraftOf(paid({ meta_data }), withFees);
		expect(draft.ledgerLines).toHaveLength(1);
		expect(draft.notes.join()).toMatch(note);
	});

	test('an order with refunds: the fee changed with them', () => {
		const raw = paid({
			meta_data: [meta('_stripe_fee', '0.30')],
			refunds: [{ id: 5, reason: '', total: '-2.00' }],
		});
		expect(paymentDraftOf(raw, withFees).notes.join()).toMatch(/changes with the refunds/);
	});

	test.each(['-1', 'free', '99.00'])('a fee of %s needs attention', (value) => {
		expect(codeOf(paid({ meta_data: [meta('_stripe_fee', value)] }), withFees)).toBe(
			'PAYMENT_FEE_UNREADABLE',
		);
	});
});

describe('partial payments and refunds (W004, W024)', () => {
	const part = (id: string, amount: unknown, changes = {}) => ({
		id,
		amount,
		status: 'paid',
		paidAt: '2026-11-22T10:00:00+01:00',
		...changes,
	});

	test('each payment is a draft of its own with a key of its own', () => {
		const found = payments(
			paid({
				payments: [part('tr_1', '5.00'), part('tr_2', { value: '7.95', currency: 'EUR' })],
			}),
		);
		expect(found.map(({ draft }) => draft?.amount)).toEqual([5, 7.95]);
		expect(found.map(({ paymentKey }) => paymentKey.split('/').at(-1))).toEqual(['tr_1', 'tr_2']);
	});

	// 8.00 + 5.00 = 13.00 on an invoice of 12.95: 0.05 too much.
	test('what exceeds the invoice is reported, never booked', () => {
		const [first, second] = payments(
			paid({ payments: [part('tr_1', '8.00'), part('tr_2', '5.00')] }),
		);
		expect(first?.outcome).toBe('book');
		expect(second).toMatchObject({ outcome: 'attention', code: 'PAYMENT_EXCEEDS_ORDER' });
		expect(second?.message).toMatch(/€ 0\.05 too much/);
	});

	test('the same payment twice', () => {
		const found = payments(paid({ payments: [part('tr_1', '5.00'), part('tr_1', '5.00')] }));
		expect(found.map(({ code }) => code)).toEqual(['', 'PAYMENT_TWICE']);
	});

	test('a payment that is still open waits', () => {
		const open = part('tr_2', '7.95', { status: 'open', paidAt: undefined });
		const found = payments(paid({ payments: [part('tr_1', '5.00'), open] }));
		expect(found.map(({ outcome }) => outcome)).toEqual(['book', 'wait']);
	});

	test.each([
		['without id', { id: '' }],
		['in dollars', { amount: { value: '5.00', currency: 'USD' } }],
		['without amount', { amount: null }],
	])('a payment %s cannot be read', (_, changes) => {
		expect(codeOf(paid({ payments: [part('tr_1', '5.00', changes)] }))).toBe('PAYMENT_UNREADABLE');
	});

	const refund = (changes = {}) => ({
		id: 77,
		amount: '5.00',
		date_created_gmt: '2026-11-25T09:00:00',
		refunded_payment: true,
		...changes,
	});

	test('a refund that was paid back is the mirror: clearing credit, a negative sales line', () => {
		const [sale, back] = payments(paid({ refunds: [refund()] }));
		expect(sale?.draft?.amount).toBe(12.95);
		expect(back?.draft).toMatchObject({
			amount: -5,
			date: '2026-11-25',
			description: 'Refund iDEAL 29',
			number: 'C77',
		});
		expect(ledgerOf(back!.draft!)).toEqual([['clearing', 'clearing mollie', 0, 5]]);
		expect(salesOf(back!.draft!)).toEqual([['C77', -5]]);
	});

	test('the refund settles the credit note that the refund itself becomes', () => {
		const settings = paymentSettings();
		const raw = paid();
		const creditNote = transformRefund(
			{
				order: raw,
				refund: { ...refund(), amount: '12.95', line_items: [], reason: '' },
				earlierRefunds: [],
			},
			'woocommerce',
			settings,
		);
		const [, back] = payments(paid({ refunds: [refund({ amount: '12.95' })] }));
		expect(creditNote.code).toBe('');
		expect(salesOf(back!.draft!)[0]?.[0]).toBe(creditNote.draft?.invoiceNumber);
	});

	test.each([
		[{ refunded_payment: false }, 'PAYMENT_REFUND_OUTSIDE'],
		[{ refunded_payment: undefined, amount: '13.00', total: '13.00' }, 'PAYMENT_REFUND_OUTSIDE'],
		[{ amount: '13.00' }, 'PAYMENT_EXCEEDS_ORDER'],
	])('a refund with %j is not booked', (changes, code) => {
		expect(payments(paid({ refunds: [refund(changes)] }))[1]?.code).toBe(code);
	});

	test('a refund of which the order states only the amount waits for its details', () => {
		const refunds = [{ id: 5, reason: '', total: '-2.00' }];
		expect(payments(paid({ refunds }))[1]).toMatchObject({
			outcome: 'wait',
			code: 'PAYMENT_REFUND_UNCLEAR',
		});
	});
});

describe('always', () => {
	const everyMethod = paymentSettings({
		paymentMethods: [IDEAL, 'cod', 'bacs'].map((paymentMethod) => ({ ...ideal, paymentMethod })),
	});

	test.each(recordedOrders)('recorded order %s balances or says why not', (name) => {
		for (const { draft, code } of payments(wooCommerceOrder(name), everyMethod)) {
			if (draft) expect(imbalance(paymentDraftSchema.parse(draft))).toBe(0);
			else expect(tips).toHaveProperty(code);
		}
	});

	test('whatever the order holds, every payment ends somewhere and no exception escapes', () => {
		const shops = fc.constantFrom('woocommerce', 'jouwweb', 'nowhere');
		const broken = fc.record({
			payments: fc.oneof(
				fc.jsonValue(),
				fc.array(fc.record({ id: fc.string(), amount: fc.jsonValue() })),
			),
			refunds: fc.oneof(fc.jsonValue(), fc.array(fc.record({ id: fc.nat(), total: fc.string() }))),
			meta_data: fc.array(
				fc.record({
					key: fc.constantFrom('_stripe_fee', '_ppcp_paypal_fees'),
					value: fc.jsonValue(),
				}),
			),
			total: fc.oneof(fc.jsonValue(), fc.double().map(String)),
			date_paid_gmt: fc.oneof(fc.jsonValue(), fc.string()),
		});
		const orders = fc.oneof(
			fc.jsonValue(),
			broken.map((changes) => paid(changes)),
			broken.map((changes) => jouwWebOrder(440011, changes)),
		);
		fc.assert(
			fc.property(orders, shops, (raw, shop) => {
				const found = transformPayments(raw, shop, everyMethod);
				expect(found.length).toBeGreaterThan(0);
				for (const { outcome, code, draft } of found) {
					expect(outcome === 'book').toBe(draft !== undefined);
					if (draft) expect(imbalance(draft)).toBe(0);
					else expect(tips).toHaveProperty(code);
				}
			}),
			{ numRuns: runs(500) },
		);
	});

	test('any parts that make the order are booked, and no cent more', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 }),
				(parts) => {
					const found = payments(
						paid({
							payments: parts.map((cents, index) => ({
								id: `tr_${index}`,
								amount: (cents / 100).toFixed(2),
								status: 'paid',
								paidAt: '2026-11-22T10:00:00Z',
							})),
						}),
					);
					const booked = found.flatMap(({ draft }) =>
						draft ? [Math.round(draft.amount * 100)] : [],
					);
					const sum = booked.reduce((all, cents) => all + cents, 0);
					expect(sum).toBeLessThanOrEqual(1295);
					if (parts.reduce((all, cents) => all + cents, 0) <= 1295) {
						expect(booked).toHaveLength(parts.length);
					}
				},
			),
			{ numRuns: runs(100) },
		);
	});
});

describe('what is said of a payment', () => {
	test('that is booked', () => {
		const [result] = payments(order29());
		const { draft, ...said } = result!;
		expect(said).toEqual({
			...known(order29()),
			outcome: 'book',
			paymentId: 'tr_7UhSN1zuXS',
			paymentMethod: 'iDEAL',
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
			'With this payment € 13.00 is paid on an order of € 12.95: € 0.05 too much.',
			{ payments: [part('tr_1', 8), part('tr_2', 5)] },
		],
		[
			'attention',
			'PAYMENT_EXCEEDS_ORDER',
			'With this refund € 13.00 is paid back on an order of € 12.95.',
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
		const result = payments(order29(changes)).at(-1)!;
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
			'PAYMENT_WITHOUT_METHOD',
			'The shop names no payment method for this order.',
			{ payment_method: '', payment_method_title: '' },
			paymentSettings(),
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
		const raw = order29(changes);
		expect(payments(raw, settings)).toEqual([
			{
				...known(raw),
				outcome,
				paymentId: '',
				paymentMethod: raw.payment_method_title || raw.payment_method,
				amount: null,
				paidOn: '',
				...told(code, message),
			},
		]);
	});

	test('orders from the first date on are booked', () => {
		expect(payments(order29(), woo({ bookFrom: '2026-11-22' }))[0]!.outcome).toBe('book');
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
		const broken = Object.defineProperty(order29(), 'payment_method', {
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
		expect(payments(order29({ payments: listed })).map(({ paymentId }) => paymentId)).toEqual([
			'tr_1',
			'tr_2',
			'tr_3',
			'tr_4',
		]);
	});

	test('what is not paid yet does not count for what exceeds the order', () => {
		const open = part('tr_1', '12.95', { status: 'open', paidAt: '2026-11-20' });
		const listed = [{ ...open, paidAt: '', status: 'open' }, part('tr_2', '12.95')];
		expect(payments(order29({ payments: listed })).map(({ outcome }) => outcome)).toEqual([
			'book',
			'wait',
		]);
	});

	test('exactly the order may be paid and paid back', () => {
		const listed = [part('tr_1', '12.95'), part('tr_2', '-12.95')];
		expect(payments(order29({ payments: listed })).map(({ outcome }) => outcome)).toEqual([
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
		expect(payments(order29(open), settings)[0]!.draft).toMatchObject({
			date: '2026-11-22',
			notes: ['The shop states no payment date; the date of the order is used.'],
		});
	});

	test('not before the sale, and not a payment that is listed', () => {
		expect(payments(order29({ ...open, status: 'pending' }), settings)[0]!.code).toBe(
			'PAYMENT_NOT_YET',
		);
		const listed = [part('tr_1', 5, { status: 'open', paidAt: '' })];
		expect(payments(order29({ payments: listed }), settings)[0]!.code).toBe('PAYMENT_NOT_YET');
	});
});
