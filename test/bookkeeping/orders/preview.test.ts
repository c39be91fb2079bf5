import { previewOf, type PreviewRow } from '../../../bookkeeping/orders/preview';
import { transformUnchecked } from '../../../bookkeeping/orders/transform';
import { order } from '../refunds/support';
import { jouwWebOrder, settingsWith, wooCommerceOrder } from '../support';

const preview = (raw: unknown, shop = 'woocommerce', settings = settingsWith()) => {
	const { transformed, order: read } = transformUnchecked(raw, shop, settings);
	return { row: previewOf(transformed, read, 'en'), transformed, read };
};

/** 10.00 at 21 %, 20.00 at 9 %, shipping of 5.00 at 21 %: VAT 3.15 and 1.80, together 39.95. */
const mixed = order([
	{ net: 1000, rate: 21, quantity: 2 },
	{ net: 2000, rate: 9 },
	{ role: 'shipping', net: 500, rate: 21 },
]);

describe('an order as it would be booked, beside the figures of the shop', () => {
	test('of a shop that states VAT per rate', () => {
		expect(preview(mixed).row).toEqual<PreviewRow>({
			orderNumber: '1000',
			refund: '',
			date: '2026-03-01',
			orderStatus: 'processing',
			outcome: 'book',
			customer: 'consumer',
			regime: 'domestic',
			why: 'Delivered in NL, the country of the shop: domestic.',
			dayTotal: '',
			shopTotal: 39.95,
			bookedTotal: 39.95,
			totalDifference: 0,
			shopVat: '21 %: 3.15, 9 %: 1.80',
			bookedVat: '21 %: 3.15, 9 %: 1.80',
			vatDifference: 0,
			lines: [
				"2 x Line 0 10.00 ('VAT Mapping' NL 21 %, Products Account)",
				"Line 1 20.00 ('VAT Mapping' NL 9 %, Products Account)",
				"Line 2 5.00 ('VAT Mapping' NL 21 %, Shipping Account)",
			].join('; '),
			notes: '',
			code: '',
			message: '',
			tip: '',
			fingerprint: 'EUR 39.95 | 21% 15.00+3.15 | 9% 20.00+1.80 | to NL | no VAT number',
		});
	});

	test('booked amounts are counted from the draft, not copied', () => {
		const { transformed, read } = preview(mixed);
		const draft = transformed.draft!;
		if (draft.document !== 'salesEntry') throw new Error('No sales entry');
		const changed = {
			...draft,
			lines: draft.lines.map((line, index) => (index === 0 ? { ...line, amount: 10.02 } : line)),
			vat: draft.vat.map((row) => (row.percentage === 9 ? { ...row, amount: 1.75 } : row)),
			notes: ['One.', 'Two.'],
		};
		expect(previewOf({ ...transformed, draft: changed }, read, 'en')).toMatchObject({
			bookedTotal: 39.92,
			totalDifference: -0.03,
			bookedVat: '21 %: 3.15, 9 %: 1.75',
			vatDifference: -0.05,
			notes: 'One. Two.',
		});
	});

	test('foreign VAT on a line of its own is VAT (OSS); a row of nothing is left out', () => {
		const { transformed, read } = preview(mixed);
		const draft = transformed.draft!;
		if (draft.document !== 'salesEntry') throw new Error('No sales entry');
		const [line] = draft.lines;
		const lines = [
			...draft.lines,
			{ ...line!, role: 'vat' as const, percentage: 19, amount: 1.9 },
			{ ...line!, role: 'vat' as const, percentage: undefined, amount: 0.1 },
		];
		const vat = [...draft.vat, { vatKind: 'reverseCharge' as const, percentage: 6, amount: 0 }];
		const row = previewOf({ ...transformed, draft: { ...draft, lines, vat } }, read, 'en');
		expect(row.bookedVat).toBe('21 %: 3.15, 19 %: 1.90, 9 %: 1.80, 0 %: 0.10');
	});

	test('a sales order counts by its total: SnelStart adds it up', () => {
		const revenueGroups = (['none', 'low', 'high'] as const).map((vatKind) => ({
			vatKind,
			revenueGroupId: vatKind,
		}));
		for (const vatEntry of ['exclusive', 'inclusive'] as const) {
			const settings = settingsWith({
				document: 'salesOrder',
				salesOrders: { revenueGroups, vatEntry },
			});
			expect(preview(mixed, 'woocommerce', settings).row).toMatchObject({
				outcome: 'book',
				bookedTotal: 39.95,
				totalDifference: 0,
				bookedVat: '21 %: 3.15, 9 %: 1.80',
				vatDifference: 0,
			});
		}
	});

	test('VAT per line where the order states none for all; without shipping and discount apart', () => {
		const { row } = preview(jouwWebOrder(440001), 'jouwweb');
		expect(row.outcome).toBe('book');
		expect(row.totalDifference).toBe(0);
		expect(row.vatDifference).toBe(0);
		expect(row.shopVat).toMatch(/^(all|\d+ %): \d+\.\d\d/);
	});

	test('with shipping for the whole order the VAT of the shop counts for all rates together', () => {
		const raw = {
			...{
				id: 7,
				orderNumber: '1007',
				status: 'processed',
				createdAt: '2026-03-01',
				totalPrice: 39.95,
			},
			totalTaxAmount: 4.95,
			...{ shippingCost: 6.05, shippingTaxAmount: 1.05 },
			paymentAddress: { firstName: 'Ada', lastName: 'Test', country: 'NL' },
			orderLines: [{ title: 'Mug', totalPrice: 33.9, totalTaxAmount: 3.9, taxPercentage: 13 }],
		};
		const { transformed, read } = preview(raw, 'jouwweb');
		// 3.90 on the line and 1.05 on shipping.
		expect(previewOf(transformed, read, 'en').shopVat).toBe('all: 4.95');
	});

	test('that is not booked: the figures of the shop, the reason and no difference', () => {
		const { row, transformed } = preview(wooCommerceOrder('rest_oss_de_consumer'));
		expect(row).toMatchObject({
			outcome: 'attention',
			customer: '',
			why: '',
			bookedTotal: null,
			totalDifference: null,
			bookedVat: '',
			vatDifference: null,
			lines: '',
			notes: '',
			code: 'NO_VAT_MAPPING',
			message: transformed.message,
			tip: transformed.tip,
		});
		expect(row.shopTotal).toBe(Number(wooCommerceOrder('rest_oss_de_consumer').total));
		expect(row.shopVat).toMatch(/^19 %: /);
	});

	test('that could not be read: what the shop calls the total', () => {
		const unread = { ...mixed, line_items: [{ id: 1, total: 'x' }] };
		expect(preview(unread).row).toMatchObject({
			date: '2026-03-01',
			shopTotal: 39.95,
			bookedTotal: null,
			totalDifference: null,
			shopVat: '',
			vatDifference: null,
		});
		expect(preview({ ...unread, total: 'x' }).row.shopTotal).toBeNull();
	});

	test('no personal data', () => {
		expect(JSON.stringify(preview(mixed).row)).not.toMatch(/Ada|mail\.example/);
	});
});
