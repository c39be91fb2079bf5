import type { ShopSettings } from '../../../../bookkeeping/settings/settings';
import { readJouwWebOrder } from '../../../../bookkeeping/shops/jouwWeb/order';
import type { ShopAddress, ShopOrder } from '../../../../bookkeeping/trade/order';
import { settingsWith } from '../../support';

type Json = Record<string, unknown>;

const [, jouwWebShop] = settingsWith().shops as [ShopSettings, ShopSettings];
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
		readJouwWebOrder(identity, { ...raw, ...changes }, { ...jouwWebShop, ...shop }, fields);
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

	test('an amount on a line that nobody knows is decided by the balance of the order', () => {
		expect(read({ orderLines: [line({ depositAmount: '1.00' })] }).unexplained).toEqual([
			'depositAmount',
		]);
	});

	test.each<[string, Json, string, string]>([
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
			'The order states two totals: € 28.00 and € 27.00.',
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
			'Line 2 states 21 %, but VAT € 2.13 in € 12.13.',
		],
		[
			'a rate nobody has',
			lines({ totalPrice: '13.00', totalTaxAmount: '3.00' }),
			'UNKNOWN_VAT_RATE',
			'Line 1 has VAT € 3.00 in € 13.00, which fits no VAT rate.',
		],
		[
			// Net 0.10: 0, 6, 9, 12 and 21 % make 0, 1, 1, 1 and 2 cents.
			'several rates that fit',
			lines({ totalPrice: '0.11', totalTaxAmount: '0.01' }),
			'RATE_AMBIGUOUS',
			'Line 1 has VAT € 0.01 in € 0.11, which fits 0 %, 6 %, 9 %, 12 % and 21 %.',
		],
		[
			'a total with and without the discount',
			{ ...discount, discountAmount: 0 },
			'DISCOUNT_UNCLEAR',
			'The total € 28.00 fits both with and without the discount.',
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
