import { namedOrders } from '../../../../bookkeeping/payments/payouts/namedOrders';
import type { TransformedPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import { withPayouts, withTotals } from '../../totals/support';

const key = (id: number) => `test-client/woocommerce/${id}`;
const order = (id: number, more: object = {}) => ({
	...{ kind: 'order', shop: 'woocommerce', orderKey: key(id), paymentIds: `tr_${id} ch_${id}` },
	...{ state: 'gathered', originalInvoiceNumber: 'WDAG-W-2026-11-28', payout: null, ...more },
});
const payout = (payoutKey: string, ids: number[], more: object = {}) =>
	({
		...{ outcome: 'book', payoutKey, date: '2026-11-24' },
		matched: ids.map((id) => ({ entryId: `e${id}`, orderKey: key(id), by: 'paymentId', gross: 5 })),
		...more,
	}) as unknown as TransformedPayout;
const named = (payouts: TransformedPayout[], items: object[], settings = withPayouts()) =>
	namedOrders(payouts, items, settings).map((one) => [one.orderKey, one.payout]);

test('each order that waits is named once, by the first payout', () => {
	const items = [order(1), order(2), order(3)];
	const payouts = [payout('late', [1, 2]), payout('early', [2, 2], { date: '2026-11-23' })];
	expect(named(payouts, items)).toEqual([
		[key(2), 'early'],
		[key(1), 'late'],
	]);
});

test('money that goes back names nothing, and neither does a payout that is not booked', () => {
	const back = { matched: [{ entryId: 'e', orderKey: key(1), by: 'paymentId', gross: -5 }] };
	expect(
		named([payout('p', [], back), payout('q', [1], { outcome: 'attention' })], [order(1)]),
	).toEqual([]);
});

test.each([
	['is in a total', { state: 'inTotal' }],
	['is booked', { state: 'booked' }],
	['was named before', { payout: 'other' }],
	['is gathered for its day', { originalInvoiceNumber: 'WDAG-2026-11-28' }],
	['is of another shop', { shop: 'jouwweb' }],
	['is a refund', { kind: 'refund' }],
])('an order that %s is left as it is', (_what, more) => {
	expect(named([payout('p', [1])], [order(1, more)])).toEqual([]);
});

test.each(['', 'waiting', 'ready', 'booking', 'unknown', 'needsAttention', 'nothingToBook'])(
	'an order in the state "%s" may be gathered later, and knows its payout then',
	(state) => {
		const items = [order(1, { state, originalInvoiceNumber: null })];
		expect(named([payout('p', [1])], items)).toEqual([[key(1), 'p']]);
	},
);

test('a line that had no order names the order that came later, before another payout does', () => {
	const line = {
		kind: 'payoutEntry',
		state: 'needsAttention',
		parentKey: 'earlier',
		paymentIds: 'ch_1',
	};
	expect(named([payout('p', [1, 2])], [order(1), order(2), line])).toEqual([
		[key(1), 'earlier'],
		[key(2), 'p'],
	]);
	expect(named([], [order(1), { ...line, state: 'nothingToBook' }])).toEqual([]);
	expect(named([], [order(1, { paymentIds: '' }), { ...line, paymentIds: '' }])).toEqual([]);
});

test('a shop that books per day has nothing named', () => {
	expect(named([payout('p', [1])], [order(1)], withTotals())).toEqual([]);
});
