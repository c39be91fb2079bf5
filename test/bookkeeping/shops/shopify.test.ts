import { readFileSync } from 'node:fs';
import path from 'node:path';

import { transformOrder } from '../../../bookkeeping/orders/transform';
import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import { linesOf, settingsWith, vatOf } from '../support';

type Json = Record<string, unknown>;

const FIXTURES = path.join(__dirname, '..', '..', 'fixtures', 'shopify');
const orderOf = (name: string, changes: Json = {}): Json => ({
	...(JSON.parse(readFileSync(path.join(FIXTURES, `order_${name}.json`), 'utf8')) as Json),
	...changes,
});
const method = { paymentMethod: 'shopify_payments', journalId: 'memorial' };
const settings = settingsWith({
	shops: [{ shop: 'shop', kind: 'shopify' }],
	giftCardAccountId: 'gift cards',
	paymentMethods: [{ ...method, clearingAccountId: 'clearing' }],
	ordersWithRefunds: 'book',
});
const transform = (raw: Json) => transformOrder(raw, 'shop', settings);
function saleOf(raw: Json) {
	const { draft, code, message } = transform(raw);
	if (draft?.document === 'salesEntry') return draft;
	throw new Error(`${code}: ${message}`);
}

test('prices with VAT, a discount over two rates, shipping with VAT: to the cent', () => {
	const draft = saleOf(orderOf('taxes_included'));
	expect(linesOf(draft)).toEqual([
		['product', '21 products', 50],
		['product', '9 products', 10],
		['discount', '21 discount', -5],
		['discount', '9 discount', -1],
		['shipping', '21 shipping', 4.09],
	]);
	expect(vatOf(draft)).toEqual({ 21: 10.31, 9: 0.81 });
	expect(draft).toMatchObject({
		...{ invoiceAmount: 69.21, invoiceNumber: '1001', invoiceDate: '2026-03-01' },
		regime: 'domestic',
	});
	expect(draft.customer).toMatchObject({
		kind: 'consumer',
		address: { street: 'Proefstraat 7 bis', postcode: '3511 AB', country: 'NL' },
	});
});

test('prices without VAT: three pieces of 19.99 and shipping', () => {
	const draft = saleOf(orderOf('taxes_on_top'));
	expect(linesOf(draft)).toEqual([
		['product', '21 products', 59.97],
		['shipping', '21 shipping', 5],
	]);
	expect(vatOf(draft)).toEqual({ 21: 13.64 });
	expect(draft.invoiceAmount).toBe(78.61);
});

test('two refunds, the first with the shipping: together they are the sale', () => {
	const order = orderOf('refunded');
	const refunds = order.refunds as Json[];
	const sale = saleOf(order);
	const notes = refunds.map((refund) => {
		const { draft, code, message } = transformRefund(
			{ order, refund, earlierRefunds: refunds },
			'shop',
			settings,
		);
		if (!draft) throw new Error(`${code}: ${message}`);
		return draft;
	});
	expect(notes.map((note) => note.invoiceAmount)).toEqual([-32.18, -37.03]);
	expect(notes.map(vatOf)).toEqual([{ 21: -5.59 }, { 21: -4.72, 9: -0.81 }]);
	expect(notes.map((note) => note.invoiceDate)).toEqual(['2026-03-10', '2026-03-12']);
	const total = (drafts: Array<{ lines: Array<{ amount: number }> }>) =>
		drafts.flatMap(({ lines }) => lines).reduce((sum, { amount }) => sum + amount * 100, 0);
	expect(Math.round(total(notes))).toBe(-Math.round(total([sale])));
	// What is cancelled after the first refund is what the second one gave back.
	const left = { ...order, refunds: refunds.slice(0, 1) };
	const input = { order: left, earlierRefunds: refunds.slice(0, 1), date: '2026-03-12' };
	const cancelled = cancelOrder(input, 'shop', { ...settings, paidAndCancelled: 'credit' });
	expect(cancelled[0]).toMatchObject({ outcome: 'book', total: -37.03 });
});

test('a refund whose lines are not what went back needs attention', () => {
	const order = orderOf('refunded');
	const [first] = order.refunds as Json[];
	const refund = { ...first, order_adjustments: [] };
	expect(transformRefund({ order, refund }, 'shop', settings)).toMatchObject({
		outcome: 'attention',
		code: 'REFUND_AMOUNT_DIFFERS',
	});
});

describe('a gift card that paid a part, collected at the shop', () => {
	const order = orderOf('gift_card_at_the_counter');

	test('the sale is booked in full, at home, with the card on its own account', () => {
		const draft = saleOf(order);
		expect(draft).toMatchObject({ invoiceAmount: 60.5, regime: 'domestic' });
		expect(draft.giftCard).toEqual({ amount: 25, ledgerAccountId: 'gift cards' });
		expect(vatOf(draft)).toEqual({ 21: 10.5 });
	});

	test('the rest was paid through the payment method', () => {
		const [payment] = transformPayments(order, 'shop', settings);
		expect(payment).toMatchObject({
			...{ outcome: 'book', amount: 35.5, paidOn: '2026-03-01' },
			paymentMethod: 'shopify_payments',
		});
	});

	test('without its transactions nobody knows how much the card paid', () => {
		expect(transform({ ...order, transactions: undefined })).toMatchObject({
			outcome: 'attention',
			code: 'UNEXPLAINED_AMOUNT',
			total: 60.5,
			paymentIds: '',
		});
		expect(transform(order).paymentIds).toBe('pay-9001 pay-9002 pay-9003');
	});
});

test.each([
	['pending', 'wait'],
	['voided', 'nothingToBook'],
	['paid', 'book'],
	['partially_refunded', 'book'],
])('the payment status %s: %s', (financial_status, outcome) => {
	expect(transform(orderOf('taxes_on_top', { financial_status })).outcome).toBe(outcome);
});

test.each<[string, Json, string]>([
	['a tip that is on no line', { total_price: '80.61' }, 'TOTAL_MISMATCH'],
	['VAT that is not that of the lines', { total_tax: '13.60' }, 'VAT_TOTAL_MISMATCH'],
	['no total', { total_price: null }, 'ORDER_UNREADABLE'],
	['another currency', { currency: 'USD' }, 'CURRENCY_NOT_EUR'],
	['no date', { processed_at: null }, 'DATE_UNREADABLE'],
])('%s: %s', (_, changes, code) => {
	expect(transform(orderOf('taxes_on_top', changes))).toMatchObject({ outcome: 'attention', code });
});

test('an order of the test gateway was not paid', () => {
	const [payment] = transformPayments(orderOf('taxes_on_top', { test: true }), 'shop', settings);
	expect(payment).toMatchObject({ outcome: 'attention', code: 'PAYMENT_TEST_MODE' });
});
