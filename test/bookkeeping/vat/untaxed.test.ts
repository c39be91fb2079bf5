import { order } from '../refunds/support';
import { objects } from '../../../bookkeeping/trade/fields';
import {
	completeSettings,
	draftOf,
	jouwWebOrder,
	linesOf,
	settingsWith,
	transform,
} from '../support';

/** A fee without any VAT rate beside goods of 100.00. */
const withFee = (total: string, rate = 21, changes = {}) => {
	const raw = order([{ net: 10_000, rate }]);
	const fee_lines = [{ id: 9, name: 'Adjustment', total, total_tax: '0.00', taxes: [] }];
	const sum = (Number(raw.total) + Number(total)).toFixed(2);
	return { ...raw, total: sum, fee_lines, ...changes };
};

test('a fee below zero without VAT, beside goods that bear it: a payment or a discount', () => {
	expect(transform(withFee('-25.00'))).toMatchObject({
		...{ outcome: 'attention', code: 'UNTAXED_NEGATIVE_FEE' },
		message: 'The line "Adjustment" takes € 25.00 off without VAT, while the goods bear 21 %.',
	});
});

test('the settings say that it is a discount: booked so, with a note', () => {
	const draft = draftOf(withFee('-25.00'), settingsWith({ negativeFeeWithoutVat: 'discount' }));
	expect(linesOf(draft)).toEqual([
		['product', '21 products', 100],
		['fee', '0 fees', -25],
	]);
	expect(draft.notes).toEqual([
		'A fee of € -25.00 bears no VAT, while the goods bear 21 %; it is booked as a discount without VAT, as the settings say.',
	]);
});

test('a fee above zero without VAT: a note', () => {
	expect(draftOf(withFee('25.00')).notes).toEqual([
		'A fee of € 25.00 bears no VAT, while the goods bear 21 %: check the tax settings of the shop, since VAT on it follows the goods.',
	]);
});

test('where nothing bears VAT the question is the same', () => {
	const raw = withFee('-25.00', 0);
	expect(transform(raw)).toMatchObject({
		...{ outcome: 'attention', code: 'UNTAXED_NEGATIVE_FEE' },
		message: 'The line "Adjustment" takes € 25.00 off without VAT, while the goods bear no VAT.',
	});
	const kor = { productsAccountId: 'kor', shippingAccountId: 'kor', feesAccountId: 'kor' };
	const small = settingsWith({ smallBusiness: kor });
	expect(transform(raw, small).code).toBe('UNTAXED_NEGATIVE_FEE');
	const draft = draftOf(raw, { ...small, negativeFeeWithoutVat: 'discount' });
	expect(linesOf(draft)).toEqual([
		['product', 'kor', 100],
		['fee', 'kor', -25],
	]);
	expect(draft.notes).toEqual([
		'A fee of € -25.00 bears no VAT; it is booked as a discount without VAT, as the settings say.',
	]);
});

test('a fee at a rate of 0 % that takes an amount off, and an article too', () => {
	const raw = withFee('-25.00');
	const taxes = [{ id: 2, total: '0.00', subtotal: '0.00' }];
	const tax_lines = [
		...objects(raw, 'tax_lines'),
		{ rate_id: 2, rate_code: 'NL-NUL-2', rate_percent: 0, tax_total: '0.00' },
	];
	const [fee] = raw.fee_lines;
	const zeroFee = { ...raw, tax_lines, fee_lines: [{ ...fee, taxes }] };
	expect(transform(zeroFee).code).toBe('UNTAXED_NEGATIVE_FEE');
	const [goods] = objects(raw, 'line_items');
	const amounts = { total: '-25.00', subtotal: '-25.00', total_tax: '0.00', subtotal_tax: '0.00' };
	const line_items = [goods, { ...goods, id: 99, name: 'Trade-in', taxes, ...amounts }];
	const zeroArticle = { ...raw, tax_lines, fee_lines: [], line_items };
	expect(transform(zeroArticle)).toMatchObject({
		...{ outcome: 'attention', code: 'UNTAXED_NEGATIVE_FEE' },
		message: 'The line "Trade-in" takes € 25.00 off without VAT, while the goods bear 21 %.',
	});
	const draft = draftOf(zeroArticle, settingsWith({ negativeFeeWithoutVat: 'discount' }));
	expect(linesOf(draft)).toEqual([
		['product', '21 products', 100],
		['product', '0 products', -25],
	]);
	expect(draft.notes).toHaveLength(1);
});

test('where the fee is free, nothing is said', () => {
	expect(draftOf(withFee('0.00')).notes).toEqual([]);
});

test('goods without VAT at home: a note for a business with a foreign VAT number alone', () => {
	const withNumber = (value: string) =>
		draftOf({
			...order([{ net: 10_000, rate: 0 }]),
			meta_data: [{ key: '_billing_vat_number', value }],
		}).notes;
	expect(withNumber('BE0403170701')).toEqual([
		'Products of € 100.00 bear no VAT, and the customer has a VAT number of BE. Delivered in NL this is no ICP: check whether VAT was due.',
	]);
	expect(withNumber('NL004495445B01')).toEqual([]);
	expect(withNumber('')).toEqual([]);
});

test('the same where other goods of the order bear VAT', () => {
	const raw = order([
		{ net: 10_000, rate: 21 },
		{ net: 4_000, rate: 0 },
	]);
	const meta_data = [{ key: '_billing_vat_number', value: 'BE0403170701' }];
	expect(draftOf({ ...raw, meta_data }).notes).toEqual([
		'Products of € 40.00 bear no VAT, and the customer has a VAT number of BE. Delivered in NL this is no ICP: check whether VAT was due.',
	]);
});

describe('in a shop under the margin scheme', () => {
	const { shops } = settingsWith();
	const margin = { productsAccountId: 'm', shippingAccountId: 'm', feesAccountId: 'm' };
	const settings = settingsWith({
		shops: shops.map((shop) => ({ ...shop, marginScheme: true })),
		margin,
	});

	test('what takes an amount off is a payment or a discount there too', () => {
		expect(transform(withFee('-25.00'), settings).code).toBe('UNTAXED_NEGATIVE_FEE');
		expect(transform(withFee('-25.00', 0), settings).code).toBe('UNTAXED_NEGATIVE_FEE');
		const draft = draftOf(withFee('-25.00'), { ...settings, negativeFeeWithoutVat: 'discount' });
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 100],
			['fee', 'm', -25],
		]);
		expect(draft.notes).toHaveLength(1);
	});

	test('a charge without VAT is part of the price of margin goods, and of no others', () => {
		expect(draftOf(withFee('25.00'), settings).notes).toEqual([
			'A fee of € 25.00 bears no VAT, while the goods bear 21 %: check the tax settings of the shop, since VAT on it follows the goods.',
		]);
		expect(draftOf(withFee('25.00', 0), settings).notes).toEqual([]);
	});
});

describe('a line that the owner of a JouwWeb shop typed in at 0 %', () => {
	// Goods of 121.00 with 21.00 VAT, and 25.00 off.
	const line = (type: string, title: string, totalPrice: number, totalTaxAmount: number) => ({
		...{ type, title, quantity: 1, totalPrice, totalTaxAmount },
		taxPercentage: totalTaxAmount > 0 ? 0.21 : 0,
	});
	const raw = (title: string) => ({
		...jouwWebOrder(440001),
		price: undefined,
		...{ totalPrice: 96, totalTaxAmount: 21, shippingCost: 0, shippingTaxAmount: 0 },
		...{ discountAmount: 0, discountTaxAmount: 0 },
		orderLines: [line('article', 'Chair', 121, 21), line('custom', title, -25, 0)],
	});

	test('by the name of a gift card it is a payment, and nothing is off the sale', () => {
		const draft = draftOf(raw('Cadeaubon'), settingsWith({ giftCardAccountId: 'cards' }));
		expect(linesOf(draft)).toEqual([['product', '21 products', 100]]);
		expect(draft).toMatchObject({
			...{ invoiceAmount: 121, giftCard: { amount: 25, ledgerAccountId: 'cards' } },
		});
	});

	test('by another name it is a payment or a discount', () => {
		expect(transform(raw('Afspraak')).code).toBe('UNTAXED_NEGATIVE_FEE');
	});
});

describe('goods without VAT, sold by the row of a country', () => {
	const own = { productAccounts: [{ sku: '*', accountId: 'own' }] };
	const toGermany = { billing: { country: 'DE' }, shipping: { country: 'DE' } };
	const german = {
		...{ country: 'DE', productsAccountId: 'de', shippingAccountId: 'de', feesAccountId: 'de' },
	};
	const below = [
		...completeSettings.vatMapping,
		{ ...german, percentage: 21, vatKind: 'high' as const },
	];
	/** Goods of 100.00 without any rate, and a fee of 10.00 with 2.10 of VAT. */
	const untaxedGoods = (changes = {}) => {
		const raw = order([{ net: 10_000, rate: 21 }]);
		const [goods] = objects(raw, 'line_items');
		const [rate] = objects(raw, 'tax_lines');
		return {
			...raw,
			...{ total: '112.10', total_tax: '2.10' },
			line_items: [{ ...goods, sku: 'A1', total_tax: '0.00', subtotal_tax: '0.00', taxes: [] }],
			fee_lines: [
				{
					...{ id: 9, name: 'Rembours', total: '10.00', total_tax: '2.10' },
					taxes: [{ id: rate?.rate_id, total: '2.10', subtotal: '2.10' }],
				},
			],
			tax_lines: [{ ...rate, tax_total: '2.10', shipping_tax_total: '0.00' }],
			...changes,
		};
	};

	test.each([
		['a business', { vat_number: 'DE136695976' }],
		['a consumer', {}],
	])('abroad beside a fee that bears VAT is neither ICP nor taxed, for %s', (_, number) => {
		const raw = untaxedGoods({ ...toGermany, ...number });
		for (const settings of [{}, own]) {
			expect(transform(raw, settingsWith({ vatMapping: below, ...settings }))).toMatchObject({
				...{ outcome: 'attention', code: 'GOODS_WITHOUT_VAT_ABROAD' },
				message:
					'Articles of € 100.00 went to DE without VAT, while shipping or a fee bears VAT of € 2.10.',
			});
		}
	});

	test('at home on an account of their own: booked, never silently', () => {
		const draft = draftOf(untaxedGoods(), settingsWith(own));
		expect(linesOf(draft)).toContainEqual(['product', 'own', 100]);
		expect(draft.notes).toEqual([
			'Articles of € 100.00, delivered in NL, have no VAT rate at all, and nothing of the order says why: check whether VAT was due.',
		]);
	});

	test('a deposit beside goods that bear VAT needs no word', () => {
		const raw = order([{ net: 10_000, rate: 21 }]);
		const bottle = { id: 8, name: 'Statiegeld', sku: 'S', quantity: 1, taxes: [] };
		const line_items = [
			...objects(raw, 'line_items'),
			{ ...bottle, total: '0.15', total_tax: '0.00', subtotal: '0.15', subtotal_tax: '0.00' },
		];
		const total = (Number(raw.total) + 0.15).toFixed(2);
		expect(draftOf({ ...raw, line_items, total }, settingsWith(own)).notes).toEqual([]);
	});
});

// 20.66 and 4.34 of VAT at 21 %: 25.00.
test('a gift card by which the shop took VAT off too is booked as charged, with a word about its VAT', () => {
	const raw = order([{ net: 10_000, rate: 21 }]);
	const [rate] = objects(raw, 'tax_lines');
	const gift = (name: string) => ({
		...raw,
		...{ total: '96.00', total_tax: '16.66' },
		fee_lines: [
			{
				...{ id: 9, name, total: '-20.66', total_tax: '-4.34' },
				taxes: [{ id: rate?.rate_id, total: '-4.34', subtotal: '-4.34' }],
			},
		],
		tax_lines: [{ ...rate, tax_total: '16.66', shipping_tax_total: '0.00' }],
	});
	const draft = draftOf(gift('Cadeaubon 12'));
	expect(draft.invoiceAmount).toBe(96);
	expect(draft.notes).toEqual([
		'A line with the name of a gift card or an earlier payment takes € 20.66 off, and VAT of € 4.34, as a discount does. If it paid for the order and no VAT was paid on it before, that VAT is still due.',
	]);
	expect(draftOf(gift('Korting')).notes).toEqual([]);
});
