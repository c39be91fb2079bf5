import {
	bookableDraftSchema,
	entryDraftSchema,
	salesEntryDraftSchema,
	salesOrderDraftSchema,
} from '../../../bookkeeping/documents/draft';
import { draftOf, settingsWith, transform, wooCommerceOrder } from '../support';

const entry = draftOf(wooCommerceOrder('store_cod'));
const line = entry.lines[0]!;
const groups = (['none', 'low', 'high'] as const).map((vatKind) => ({
	...{ vatKind, revenueGroupId: `group ${vatKind}` },
}));
const order = transform(
	wooCommerceOrder('store_cod'),
	settingsWith({ document: 'salesOrder', salesOrders: { revenueGroups: groups } }),
).draft as { lines: Array<Record<string, unknown>> };

test('what the transformer makes is taken, each document as what it is', () => {
	expect(entryDraftSchema.safeParse(entry).success).toBe(true);
	expect(salesOrderDraftSchema.safeParse(order).success).toBe(true);
	expect(bookableDraftSchema.safeParse(entry).success).toBe(true);
	expect(bookableDraftSchema.safeParse(order).success).toBe(true);
	// A sales order does not stand in the sales journal.
	expect(entryDraftSchema.safeParse(order).success).toBe(false);
});

/** Lengths and ranges of SnelStart: SS-233, SS-232. */
test.each([
	['an amount of three decimals', { invoiceAmount: 12.345 }],
	['an amount that is none', { invoiceAmount: Infinity }],
	['a line of three decimals', { lines: [{ ...line, amount: 0.001 }] }],
	['no lines', { lines: [] }],
	['a line without account', { lines: [{ ...line, ledgerAccountId: '' }] }],
	['a VAT kind of SnelStart', { lines: [{ ...line, vatKind: 'Hoog' }] }],
	['a rate above 100', { lines: [{ ...line, percentage: 101 }] }],
	['a line text of 251', { lines: [{ ...line, description: 'x'.repeat(251) }] }],
	['a number of 26', { invoiceNumber: 'x'.repeat(26) }],
	['no number', { invoiceNumber: '' }],
	['no key', { orderKey: '' }],
	['a date with a time', { invoiceDate: '2026-11-05T00:00:00' }],
	['a term of 1000 days', { paymentTermDays: 1000 }],
	['a term below zero', { paymentTermDays: -1 }],
	['a description of 251', { description: 'x'.repeat(251) }],
	['a first version', { version: 1 }],
	['a name of 51', { customer: { ...entry.customer, name: 'x'.repeat(51) } }],
	['no name', { customer: { ...entry.customer, name: '' } }],
	['another regime', { regime: 'abroad' }],
])('a sales entry with %s is refused', (_, changes) => {
	expect(salesEntryDraftSchema.safeParse({ ...entry, ...changes }).success).toBe(false);
});

test('the largest that SnelStart takes is taken', () => {
	const largest = {
		...{ invoiceNumber: 'x'.repeat(25), description: 'x'.repeat(250), paymentTermDays: 999 },
		lines: [{ ...line, description: 'x'.repeat(250), percentage: 100 }],
	};
	expect(salesEntryDraftSchema.safeParse({ ...entry, ...largest }).success).toBe(true);
});

test.each([
	['a negative unit price (J159)', { lines: [{ ...order.lines[0], unitPrice: -1 }] }],
	['a term of 101 days', { paymentTermDays: 101 }],
	['a description of 51', { description: 'x'.repeat(51) }],
	['a rounding line', { lines: [{ ...order.lines[0], role: 'rounding' }] }],
	['an article without code', { lines: [{ ...order.lines[0], item: { code: '' } }] }],
])('a sales order with %s is refused', (_, changes) => {
	expect(salesOrderDraftSchema.safeParse({ ...order, ...changes }).success).toBe(false);
});
