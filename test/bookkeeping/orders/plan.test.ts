import type { SalesOrderDraft } from '../../../bookkeeping/documents/draft';
import { planOf, type PlannedDocument } from '../../../bookkeeping/orders/plan';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { order, type Json, type Line as GoodsLine } from '../refunds/support';
import { draftOf, jouwWebOrder, settingsWith, transform } from '../support';

const line = {
	role: 'product' as const,
	description: 'Candle',
	ledgerAccountId: 'high',
	vatKind: 'high' as const,
	reason: 'test',
};

/** Gross = net + VAT at 21 %, by hand. */
function document(number: string, net: number, vat: number, more: object = {}): PlannedDocument {
	return {
		kind: 'order',
		outcome: 'book',
		orderNumber: number,
		total: Math.round((net + vat) * 100),
		code: '',
		draft: {
			document: 'salesEntry',
			orderKey: `demo/shop/${number}`,
			orderNumber: number,
			invoiceNumber: number,
			invoiceDate: '2025-03-14',
			paymentTermDays: 14,
			description: '',
			invoiceAmount: Math.round((net + vat) * 100) / 100,
			customer: { kind: 'fixedDebtor', relationId: 'x' },
			lines: [{ ...line, amount: net, percentage: 21 }],
			vat: [{ vatKind: 'high', percentage: 21, amount: vat }],
			regime: 'domestic',
			regimeReason: '',
			notes: [],
		},
		...more,
	};
}

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

const lines: GoodsLine[] = [
	{ net: 1000, rate: 21 },
	{ net: 2000, rate: 9 },
	{ role: 'shipping', net: 500, rate: 21 },
];

/** 35.00, VAT 3.15 and 1.80: 39.95. */
const sale = (changes: Json = {}) => order(lines, changes);

it('J208: counts what would become of each order, by reason, and totals only what would be booked', () => {
	const { fates, months } = planOf([
		document('1', 10, 2.1),
		document('2', 20, 4.2),
		document('3', 5, 1.05, { found: { state: 'booked', code: '' } }),
		document('4', 7, 1.47, { found: { state: 'needsAttention', code: 'INVOICE_NUMBER_IN_USE' } }),
		{ kind: 'order', outcome: 'attention', orderNumber: '5', total: 1210, code: 'TOTAL_MISMATCH' },
		{ kind: 'order', outcome: 'wait', orderNumber: '6', total: null, code: 'STATUS_NOT_YET' },
		{ kind: 'order', outcome: 'nothingToBook', orderNumber: '7', total: 0, code: 'FREE_ORDER' },
	]);
	expect(fates.map(({ fate, code, documents, total }) => [fate, code, documents, total])).toEqual([
		['toBook', '', 2, 36.3],
		['alreadyThere', '', 1, 6.05],
		['needsAttention', 'INVOICE_NUMBER_IN_USE', 1, 8.47],
		['needsAttention', 'TOTAL_MISMATCH', 1, 12.1],
		['waiting', 'STATUS_NOT_YET', 1, 0],
		['nothingToBook', 'FREE_ORDER', 1, 0],
	]);
	expect(months).toEqual([{ month: '2025-03', percentage: 21, net: 30, vat: 6.3, gross: 36.3 }]);
});

it('takes refunds off the month they are dated in, and counts them apart', () => {
	const credit = document('1', -10, -2.1, { kind: 'refund', total: -1210 });
	const april = { ...credit, draft: { ...credit.draft!, invoiceDate: '2025-04-01' } };
	const { fates, months } = planOf([document('1', 10, 2.1), april]);
	expect(fates.map(({ kind, documents, total }) => [kind, documents, total])).toEqual([
		['order', 1, 12.1],
		['refund', 1, -12.1],
	]);
	expect(months.map(({ month, gross }) => [month, gross])).toEqual([
		['2025-03', 12.1],
		['2025-04', -12.1],
	]);
});

it('keeps the rates of an order apart to the cent (order 440003: 85.75 with VAT 10.20, J114)', () => {
	const draft = draftOf(jouwWebOrder(440003));
	const { months } = planOf([document('440003', 0, 0, { draft })]);
	// docs/order-table.md: 21% 28.33+5.95 | 9% 47.22+4.25.
	expect(months.map(({ percentage, net, vat, gross }) => [percentage, net, vat, gross])).toEqual([
		[21, 28.33, 5.95, 34.28],
		[9, 47.22, 4.25, 51.47],
	]);
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
				facts: '',
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
		expect(months(orderOf(sale()))).toEqual(expected);
		expect(months(orderOf(sale(), orderSettings({}, 'inclusive')))).toEqual(expected);
	});

	test('months in turn', () => {
		const at = (invoiceDate: string) => ({ ...orderOf(sale()), invoiceDate });
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
		const { lines: drafted, ...rest } = orderOf(sale());
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
