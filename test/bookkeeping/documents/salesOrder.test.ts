import fc from 'fast-check';

import type { SalesOrderDraft } from '../../../bookkeeping/documents/draft';
import { brokenSum } from '../../../bookkeeping/documents/salesOrderTotal';
import { priceByUnit, pricePieces } from '../../../bookkeeping/documents/unitPrice';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import {
	completeSettings,
	generated,
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
	test('item code and description, price without VAT, discount inside (J157, J112, J113)', () => {
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
		// 19.26 + 4.05 is no even number of cents: one line of "2 x" at 23.31 (HC-03).
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
		// 103.31 / 100 is no price in cents: 1.03 would make 103.00.
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

	test('one SKU on several lines is one item with several lines', () => {
		const draft = draftOf(wooCommerceOrder('rest_rounding_3x'));
		expect(draft.lines.map(({ item }) => item.code)).toEqual(['SCHR-033', 'SCHR-033', 'SCHR-033']);
	});

	test('a variation goes by its own SKU, never by its name (W006, W011, W064)', () => {
		const draft = draftOf(wooCommerceOrder('rest_customer_variation'));
		expect(draft.lines[0]).toMatchObject({ item: { code: 'TS-M-R' }, quantity: 2 });
	});

	test('a deleted product goes to a dummy item of its rate (HC-20)', () => {
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
	])('%s: items without VAT', (name, regime) => {
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
			{ numRuns: generated(100) },
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
		// 2.5 pieces at 4.00 divide; 1.5 at 3.34 do not, and are no whole pieces.
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
