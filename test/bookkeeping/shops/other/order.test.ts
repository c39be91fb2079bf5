import type { ShopSettings } from '../../../../bookkeeping/settings/settings';
import { readOtherShopOrder } from '../../../../bookkeeping/shops/other/order';
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
		readOtherShopOrder(identity, { ...raw, ...changes }, wooShop, fields);
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

	test('an amount on a line that nobody knows is decided by the balance of the order', () => {
		expect(read(line({ depositAmount: '1.00' })).unexplained).toEqual(['depositAmount']);
	});

	test.each<[string, Json, string, string]>([
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
