import type { RefundInput } from '../../../bookkeeping/refunds/transformRefund';
import type { Settings } from '../../../bookkeeping/settings/settings';
import { transformOrder } from '../../../bookkeeping/orders/transform';
import {
	IDEAL,
	ideal,
	ledgerOf,
	paymentDraftOf,
	payments,
	paymentSettings,
} from '../payments/support';
import { order, refund, refundOf, type Json } from '../refunds/support';

const meta = (key: string, value: unknown) => ({ id: 1, key, value });
const exchangeRates = { use: 'fixed' as const, rates: [{ currency: 'USD', rate: '1.0850' }] };
const settings = (row: Json = {}): Settings =>
	paymentSettings({
		exchangeRates,
		payoutProviders: [],
		paymentMethods: [{ ...ideal, ...row }],
	});
/** USD 121.00, which is EUR 111.52. */
const paid = (changes: Json = {}) =>
	order([{ net: 10_000, rate: 21 }], {
		currency: 'USD',
		payment_method: IDEAL,
		date_paid_gmt: '2026-03-02T10:00:00',
		...changes,
	});
const amountsOf = (raw: unknown) => payments(raw, settings()).map(({ amount }) => amount);
const listed = (...amounts: unknown[]) =>
	paid({
		payments: amounts.map((amount, index) => ({ id: `tr_${index}`, amount, status: 'paid' })),
	});

describe('HC-13: payments convert as their sale does', () => {
	test('the payment is the invoice amount, and its note says why', () => {
		const draft = paymentDraftOf(paid(), settings());
		const sale = transformOrder(paid(), 'woocommerce', settings());
		expect(draft.amount).toBe(sale.draft?.invoiceAmount);
		expect(draft.amount).toBe(111.52);
		expect(draft.notes[0]).toBe('USD 121.00 is € 111.52, at 1 EUR = 1.0850 USD.');
	});

	test('parts of the order make its invoice to the cent, in dollars or already in euro', () => {
		// 40.33 / 1.085 = 37.17; 80.66 / 1.085 = 74.34; 121.00 / 1.085 = 111.52.
		expect(amountsOf(listed('40.33', '40.33', '40.34'))).toEqual([37.17, 37.17, 37.18]);
		const nested = { value: '60.50', currency: 'USD' };
		expect(amountsOf(listed(nested, { value: '55.76', currency: 'EUR' }))).toEqual([55.76, 55.76]);
	});

	test('a payment in a third currency, or beyond the invoice, needs attention', () => {
		const [pounds] = payments(listed({ value: '100.00', currency: 'GBP' }), settings());
		expect(pounds).toMatchObject({ code: 'PAYMENT_UNREADABLE' });
		expect(pounds?.message).toContain('no amount in euro or USD');
		const [, second] = payments(listed('100.00', '21.02'), settings());
		expect(second).toMatchObject({ code: 'PAYMENT_EXCEEDS_ORDER' });
	});

	test('a refund that was paid back is what its credit note takes back', () => {
		const refunds = [2001, 2002, 2003].map((id) => ({
			...refund(id, [], id === 2003 ? 4_034 : 4_033),
			refunded_payment: true,
		}));
		const raw = paid({ refunds });
		const credited = refunds.map((one, index) => {
			const input: RefundInput = {
				order: raw,
				refund: one,
				earlierRefunds: refunds.slice(0, index),
			};
			return refundOf(input, settings()).draft?.invoiceAmount;
		});
		expect(credited).toEqual([-37.17, -37.17, -37.18]);
		expect(amountsOf(raw)).toEqual([111.52, ...credited]);
	});

	test.each([
		[
			'in the currency of the order',
			[meta('_stripe_fee', '2.17'), meta('_stripe_currency', 'usd')],
			2,
		],
		['in euro', [meta('_stripe_fee', '2.17'), meta('_stripe_currency', 'EUR')], 2.17],
	])('a fee %s', (_, meta_data, euro) => {
		const draft = paymentDraftOf(paid({ meta_data }), settings({ bookFees: true }));
		expect(ledgerOf(draft)).toContainEqual(['costs', 'costs', euro, 0]);
	});

	test.each([
		['without a currency', [meta('_stripe_fee', '2.17')], /whether it is in EUR or USD/],
		[
			'in a third currency',
			[meta('_stripe_fee', '2.17'), meta('_stripe_currency', 'GBP')],
			/states it in GBP/,
		],
	])('a fee %s is not guessed', (_, meta_data, note) => {
		const draft = paymentDraftOf(paid({ meta_data }), settings({ bookFees: true }));
		expect(ledgerOf(draft).filter(([role]) => role === 'costs')).toEqual([]);
		expect(draft.notes.join(' ')).toMatch(note);
	});
});
