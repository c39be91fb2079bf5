import type { SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import { transformOrder } from '../../../bookkeeping/orders/transform';
import { transformTotal } from '../../../bookkeeping/totals/transformTotal';
import { cardOrder, meta } from '../giftCards/support';
import { linesOf, vatOf } from '../support';
import { recordOf, withTotals } from './support';

const settings = { ...withTotals(), giftCardAccountId: 'gift cards' };

/** 50.00 and 10.50 VAT of goods, and a card of 25.00 without VAT: 85.50. */
const sold = cardOrder('85.50', {
	...{ id: 831, number: '831' },
	line_items: [
		...(cardOrder('0').line_items as object[]),
		{
			...{ id: 5, name: 'Cadeaubon', sku: '', quantity: 1, taxes: [] },
			...{ subtotal: '25.00', subtotal_tax: '0.00', total: '25.00', total_tax: '0.00' },
			meta_data: [meta('wc_gc_giftcard_amount', '25')],
		},
	],
});
/** 60.50 of goods, of which a card paid 25.00: the shop says that 35.50 is left. */
const redeemed = cardOrder('35.50', {
	...{ id: 832, number: '832' },
	gift_cards: [{ id: 1, code: 'TEST', amount: '25.00' }],
});

const orders = [sold, redeemed].map((raw) => transformOrder(raw, 'woocommerce', settings));
const records = new Map(orders.map((one) => [one.orderKey, recordOf(one)] as const));
const total = transformTotal(
	{ client: 'test-client', shop: 'woocommerce', number: 'WDAG-2026-09-14' },
	new Set(records.keys()),
	records,
	settings,
);

test('a card that is sold in a total is a debt without VAT; what is paid with one is turnover', () => {
	expect(orders.map(({ outcome }) => outcome)).toEqual(['book', 'book']);
	expect(total).toMatchObject({ outcome: 'book', code: '' });
	const draft = total.draft as SalesEntryDraft;
	// Goods of both, 2 × 50.00 and 2 × 10.50; the card by itself: 85.50 + 60.50.
	expect(linesOf(draft).toSorted(([, a], [, b]) => a.localeCompare(b))).toEqual([
		['product', '21 products', 100],
		['product', 'gift cards', 25],
	]);
	expect(vatOf(draft)).toEqual({ 21: 21 });
	expect(draft.invoiceAmount).toBe(146);
});

test('the total leaves open what the card paid, and the record of its order says how much that was', () => {
	const notesOf = (key: string) => JSON.parse(String(records.get(key)!.notes)) as object;
	// 25.00 of the 146.00 comes from the card account, by the payment of its order.
	expect(notesOf(orders[1]!.orderKey)).toMatchObject({ giftCard: [2500, 'gift cards'] });
	expect(notesOf(orders[0]!.orderKey)).not.toHaveProperty('giftCard');
	expect((total.draft as SalesEntryDraft).giftCard).toBeUndefined();
});
