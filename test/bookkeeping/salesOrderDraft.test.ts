import { told } from '../support/codes';
import type { SalesOrderDraft } from '../../bookkeeping/documents/draft';
import { planOf, type PlannedDocument } from '../../bookkeeping/orders/plan';
import type { SettingsInput } from '../../bookkeeping/settings/settings';
import { order, type Json, type Line } from './refunds/support';
import { settingsWith, transform } from './support';

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
const draftOf = (raw: Json, settings = orderSettings()) => {
	const { draft, code, message } = transform(raw, settings);
	if (draft?.document !== 'salesOrder') throw new Error(`${code}: ${message}`);
	return draft;
};
const codes = (code: string, message: string) => ({
	...{ outcome: 'attention', ...told(code, message) },
});

const lines: Line[] = [
	{ net: 1000, rate: 21 },
	{ net: 2000, rate: 9 },
	{ role: 'shipping', net: 500, rate: 21 },
];
/** 35.00, VAT 3.15 and 1.80: 39.95. */
const sale = (changes: Json = {}) => order(lines, changes);

describe('a sales order (J020, J150-J159)', () => {
	test('everything but the customer', () => {
		const { customer, ...draft } = draftOf(sale());
		expect(customer).toMatchObject({ kind: 'consumer', name: 'Ada Test' });
		const line = (
			role: string,
			code: string,
			name: string,
			amount: number,
			percentage: number,
		) => ({
			...{ role, description: name, quantity: 1, unitPrice: amount, amount, percentage },
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
				line('product', 'DELETED-21', 'Line 0', 10, 21),
				line('product', 'DELETED-9', 'Line 1', 20, 9),
				line('shipping', 'Shipping_21', 'Line 2', 5, 21),
			],
			vat: [
				{ vatKind: 'high', percentage: 21, amount: 3.15 },
				{ vatKind: 'low', percentage: 9, amount: 1.8 },
			],
			...{ regime: 'domestic', notes: [] },
			regimeReason: 'Delivered in NL, the country of the shop: domestic.',
		});
	});

	test('with VAT: the prices that the customer pays (J153)', () => {
		const { lines: drafted, vatEntry } = draftOf(sale(), orderSettings({}, 'inclusive'));
		expect(vatEntry).toBe('inclusive');
		expect(drafted.map(({ amount }) => amount)).toEqual([12.1, 21.8, 6.05]);
		// The cent between lines and total goes to the largest line, and is told.
		const off = draftOf(sale({ total: '39.96' }), orderSettings({}, 'inclusive'));
		expect(off.lines.map(({ amount }) => amount)).toEqual([12.1, 21.81, 6.05]);
	});

	test('layout and cost centre where the settings name them (J024, J158)', () => {
		const named = { salesOrderTemplateId: 'layout', costCentreId: 'shop' };
		expect(draftOf(sale(), orderSettings(named))).toMatchObject({
			templateId: 'layout',
			costCentreId: 'shop',
		});
		expect(Object.keys(draftOf(sale()))).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/templateId|costCentreId/)]),
		);
	});

	test.each([
		['39.97', 'Lines and VAT make 39.95, the total is 39.97'],
		['39.93', 'Lines and VAT make 39.95, the total is 39.93'],
		['39.98', 'Lines and VAT make 39.95, the total is 39.98'],
	])('a total of %s: SnelStart works it out itself', (total, amounts) => {
		expect(draftOf(sale({ total })).notes).toEqual([
			`${amounts}; SnelStart's own total may differ.`,
		]);
	});

	test('four cents on three lines are more than rounding', () => {
		expect(transform(sale({ total: '39.99' }), orderSettings())).toMatchObject(
			codes('TOTAL_MISMATCH', 'Lines and VAT make 39.95, the total is 39.99: a gap of 0.04.'),
		);
	});

	test('a gift card is told; it is a payment', () => {
		const raw = sale({ total: '34.95', gift_cards: [{ amount: '5.00' }] });
		expect(draftOf(raw)).toMatchObject({
			invoiceAmount: 39.95,
			notes: ['A gift card or store credit covered 5.00: a payment, not a discount.'],
		});
	});

	test('a free line has the rate of the largest product (HC-12)', () => {
		const free = { id: 9, name: 'Gift', quantity: 1, subtotal: '0.00', total: '0.00', taxes: [] };
		const withFree = (all: Line[]) => {
			const raw = order(all);
			return { ...raw, line_items: [free, ...(raw.line_items as Json[])] };
		};
		const rates = (raw: Json) =>
			draftOf(raw).lines.map(({ percentage, amount }) => [percentage, amount]);
		expect(rates(withFree(lines))[0]).toEqual([9, 0]);
		expect(
			rates(
				withFree([
					{ net: 3000, rate: 21 },
					{ net: 2000, rate: 9 },
				]),
			)[0],
		).toEqual([21, 0]);
		// Shipping is no product, however much it costs, and no rate is none.
		const costly: Line[] = [
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
		expect(draftOf(sale({ payment_method_title: 'x'.repeat(99) })).description).toHaveLength(50);
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
		draftOf(sale({ billing: { ...home, ...billing }, shipping, ...changes }), settings)
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
		expect(draftOf(raw).shippingAddress).toEqual({ ...shown, country: 'US' });
	});
});

describe('what would be booked (J208)', () => {
	const planned = (number: string, changes: Partial<PlannedDocument> = {}): PlannedDocument => ({
		...{ kind: 'order', outcome: 'attention', orderNumber: number, total: 100, code: 'B' },
		...changes,
	});

	test('by fate, then orders before refunds, then by reason', () => {
		const { fates } = planOf([
			planned('1', { outcome: 'nothingToBook', code: 'C' }),
			planned('2', { outcome: 'wait', code: 'C' }),
			planned('3', { kind: 'refund', code: 'A' }),
			planned('4'),
			planned('5', { code: 'A' }),
			planned('6', { outcome: 'book', code: '', found: { state: 'booked', code: 'X' } }),
			planned('7', { outcome: 'book', code: '', found: { state: 'needsAttention', code: 'A' } }),
		]);
		expect(fates.map(({ fate, kind, code, examples }) => [fate, kind, code, examples])).toEqual([
			['alreadyThere', 'order', 'X', '6'],
			['needsAttention', 'order', 'A', '5, 7'],
			['needsAttention', 'order', 'B', '4'],
			['needsAttention', 'refund', 'A', '3'],
			['waiting', 'order', 'C', '2'],
			['nothingToBook', 'order', 'C', '1'],
		]);
	});

	test('five examples, and the amounts of all', () => {
		const { fates } = planOf(['1', '2', '3', '4', '5', '6'].map((number) => planned(number)));
		expect(fates).toEqual([
			{
				...{ fate: 'needsAttention', kind: 'order', code: 'B', documents: 6, total: 6 },
				examples: '1, 2, 3, 4, 5',
			},
		]);
		expect(planOf([planned('1', { total: null })]).fates[0]!.total).toBe(0);
	});

	const months = (...drafts: SalesOrderDraft[]) =>
		planOf(
			drafts.map((draft) => planned(draft.orderNumber, { outcome: 'book', code: '', draft })),
		).months.map(({ month, percentage, net, vat, gross }) => [month, percentage, net, vat, gross]);

	test('prices with VAT or without make the same months', () => {
		const expected = [
			['2026-03', 21, 15, 3.15, 18.15],
			['2026-03', 9, 20, 1.8, 21.8],
		];
		expect(months(draftOf(sale()))).toEqual(expected);
		expect(months(draftOf(sale(), orderSettings({}, 'inclusive')))).toEqual(expected);
	});

	test('months in turn', () => {
		const at = (invoiceDate: string) => ({ ...draftOf(sale()), invoiceDate });
		expect(
			months(at('2026-12-01'), at('2026-02-28'), at('2026-12-31')).map(([month, , net]) => [
				month,
				net,
			]),
		).toEqual([
			['2026-02', 15],
			['2026-02', 20],
			['2026-12', 30],
			['2026-12', 40],
		]);
	});

	test('foreign VAT is VAT (OSS); without a draft there is no month', () => {
		const { lines: drafted, ...rest } = draftOf(sale());
		const entry = {
			...rest,
			document: 'salesEntry' as const,
			vat: [],
			lines: [
				...drafted
					.slice(0, 1)
					.map(({ item, ...line }) => ({ ...line, ledgerAccountId: item.code })),
				{
					...{ role: 'vat' as const, description: '', ledgerAccountId: 'oss', amount: 1.9 },
					...{ vatKind: 'none' as const, percentage: 21, reason: '' },
				},
			],
		};
		const plan = planOf([
			planned('1', { outcome: 'book', code: '', draft: entry as never }),
			planned('2', { outcome: 'book', code: '' }),
		]);
		expect(plan.months).toEqual([
			{ month: '2026-03', percentage: 21, net: 10, vat: 1.9, gross: 11.9 },
		]);
	});
});
