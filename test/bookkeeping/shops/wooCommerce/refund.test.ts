import type { ShopSettings } from '../../../../bookkeeping/settings/settings';
import { listedRefunds } from '../../../../bookkeeping/shops';
import { readRefundId } from '../../../../bookkeeping/shops/refundId';
import { readWooCommerceRefund } from '../../../../bookkeeping/shops/wooCommerce/refund';
import { shopOf } from '../../../../bookkeeping/settings/shopOf';
import { settingsWith } from '../../support';

type Json = Record<string, unknown>;

const [wooShop, jouwWebShop] = settingsWith().shops as [ShopSettings, ShopSettings];

/** Millionths of a euro. */
const euro = (amount: number) => Math.round(amount * 1_000_000);

const unreadable = (code: string, message: string) => expect.objectContaining({ code, message });

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
						id: '11',
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
		expect(() => read({ restocking_fee: '2.00', amount: '19.78' })).toThrow(
			unreadable('UNEXPLAINED_AMOUNT', 'The refund has an amount in the field "restocking_fee".'),
		);
		// Its lines add up to the amount: nothing is left for the field to explain.
		expect(read({ restocking_fee: '2.00' }).unexplained).toEqual(['restocking_fee']);
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
	])('%j is not a refund', (one) => {
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

	// Goods of 60.50, of which 10.00 was paid by a credit that only the client's settings know.
	describe('what a field of the settings paid goes back to the credit', () => {
		const goods = (sign: string) => ({
			...{ id: 11, name: 'Mug', total: `${sign}50.00`, total_tax: `${sign}10.50` },
			taxes: [{ id: 1, total: `${sign}10.50` }],
		});
		const whole = {
			...{ id: 92, amount: '50.50', refunded_payment: true, line_items: [goods('-')] },
			date_created_gmt: '2026-04-01T10:00:00',
		};
		const paidInPart: Json = {
			...{ id: 7, status: 'refunded', total: '50.50', line_items: [goods('')] },
			tax_lines: [{ rate_id: 1, rate_percent: 21, tax_total: '10.50' }],
			meta_data: [{ key: 'my_credit', value: '10.00' }],
			refunds: [whole],
		};
		const settings = settingsWith({
			orderFields: { payments: ['my_credit'], ignored: ['total_weight'] },
		});
		const shop = shopOf(wooShop.shop, settings);

		test('in the list and in the refund', () => {
			expect(listedRefunds('wooCommerce', paidInPart, shop)).toMatchObject([
				{ id: '92', amount: 6050, toCard: 1000 },
			]);
			expect(readWooCommerceRefund(whole, paidInPart, shop)).toMatchObject({
				...{ amount: 6050, toCard: 1000 },
			});
		});

		test('ignored fields are no money of a refund either', () => {
			const more = { ...whole, total_weight: '3', amount: '40.50' };
			expect(readWooCommerceRefund(more, paidInPart, shop)).not.toHaveProperty('unexplained');
		});
	});
});
