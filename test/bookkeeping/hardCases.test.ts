/** The hard cases of shop bookkeeping by their number; expected numbers are worked out by hand. */
import type { CreditNoteDraft } from '../../bookkeeping/documents/draft';
import { transformRefund } from '../../bookkeeping/refunds/transformRefund';
import { priceByUnit } from '../../bookkeeping/documents/unitPrice';
import { order, refund, type Json, type Line } from './refunds/support';
import {
	completeSettings,
	draftOf,
	jouwWebOrder,
	linesOf,
	settingsWith,
	transform,
	vatOf,
	wooCommerceOrder,
} from './support';

const accounts = (row: string) => ({
	productsAccountId: `${row} products`,
	shippingAccountId: `${row} shipping`,
	discountAccountId: `${row} discount`,
	feesAccountId: `${row} fees`,
});
/** A French shop: several hard cases are told with 10 % and 20 %. */
const french = settingsWith({
	shops: [{ ...completeSettings.shops[0]!, country: 'FR' }],
	vatMapping: [20, 10].map((percentage) => ({
		country: 'FR',
		percentage,
		vatKind: 'other' as const,
		...accounts(String(percentage)),
	})),
});
const inFrance = { billing: { first_name: 'Ada', last_name: 'Test', country: 'FR' } };
const taxLine = (rate: number, vat: string) => ({
	rate_id: rate,
	rate_percent: rate,
	tax_total: vat,
	shipping_tax_total: '0.00',
});

/** A JouwWeb order with 40.00 at 9 % (VAT 3.30) and 60.00 at 21 % (VAT 10.41). */
function jouwWebBasket(changes: Json): Json {
	const line = { type: 'article', title: 'Article', quantity: 1 };
	return jouwWebOrder(440001, {
		orderLines: [
			{ ...line, totalPrice: 40, totalTaxAmount: 3.3, taxPercentage: 9 },
			{ ...line, totalPrice: 60, totalTaxAmount: 10.41, taxPercentage: 21 },
		],
		price: undefined,
		discountAmount: 0,
		discountTaxAmount: 0,
		shippingCost: 0,
		shippingTaxAmount: 0,
		...changes,
	});
}

describe('HC-01: VAT of the lines that does not add up to that of the order', () => {
	// WooCommerce issue 17397: 1.23 + 0.08 + 0.33 + 0.97 + 0.06 = 2.67, the order says 2.69.
	const lines: Line[] = [
		{ net: 586, rate: 21, vat: 123 },
		{ net: 38, rate: 21, vat: 8 },
		{ net: 157, rate: 21, vat: 33 },
		{ net: 462, rate: 21, vat: 97 },
		{ net: 29, rate: 21, vat: 6 },
	];

	test('VAT and total are those of the order, nets those of the lines', () => {
		const draft = draftOf(order(lines, { tax_lines: [taxLine(21, '2.69')], total: '15.41' }));
		expect(vatOf(draft)).toEqual({ 21: 2.69 });
		expect(draft.lines.map(({ amount }) => amount)).toEqual([5.86, 0.38, 1.57, 4.62, 0.29]);
		expect(draft.invoiceAmount).toBe(15.41);
	});

	test('more than a cent per line is not rounding', () => {
		const raw = order(lines, { tax_lines: [taxLine(21, '2.73')], total: '15.45' });
		expect(transform(raw).code).toBe('VAT_TOTAL_MISMATCH');
	});

	test('nets with more decimals are rounded once, and the cent goes to the largest line', () => {
		// 3 x 1.004 is 3.012: 3.01, where each line by itself would be 1.00.
		const net = (id: number, total: string) => ({
			id,
			name: `Line ${id}`,
			quantity: 1,
			subtotal: total,
			total,
			total_tax: '0.21',
			taxes: [{ id: 21, total: '0.21' }],
		});
		const raw = order([], {
			line_items: [net(1, '1.004'), net(2, '1.0041'), net(3, '1.004')],
			tax_lines: [taxLine(21, '0.63')],
			total: '3.64',
		});
		expect(draftOf(raw).lines.map(({ amount }) => amount)).toEqual([1.01, 1, 1]);
	});
});

test('HC-02: prices with VAT lead, VAT is rounded once and the net is what is left', () => {
	const line = { type: 'article', title: 'Article', quantity: 1 };
	const raw = jouwWebBasket({
		orderLines: [{ ...line, totalPrice: 19.95, totalTaxAmount: 3.46, taxPercentage: 21 }],
		totalPrice: 19.95,
		totalTaxAmount: 3.46,
	});
	const draft = draftOf(raw);
	expect([draft.invoiceAmount, vatOf(draft), linesOf(draft)]).toEqual([
		19.95,
		{ 21: 3.46 },
		[['product', '21 products', 16.49]],
	]);
});

test.each([
	['HC-03: 12 at € 3.49 with VAT', 3461, '12', [1, 3461, '12 x Mug']],
	['HC-03: 1000 at € 0.07 with VAT', 5785, '1000', [1, 5785, '1000 x Mug']],
	['HC-03: two at € 10.70 without VAT', 2140, '2', [2, 1070, 'Mug']],
])('%s', (_, total, quantity, [pieces, price, title]) => {
	expect(priceByUnit(total as number, quantity as string, 'Mug')).toEqual({
		quantity: pieces,
		unitPrice: price,
		description: title,
	});
});

test('HC-05: a discount of 10.00 over 40.00 at 9 % and 60.00 at 21 %', () => {
	// 4.00 with VAT 0.33 and 6.00 with VAT 1.04.
	const raw = jouwWebBasket({
		discountAmount: -10,
		discountTaxAmount: -1.37,
		totalPrice: 90,
		totalTaxAmount: 12.34,
	});
	const draft = draftOf(raw);
	expect(linesOf(draft).filter(([role]) => role === 'discount')).toEqual([
		['discount', '9 discount', -3.67],
		['discount', '21 discount', -4.96],
	]);
	expect(vatOf(draft)).toEqual({ 21: 9.37, 9: 2.97 });
});

describe('HC-06: shipping of 4.95 over 40.00 at 9 % and 60.00 at 21 %', () => {
	const shippedWith = (vat: number) =>
		jouwWebBasket({
			shippingCost: 4.95,
			shippingTaxAmount: vat,
			totalPrice: 104.95,
			totalTaxAmount: Math.round(1371 + vat * 100) / 100,
		});
	const shippingOf = (raw: Json) => linesOf(draftOf(raw)).filter(([role]) => role === 'shipping');

	test('split by amounts with VAT where that gives the VAT of the shop: 0.16 + 0.52', () => {
		// 1.98 and 2.97 with VAT.
		expect(shippingOf(shippedWith(0.68))).toEqual([
			['shipping', '9 shipping', 1.82],
			['shipping', '21 shipping', 2.45],
		]);
	});

	test('split by amounts without VAT where only that does: 0.17 + 0.49', () => {
		// 2.11 and 2.84 with VAT.
		expect(shippingOf(shippedWith(0.66))).toEqual([
			['shipping', '9 shipping', 1.94],
			['shipping', '21 shipping', 2.35],
		]);
	});

	test('VAT that no basis gives needs attention; an effective rate is never booked', () => {
		expect(transform(shippedWith(0.6)).code).toBe('SPLIT_NOT_REPRODUCED');
	});

	test('WooCommerce: the rate that the shop charged, never split again', () => {
		const raw = order([
			{ net: 3670, rate: 9, vat: 330 },
			{ net: 4959, rate: 21, vat: 1041 },
			{ role: 'shipping', net: 409, rate: 21, vat: 86 },
		]);
		expect(linesOf(draftOf(raw)).at(-1)).toEqual(['shipping', '21 shipping', 4.09]);
	});
});

test('HC-07: negative shipping that the shop stored without VAT stays without', () => {
	// WooCommerce issue 19293: VAT 0.91, where 0.75 would follow from the discounted amount.
	const raw = order([{ net: 433, rate: 21, vat: 91 }], { total: '4.48' });
	const shipping = {
		id: 9,
		method_title: 'Discount',
		total: '-0.76',
		total_tax: '0.00',
		taxes: [],
	};
	const draft = draftOf({ ...raw, shipping_lines: [shipping] });
	expect(vatOf(draft)).toEqual({ 21: 0.91 });
	expect(linesOf(draft)).toContainEqual(['shipping', '0 shipping', -0.76]);
	expect(draft.invoiceAmount).toBe(4.48);
});

describe('HC-08: a gift card is a payment', () => {
	const settings = settingsWith({ giftCardAccountId: 'cards' });

	test('25.00 at 9 % and 25.00 at 21 % paid with a card: VAT 2.06 and 4.34 stays due', () => {
		const raw = order(
			[
				{ net: 2294, rate: 9, vat: 206 },
				{ net: 2066, rate: 21, vat: 434 },
			],
			{ total: '0.00', gift_cards: [{ id: 1, amount: '50.00' }] },
		);
		const draft = draftOf(raw, settings);
		expect([draft.invoiceAmount, vatOf(draft), draft.giftCard?.amount]).toEqual([
			50,
			{ 9: 2.06, 21: 4.34 },
			50,
		]);
	});

	// Germanized, tests of vouchers: a fee of -40.00 without VAT, total 10.00; VAT stays.
	const voucher = (total: string, more: Json = {}) => ({
		id: 9,
		name: 'Voucher xyz',
		total,
		total_tax: '0.00',
		taxes: [],
		meta_data: [{ id: 1, key: '_is_voucher', value: 'yes' }],
		...more,
	});
	const goods: Line[] = [
		{ net: 3306, rate: 21, vat: 694 },
		{ role: 'shipping', net: 826, rate: 21, vat: 174 },
	];

	test.each([
		['-40.00', '10.00', 40],
		['-50.00', '0.00', 50],
	])('a voucher that Germanized stores as a fee of %s', (fee, total, paid) => {
		const draft = draftOf(order(goods, { fee_lines: [voucher(fee)], total }), settings);
		expect([draft.invoiceAmount, vatOf(draft), draft.giftCard?.amount]).toEqual([
			50,
			{ 21: 8.68 },
			paid,
		]);
		expect(linesOf(draft).map(([role]) => role)).toEqual(['product', 'shipping']);
	});

	test('an other fee beside it stays a fee', () => {
		const fee = { ...voucher('1.00'), id: 10, name: 'Wrapping', meta_data: [] };
		const raw = order(goods, { fee_lines: [voucher('-40.00'), fee], total: '11.00' });
		expect(linesOf(draftOf(raw, settings))).toContainEqual(['fee', '0 fees', 1]);
	});

	test.each([
		['that adds to the order', voucher('5.00')],
		['with VAT', voucher('-40.00', { total_tax: '-6.94' })],
	])('a voucher %s needs attention', (_, fee) => {
		expect(transform(order(goods, { fee_lines: [fee] }), settings).code).toBe('UNEXPLAINED_AMOUNT');
	});
});

const creditOf = (raw: Json, one: Json, settings = settingsWith()) => {
	const { draft, code, message } = transformRefund(
		{ order: raw, refund: one },
		'woocommerce',
		settings,
	);
	if (!draft) throw new Error(`${code}: ${message}`);
	return draft as CreditNoteDraft;
};

test('HC-09: an amount only of 175.00 on 360.00 with 10 % inside takes back VAT 15.91', () => {
	// WooCommerce issue 22007: the shop lowers its VAT by nothing.
	const raw = order([{ net: 32_727, rate: 10, vat: 3273 }], inFrance);
	const credit = creditOf(raw, refund(2001, [], 17_500), french);
	expect([credit.invoiceAmount, vatOf(credit), credit.estimated]).toEqual([
		-175,
		{ 10: -15.91 },
		true,
	]);
});

test('HC-11: a refund of 179.26 on an order of 179.25 mirrors the order', () => {
	// WooCommerce issue 64668: 10 x 23.90 less 25 % with 20 % inside.
	const raw = order([{ net: 14_937, rate: 20, vat: 2988, quantity: 10, discount: 4980 }], inFrance);
	const one = refund(2001, [{ net: 14_938, rate: 20, vat: 2988, of: 0, quantity: 10 }]);
	const credit = creditOf(raw, one, french);
	expect(one.amount).toBe('179.26');
	expect(credit.invoiceAmount).toBe(-179.25);
	expect(linesOf(credit)).toEqual(
		linesOf(draftOf(raw, french)).map(([role, account, amount]) => [role, account, -amount]),
	);
	expect(credit.notes.join(' ')).toContain('€ 179.25 of € 179.26');
});

describe('HC-12: free orders and free lines', () => {
	test('100 % discount: nothing to book, which is not an error', () => {
		expect(transform(wooCommerceOrder('rest_free_100pct'))).toMatchObject({
			outcome: 'nothingToBook',
			code: 'FREE_ORDER',
		});
	});

	test('W048: a free product in a paid order is left out of a sales entry', () => {
		const raw = order([
			{ net: 1000, rate: 21 },
			{ net: 0, rate: 21 },
		]);
		expect(linesOf(draftOf(raw))).toEqual([['product', '21 products', 10]]);
	});

	test('W048: a bundle is booked once, on the line that carries its price', () => {
		const parts: Line[] = [
			{ net: 5000, rate: 21 },
			{ net: 0, rate: 21, quantity: 2 },
			{ net: 0, rate: 9 },
		];
		expect(linesOf(draftOf(order(parts)))).toEqual([['product', '21 products', 50]]);
		const perPart: Line[] = [
			{ net: 0, rate: 21 },
			{ net: 3000, rate: 21 },
			{ net: 2000, rate: 9 },
		];
		expect(linesOf(draftOf(order(perPart)))).toEqual([
			['product', '21 products', 30],
			['product', '9 products', 20],
		]);
	});
});

test('HC-20: a deleted product without SKU is booked as any other', () => {
	const raw = order([{ net: 1000, rate: 21 }]);
	const [line] = raw.line_items as Json[];
	const deleted = { ...line, product_id: 0, variation_id: 0, sku: null, image: null };
	expect(draftOf({ ...raw, line_items: [deleted] })).toEqual(draftOf(raw));
	const settings = settingsWith({ productAccounts: [{ sku: 'X-*', accountId: 'other' }] });
	expect(linesOf(draftOf({ ...raw, line_items: [deleted] }, settings))[0]?.[1]).toBe('21 products');
});

test('HC-23: tax parts that are not rounded give way to the VAT of the line', () => {
	// A fee of 6.53 at 9 %: the part says 0.588, the line 0.59.
	const fee = {
		id: 9,
		name: 'Fee',
		total: '6.53',
		total_tax: '0.59',
		taxes: [{ id: 9, total: '0.588' }],
	};
	const raw = order([{ net: 1000, rate: 9, vat: 90 }], {
		fee_lines: [fee],
		tax_lines: [taxLine(9, '1.49')],
		total: '18.02',
	});
	const draft = draftOf(raw);
	expect([vatOf(draft), draft.invoiceAmount]).toEqual([{ 9: 1.49 }, 18.02]);
	expect(linesOf(draft)).toContainEqual(['fee', '9 fees', 6.53]);
});

describe('HC-19: the day of an order is that of the shop', () => {
	test.each([
		['2026-12-31T23:30:00', '2027-01-01'],
		['2026-03-31T22:30:00', '2026-04-01'],
		['2026-03-29T00:59:59', '2026-03-29'],
		['2026-10-24T22:30:00', '2026-10-25'],
		['2028-02-29T12:00:00', '2028-02-29'],
	])('%s UTC', (date_created_gmt, day) => {
		expect(draftOf(order([{ net: 1000, rate: 21 }], { date_created_gmt })).invoiceDate).toBe(day);
	});
});
