import { draftOf, jouwWebOrder, linesOf, settingsWith, transform, vatOf } from '../../support';
import { cardOrder, fee, forms, meta } from '../../giftCards/support';

const settings = settingsWith({ giftCardAccountId: 'gift cards' });
const card = (amount: number) => ({ amount, ledgerAccountId: 'gift cards' });

// r12, r12b, r13, r14b, r14c: the sale is 50.00 and 10.50 VAT, whoever paid for it.
test.each(Object.entries(forms))('%s: a payment, and the sale is whole', (_, changes) => {
	const draft = draftOf(cardOrder('35.50', changes), settings);
	expect(draft.invoiceAmount).toBe(60.5);
	expect(linesOf(draft)).toEqual([['product', '21 products', 50]]);
	expect(vatOf(draft)).toEqual({ 21: 10.5 });
	expect(draft.giftCard).toEqual(card(25));
});

test.each(['_order_funds', '_funds_used'])(
	'%s paid all of it: total € 0.00 is a sale (r14)',
	(key) => {
		const draft = draftOf(cardOrder('0.00', { meta_data: [meta(key, '60.5')] }), settings);
		expect(draft.invoiceAmount).toBe(60.5);
		expect(draft.giftCard).toEqual(card(60.5));
	},
);

test('funds that are the payment method do not lower the total: nothing else paid', () => {
	const raw = cardOrder('60.50', {
		...{ payment_method: 'accountfunds', payment_method_title: 'Tegoed' },
		meta_data: [meta('_funds_used', '60.5')],
	});
	const draft = draftOf(raw, settings);
	expect(draft.invoiceAmount).toBe(60.5);
	expect(draft.giftCard).toBeUndefined();
});

test.each<[string, Record<string, unknown>]>([
	['smart_coupon', {}],
	['store_credit', { meta_data: [meta('_store_credit_used', { x: '12.1' })] }],
])(
	'%s that was taken off before VAT is the discount it was, and a note says so',
	(type, changes) => {
		const raw = cardOrder('48.40', {
			...changes,
			...{ total_tax: '8.40' },
			line_items: [
				{
					...{ id: 1, name: 'Product', sku: 'ART-1', quantity: 1 },
					...{ subtotal: '50.00', subtotal_tax: '10.50', total: '40.00', total_tax: '8.40' },
					taxes: [{ id: 1, total: '8.40', subtotal: '10.50' }],
				},
			],
			tax_lines: [{ id: 901, rate_id: 1, rate_percent: 21, tax_total: '8.40' }],
			coupon_lines: [
				{ id: 7, code: 'x', discount: '10', discount_tax: '2.10', discount_type: type },
			],
		});
		const draft = draftOf(raw, settings);
		expect(draft.invoiceAmount).toBe(48.4);
		expect(draft.giftCard).toBeUndefined();
		expect(draft.notes).toContain(
			'Store credit of € 12.10 was taken off before VAT, as a discount; the gift card account does not change.',
		);
	},
);

test('an ordinary coupon is no store credit', () => {
	const coupon = { id: 7, code: 'x', discount: '25', discount_tax: '0', discount_type: 'percent' };
	expect(transform(cardOrder('35.50', { coupon_lines: [coupon] }), settings)).toMatchObject({
		...{ outcome: 'attention', code: 'TOTAL_MISMATCH' },
	});
});

test('a fee that adds to the order is a fee, whatever its name', () => {
	const draft = draftOf(
		cardOrder('63.00', { fee_lines: [fee('Gift card packing', '2.50')] }),
		settings,
	);
	expect(draft.giftCard).toBeUndefined();
	expect(linesOf(draft)).toContainEqual(['fee', '0 fees', 2.5]);
});

test('a wallet that paid with VAT is not understood', () => {
	const mark = [meta('_legacy_fee_key', '_via_wallet_partial_payment')];
	const withVat = fee('Wallet', '-25.00', mark, { total_tax: '-5.25' });
	expect(transform(cardOrder('30.25', { fee_lines: [withVat] }), settings)).toMatchObject({
		...{ outcome: 'attention', code: 'UNEXPLAINED_AMOUNT' },
	});
});

test('what is stated and does not fit is not booked', () => {
	const gift_cards = [{ id: 1, code: 'TEST', amount: '20.00' }];
	expect(transform(cardOrder('35.50', { gift_cards }), settings).code).toBe('TOTAL_MISMATCH');
});

test('without an account for cards the order says which setting is missing', () => {
	const raw = cardOrder('35.50', forms.TeraWallet);
	expect(transform(raw, settingsWith())).toMatchObject({ code: 'GIFT_CARD_ACCOUNT_MISSING' });
});

describe('JouwWeb', () => {
	/** 60.50 with 10.50 VAT, and a line of the type `giftcard`. */
	const order = (totalPrice: number, line: Record<string, unknown>) =>
		jouwWebOrder(440001, {
			...{ totalPrice, price: undefined, totalTaxAmount: 10.5, shippingCost: 0 },
			...{ shippingTaxAmount: 0, discountAmount: 0, discountTaxAmount: 0 },
			orderLines: [
				{
					...{ type: 'article', title: 'Product', quantity: 1, taxPercentage: 0.21 },
					...{ totalPrice: 60.5, totalTaxAmount: 10.5 },
				},
				{ type: 'giftcard', title: 'Cadeaubon', quantity: 1, ...line },
			],
		});

	test('a card that paid is money, never turnover at 0 %', () => {
		const draft = draftOf(order(35.5, { totalPrice: -25, totalTaxAmount: 0 }), settings);
		expect(draft.invoiceAmount).toBe(60.5);
		expect(draft.lines).toHaveLength(1);
		expect(draft.giftCard).toEqual(card(25));
	});

	test('a card that is sold is owed to whoever has it', () => {
		const draft = draftOf(order(85.5, { totalPrice: 25, totalTaxAmount: 0 }), settings);
		expect(draft.invoiceAmount).toBe(85.5);
		expect(linesOf(draft)[1]).toEqual(['product', 'gift cards', 25]);
		expect(draft.giftCard).toBeUndefined();
	});

	test('a card beside a total that does not count it is not understood', () => {
		expect(transform(order(60.5, { totalPrice: -25, totalTaxAmount: 0 }), settings)).toMatchObject({
			...{ outcome: 'attention', code: 'TOTAL_MISMATCH' },
		});
	});
});
