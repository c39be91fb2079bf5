import type { SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import {
	draftOf,
	linesOf,
	recordedOrders,
	settingsWith,
	transform,
	vatOf,
	wooCommerceOrder,
} from '../support';
import { creditNoteOf, order, perRate, refund, refundOf } from './support';

const sold = (name: string) => wooCommerceOrder(name, { refunds: [] });
const bookable = recordedOrders.filter((name) => transform(sold(name)).draft);

test.each(bookable)('%s: an amount and then the rest add up to the sale (W052)', (name) => {
	const raw = sold(name);
	const sale = draftOf(raw);
	const total = Math.round(sale.invoiceAmount * 100);
	const part = Math.round(total * 0.4);
	const first = refund(90_000, [], part);
	const rest = refund(90_001, [], total - part);
	const credits = [
		creditNoteOf({ order: raw, refund: first }),
		creditNoteOf({ order: raw, refund: rest, earlierRefunds: [first, rest] }),
	];
	expect(credits.map(({ invoiceAmount }) => Math.round(invoiceAmount * 100))).toEqual([
		-part,
		part - total,
	]);
	for (const both of Object.values(perRate([sale, ...credits]))) expect(both).toEqual([0, 0]);
	for (const account of new Set(sale.lines.map(({ ledgerAccountId }) => ledgerAccountId))) {
		const amounts = [sale, ...credits]
			.flatMap(linesOf)
			.filter(([, id]) => id === account)
			.map(([, , amount]) => Math.round(amount * 100));
		expect(amounts.reduce((a, b) => a + b, 0)).toBe(0);
	}
});

test('an order that rounds at subtotal is mirrored with its rounding line (HC-11)', () => {
	const raw = sold('store_rsub_yes_a');
	const sale = draftOf(raw);
	const all = refund(90_000, [], Math.round(sale.invoiceAmount * 100));
	expect(linesOf(creditNoteOf({ order: raw, refund: all }))).toEqual(
		linesOf(sale).map(([role, account, amount]) => [role, account, -amount]),
	);
});

describe('sales that carry their VAT in another way', () => {
	const raw = order([{ net: 2000, rate: 21 }]);
	const half = refund(2000, [{ net: 1000, rate: 21, of: 0 }]);
	const amount = refund(2000, [], 1210);
	const booked = (changes: Partial<SalesEntryDraft>) => ({ ...draftOf(raw), ...changes });

	test('foreign VAT on a line of its own is taken back on that line (OSS)', () => {
		const [line] = draftOf(raw).lines;
		const bookedDraft = booked({
			regime: 'oss',
			vat: [],
			lines: [
				{ ...line!, vatKind: 'none' },
				{ ...line!, role: 'vat', ledgerAccountId: 'foreign VAT', vatKind: 'none', amount: 4.2 },
			],
		});
		for (const one of [half, amount]) {
			const result = refundOf({ order: raw, refund: one, bookedDraft });
			expect(linesOf(result.draft!)).toEqual([
				['product', '21 products', -10],
				['vat', 'foreign VAT', -2.1],
			]);
			expect(result).toMatchObject({ total: -12.1, vat: -2.1 });
			expect(result.draft!.vat).toEqual([]);
		}
	});

	test('reverse charge stays marked', () => {
		const untaxed = order([{ net: 2000, rate: 0 }]);
		const bookedDraft = {
			...draftOf(untaxed),
			regime: 'reverseCharge' as const,
			vat: [{ vatKind: 'reverseCharge' as const, percentage: 0, amount: 0 }],
		};
		const draft = creditNoteOf({ order: untaxed, refund: refund(2000, [], 1000), bookedDraft });
		expect(draft.vat).toEqual(bookedDraft.vat);
		expect(draft.invoiceAmount).toBe(-10);
	});

	test('a gift card leaves open who gets an amount back (HC-08)', () => {
		const bookedDraft = booked({ giftCard: { amount: 5, ledgerAccountId: 'cards' } });
		expect(refundOf({ order: raw, refund: amount, bookedDraft }).code).toBe('REFUND_GIFT_CARD');
		expect(vatOf(creditNoteOf({ order: raw, refund: half, bookedDraft }))).toEqual({ 21: -2.1 });
	});

	test('a draft from before lines named their percentage is understood', () => {
		const kept = draftOf(raw);
		const bookedDraft = {
			...kept,
			lines: kept.lines.map((line) => ({ ...line, percentage: undefined })),
		};
		const input = { order: raw, refund: half };
		expect(linesOf(creditNoteOf({ ...input, bookedDraft }))).toEqual(linesOf(creditNoteOf(input)));
	});
});

describe("'Credit Note Number Prefix'", () => {
	const [shop] = settingsWith().shops;
	const shops = (...prefixes: Array<[string, string]>) =>
		prefixes.map(([invoiceNumberPrefix, creditNoteNumberPrefix], index) => ({
			...shop!,
			shop: `shop-${index}`,
			invoiceNumberPrefix,
			creditNoteNumberPrefix,
		}));

	test.each([
		['none at all', shops(['', ''])],
		['the prefix of the orders of another shop', shops(['', 'C'], ['C', 'D'])],
		['digits only', shops(['', '9'])],
	])('%s is refused, since numbers could be the same', (_, list) => {
		expect(() => settingsWith({ shops: list })).toThrow(/Credit Note Number Prefix/);
	});

	test('other letters are fine', () => {
		expect(() => settingsWith({ shops: shops(['', 'C'], ['W', 'C']) })).not.toThrow();
	});
});
