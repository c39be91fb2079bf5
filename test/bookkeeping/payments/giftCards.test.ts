import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { payments, ideal, ledgerOf, paymentSettings, salesOf } from './support';
import { jouwWebOrder, settingsWith } from '../support';
import { cardOrder, forms } from '../giftCards/support';

type Json = Record<string, unknown>;

const cards = { giftCardAccountId: 'gift cards', giftCardJournalId: 'memorial journal' };
const settings = (changes: Partial<SettingsInput> = {}) =>
	paymentSettings({ paymentMethods: [{ ...ideal, paymentMethod: 'ideal' }], ...cards, ...changes });

const key = (end: string) => `test-client/woocommerce/830/${end}`;
const told = (raw: unknown, own = settings()) =>
	payments(raw, own).map(({ paymentKey, outcome, code, amount }) => [
		paymentKey.split('/').slice(3).join('/'),
		outcome === 'book' ? amount : code,
	]);

test.each(Object.entries(forms))('%s: a payment of its own beside iDEAL', (_, changes) => {
	expect(told(cardOrder('35.50', changes))).toEqual([
		['paid', 35.5],
		['giftcard', 25],
	]);
});

test('it is a memorial: the liability account less, the open item of the order less', () => {
	const [, card] = payments(cardOrder('35.50', forms['PW Gift Cards']), settings());
	expect(card).toMatchObject({
		paymentKey: key('giftcard'),
		paymentMethod: 'Gift card',
		amount: 25,
	});
	const draft = card!.draft!;
	expect(draft).toMatchObject({
		...{ kind: 'memorial', journalId: 'memorial journal', date: '2026-09-14' },
		...{ number: 'giftcard-830', description: 'Gift card 830', amount: 25 },
	});
	expect(draft.earlierNumber).toBeUndefined();
	expect(ledgerOf(draft)).toEqual([['clearing', 'gift cards', 25, 0]]);
	expect(salesOf(draft)).toEqual([['830', 25]]);
});

const official = (amount: string) => ({ gift_cards: [{ id: 1, code: 'TEST', amount }] });

test('a card that paid all of it is the only payment', () => {
	expect(told(cardOrder('0.00', official('60.50')))).toEqual([['giftcard', 60.5]]);
});

test('it is booked whatever the settings say of the payment method', () => {
	const raw = cardOrder('35.50', official('25.00'));
	expect(told(raw, settings({ paymentMethods: [] }))).toEqual([
		['paid', 'PAYMENT_METHOD_NOT_CONFIGURED'],
		['giftcard', 25],
	]);
	const fixedDebtors = [{ paymentMethod: 'ideal', relationId: 'webshop' }];
	expect(told(raw, settings({ paymentMethods: [], fixedDebtors }))).toEqual([
		['paid', 'PAYMENT_ON_FIXED_DEBTOR'],
		['giftcard', 25],
	]);
	expect(told(cardOrder('60.50'), settings({ paymentMethods: [] }))).toEqual([
		['paid', 'PAYMENT_METHOD_NOT_CONFIGURED'],
	]);
});

test('a setting that is missing is named', () => {
	const raw = cardOrder('35.50', official('25.00'));
	expect(told(raw, settings({ giftCardJournalId: '' }))[1]).toEqual([
		...['giftcard', 'GIFT_CARD_JOURNAL_MISSING'],
	]);
	expect(told(raw, settings({ giftCardJournalId: '', giftCardAccountId: '' }))[1]).toEqual([
		...['giftcard', 'GIFT_CARD_ACCOUNT_MISSING'],
	]);
});

test('an order that is not paid yet waits, card and all', () => {
	const raw = cardOrder('35.50', {
		...{ ...official('25.00'), status: 'pending', date_paid: null, date_paid_gmt: null },
	});
	expect(told(raw)).toEqual([
		['paid', 'PAYMENT_NOT_YET'],
		['giftcard', 'PAYMENT_NOT_YET'],
	]);
});

test('an order of another currency: both parts make the sale in euro', () => {
	const own = settings({
		exchangeRates: { use: 'fixed', rates: [{ currency: 'USD', rate: '1.1003' }] },
	});
	const raw = cardOrder('35.50', { ...official('25.00'), currency: 'USD' });
	const [paid, card] = payments(raw, own);
	// 60.50 / 1.1003 = 54.985…, 25.00 / 1.1003 = 22.721…
	expect([paid!.amount, card!.amount]).toEqual([32.27, 22.72]);
});

test('JouwWeb: a line of the type giftcard', () => {
	const order = jouwWebOrder(440001);
	const raw = jouwWebOrder(440001, {
		...{ totalPrice: 24.95, price: undefined, paymentStatus: 'paid' },
		orderLines: [
			...(order.orderLines as Json[]),
			{ type: 'giftcard', title: 'Cadeaubon', quantity: 1, totalPrice: -10, totalTaxAmount: 0 },
		],
	});
	expect(payments(raw, settings()).map(({ amount }) => amount)).toEqual([24.95, 10]);
});

/** A refund as the API gives it: lines negative, the amount positive. */
const refund = (id: number, amount: string, line?: [string, string]): Json => ({
	...{ id, amount, refunded_payment: true, date_created_gmt: '2026-10-01T09:00:00' },
	...{ shipping_lines: [], fee_lines: [], tax_lines: [] },
	line_items: line
		? [
				{
					...{ id: id * 10, name: 'Product', quantity: -1, total: line[0], total_tax: line[1] },
					...{ taxes: [{ id: 1, total: line[1] }] },
					meta_data: [{ key: '_refunded_item_id', value: '1' }],
				},
			]
		: [],
});
const refunded = (total: string, card: string, refunds: Json[], status = 'processing') =>
	cardOrder(total, { ...official(card), refunds, status });
const creditOf = (raw: Json, one: Json) =>
	transformRefund(
		{ order: raw, refund: one, earlierRefunds: raw.refunds as Json[] },
		'woocommerce',
		settingsWith({ ...cards, ordersWithRefunds: 'book' }),
	);

describe('a refund of an order that a card paid', () => {
	test('all goods: the money that was paid goes back, and the card is filled again', () => {
		const one = refund(66, '35.50', ['-50.00', '-10.50']);
		const raw = refunded('35.50', '25.00', [one]);
		expect(creditOf(raw, one)).toMatchObject({ outcome: 'book', total: -60.5, vat: -10.5 });
		expect(told(raw)).toEqual([
			['paid', 35.5],
			['refund-66', -35.5],
			['giftcard', 25],
			['giftcard-refund-66', -25],
		]);
		const back = payments(raw, settings())[3]!.draft!;
		expect(back.number).toBe('giftcard-C66');
		expect(ledgerOf(back)).toEqual([['clearing', 'gift cards', 0, 25]]);
		expect(salesOf(back)).toEqual([['C66', -25]]);
	});

	test('with an amount of 0.00: all went back to the card', () => {
		const one = refund(66, '0.00', ['-50.00', '-10.50']);
		const raw = refunded('0.00', '60.50', [one]);
		expect(creditOf(raw, one)).toMatchObject({ outcome: 'book', total: -60.5, vat: -10.5 });
		expect(told(raw)).toEqual([
			['giftcard', 60.5],
			['giftcard-refund-66', -60.5],
		]);
	});

	test('in parts: money first, then the card', () => {
		const first = refund(66, '12.10', ['-10.00', '-2.10']);
		const second = refund(67, '23.40', ['-40.00', '-8.40']);
		const raw = refunded('35.50', '25.00', [first, second]);
		expect(creditOf(raw, first)).toMatchObject({ outcome: 'book', total: -12.1 });
		expect(creditOf(raw, second)).toMatchObject({ outcome: 'book', total: -48.4, vat: -8.4 });
		expect(told(raw)).toEqual([
			['paid', 35.5],
			['refund-66', -12.1],
			['refund-67', -23.4],
			['giftcard', 25],
			['giftcard-refund-67', -25],
		]);
	});

	test('by the status: all the money, so all of the card', () => {
		const one = refund(66, '35.50');
		const raw = refunded('35.50', '25.00', [one], 'refunded');
		expect(creditOf(raw, one)).toMatchObject({ outcome: 'book', total: -60.5, vat: -10.5 });
		expect(told(raw)[3]).toEqual(['giftcard-refund-66', -25]);
	});

	test('an amount without lines, and the order goes on: nobody knows what it is for', () => {
		const one = refund(66, '10.00');
		expect(creditOf(refunded('35.50', '25.00', [one]), one)).toMatchObject({
			...{ outcome: 'attention', code: 'REFUND_GIFT_CARD' },
		});
	});

	test('lines that are worth more than money and card together are not explained by the card', () => {
		const one = refund(66, '5.00', ['-50.00', '-10.50']);
		const raw = refunded('35.50', '25.00', [one]);
		expect(creditOf(raw, one)).toMatchObject({ outcome: 'attention' });
		expect(told(raw).map(([name]) => name)).toEqual(['paid', 'refund-66', 'giftcard']);
	});

	test('less money than the lines while money is left: nobody knows what went to the card', () => {
		const one = refund(66, '5.00', ['-10.00', '-2.10']);
		const raw = refunded('35.50', '25.00', [one]);
		expect(creditOf(raw, one)).toMatchObject({ code: 'REFUND_AMOUNT_DIFFERS' });
	});

	test('lines without any money that no card paid are not passed over', () => {
		const one = refund(66, '0.00', ['-10.00', '-2.10']);
		expect(creditOf(cardOrder('60.50', { refunds: [one] }), one)).toMatchObject({
			...{ outcome: 'attention', code: 'REFUND_AMOUNT_DIFFERS' },
		});
	});

	test('while only the amount is known the card waits with it', () => {
		const raw = refunded('35.50', '25.00', [{ id: 66, total: '-35.50' }]);
		expect(told(raw)).toEqual([
			['paid', 35.5],
			['refund-66', 'PAYMENT_REFUND_UNCLEAR'],
			['giftcard', 25],
		]);
	});
});

describe('a cancelled order that a card paid', () => {
	const off = { status: 'cancelled', date_modified_gmt: '2026-10-02T09:00:00' };

	test('the card is filled again, on the credit note of the cancellation', () => {
		const raw = cardOrder('0.00', { ...official('60.50'), ...off });
		const [credit] = cancelOrder(
			{ order: raw, date: '2026-10-03' },
			'woocommerce',
			settingsWith(cards),
		);
		expect(credit).toMatchObject({ outcome: 'book', total: -60.5 });
		expect(told(raw)).toEqual([
			['giftcard', 60.5],
			['giftcard-cancelled', -60.5],
		]);
		const back = payments(raw, settings())[1]!.draft!;
		expect(back.date).toBe('2026-10-02');
		expect(salesOf(back)).toEqual([[credit!.draft!.invoiceNumber, -60.5]]);
	});

	test('of an order that was undone and booked again: on the credit note of its newest entry', () => {
		const raw = cardOrder('0.00', { ...official('60.50'), ...off });
		const drafts = transformPayments(raw, 'woocommerce', settings(), 2).map(({ draft }) => draft!);
		expect(drafts.map(salesOf)).toEqual([[['830-2', 60.5]], [['C830-2', -60.5]]]);
	});

	test('a refund by the status of an order that the card paid in full: there is no refund to read', () => {
		const raw = cardOrder('0.00', { ...official('60.50'), status: 'refunded' });
		expect(told(raw)).toEqual([
			['giftcard', 60.5],
			['giftcard-cancelled', -60.5],
		]);
		expect(told(cardOrder('35.50', { ...official('25.00'), status: 'refunded' }))).toEqual([
			['paid', 35.5],
			['giftcard', 25],
		]);
	});

	test('a paid part that was kept waits for a person, whatever went back to the card', () => {
		const one = refund(66, '0.00', ['-20.00', '-4.20']);
		const raw = { ...refunded('20.00', '40.50', [one]), ...off };
		const [kept] = cancelOrder(
			{ order: raw, date: '2026-10-03', earlierRefunds: [one] },
			'woocommerce',
			settingsWith(cards),
		);
		expect(kept).toMatchObject({ outcome: 'attention', code: 'PAID_AND_CANCELLED' });
	});

	test('but not what a refund gave back before', () => {
		const one = refund(66, '0.00', ['-20.00', '-4.20']);
		const raw = { ...refunded('0.00', '60.50', [one]), ...off };
		expect(told(raw)).toEqual([
			['giftcard', 60.5],
			['giftcard-refund-66', -24.2],
			['giftcard-cancelled', -36.3],
		]);
	});
});
