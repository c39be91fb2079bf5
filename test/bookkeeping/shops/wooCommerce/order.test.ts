import type { ShopSettings } from '../../../../bookkeeping/settings/settings';
import { readWooCommerceOrder } from '../../../../bookkeeping/shops/wooCommerce/order';
import type { ShopAddress, ShopOrder } from '../../../../bookkeeping/trade/order';
import { settingsWith } from '../../support';

type Json = Record<string, unknown>;

const [wooShop] = settingsWith().shops as [ShopSettings, ShopSettings];
const fields = settingsWith().orderFields;

const identity = { id: '7', number: '1007', status: 'processing' };

const nobody: ShopAddress = {
	firstName: '',
	lastName: '',
	company: '',
	street: '',
	postcode: '',
	city: '',
	country: '',
};

/** Millionths of a euro. */
const euro = (amount: number) => Math.round(amount * 1_000_000);

const unreadable = (code: string, message: string) => expect.objectContaining({ code, message });

describe('WooCommerce: what is read of an order (WC-501 to WC-516, WC-911, WC-921)', () => {
	const taxes = (total: string) => [{ id: 1, total }];
	const raw: Json = {
		currency: 'EUR',
		date_created: '2026-03-01T00:30:00',
		date_created_gmt: '2026-02-28T23:30:00',
		total: '45.69',
		total_tax: '9.93',
		payment_method: 'ideal',
		payment_method_title: 'iDEAL',
		billing: {
			first_name: 'Ada',
			last_name: 'Test',
			company: 'Test BV',
			address_1: 'Straat 1',
			address_2: 'Bis',
			postcode: '1000 AA',
			city: 'Amsterdam',
			country: 'nl',
			email: 'ada@mail.example',
			phone: '020',
		},
		shipping: { address_2: 'Only here', country: 'EL' },
		line_items: [
			{
				id: 11,
				name: 'Mug',
				sku: 'M1',
				quantity: 2,
				subtotal: '40.00',
				total: '36.00',
				total_tax: '7.56',
				taxes: [...taxes('7.56'), { id: 2, total: '' }],
				categories: [{ name: 'Mugs' }],
			},
		],
		shipping_lines: [
			{ id: 12, method_title: 'Post', method_id: 'flat_rate', total: '5.00', taxes: taxes('1.05') },
		],
		fee_lines: [{ id: 13, name: 'Gift', total: '3.00', total_tax: '0.63', taxes: taxes('0.63') }],
		tax_lines: [
			{ rate_id: 1, rate_percent: 21, tax_total: '8.19', shipping_tax_total: '1.05' },
			{ rate_id: 2, rate_percent: '9', tax_total: '0.00' },
		],
		gift_cards: [{ amount: '5.00' }],
		meta_data: [
			{ key: 'vat_number', value: 'NL111111111B01' },
			{ key: '_vat_number', value: 'NL123456789B01' },
			{ key: 'kvk', value: '12345678' },
			{ key: '_used_wallet_amount', value: '1.50' },
			{ key: 'other', value: '99.00' },
			{ key: '_invoice', value: 'F-7' },
		],
		refunds: [{ id: 1 }, { id: 2 }],
	};
	const read = (changes: Json = {}, shop: Partial<ShopSettings> = {}) =>
		readWooCommerceOrder(identity, { ...raw, ...changes }, { ...wooShop, ...shop }, fields);

	test('everything', () => {
		expect(read()).toEqual<ShopOrder>({
			...identity,
			invoiceNumber: '1007',
			currency: 'EUR',
			date: '2026-03-01',
			paymentMethod: { code: 'ideal', title: 'iDEAL' },
			// 45.69 and the 6.50 that were paid before.
			total: 5219,
			paidByGiftCard: 650,
			lines: [
				{
					id: '11',
					role: 'product',
					title: 'Mug',
					sku: 'M1',
					categories: ['Mugs'],
					quantity: '2',
					net: euro(36),
					netBeforeDiscount: euro(40),
					vat: [{ percentage: 21, amount: euro(7.56) }],
				},
				{
					id: '12',
					role: 'shipping',
					title: 'Post',
					sku: '',
					categories: undefined,
					quantity: '1',
					net: euro(5),
					netBeforeDiscount: euro(5),
					vat: [{ percentage: 21, amount: 0 }],
				},
				{
					id: '13',
					role: 'fee',
					title: 'Gift',
					sku: '',
					categories: undefined,
					quantity: '1',
					net: euro(3),
					netBeforeDiscount: euro(3),
					vat: [{ percentage: 21, amount: euro(0.63) }],
				},
			],
			spread: [],
			vatPerRate: [
				{ percentage: 21, amount: euro(9.24) },
				{ percentage: 9, amount: 0 },
			],
			statedVat: 993,
			billing: {
				firstName: 'Ada',
				lastName: 'Test',
				company: 'Test BV',
				street: 'Straat 1 Bis',
				postcode: '1000 AA',
				city: 'Amsterdam',
				country: 'NL',
			},
			shipping: { ...nobody, street: 'Only here', country: 'GR' },
			pickUp: false,
			email: 'ada@mail.example',
			phone: '020',
			vatNumber: 'NL123456789B01',
			chamberOfCommerceNumber: '12345678',
			refundCount: 2,
		});
	});

	test.each<[string, Json, Partial<ShopOrder>]>([
		[
			'no title of the payment method',
			{ payment_method_title: '' },
			{ paymentMethod: { code: 'ideal', title: 'ideal' } },
		],
		['no UTC moment', { date_created_gmt: null }, { date: '2026-03-01' }],
		[
			'collected at the shop',
			{ shipping_lines: [{ method_id: 'local_pickup', total: '0' }] },
			{ pickUp: true },
		],
		[
			'collected at the shop, as versions before 3.4 write it',
			{ shipping_lines: [{ method_id: 'local_pickup:5', total: '0' }] },
			{ pickUp: true },
		],
		[
			'collected at a location',
			{ shipping_lines: [{ method_id: 'pickup_location', total: '0' }] },
			{ pickUp: true },
		],
		[
			'a VAT number of its own field',
			{ vat_number: 'NL999999999B99' },
			{ vatNumber: 'NL999999999B99' },
		],
		[
			'a VAT number in another field than what is none',
			{
				...{ vat_number: undefined, billing: { country: 'BE' } },
				meta_data: [
					{ id: 1, key: '_vat_number', value: 'geen' },
					{ id: 2, key: '_billing_vat_id', value: '0403.170.701' },
				],
			},
			{ vatNumber: 'BE0403170701' },
		],
		[
			'a VAT number in the address',
			{ meta_data: [], billing: { vat_id: 'be 0123.456.789' } },
			{ vatNumber: 'BE0123456789' },
		],
		[
			'a VAT number in the address, by its other name',
			{ meta_data: [], billing: { vat_number: 'BE0123456789' } },
			{ vatNumber: 'BE0123456789' },
		],
		[
			'an empty VAT number in front',
			{
				meta_data: [
					{ key: '_vat_number', value: '' },
					{ key: 'vat_nr', value: 'NL222222222B02' },
				],
			},
			{ vatNumber: 'NL222222222B02' },
		],
		[
			'no metadata',
			{ meta_data: undefined, gift_cards: undefined },
			{ vatNumber: '', chamberOfCommerceNumber: '', paidByGiftCard: 0, total: 4569 },
		],
	])('%s', (_, changes, expected) => {
		expect(read(changes)).toMatchObject(expected);
	});

	test.each([undefined, null, ''])(
		'a rate without percentage (%p) has it in its words',
		(percent) => {
			const rate = {
				rate_id: 1,
				rate_code: 'NL-BTW 21%-1',
				rate_percent: percent,
				tax_total: '9.24',
			};
			const { vatPerRate } = read({
				tax_lines: [rate, { rate_id: 2, rate_percent: 9, tax_total: '0' }],
			});
			expect(vatPerRate.map(({ percentage }) => percentage)).toContain(21);
		},
	);

	test.each<[string, Json]>([
		['WooCommerce Deposits', { created_via: 'wc_deposits' }],
		['YITH', { meta_data: [{ id: 1, key: '_has_full_payment', value: '1' }] }],
	])(
		'what is left after a deposit is a sale beside it, no part of a marketplace: %s',
		(_, mark) => {
			expect(read({ parent_id: 17 })).toHaveProperty('marketplace');
			expect(read({ parent_id: 17, ...mark })).not.toHaveProperty('marketplace');
		},
	);

	test('the invoice number of the metadata, none when it is not there', () => {
		expect(read({}, { invoiceNumberField: '_invoice' }).invoiceNumber).toBe('F-7');
		expect(read({}, { invoiceNumberField: '_other' }).invoiceNumber).toBe('');
	});

	const item = (changes: Json) => ({
		line_items: [{ id: 11, name: 'Mug', subtotal: '36.00', total: '36.00', ...changes }],
	});
	const vatOf = (changes: Json) =>
		read(item(changes)).lines[0]!.vat.map(({ percentage, amount }) => [
			percentage,
			amount / 10_000,
		]);

	test.each<[string, Json, number[][]]>([
		[
			"with one rate the line's own total counts",
			{ taxes: taxes('7.00'), total_tax: '7.56' },
			[[21, 756]],
		],
		[
			'the same cents: the exact part stays',
			{ taxes: taxes('7.5612'), total_tax: '7.56' },
			[[21, 756.12]],
		],
		[
			'with two rates the parts stay',
			{
				taxes: [
					{ id: 1, total: '5.00' },
					{ id: 2, total: '1.00' },
				],
				total_tax: '6.50',
			},
			[
				[21, 500],
				[9, 100],
			],
		],
		[
			'a rate without VAT beside it does not count',
			{
				taxes: [
					{ id: 2, total: '0' },
					{ id: 1, total: '7.00' },
				],
				total_tax: '7.56',
			},
			[
				[9, 0],
				[21, 756],
			],
		],
		['no rate at all', { taxes: [], total_tax: '' }, []],
	])('VAT of a line (HC-23): %s', (_, changes, expected) => {
		expect(vatOf(changes)).toEqual(expected);
	});

	test.each<[string, Json, string, string]>([
		['no total', { total: '' }, 'ORDER_UNREADABLE', 'The order: field "total" holds no amount.'],
		[
			'a rate without percentage',
			{ tax_lines: [{ rate_id: 1, rate_code: 'NL-21', tax_total: '1' }] },
			'TAX_LINE_MISSING',
			'The VAT rate NL-21 of the order has no percentage.',
		],
		[
			'a percentage in words',
			{ tax_lines: [{ rate_id: 1, rate_code: 'NL-21', rate_percent: 'high', tax_total: '1' }] },
			'TAX_LINE_MISSING',
			'The VAT rate NL-21 of the order has no percentage.',
		],
		[
			'a rate without amount',
			{ tax_lines: [{ rate_id: 1, rate_percent: 21 }] },
			'ORDER_UNREADABLE',
			'VAT rate 21 %: field "tax_total" holds no amount.',
		],
		[
			'shipping VAT in words',
			{ tax_lines: [{ rate_id: 1, rate_percent: 21, tax_total: '1', shipping_tax_total: 'x' }] },
			'ORDER_UNREADABLE',
			'VAT rate 21 %: field "shipping_tax_total" holds no amount.',
		],
		[
			'a line without amount',
			item({ total: '' }),
			'ORDER_UNREADABLE',
			'A line (product 11): field "total" holds no amount.',
		],
		[
			'a line before discount in words',
			item({ subtotal: 'x' }),
			'ORDER_UNREADABLE',
			'A line (product 11): field "subtotal" holds no amount.',
		],
		[
			'VAT of a line in words',
			item({ total_tax: 'x' }),
			'ORDER_UNREADABLE',
			'A line (product 11): field "total_tax" holds no amount.',
		],
		[
			'VAT at a rate nobody describes',
			item({ taxes: [{ id: 9, total: '1.00' }] }),
			'TAX_LINE_MISSING',
			'A line (product 11) names VAT rate id 9, which the order does not describe.',
		],
		[
			'VAT of a rate in words',
			item({ taxes: [{ id: 1, total: 'x' }] }),
			'ORDER_UNREADABLE',
			'A line (product 11): field "total" holds no amount.',
		],
		[
			'a gift card in words',
			{ gift_cards: [{ amount: 'x' }] },
			'ORDER_UNREADABLE',
			'A gift card: field "amount" holds no amount.',
		],
		[
			'store credit in words',
			{ meta_data: [{ key: '_store_credit_used', value: 'x' }] },
			'ORDER_UNREADABLE',
			'A gift card: field "value" holds no amount.',
		],
	])('%s is refused', (_, changes, code, message) => {
		expect(() => read(changes)).toThrow(unreadable(code, message));
	});
});
