import type { SalesOrderDraft } from '../../../bookkeeping/documents/draft';
import { brokenSum } from '../../../bookkeeping/documents/salesOrderTotal';
import { priceByUnit, pricePieces } from '../../../bookkeeping/documents/unitPrice';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { told } from '../../support/codes';
import { fc, runs } from '../../support/property';
import { order, type Json, type Line as GoodsLine } from '../refunds/support';
import {
	completeSettings,
	jouwWebOrder,
	recordedOrders,
	settingsWith,
	transform,
	wooCommerceOrder,
} from '../support';

const revenueGroups = [
	{ vatKind: 'high' as const, revenueGroupId: 'group high' },
	{ vatKind: 'low' as const, revenueGroupId: 'group low' },
	{ vatKind: 'none' as const, revenueGroupId: 'group none' },
];

const orders = (changes: Partial<SettingsInput> = {}) =>
	settingsWith({ document: 'salesOrder', salesOrders: { revenueGroups }, ...changes });

const inclusive = (changes: Partial<SettingsInput> = {}) =>
	orders({ salesOrders: { revenueGroups, vatEntry: 'inclusive' }, ...changes });

function draftOf(raw: unknown, settings = orders()): SalesOrderDraft {
	const { draft, code, message } = transform(raw, settings);
	if (draft?.document === 'salesOrder') return draft;
	throw new Error(`${code}: ${message}`);
}

/** Lines as `[code, quantity, unit price, amount]`. */
const linesOf = ({ lines }: SalesOrderDraft) =>
	lines.map(({ item, quantity, unitPrice, amount }) => [item.code, quantity, unitPrice, amount]);

type Line = Record<string, unknown>;

const paidLine = {
	...{ type: 'article', title: 'Tea', quantity: 1, taxPercentage: 21 },
	...{ totalPrice: 12.1, totalTaxAmount: 2.1 },
};

/** A JouwWeb order of these lines, paid at their sum, without shipping or discount. */
const jouwWebLines = (...lines: Line[]) =>
	jouwWebOrder(440001, {
		orderLines: lines,
		price: undefined,
		totalPrice: lines.reduce((sum, line) => sum + Number(line.totalPrice), 0),
		totalTaxAmount: lines.reduce((sum, line) => sum + Number(line.totalTaxAmount), 0),
	});

/** A WooCommerce order whose first product is changed. */
const wooCommerceLine = (changes: Line) => {
	const raw = wooCommerceOrder('rest_simple_nl');
	const [first] = raw.line_items as Line[];
	return { ...raw, line_items: [{ ...first, ...changes }] };
};

const groups = (['none', 'low', 'high'] as const).map((vatKind) => ({
	...{ vatKind, revenueGroupId: `group ${vatKind}` },
}));

const orderSettings = (
	changes: Partial<SettingsInput> = {},
	vatEntry: 'exclusive' | 'inclusive' = 'exclusive',
) =>
	settingsWith({
		document: 'salesOrder',
		salesOrders: { revenueGroups: groups, vatEntry },
		...changes,
	});

const orderOf = (raw: Json, settings = orderSettings()) => {
	const { draft, code, message } = transform(raw, settings);
	if (draft?.document !== 'salesOrder') throw new Error(`${code}: ${message}`);
	return draft;
};

const codes = (code: string, message: string) => ({
	...{ outcome: 'attention', ...told(code, message) },
});

const lines: GoodsLine[] = [
	{ net: 1000, rate: 21 },
	{ net: 2000, rate: 9 },
	{ role: 'shipping', net: 500, rate: 21 },
];

/** 35.00, VAT 3.15 and 1.80: 39.95. */
const sale = (changes: Json = {}) => order(lines, changes);

describe('which document an order becomes', () => {
	test('a sales entry unless the settings say otherwise (J020, J021)', () => {
		const raw = wooCommerceOrder('rest_simple_nl');
		expect(transform(raw).draft?.document).toBe('salesEntry');
		expect(transform(raw, orders()).draft?.document).toBe('salesOrder');
	});
});

describe('the head of a sales order', () => {
	test('number, date, description, reference, template (J150, J152, J154, J155, J158, J024)', () => {
		const raw = wooCommerceOrder('rest_simple_nl');
		const draft = draftOf(raw, orders({ salesOrderTemplateId: 'layout' }));
		expect(draft).toMatchObject({
			orderNumber: String(raw.number),
			invoiceNumber: String(raw.number),
			invoiceDate: String(raw.date_created).slice(0, 10),
			description: `${String(raw.number)} / ${String(raw.payment_method_title)}`,
			paymentTermDays: 14,
			// 10.70 and 21 % VAT: 2.25.
			invoiceAmount: 12.95,
			vat: [{ vatKind: 'high', percentage: 21, amount: 2.25 }],
			templateId: 'layout',
			customer: { kind: 'consumer' },
		});
	});

	test('prices without VAT by default, with VAT as a setting (J153)', () => {
		const raw = wooCommerceOrder('rest_simple_nl');
		expect(draftOf(raw).vatEntry).toBe('exclusive');
		expect(draftOf(raw, inclusive()).vatEntry).toBe('inclusive');
	});

	test('a long payment method leaves the order number whole (HC-21)', () => {
		const raw = wooCommerceOrder('rest_simple_nl', { payment_method_title: 'Pay '.repeat(30) });
		const { description } = draftOf(raw);
		expect(description.length).toBeLessThanOrEqual(50);
		expect(description.startsWith(`${String(raw.number)} / Pay`)).toBe(true);
	});

	test('the shipping address only where it differs from the billing address (J055)', () => {
		expect(draftOf(jouwWebOrder(440001)).shippingAddress).toBeUndefined();
		const raw = jouwWebOrder(440012);
		const shipping = raw.shippingAddress as Line;
		expect(draftOf(raw).shippingAddress).toMatchObject({
			street: shipping.streetAddress,
			postcode: shipping.postalCode,
			city: shipping.city,
		});
	});

	test('with a fixed debtor the address is always stated: the card has another (J055, J070)', () => {
		const raw = jouwWebOrder(440001, { paymentMethod: 'iDEAL' });
		const fixed = orders({ fixedDebtors: [{ paymentMethod: 'iDEAL', relationId: 'all' }] });
		const { city } = raw.paymentAddress as Line;
		expect(draftOf(raw, fixed).shippingAddress).toMatchObject({ city });
	});
});

describe('the lines', () => {
	test('article code and description, price without VAT, discount inside (J157, J112, J113)', () => {
		const draft = draftOf(wooCommerceOrder('rest_mixed_coupon_ship_fee'));
		// Before discount 21.40 + 22.93 + 10.00; paid 19.26 (2 × 9.63) + 20.63 + 9.00.
		expect(linesOf(draft)).toEqual([
			['MOK-21', 2, 9.63, 19.26],
			['BOEK-09', 1, 20.63, 20.63],
			['NUL-00', 1, 9, 9],
			['Shipping_21', 1, 4.13, 4.13],
			['Fee_21', 1, 2.07, 2.07],
		]);
		expect(draft.lines.map(({ vatKind }) => vatKind)).toEqual([
			...['high', 'low', 'none', 'high', 'high'],
		]);
		expect(draft.lines[0]?.item.revenueGroupId).toBe('group high');
		expect(draft.lines[3]).toMatchObject({
			role: 'shipping',
			item: { description: 'Shipping VAT percentage 21' },
		});
		// 4.05 + 0.87 + 0.43 and 1.86; with 55.09 without VAT that is 62.30.
		expect(draft.vat.map(({ amount }) => amount)).toEqual([5.35, 1.86]);
	});

	test('with VAT they make what the customer paid (J153, HC-02)', () => {
		const draft = draftOf(wooCommerceOrder('rest_mixed_coupon_ship_fee'), inclusive());
		// 19.26 + 4.05 is not an even number of cents: one line of "2 x" at 23.31 (HC-03).
		expect(linesOf(draft)).toEqual([
			['MOK-21', 1, 23.31, 23.31],
			['BOEK-09', 1, 22.49, 22.49],
			['NUL-00', 1, 9, 9],
			['Shipping_21', 1, 5, 5],
			['Fee_21', 1, 2.5, 2.5],
		]);
		expect(draft.lines[0]?.description).toMatch(/^2 x /);
	});

	test('an order-wide discount goes into the unit prices of its rate (J157, against J120)', () => {
		// 12.00 over 54.50 and 36.30: 7.20 and 4.80; shipping 6.95: 4.17 and 2.78. Together 85.75.
		expect(linesOf(draftOf(jouwWebOrder(440003), inclusive()))).toEqual([
			['JOUWWEB-9', 2, 23.65, 47.3],
			['JOUWWEB-21', 1, 31.5, 31.5],
			['Shipping_9', 1, 4.17, 4.17],
			['Shipping_21', 1, 2.78, 2.78],
		]);
	});

	test('a negative fee: quantity and amount times -1, never a negative price (J159, HC-07)', () => {
		const draft = draftOf(wooCommerceOrder('rest_negative_fee'));
		expect(linesOf(draft)).toContainEqual(['Fee_21', -1, 3, -3]);
	});

	test('100 pieces at 1.25 keep their 125.00 (HC-03)', () => {
		const hundred = { ...paidLine, quantity: 100, totalPrice: 125, totalTaxAmount: 21.69 };
		const without = draftOf(jouwWebLines(hundred));
		// 103.31 / 100 is not a price in cents: 1.03 would make 103.00.
		expect(linesOf(without)).toEqual([['JOUWWEB-21', 1, 103.31, 103.31]]);
		expect(without.lines[0]?.description).toBe('100 x Tea');
		const withVat = draftOf(jouwWebLines(hundred), inclusive());
		expect(linesOf(withVat)).toEqual([['JOUWWEB-21', 100, 1.25, 125]]);
		expect(withVat.lines[0]?.description).toBe('Tea');
	});

	test('a free line stays, at price 0 and the rate of the others (HC-12)', () => {
		const free = { ...paidLine, title: 'Sample', quantity: 2, totalPrice: 0, totalTaxAmount: 0 };
		const draft = draftOf(jouwWebLines(paidLine, { ...free, taxPercentage: undefined }));
		expect(linesOf(draft)).toEqual([
			['JOUWWEB-21', 1, 10, 10],
			['JOUWWEB-21', 2, 0, 0],
		]);
		expect(draft.lines[1]).toMatchObject({ percentage: 21, vatKind: 'high' });
	});

	test('one SKU on several lines is one article with several lines', () => {
		const draft = draftOf(wooCommerceOrder('rest_rounding_3x'));
		expect(draft.lines.map(({ item }) => item.code)).toEqual(['SCHR-033', 'SCHR-033', 'SCHR-033']);
	});

	test('a variation goes by its own SKU, never by its name (W006, W011, W064)', () => {
		const draft = draftOf(wooCommerceOrder('rest_customer_variation'));
		expect(draft.lines[0]).toMatchObject({ item: { code: 'TS-M-R' }, quantity: 2 });
	});

	test('a deleted product goes to a dummy article of its rate (HC-20)', () => {
		const raw = wooCommerceLine({ sku: null, product_id: 0 });
		expect(draftOf(raw).lines[0]?.item.code).toBe('DELETED-21');
		const own = orders({
			salesOrders: { revenueGroups, dummyItems: { deleted: 'OUD', jouwWeb: 'JW' } },
		});
		expect(draftOf(raw, own).lines[0]?.item.code).toBe('OUD-21');
		expect(draftOf(jouwWebLines(paidLine), own).lines[0]?.item.code).toBe('JW-21');
	});
});

describe('VAT that SnelStart decides by itself', () => {
	test.each([
		['rest_icp_de_vat_exempt', 'icp'],
		['rest_export_us', 'export'],
	])('%s: articles without VAT', (name, regime) => {
		const draft = draftOf(wooCommerceOrder(name));
		// SnelStart leaves the VAT out by the address, and an existing card may have an older one.
		const { country } = wooCommerceOrder(name).billing as Line;
		expect(draft).toMatchObject({ regime, vat: [], shippingAddress: { country } });
		expect(new Set(draft.lines.map(({ item }) => item.revenueGroupId))).toEqual(
			new Set(['group none']),
		);
	});

	test('OSS cannot be told to SnelStart and is not guessed', () => {
		const vatMapping = [
			...(completeSettings.vatMapping ?? []),
			...[19, 7].map((percentage) => ({
				...{ country: 'DE', percentage, vatKind: 'oss' as const },
				...{ productsAccountId: 'oss', shippingAccountId: 'oss', feesAccountId: 'oss' },
			})),
		];
		expect(
			transform(wooCommerceOrder('rest_oss_de_consumer'), orders({ vatMapping })),
		).toMatchObject({ outcome: 'attention', code: 'SALES_ORDER_VAT' });
	});
});

test('refunds and cancellations of sales orders are left to a person', () => {
	const input = { order: wooCommerceOrder('rest_simple_nl'), date: '2026-11-22' };
	expect(cancelOrder(input, 'woocommerce', orders())).toMatchObject([
		{ outcome: 'attention', code: 'CREDIT_OF_SALES_ORDER' },
	]);
});

describe('sums', () => {
	test.each([
		['exclusive', orders()],
		['inclusive', inclusive()],
	])('of every recorded order hold, prices %s', (_entry, settings) => {
		const drafts = recordedOrders.flatMap((name) => {
			const { draft } = transform(wooCommerceOrder(name), settings);
			return draft?.document === 'salesOrder' ? [draft] : [];
		});
		expect(drafts.length).toBeGreaterThan(10);
		for (const draft of drafts) {
			expect(brokenSum(draft)).toBeUndefined();
			expect(draft.lines.every(({ unitPrice }) => unitPrice >= 0)).toBe(true);
		}
	});

	test('a total that the lines do not explain is not drafted (J040)', () => {
		expect(transform(jouwWebOrder(440010), orders())).toMatchObject({
			outcome: 'attention',
			code: 'TOTAL_MISMATCH',
		});
	});

	test('unit price × quantity is the total for whatever total and quantity', () => {
		const quantity = fc.oneof(
			fc.integer({ min: 1, max: 5000 }).map(String),
			fc.integer({ min: 1, max: 9999 }).map((n) => (n / 100).toFixed(2)),
			fc.constantFrom('', '0', '-3', '1.005', 'many'),
		);
		fc.assert(
			fc.property(fc.integer({ min: -1e7, max: 1e7 }), quantity, (total, pieces) => {
				const line = priceByUnit(total, pieces, 'Tea');
				expect(Math.round(line.quantity * 100) * line.unitPrice).toBe(total * 100);
				expect(line.unitPrice).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: runs(100) },
		);
	});
});

describe('W055: pieces as sold, so that the stock falls by what was sold', () => {
	test.each<[number, string, number[][]]>([
		// 8 × 10.70 + 2 × 10.71 = 85.60 + 21.42
		[
			107_02,
			'10',
			[
				[8, 10_70],
				[2, 10_71],
			],
		],
		// 69 × 1.03 + 31 × 1.04 = 71.07 + 32.24
		[
			103_31,
			'100',
			[
				[69, 1_03],
				[31, 1_04],
			],
		],
		[25_90, '2', [[2, 12_95]]],
		[0, '3', [[3, 0]]],
		[
			5,
			'10',
			[
				[5, 0],
				[5, 1],
			],
		],
		[
			-107_02,
			'10',
			[
				[-8, 10_70],
				[-2, 10_71],
			],
		],
		// 2.5 pieces at 4.00 divide; 1.5 at 3.34 do not, and are not whole pieces.
		[10_00, '2.5', [[2.5, 4_00]]],
		[5_00, '1.5', [[1, 5_00]]],
	])('%d cents for %s', (total, quantity, lines) => {
		const priced = pricePieces(total, quantity, 'Tea');
		expect(priced.map((line) => [line.quantity, line.unitPrice])).toEqual(lines);
		const made = priced.reduce((sum, line) => sum + Math.round(line.quantity * line.unitPrice), 0);
		expect(made).toBe(total);
	});

	test('every recorded order keeps its total and its pieces', () => {
		for (const vatEntry of ['exclusive', 'inclusive'] as const) {
			const asSold = orders({ salesOrders: { revenueGroups, vatEntry, pieces: 'asSold' } });
			const usual = orders({ salesOrders: { revenueGroups, vatEntry } });
			for (const name of recordedOrders) {
				const raw = wooCommerceOrder(name, { status: 'processing' });
				const { draft } = transform(raw, asSold);
				if (draft?.document !== 'salesOrder') continue;
				const perItem = (lines: SalesOrderDraft['lines']) => {
					const amounts: Record<string, number> = {};
					for (const { item, amount } of lines)
						amounts[item.code] = Math.round((amounts[item.code] ?? 0) + amount * 100);
					return amounts;
				};
				expect(perItem(draft.lines)).toEqual(perItem(draftOf(raw, usual).lines));
				const sold = (raw.line_items as Array<{ quantity: number }>).map(
					({ quantity }) => quantity,
				);
				const products = draft.lines.filter(({ role }) => role === 'product');
				expect(products.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(
					sold.reduce((sum, quantity) => sum + quantity, 0),
				);
			}
		}
	});
});

describe('a sales order (J020, J150-J159)', () => {
	test('everything but the customer', () => {
		const { customer, ...draft } = orderOf(sale());
		expect(customer).toMatchObject({ kind: 'consumer', name: 'Ada Test' });
		const line = (
			role: string,
			code: string,
			name: string,
			amount: number,
			percentage: number,
			shopLine: string,
		) => ({
			...{ role, description: name, quantity: 1, unitPrice: amount, amount, percentage, shopLine },
			...{ vatKind: percentage === 21 ? 'high' : 'low' },
			item: {
				code,
				description:
					role === 'shipping'
						? 'Shipping VAT percentage 21'
						: `Product without SKU (with VAT percentage ${percentage} %)`,
				revenueGroupId: `group ${percentage === 21 ? 'high' : 'low'}`,
			},
			reason: `'Revenue Groups' ${percentage === 21 ? 'high' : 'low'}`,
		});
		expect(draft).toEqual({
			...{ document: 'salesOrder', orderKey: 'test-client/woocommerce/1000', orderNumber: '1000' },
			...{ invoiceNumber: '1000', invoiceDate: '2026-03-01', paymentTermDays: 14 },
			...{ description: '1000 / iDEAL', invoiceAmount: 39.95, vatEntry: 'exclusive' },
			lines: [
				line('product', 'DELETED-21', 'Line 0', 10, 21, '101'),
				line('product', 'DELETED-9', 'Line 1', 20, 9, '102'),
				line('shipping', 'Shipping_21', 'Line 2', 5, 21, '103'),
			],
			vat: [
				{ vatKind: 'high', percentage: 21, amount: 3.15 },
				{ vatKind: 'low', percentage: 9, amount: 1.8 },
			],
			charged: [
				{ percentage: 21, net: 15, vat: 3.15 },
				{ percentage: 9, net: 20, vat: 1.8 },
			],
			...{ regime: 'domestic', deliveryCountry: 'NL', notes: [] },
			regimeReason: 'Delivered in NL, the country of the shop: domestic.',
		});
	});

	test('with VAT: the prices that the customer pays (J153)', () => {
		const { lines: drafted, vatEntry } = orderOf(sale(), orderSettings({}, 'inclusive'));
		expect(vatEntry).toBe('inclusive');
		expect(drafted.map(({ amount }) => amount)).toEqual([12.1, 21.8, 6.05]);
		// The cent between lines and total goes to the largest line, and is told.
		const off = orderOf(sale({ total: '39.96' }), orderSettings({}, 'inclusive'));
		expect(off.lines.map(({ amount }) => amount)).toEqual([12.1, 21.81, 6.05]);
	});

	test('layout and cost centre where the settings name them (J024, J158)', () => {
		const named = { salesOrderTemplateId: 'layout', costCentreId: 'shop' };
		expect(orderOf(sale(), orderSettings(named))).toMatchObject({
			templateId: 'layout',
			costCentreId: 'shop',
		});
		expect(Object.keys(orderOf(sale()))).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/templateId|costCentreId/)]),
		);
	});

	test.each([
		['39.97', 'Lines and VAT make € 39.95, the total is € 39.97'],
		['39.93', 'Lines and VAT make € 39.95, the total is € 39.93'],
		['39.98', 'Lines and VAT make € 39.95, the total is € 39.98'],
	])('a total of %s: SnelStart works it out itself', (total, amounts) => {
		expect(orderOf(sale({ total })).notes).toEqual([
			`${amounts}; SnelStart's own total may differ.`,
		]);
	});

	test('four cents on three lines are more than rounding', () => {
		expect(transform(sale({ total: '39.99' }), orderSettings())).toMatchObject(
			codes('TOTAL_MISMATCH', 'Lines and VAT make € 39.95, the total is € 39.99: a gap of € 0.04.'),
		);
	});

	test('a gift card is told; it is a payment', () => {
		const raw = sale({ total: '34.95', gift_cards: [{ amount: '5.00' }] });
		expect(orderOf(raw)).toMatchObject({
			invoiceAmount: 39.95,
			notes: ['A gift card or store credit covered € 5.00: a payment, not a discount.'],
		});
	});

	test('a free line has the rate of the largest product (HC-12)', () => {
		const free = { id: 9, name: 'Gift', quantity: 1, subtotal: '0.00', total: '0.00', taxes: [] };
		const withFree = (all: GoodsLine[]) => {
			const raw = order(all);
			return { ...raw, line_items: [free, ...(raw.line_items as Json[])] };
		};
		const rates = (raw: Json) =>
			orderOf(raw).lines.map(({ percentage, amount }) => [percentage, amount]);
		expect(rates(withFree(lines))[0]).toEqual([9, 0]);
		expect(
			rates(
				withFree([
					{ net: 3000, rate: 21 },
					{ net: 2000, rate: 9 },
				]),
			)[0],
		).toEqual([21, 0]);
		// Shipping is not a product, however much it costs, and no rate is none.
		const costly: GoodsLine[] = [
			{ net: 100, rate: 9 },
			{ role: 'shipping', net: 5000, rate: 21 },
		];
		expect(rates(withFree(costly))[0]).toEqual([9, 0]);
		expect(rates(withFree([{ net: 100, rate: 0 }]))[0]).toEqual([0, 0]);
		expect(
			rates(
				withFree([
					{ net: 5000, rate: 0 },
					{ net: 100, rate: 9 },
				]),
			)[0],
		).toEqual([9, 0]);
	});

	test('VAT that SnelStart cannot be told of needs a person', () => {
		const oss = {
			...{ country: 'DE', percentage: 19, vatKind: 'oss' as const, productsAccountId: 'oss' },
		};
		const german = order([{ net: 1000, rate: 19 }], {
			...{ billing: { first_name: 'Ada', country: 'DE' }, shipping: { country: 'DE' } },
		});
		const vatMapping = [...settingsWith().vatMapping, oss];
		const code = 'SALES_ORDER_VAT';
		expect(transform(german, { ...orderSettings(), vatMapping })).toMatchObject(
			codes(code, 'Delivered to a consumer in DE with VAT of that country: OSS.'),
		);
		const business = order([{ net: 1000, rate: 0 }], { vat_number: 'NL123456782B01' });
		const reverseCharge = { productsAccountId: 'r' };
		expect(transform(business, orderSettings({ reverseCharge }))).toMatchObject(
			codes(
				code,
				'Delivered in NL without VAT to a business with a VAT number: reverse charge, as the settings say.',
			),
		);
	});

	test('a rate without revenue group', () => {
		const settings = orderSettings();
		const salesOrders = { ...settings.salesOrders, revenueGroups: groups.slice(0, 2) };
		expect(transform(sale(), { ...settings, salesOrders })).toMatchObject(
			codes(
				'REVENUE_GROUP_MISSING',
				"The order has a product line with the VAT rate high, but 'Revenue Groups' has no such row.",
			),
		);
	});

	test('the description keeps to 50 characters (HC-21)', () => {
		expect(orderOf(sale({ payment_method_title: 'x'.repeat(99) })).description).toHaveLength(50);
	});

	test('what does not hold never leaves', () => {
		// SnelStart takes at most 100 days on a sales order.
		expect(transform(sale(), { ...orderSettings(), paymentTermDays: 101 })).toMatchObject(
			codes('DRAFT_NOT_EXACT', 'The draft is not valid: paymentTermDays.'),
		);
	});
});

describe('the shipping address, where it is not the one on the card (J055)', () => {
	const home = {
		first_name: 'Ada',
		last_name: 'Test',
		address_1: 'Straat 1',
		postcode: '1000 AA',
		city: 'Amsterdam',
		country: 'NL',
	};
	const address = (billing: Json, shipping: Json, changes: Json = {}, settings = orderSettings()) =>
		orderOf(sale({ billing: { ...home, ...billing }, shipping, ...changes }), settings)
			.shippingAddress;
	const shown = {
		...{
			contact: 'Ada Test',
			street: 'Straat 1',
			postcode: '1000 AA',
			city: 'Amsterdam',
			country: 'NL',
		},
	};

	test.each<[string, Json, Json, object | undefined]>([
		['the same', {}, home, undefined],
		[
			'the same in other letters',
			{},
			{ ...home, address_1: 'STRAAT  1', postcode: '1000aa' },
			undefined,
		],
		['none', {}, {}, undefined],
		['another street', {}, { ...home, address_1: 'Weg 2' }, { ...shown, street: 'Weg 2' }],
		[
			'another company',
			{},
			{ ...home, company: 'Test BV' },
			{ ...shown, contact: 'Test BV, Ada Test' },
		],
		['another person', {}, { ...home, first_name: 'Bob' }, { ...shown, contact: 'Bob Test' }],
		['another postcode', {}, { ...home, postcode: '2000 BB' }, { ...shown, postcode: '2000 BB' }],
		['another city', {}, { ...home, city: 'Breda' }, { ...shown, city: 'Breda' }],
		[
			'a city only',
			{},
			{ city: 'Breda', country: 'NL' },
			{ contact: '', street: '', postcode: '', city: 'Breda', country: 'NL' },
		],
		[
			'a street only',
			{},
			{ address_1: 'Weg 2', country: 'NL' },
			{ contact: '', street: 'Weg 2', postcode: '', city: '', country: 'NL' },
		],
		[
			'without a country: that of the card',
			{},
			{ ...home, address_1: 'Weg 2', country: '' },
			{ ...shown, street: 'Weg 2' },
		],
		[
			'nothing but a country and a name',
			{ address_1: '', city: '' },
			{ first_name: 'Bob', country: 'NL' },
			undefined,
		],
	])('%s', (_, billing, shipping, expected) => {
		expect(address(billing, shipping)).toEqual(expected);
	});

	test('collected at the shop: none', () => {
		const pickUp = {
			...{ shipping_lines: [{ id: 1, method_id: 'local_pickup', total: '0.00', taxes: [] }] },
			...{ line_items: sale().line_items as Json[], total: '33.90' },
			tax_lines: [
				{ rate_id: 21, rate_percent: 21, tax_total: '2.10' },
				{ rate_id: 9, rate_percent: 9, tax_total: '1.80' },
			],
		};
		expect(address({}, { ...home, address_1: 'Weg 2' }, pickUp)).toBeUndefined();
	});

	test('a fixed debtor has another address in any case', () => {
		const settings = orderSettings({ fixedDebtors: [{ paymentMethod: 'ideal', relationId: 'r' }] });
		expect(address({}, home, {}, settings)).toEqual(shown);
		expect(address({}, {}, {}, settings)).toEqual(shown);
	});

	test('so does a delivery without Dutch VAT: there SnelStart decides by the address', () => {
		const raw = order([{ net: 1000, rate: 0 }], {
			...{ billing: { ...home, country: 'US' }, shipping: { ...home, country: 'US' } },
		});
		expect(orderOf(raw).shippingAddress).toEqual({ ...shown, country: 'US' });
	});
});
