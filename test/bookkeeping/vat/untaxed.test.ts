import { order } from '../refunds/support';
import { objects } from '../../../bookkeeping/trade/fields';
import { draftOf, jouwWebOrder, linesOf, settingsWith, transform } from '../support';

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
