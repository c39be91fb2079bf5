/**
 * The pitfalls that the WooCommerce article names (W060 to W065), as far as they are rules of money;
 * W062 and W065 are in test/nodes/SnelStart/pitfalls.test.ts. Amounts are worked out by hand.
 */
import { compareCodes } from '../../bookkeeping/stock/compareCodes';
import { readShopItems } from '../../bookkeeping/stock/shopItem';
import { creditNoteOf, order, refund, refundOf, type Json } from './refunds/support';
import { articles, article, product, variation } from './stock/support';
import { draftOf, linesOf, settingsWith, transform, vatOf } from './support';

/** A mug of 49.59 at 21 %, a book of 36.70 at 9 % of which 5.00 went off, shipping of 4.09 at 21 %. */
const basket = order([
	{ net: 4959, rate: 21 },
	{ net: 3170, discount: 500, rate: 9 },
	{ role: 'shipping', net: 409, rate: 21 },
]);

describe('W060: no ledger account of its own for shipping or discounts', () => {
	const without = (account: 'shippingAccountId' | 'discountAccountId') =>
		settingsWith({
			vatMapping: settingsWith().vatMapping.map((row) => ({ ...row, [account]: undefined })),
		});

	test('each kind of line goes to its own account', () => {
		expect(linesOf(draftOf(basket))).toEqual([
			['product', '21 products', 49.59],
			['product', '9 products', 36.7],
			['discount', '9 discount', -5],
			['shipping', '21 shipping', 4.09],
		]);
	});

	test('without one for shipping nothing is booked, and the setting is named', () => {
		const { outcome, code, message, draft } = transform(basket, without('shippingAccountId'));
		expect([outcome, code, draft]).toEqual(['attention', 'MAPPING_INCOMPLETE', undefined]);
		expect(message).toContain("'Shipping Account' of 'VAT Mapping' NL 21 %");
	});

	test('without one for discounts products are booked after discount, to the same total (D-W041)', () => {
		const draft = draftOf(basket, without('discountAccountId'));
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 49.59],
			['product', '9 products', 31.7],
			['shipping', '21 shipping', 4.09],
		]);
		expect(draft.invoiceAmount).toBe(draftOf(basket).invoiceAmount);
	});
});

describe('W061: rates of products, shipping and gift cards mixed up', () => {
	const card = {
		...{ id: 9, name: 'Gift card', sku: 'GIFT', quantity: 1, subtotal: '25.00', total: '25.00' },
		...{ total_tax: '0.00', taxes: [] },
	};
	// 49.59 + 31.70 + 4.09 + VAT 10.41 + 2.85 + 0.86 = 99.50; the card makes it 124.50.
	const mixed = {
		...basket,
		total: '124.50',
		line_items: [...(basket.line_items as Json[]), card],
	};
	const settings = settingsWith({
		giftCardAccountId: 'gift cards',
		productAccounts: [{ sku: 'GIFT', accountId: 'gift cards' }],
	});

	test('each keeps its own rate and account; the gift card has no VAT', () => {
		const draft = draftOf(mixed, settings);
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 49.59],
			['product', '9 products', 36.7],
			['product', 'gift cards', 25],
			['discount', '9 discount', -5],
			['shipping', '21 shipping', 4.09],
		]);
		expect(vatOf(draft)).toEqual({ 21: 11.27, 9: 2.85 });
		expect(draft.invoiceAmount).toBe(124.5);
	});

	test('paid with another card, the VAT is the same', () => {
		const paid = { ...mixed, total: '74.50', gift_cards: [{ id: 1, code: 'x', amount: '50.00' }] };
		const draft = draftOf(paid, settings);
		expect(vatOf(draft)).toEqual({ 21: 11.27, 9: 2.85 });
		expect(draft).toMatchObject({
			invoiceAmount: 124.5,
			giftCard: { amount: 50, ledgerAccountId: 'gift cards' },
		});
	});

	test('without an account for it the card is not taken for turnover at 0 %', () => {
		expect(transform(mixed).code).toBe('UNTAXED_DOMESTIC_LINE');
	});
});

describe('W063: a credit note without its invoice', () => {
	// The mug goes back: 49.59 + 10.41 = 60.00.
	const back = refund(1001, [{ net: 4959, rate: 21, of: 0 }]);
	const settings = settingsWith({
		shops: settingsWith().shops.map((shop) => ({ ...shop, invoiceNumberPrefix: 'W' })),
	});

	test('it names the invoice, in words and by its number, and goes to the same customer', () => {
		const sale = draftOf(basket, settings);
		const note = creditNoteOf({ order: basket, refund: back }, settings);
		expect(sale.invoiceNumber).toBe('W1000');
		expect(note).toMatchObject({
			...{ originalInvoiceNumber: 'W1000', originalOrderKey: sale.orderKey },
			...{ customer: sale.customer, invoiceAmount: -60 },
		});
		expect(note.description).toMatch(/^Credit W1000\b/);
		expect(note.invoiceNumber).not.toBe(sale.invoiceNumber);
	});

	test('of an order that was never booked there is none', () => {
		const cancelled = { ...basket, status: 'cancelled' };
		const { outcome, draft } = refundOf({ order: cancelled, refund: back }, settings);
		expect(outcome).not.toBe('book');
		expect(draft).toBeUndefined();
	});
});

test('W064: SKUs of variations that are no article code are named, each with what to do', () => {
	const products = [
		product(1, 'SHIRT', { type: 'variable' }),
		variation(2, 1, 'SHIRT-L'),
		variation(3, 1, 'SHIRT-XL'),
		// Shows the SKU of its product: it has none of its own.
		variation(4, 1, 'SHIRT'),
	];
	const { problems, matched } = compareCodes(
		readShopItems(products),
		articles(article('SHIRT-L', 5), article('SHIRT_XL', 5)),
		{ itemCodeKind: 'Alfanumeriek', itemCodeMaxLength: 25 },
		{ dummyItems: settingsWith().salesOrders.dummyItems },
	);
	expect(matched).toBe(1);
	expect(problems.map(({ code, variationId }) => [code, variationId])).toEqual([
		['SKU_OF_PARENT', 4],
		['SKU_UNKNOWN', 3],
		['ARTICLE_NOT_IN_SHOP', null],
	]);
	expect(problems.every(({ found, tip }) => found !== '' && tip !== '')).toBe(true);
});
