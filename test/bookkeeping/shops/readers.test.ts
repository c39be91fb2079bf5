import type { ShopAddress, ShopOrder } from '../../../bookkeeping/trade/order';
import type { ShopSettings } from '../../../bookkeeping/settings/settings';
import { categories, object, objects, refuseUnknownMoney } from '../../../bookkeeping/trade/fields';
import { listedRefunds, readIdentity } from '../../../bookkeeping/shops';
import { readJouwWebOrder } from '../../../bookkeeping/shops/jouwWeb/order';
import { readOtherShopOrder } from '../../../bookkeeping/shops/other/order';
import { shopDate } from '../../../bookkeeping/shops/shopDate';
import { readWooCommerceOrder } from '../../../bookkeeping/shops/wooCommerce/order';
import { readRefundId } from '../../../bookkeeping/shops/refundId';
import { readWooCommerceRefund } from '../../../bookkeeping/shops/wooCommerce/refund';
import { settingsWith } from '../support';

type Json = Record<string, unknown>;

const [wooShop, jouwWebShop] = settingsWith().shops as [ShopSettings, ShopSettings];
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
		total: '47.20',
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
		readWooCommerceOrder(identity, { ...raw, ...changes }, { ...wooShop, ...shop });

	test('everything', () => {
		expect(read()).toEqual<ShopOrder>({
			...identity,
			invoiceNumber: '1007',
			currency: 'EUR',
			date: '2026-03-01',
			paymentMethod: { code: 'ideal', title: 'iDEAL' },
			// 47.20 and the 6.50 that were paid before.
			total: 5370,
			paidByGiftCard: 650,
			lines: [
				{
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
			{ vatNumber: '', chamberOfCommerceNumber: '', paidByGiftCard: 0, total: 4720 },
		],
	])('%s', (_, changes, expected) => {
		expect(read(changes)).toMatchObject(expected);
	});

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
		[
			'an amount nobody knows',
			{ custom_fee: '1.00' },
			'UNEXPLAINED_AMOUNT',
			'The order has an amount in the field "custom_fee".',
		],
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

describe('WooCommerce: what is read of a refund (WC-601)', () => {
	const line = {
		id: 11,
		name: 'Mug',
		subtotal: '40.00',
		total: '36.00',
		total_tax: '7.56',
		taxes: [{ id: 1, total: '7.56' }],
	};
	const rate = { rate_id: 1, rate_percent: 21, tax_total: '7.56' };
	const order: Json = {
		line_items: [line],
		shipping_lines: [{ id: 12, method_title: 'Post', total: '5.00' }],
		tax_lines: [rate],
		refunds: [{ id: 91 }, { id: 90 }],
	};
	const refund: Json = {
		id: 91,
		date_created: '2026-04-01T00:30:00',
		date_created_gmt: '2026-03-31T22:30:00',
		amount: '21.78',
		line_items: [
			{
				...{ id: 21, name: 'Mug', quantity: -1, total: '-18.00', total_tax: '-3.78' },
				taxes: [{ id: 1, total: '-3.78' }],
				meta_data: [
					{ key: 'other', value: '12' },
					{ key: '_refunded_item_id', value: '11' },
				],
			},
		],
		fee_lines: [{ id: 22, name: 'Fee', total: '0' }],
		tax_lines: [{ rate_id: 1, rate_percent: 21, tax_total: '-3.78' }],
	};
	const read = (changes: Json = {}) =>
		readWooCommerceRefund({ ...refund, ...changes }, order, wooShop);

	test('everything: amounts that went back are positive', () => {
		expect(read()).toEqual({
			id: '91',
			date: '2026-04-01',
			amount: 2178,
			lines: [
				{
					role: 'product',
					title: 'Mug',
					quantity: '1',
					net: euro(18),
					vat: [{ percentage: 21, amount: euro(3.78) }],
					original: {
						role: 'product',
						title: 'Mug',
						sku: '',
						categories: undefined,
						quantity: '1',
						net: euro(36),
						netBeforeDiscount: euro(40),
						vat: [{ percentage: 21, amount: euro(7.56) }],
					},
				},
				{ role: 'fee', title: 'Fee', quantity: '1', net: 0, vat: [] },
			],
			vatPerRate: [{ percentage: 21, amount: euro(3.78) }],
		});
	});

	test('a line that names none, or one that is not in the order, stands alone', () => {
		const alone = [
			{
				id: 21,
				name: 'Mug',
				total: '-18.00',
				meta_data: [{ key: '_refunded_item_id', value: '99' }],
			},
		];
		expect(read({ line_items: alone }).lines[0]).not.toHaveProperty('original');
		expect(
			read({ shipping_lines: [{ id: 23, method_title: 'Post', total: '-5.00' }] }).lines[1],
		).toEqual({ role: 'shipping', title: 'Post', quantity: '1', net: euro(5), vat: [] });
	});

	test('rates that only the order describes are known', () => {
		expect(read({ tax_lines: [] })).toMatchObject({
			vatPerRate: [],
			lines: [{ vat: [{ percentage: 21, amount: euro(3.78) }] }, {}],
		});
	});

	test('an amount nobody knows, and no amount', () => {
		expect(() => read({ restocking_fee: '2.00' })).toThrow(
			unreadable('UNEXPLAINED_AMOUNT', 'The refund has an amount in the field "restocking_fee".'),
		);
		expect(() => read({ amount: null })).toThrow(
			unreadable('ORDER_UNREADABLE', 'The refund: field "amount" holds no amount.'),
		);
	});

	test.each([[{ id: 91 }], [{ id: '123456789012345' }]])('%j has a number', (one) => {
		expect(readRefundId(one)).toEqual({ id: String(one.id), raw: one });
	});

	test.each([
		[null],
		['91'],
		[[]],
		[{}],
		[{ id: 'a1' }],
		[{ id: '1a' }],
		[{ id: '1234567890123456' }],
	])('%j is no refund', (one) => {
		expect(() => readRefundId(one)).toThrow(
			unreadable('REFUND_UNREADABLE', 'The item is not a refund: its field "id" is not a number.'),
		);
	});

	test('the refunds that an order names', () => {
		const idsOf = (raw: Json) => listedRefunds('wooCommerce', raw, wooShop).map(({ id }) => id);
		expect(idsOf(order)).toEqual(['91', '90']);
		expect(idsOf({})).toEqual([]);
		expect(listedRefunds('jouwWeb', order, jouwWebShop)).toEqual([]);
	});
});

describe('JouwWeb: what is read of an order (J080-J132)', () => {
	const raw: Json = {
		createdAt: '2026-03-01T00:30:00',
		totalPrice: '28.00',
		totalTaxAmount: '4.86',
		paymentMethod: 'iDEAL',
		emailAddress: 'ada@mail.example',
		phoneNumber: '020',
		taxNumber: 'NL 123456789 B01',
		paymentAddress: {
			firstName: 'Ada',
			lastName: 'Test',
			companyName: 'Test BV',
			streetAddress: 'Straat 1',
			postalCode: '1000 AA',
			city: 'Amsterdam',
			country: 'nl',
		},
		shippingAddress: { country: 'BE' },
		shippingCost: '4.00',
		shippingTaxAmount: '0.69',
		orderLines: [
			{
				title: 'Mug',
				sku: 'M1',
				quantity: 2,
				totalPrice: '24.00',
				totalTaxAmount: '4.17',
				taxPercentage: 21,
			},
		],
	};
	const read = (changes: Json = {}, shop: Partial<ShopSettings> = {}) =>
		readJouwWebOrder(identity, { ...raw, ...changes }, { ...jouwWebShop, ...shop });
	const line = (changes: Json) => ({
		title: 'Mug',
		totalPrice: '12.10',
		totalTaxAmount: '2.10',
		...changes,
	});
	const lines = (...all: Json[]) => ({
		orderLines: all.map(line),
		totalPrice: all.reduce((total, { totalPrice = '12.10' }) => total + Number(totalPrice), 0),
		shippingCost: 0,
		shippingTaxAmount: 0,
	});
	const ratesOf = (changes: Json) => read(changes).lines.map(({ vat }) => vat[0]?.percentage);

	test('everything', () => {
		expect(read()).toEqual<ShopOrder>({
			...identity,
			invoiceNumber: '1007',
			currency: 'EUR',
			date: '2026-03-01',
			paymentMethod: { code: 'iDEAL', title: 'iDEAL' },
			total: 2800,
			paidByGiftCard: 0,
			lines: [
				{
					role: 'product',
					title: 'Mug',
					sku: 'M1',
					categories: undefined,
					quantity: '2',
					net: euro(19.83),
					netBeforeDiscount: euro(19.83),
					vat: [{ percentage: 21, amount: euro(4.17) }],
				},
			],
			spread: [{ role: 'shipping', gross: 400, vat: 69 }],
			vatPerRate: [],
			statedVat: 486,
			billing: {
				firstName: 'Ada',
				lastName: 'Test',
				company: 'Test BV',
				street: 'Straat 1',
				postcode: '1000 AA',
				city: 'Amsterdam',
				country: 'NL',
			},
			shipping: { ...nobody, country: 'BE' },
			pickUp: false,
			email: 'ada@mail.example',
			phone: '020',
			vatNumber: 'NL123456789B01',
			chamberOfCommerceNumber: '',
			refundCount: 0,
		});
	});

	test.each<[string, Json, Partial<ShopOrder>]>([
		['another currency', { currency: 'USD' }, { currency: 'USD' }],
		[
			'the date by its other name',
			{ createdAt: undefined, date_created: '2026-03-02' },
			{ date: '2026-03-02' },
		],
		[
			'the customer apart',
			{
				emailAddress: '',
				phoneNumber: '',
				taxNumber: '',
				customer: { emailAddress: 'b@mail.example', phoneNumber: '030', taxNumber: 'BE0123456789' },
			},
			{ email: 'b@mail.example', phone: '030', vatNumber: 'BE0123456789' },
		],
		[
			'the total by its other name (J090)',
			{ totalPrice: null, price: { total: '28.00' } },
			{ total: 2800 },
		],
		['two totals that agree', { price: { total: '28.00' } }, { total: 2800 }],
		['no VAT total: absent is not zero', { totalTaxAmount: null }, { statedVat: undefined }],
		[
			'lines by their other name',
			{ orderLines: undefined, orderlines: raw.orderLines },
			{ total: 2800 },
		],
	])('%s', (_, changes, expected) => {
		const order = read(changes);
		expect(order).toMatchObject(expected);
		expect(order.lines).toHaveLength(1);
	});

	test('the invoice number in a field of its own', () => {
		expect(read({ invoice: 'F-7' }, { invoiceNumberField: 'invoice' }).invoiceNumber).toBe('F-7');
	});

	test('the article number by its other name; one piece unless stated', () => {
		const [one] = read(
			lines({ articleNumber: 'A1', taxPercentage: 21, categories: ['Mugs'] }),
		).lines;
		expect(one).toMatchObject({ sku: 'A1', quantity: '1', categories: ['Mugs'] });
	});

	test.each<[unknown, number]>([
		[21, 21],
		['21', 21],
		['21 %', 21],
		['0.21', 21],
		[0.21, 21],
	])('J103: the percentage %j is %d', (taxPercentage, percentage) => {
		expect(ratesOf(lines({ taxPercentage }))).toEqual([percentage]);
	});

	test('J103: 0 stays 0, 1 stays 1, 100 is the most', () => {
		const zero = { taxPercentage: 0, totalTaxAmount: 0 };
		const one = { taxPercentage: 1, totalPrice: '10.10', totalTaxAmount: '0.10' };
		const most = { taxPercentage: 100, totalPrice: '20.00', totalTaxAmount: '10.00' };
		expect(ratesOf(lines(zero, one, most))).toEqual([0, 1, 100]);
		expect(
			ratesOf(lines({ taxPercentage: '5.5', totalPrice: '10.55', totalTaxAmount: '0.55' })),
		).toEqual([5.5]);
	});

	test.each<[string, Json, Array<number | undefined>]>([
		['the rate in force that fits (J104)', lines({}), [21]],
		[
			'of the country of delivery as well',
			lines({ totalPrice: '11.20', totalTaxAmount: '1.20' }),
			[12],
		],
		['nothing at all', lines({ totalPrice: 0, totalTaxAmount: 0 }), [0]],
		['no VAT', lines({ totalTaxAmount: 0 }), [0]],
		// 0.12 with VAT 0.02: 10 x 21 % is 2.1, 10 x 9 % is 0.9 and 10 x 12 % is 1.2 cents.
		[
			'several fit: the one that other lines use',
			lines({ totalPrice: '0.12', totalTaxAmount: '0.02' }, { taxPercentage: 21 }),
			[21, 21],
		],
		[
			'no VAT on a cent beside other lines',
			lines(
				{ totalPrice: '0.01', totalTaxAmount: 0 },
				{ taxPercentage: 9, totalPrice: '10.90', totalTaxAmount: '0.90' },
			),
			[9, 9],
		],
	])('a line without percentage: %s', (_, changes, expected) => {
		expect(ratesOf(changes)).toEqual(expected);
	});

	const discount = { discountAmount: '2.00', discountTaxAmount: '0.35' };
	test.each<[string, Json, Array<[string, number, number]>]>([
		[
			'taken off by the order (D-J089)',
			{ ...discount, totalPrice: '26.00' },
			[
				['discount', -200, -35],
				['shipping', 400, 69],
			],
		],
		[
			'whatever its sign',
			{ discountAmount: '-2.00', discountTaxAmount: '-0.35', totalPrice: '26.00' },
			[
				['discount', -200, -35],
				['shipping', 400, 69],
			],
		],
		['in the lines already', { ...discount, totalPrice: '28.00' }, [['shipping', 400, 69]]],
		['no shipping', { shippingCost: '', shippingTaxAmount: null, totalPrice: '24.00' }, []],
		['VAT of shipping only', { shippingCost: 0, totalPrice: '24.00' }, [['shipping', 0, 69]]],
	])('discount and shipping: %s', (_, changes, expected) => {
		expect(read(changes).spread.map(({ role, gross, vat }) => [role, gross, vat])).toEqual(
			expected,
		);
	});

	test('a discount that the total does not explain stays as stated', () => {
		expect(read({ ...discount, totalPrice: '1.00' }).spread).toHaveLength(2);
	});

	const type = (name: string) => ({ type: name, taxPercentage: 21 });
	test.each<[string, Json, number, number]>([
		['articles and custom lines are goods (J100)', lines(type('article'), type('custom')), 2, 0],
		[
			'others repeat shipping',
			{
				...lines(type('article'), {
					...type('shipping'),
					totalPrice: '4.00',
					totalTaxAmount: '0.69',
				}),
				shippingCost: '4.00',
				shippingTaxAmount: '0.69',
			},
			1,
			1,
		],
		['others count when the total needs them', lines(type('article'), type('voucher')), 2, 0],
		[
			'with shipping besides',
			{
				...lines(type('article'), type('voucher')),
				totalPrice: '28.20',
				shippingCost: '4.00',
				shippingTaxAmount: '0.69',
			},
			2,
			1,
		],
		[
			'with shipping and discount besides',
			{
				...lines(type('article'), type('voucher')),
				...discount,
				totalPrice: '26.20',
				shippingCost: '4.00',
				shippingTaxAmount: '0.69',
			},
			2,
			2,
		],
		[
			'nothing makes the total: only goods',
			{ ...lines(type('article'), type('voucher')), totalPrice: '1.00' },
			1,
			0,
		],
	])('lines of other types: %s', (_, changes, count, spread) => {
		const order = read(changes);
		expect([order.lines.length, order.spread.length]).toEqual([count, spread]);
	});

	test.each<[string, Json, string, string]>([
		[
			'an amount nobody knows',
			{ giftWrapFee: '1.00' },
			'UNEXPLAINED_AMOUNT',
			'The order has an amount in the field "giftWrapFee".',
		],
		[
			'one on a line',
			lines({ depositAmount: 1 }),
			'UNEXPLAINED_AMOUNT',
			'Line 1 has an amount in the field "depositAmount".',
		],
		[
			'no total',
			{ totalPrice: '' },
			'ORDER_UNREADABLE',
			'The order: field "totalPrice" holds no amount.',
		],
		[
			'no total by its other name',
			{ totalPrice: undefined },
			'ORDER_UNREADABLE',
			'The order (price): field "total" holds no amount.',
		],
		[
			'two totals',
			{ price: { total: '27.00' } },
			'TOTAL_MISMATCH',
			'The order states two totals: 28.00 and 27.00.',
		],
		[
			'two totals, one in words',
			{ price: { total: 'x' } },
			'ORDER_UNREADABLE',
			'The order (price): field "total" holds no amount.',
		],
		[
			'a VAT total in words',
			{ totalTaxAmount: 'x' },
			'ORDER_UNREADABLE',
			'The order: field "totalTaxAmount" holds no amount.',
		],
		[
			'shipping in words',
			{ shippingCost: 'x' },
			'ORDER_UNREADABLE',
			'The order: field "shippingCost" holds no amount.',
		],
		[
			'VAT of the discount in words',
			{ discountTaxAmount: 'x' },
			'ORDER_UNREADABLE',
			'The order: field "discountTaxAmount" holds no amount.',
		],
		[
			'a line without amount',
			lines({}, { totalPrice: '' }),
			'ORDER_UNREADABLE',
			'Line 2: field "totalPrice" holds no amount.',
		],
		[
			'VAT of a line in words',
			lines({ totalTaxAmount: 'x' }),
			'ORDER_UNREADABLE',
			'Line 1: field "totalTaxAmount" holds no amount.',
		],
		[
			'a percentage in words',
			lines({ taxPercentage: 'high' }),
			'ORDER_UNREADABLE',
			'Line 1: field "taxPercentage" holds no percentage.',
		],
		[
			'a negative percentage',
			lines({ taxPercentage: -1 }),
			'ORDER_UNREADABLE',
			'Line 1: field "taxPercentage" holds no percentage.',
		],
		[
			'more than all',
			lines({ taxPercentage: 101 }),
			'ORDER_UNREADABLE',
			'Line 1: field "taxPercentage" holds no percentage.',
		],
		[
			// 10.00 at 21 % are 2.10.
			'a percentage that is three cents off',
			lines({}, { taxPercentage: 21, totalPrice: '12.13', totalTaxAmount: '2.13' }),
			'RATE_CONTRADICTS_AMOUNTS',
			'Line 2 states 21 %, but VAT 2.13 in 12.13.',
		],
		[
			'a rate nobody has',
			lines({ totalPrice: '13.00', totalTaxAmount: '3.00' }),
			'UNKNOWN_VAT_RATE',
			'Line 1 has VAT 3.00 in 13.00, which fits no VAT rate.',
		],
		[
			// Net 0.10: 0, 6, 9, 12 and 21 % make 0, 1, 1, 1 and 2 cents.
			'several rates that fit',
			lines({ totalPrice: '0.11', totalTaxAmount: '0.01' }),
			'RATE_AMBIGUOUS',
			'Line 1 has VAT 0.01 in 0.11, which fits 0 %, 6 %, 9 %, 12 % and 21 %.',
		],
		[
			'a total with and without the discount',
			{ ...discount, discountAmount: 0 },
			'DISCOUNT_UNCLEAR',
			'The total 28.00 fits both with and without the discount.',
		],
		['no date', { createdAt: '' }, 'DATE_UNREADABLE', 'The order has no date that can be read.'],
	])('%s is refused', (_, changes, code, message) => {
		expect(() => read(changes)).toThrow(unreadable(code, message));
	});

	test('a percentage two cents off is rounding', () => {
		expect(
			ratesOf(lines({ taxPercentage: 21, totalPrice: '12.12', totalTaxAmount: '2.12' })),
		).toEqual([21]);
	});
});

describe('any other shop (docs/other-shops.md)', () => {
	const raw: Json = {
		date: '2026-03-01',
		total: '47.19',
		paidByGiftCard: '5.00',
		paymentMethod: 'ideal',
		customer: {
			email: 'ada@mail.example',
			phone: '020',
			vatNumber: '123456789B01',
			chamberOfCommerceNumber: '12345678',
		},
		billing: {
			firstName: 'Ada',
			lastName: 'Test',
			company: 'Test BV',
			street: 'Straat 1',
			postcode: '1000 AA',
			city: 'Amsterdam',
			country: 'nl',
		},
		pickUp: true,
		lines: [
			{
				title: 'Mug',
				sku: 'M1',
				quantity: 2,
				net: '36.00',
				netBeforeDiscount: '40.00',
				percentage: 21,
				vat: '7.56',
				categories: ['Mugs'],
			},
			{ kind: 'shipping', title: 'Post', net: 3, percentage: '21', vat: '0.63' },
			{ kind: 'fee', title: 'Voucher', net: '0.00' },
		],
	};
	const read = (changes: Json = {}) =>
		readOtherShopOrder(identity, { ...raw, ...changes }, wooShop);
	const line = (changes: Json) => ({ lines: [{ net: '1.00' }, { net: '10.00', ...changes }] });

	test('everything', () => {
		expect(read()).toEqual<ShopOrder>({
			...identity,
			invoiceNumber: '1007',
			currency: 'EUR',
			date: '2026-03-01',
			paymentMethod: { code: 'ideal', title: 'ideal' },
			total: 4719,
			paidByGiftCard: 500,
			lines: [
				{
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
					role: 'shipping',
					title: 'Post',
					sku: '',
					categories: undefined,
					quantity: '1',
					net: euro(3),
					netBeforeDiscount: euro(3),
					vat: [{ percentage: 21, amount: euro(0.63) }],
				},
				{
					role: 'fee',
					title: 'Voucher',
					sku: '',
					categories: undefined,
					quantity: '1',
					net: 0,
					netBeforeDiscount: 0,
					vat: [],
				},
			],
			spread: [],
			vatPerRate: [],
			billing: {
				firstName: 'Ada',
				lastName: 'Test',
				company: 'Test BV',
				street: 'Straat 1',
				postcode: '1000 AA',
				city: 'Amsterdam',
				country: 'NL',
			},
			shipping: nobody,
			pickUp: true,
			email: 'ada@mail.example',
			phone: '020',
			vatNumber: 'NL123456789B01',
			chamberOfCommerceNumber: '12345678',
			refundCount: 0,
		});
	});

	test('what may be stated in another way', () => {
		const stated = {
			invoiceNumber: 'F-7',
			currency: 'USD',
			paymentMethodTitle: 'iDEAL',
			paidByGiftCard: null,
			pickUp: 'yes',
			shipping: { country: 'UK' },
		};
		expect(read(stated)).toMatchObject({
			invoiceNumber: 'F-7',
			currency: 'USD',
			paymentMethod: { code: 'ideal', title: 'iDEAL' },
			paidByGiftCard: 0,
			pickUp: false,
			shipping: { country: 'GB' },
		});
	});

	test.each([0, 100])('%d is a percentage', (percentage) => {
		expect(read(line({ percentage })).lines[1]!.vat).toEqual([{ percentage, amount: 0 }]);
	});

	test('null is none', () => {
		expect(read(line({ percentage: null, vat: null })).lines[1]!.vat).toEqual([]);
	});

	test.each<[string, Json, string, string]>([
		[
			'an amount nobody knows',
			{ extraFee: '1.00' },
			'UNEXPLAINED_AMOUNT',
			'The order has an amount in the field "extraFee".',
		],
		[
			'one on a line',
			line({ depositAmount: '1.00' }),
			'UNEXPLAINED_AMOUNT',
			'Line 2 has an amount in the field "depositAmount".',
		],
		[
			'no total',
			{ total: undefined },
			'ORDER_UNREADABLE',
			'The order: field "total" holds no amount.',
		],
		[
			'a gift card in words',
			{ paidByGiftCard: 'x' },
			'ORDER_UNREADABLE',
			'The order: field "paidByGiftCard" holds no amount.',
		],
		[
			'a line of another kind',
			line({ kind: 'discount' }),
			'ORDER_UNREADABLE',
			'Line 2: field "kind" must be one of product, shipping, fee.',
		],
		[
			'a line without amount',
			line({ net: '' }),
			'ORDER_UNREADABLE',
			'Line 2: field "net" holds no amount.',
		],
		[
			'a line before discount in words',
			line({ netBeforeDiscount: 'x' }),
			'ORDER_UNREADABLE',
			'Line 2: field "netBeforeDiscount" holds no amount.',
		],
		[
			'a percentage in words',
			line({ percentage: 'high' }),
			'ORDER_UNREADABLE',
			'Line 2: field "percentage" holds no percentage.',
		],
		[
			'a negative percentage',
			line({ percentage: -1 }),
			'ORDER_UNREADABLE',
			'Line 2: field "percentage" holds no percentage.',
		],
		[
			'more than all',
			line({ percentage: 101 }),
			'ORDER_UNREADABLE',
			'Line 2: field "percentage" holds no percentage.',
		],
		[
			'VAT in words',
			line({ percentage: 21, vat: 'x' }),
			'ORDER_UNREADABLE',
			'Line 2: field "vat" holds no amount.',
		],
		[
			'VAT without percentage',
			line({ vat: '2.10' }),
			'ORDER_UNREADABLE',
			'Line 2 has VAT but no field "percentage".',
		],
	])('%s is refused', (_, changes, code, message) => {
		expect(() => read(changes)).toThrow(unreadable(code, message));
	});
});

describe('fields of any kind', () => {
	test('lists and objects; what is of another kind counts as empty', () => {
		const raw = { list: [{ a: 1 }, null, 'b', [2]], one: { b: 2 }, text: 'x', none: null };
		expect(objects(raw, 'list')).toEqual([{ a: 1 }]);
		expect([objects(raw, 'one'), objects(raw, 'missing')]).toEqual([[], []]);
		expect(object(raw, 'one')).toEqual({ b: 2 });
		expect([object(raw, 'list'), object(raw, 'text'), object(raw, 'none')]).toEqual([{}, {}, {}]);
	});

	test('categories: names or objects with one; none stated is not the same as no category', () => {
		expect(categories({ categories: ['A', { name: 'B' }, { name: '' }, ' ', {}] })).toEqual([
			'A',
			'B',
		]);
		expect(categories({ categories: [] })).toEqual([]);
		expect(categories({ categories: 'A' })).toBeUndefined();
		expect(categories({})).toBeUndefined();
	});

	test.each<[unknown, boolean]>([
		['1.00', true],
		[-1, true],
		[[{}], true],
		['0.00', false],
		[0, false],
		['', false],
		['words', false],
		[null, false],
		[[], false],
		[{ amount: 1 }, true],
		[{ parts: { vat: '0.21' } }, true],
		[{ amount: 0, currency: 'EUR' }, false],
	])('money that nobody reads may not be overlooked: %j, %s', (value, refused) => {
		const check = () => refuseUnknownMoney({ extraFee: value }, new Set(['fee']), 'order');
		const message = 'The order has an amount in the field "extraFee".';
		if (refused) expect(check).toThrow(unreadable('UNEXPLAINED_AMOUNT', message));
		else expect(check).not.toThrow();
	});

	test('fields that are read, and fields that are no money', () => {
		const raw = { extraFee: '1.00', weight: '2.5', number: 7 };
		expect(() => refuseUnknownMoney(raw, new Set(['extraFee']), 'order')).not.toThrow();
	});
});

describe('which order it is', () => {
	test.each([
		['wooCommerce', { id: 7, number: '1007', status: 'processing' }],
		['jouwWeb', { id: 7, orderNumber: '1007', status: 'processing' }],
		['other', { id: 7, number: '1007', status: 'processing' }],
	] as const)('%s', (kind, raw) => {
		expect(readIdentity(kind, raw)).toEqual({ ...identity, raw });
	});

	test.each([[null], ['text'], [[]], [{}], [{ id: '' }], [{ id: {} }]])('%j is no order', (raw) => {
		expect(() => readIdentity('other', raw)).toThrow(
			unreadable('ORDER_UNREADABLE', 'The item is not an order: it has no field "id".'),
		);
	});
});

describe('the date at the shop (HC-19)', () => {
	const zone = 'Europe/Amsterdam';
	const utc = (value: unknown) => ({ value, zone: 'utc' });
	const local = (value: unknown) => ({ value, zone });

	test.each<[string, Array<{ value: unknown; zone: string }>, string]>([
		['winter: an hour later than UTC', [utc('2026-01-31T23:00:00')], '2026-02-01'],
		['a minute before', [utc('2026-01-31T22:59:59')], '2026-01-31'],
		['summer: two hours', [utc('2026-06-30T22:00:00')], '2026-07-01'],
		['with a blank', [utc('2026-06-30 22:00:00')], '2026-07-01'],
		['without a zone: the shop', [local('2026-06-30T23:59:59')], '2026-06-30'],
		['with a zone of its own', [local('2026-06-30T23:30:00-05:00')], '2026-07-01'],
		['a day only', [local('2026-06-30')], '2026-06-30'],
		['a leap day', [utc('2028-02-29T12:00:00')], '2028-02-29'],
		[
			'the first that is filled',
			[utc(null), utc(''), utc(' '), utc(7), local('2026-06-30')],
			'2026-06-30',
		],
		[
			'the first that can be read',
			[utc('2026-13-01T00:00:00'), local('x'), local('2026-06-30')],
			'2026-06-30',
		],
	])('%s', (_, moments, date) => {
		expect(shopDate(moments, zone)).toBe(date);
	});

	test('none', () => {
		const noDays = [utc('2026-02-30T12:00:00'), local('2026-02-30'), utc('2026-04-31 00:00:00')];
		for (const moments of [[], [utc('x')], [utc(undefined)], noDays]) {
			expect(() => shopDate(moments, zone)).toThrow(
				unreadable('DATE_UNREADABLE', 'The order has no date that can be read.'),
			);
		}
	});
});
