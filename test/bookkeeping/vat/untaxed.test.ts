import { order } from '../refunds/support';
import { draftOf, linesOf, settingsWith, transform } from '../support';

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
		message: 'The fee "Adjustment" takes € 25.00 off without VAT, while the goods bear 21 %.',
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

test('where nothing bears VAT, or the fee is free, nothing is said', () => {
	expect(draftOf(withFee('-25.00', 0)).notes).toEqual([]);
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

test('in a shop under the margin scheme goods without VAT are margin goods: no note', () => {
	const { shops } = settingsWith();
	const margin = { productsAccountId: 'm', shippingAccountId: 'm', feesAccountId: 'm' };
	const settings = settingsWith({
		shops: shops.map((shop) => ({ ...shop, marginScheme: true })),
		margin,
	});
	expect(draftOf(withFee('-25.00'), settings).notes).toEqual([]);
});
