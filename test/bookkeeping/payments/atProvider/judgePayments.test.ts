import { judgePayments } from '../../../../bookkeeping/payments/atProvider/judgePayments';
import type {
	ProviderPayment,
	ProviderReading,
} from '../../../../bookkeeping/payments/atProvider/providerPayment';
import { settingsWith } from '../../support';

type Row = Record<string, unknown>;

const settings = settingsWith();
const started = Date.parse('2026-11-25T05:00:00Z');
const KEY = 'test-client/woocommerce/611';
const TOLD = 'test-client/payout/mollie/payments';

const payment = (changes: Partial<ProviderPayment> = {}): ProviderPayment => ({
	...{ id: 'tr_1', paymentIds: ['tr_1'], orderId: '', description: 'Order 611', currency: 'EUR' },
	...{ amount: 6050, refunded: 0, state: 'paid', date: '2026-11-22', refundedOn: '' },
	createdMs: Date.parse('2026-11-22T10:00:00Z'),
	...changes,
});
const order = (changes: Row = {}): Row => ({
	...{ orderKey: KEY, kind: 'order', client: 'test-client', shop: 'woocommerce', orderId: '611' },
	...{ orderNumber: '611', state: 'booked', code: '', total: 60.5, paidState: 'open' },
	...{ fingerprint: 'EUR 60.50', orderDate: '2026-11-22', paymentIds: '' },
	bookedAt: '2026-11-22T11:00:00.000Z',
	...changes,
});
const credit = (total: number, changes: Row = {}): Row => ({
	...{ orderKey: `${KEY}/refund/7`, kind: 'refund', parentKey: KEY, state: 'booked', total },
	...changes,
});
const judge = (payments: ProviderPayment[], rows: Row[], openSinceMs?: number) => {
	const reading: ProviderReading = { payments, openSinceMs };
	return judgePayments('mollie', reading, rows, settings, 3, started);
};
const told = ({ added }: ReturnType<typeof judge>) =>
	added.map(({ orderKey, state, message }) => [orderKey, state, message]);

describe('a payment that the shop did not tell', () => {
	test('is noted on its booked order', () => {
		const judged = judge([payment()], [order()]);
		expect(judged.paid).toEqual([{ orderKey: KEY, paidAtProvider: '2026-11-22 60.50 tr_1' }]);
		expect(judged.added).toEqual([]);
		// Two hours before the run: what is younger, the shop may still tell.
		expect(judged.readUntil).toBe('2026-11-25T03:00:00.000Z');
	});

	test.each<[string, Row]>([
		['its payments are done', { paidState: 'done' }],
		['somebody looks at its payment', { paidState: 'attention' }],
		['it is noted already', { paidAtProvider: '2026-11-22 60.50 tr_1' }],
		['nobody books it, for another reason', { state: 'nothingToBook', code: 'BEFORE_FIRST_DATE' }],
	])('is left alone where %s', (_, changes) => {
		expect(judge([payment()], [order(changes)])).toMatchObject({ paid: [], added: [] });
	});

	test('is left to the payment matching for a day after the order was booked, and read again', () => {
		const bookedAt = '2026-11-24T20:00:00.000Z';
		const judged = judge([payment()], [order({ paidState: '', bookedAt })]);
		expect(judged).toMatchObject({ paid: [], readUntil: '2026-11-22T10:00:00.000Z' });
		expect(judge([payment()], [order({ paidState: '' })]).paid).toHaveLength(1);
	});

	test('is left to the shop for two hours, and read again', () => {
		const young = payment({ createdMs: started - 3_600_000 });
		expect(judge([young], [order()])).toMatchObject({
			...{ paid: [], readUntil: '2026-11-25T03:00:00.000Z' },
		});
	});

	test('of an order that waits is told, and noted for when it is booked', () => {
		const waiting = order({ state: 'waiting', code: 'STATUS_NOT_YET', orderStatus: 'pending' });
		const judged = judge([payment()], [waiting]);
		expect(judged.paid).toHaveLength(1);
		expect(told(judged)).toEqual([
			[
				...[`${TOLD}/payment/tr_1`, 'needsAttention'],
				'The provider has € 60.50 of 2026-11-22 for order 611, which is not booked: its status in the shop is "pending".',
			],
		]);
	});

	test('is struck off once the order is booked and paid, whatever its age', () => {
		const waiting = order({ state: 'waiting', code: 'STATUS_NOT_YET', orderStatus: 'pending' });
		const [row] = judge([payment()], [waiting]).added;
		const listed: Row = { ...row };
		expect(judge([], [order({ paidState: 'done' }), listed]).explained).toEqual([row?.orderKey]);
		// Still the same: nothing is written.
		expect(judge([], [waiting, listed])).toMatchObject({ added: [], changed: [], explained: [] });
		// The order is gone from the table: the row stays.
		expect(judge([], [listed]).explained).toEqual([]);
	});

	test('keeps its own day in later runs, whatever went back of it since', () => {
		const waiting = order({ state: 'waiting', code: 'STATUS_NOT_YET', orderStatus: 'pending' });
		const partly = payment({ refunded: 1000, refundedOn: '2026-11-24' });
		const first = judge([partly], [waiting]);
		const noted = { paidAtProvider: '2026-11-22 60.50 tr_1' };
		expect(first.paid).toMatchObject([noted]);
		const listed = first.added.map((row): Row => ({ ...row }));
		expect(judge([], [{ ...waiting, ...noted }, ...listed])).toMatchObject({
			...{ paid: [], changed: [], explained: [] },
		});
		// A row of what went back stands beside it, in whatever order a table gives them.
		const [refund] = judge([partly], [order({ paidState: 'done' })]).added;
		for (const rows of [
			[...listed, { ...refund }],
			[{ ...refund }, ...listed],
		]) {
			expect(judge([], [waiting, ...rows]).paid).toMatchObject([noted]);
		}
	});

	test('holds the cursor where it may still come', () => {
		const open = Date.parse('2026-11-10T08:00:00Z');
		expect(judge([payment()], [order()], open).readUntil).toBe('2026-11-10T08:00:00.000Z');
	});

	test('in another currency is told', () => {
		const dollars = payment({ currency: 'USD', paymentIds: ['tr_1'] });
		const paidInUsd = order({ paymentIds: 'tr_1', fingerprint: 'USD 70.00 | EUR 60.50' });
		const judged = judge([dollars], [paidInUsd]);
		expect(judged.paid).toEqual([]);
		expect(judged.added).toMatchObject([{ code: 'PAID_AT_PROVIDER_ONLY' }]);
	});

	test('in another currency is told, though it is more than the euros of its order', () => {
		const crowns = payment({ currency: 'SEK', amount: 68_000, orderId: '611' });
		const judged = judge([crowns], [order()]);
		expect(judged.paid).toEqual([]);
		expect(judged.added).toMatchObject([{ code: 'PAID_AT_PROVIDER_ONLY' }]);
		const listed: Row = { ...judged.added[0] };
		expect(judge([], [order(), listed])).toMatchObject({ added: [], changed: [], explained: [] });
	});

	test('in another currency than its order is not taken for euros by a later run', () => {
		const dollars = payment({ currency: 'USD', amount: 5500 });
		const inEuro = order({ paymentIds: 'tr_1' });
		const [row] = judge([dollars], [inEuro]).added;
		expect(row).toMatchObject({ code: 'PAID_AT_PROVIDER_ONLY' });
		expect(judge([], [inEuro, { ...row }])).toMatchObject({
			...{ paid: [], changed: [], explained: [] },
		});
	});
});

describe('money that went back at the provider only (W024)', () => {
	const back = payment({ refunded: 2500, refundedOn: '2026-11-24' });
	const done = order({ paidState: 'done' });

	test('is told with order and amount', () => {
		const judged = judge([back], [done]);
		expect(judged.added).toMatchObject([
			{
				...{ orderKey: `${TOLD}/refund/tr_1`, code: 'REFUND_WITHOUT_CREDIT_NOTE', total: -25 },
				message:
					'The provider paid € 25.00 of order 611 back on 2026-11-24, but there is no credit note for it.',
			},
		]);
	});

	test('is told as far as no credit note holds it, also of an equal one', () => {
		expect(judge([back], [done, credit(-25)]).added).toEqual([]);
		expect(told(judge([back], [done, credit(-10)]))[0]?.[2]).toContain('€ 15.00');
		// Twice 25.00 went back, the shop knows of one.
		const twice = payment({ refunded: 5000, refundedOn: '2026-11-24' });
		expect(told(judge([twice], [done, credit(-25)]))[0]?.[2]).toContain('€ 25.00');
	});

	test('does not count a credit note whose money was paid back by hand', () => {
		const byHand: Row = {
			...{ orderKey: `${KEY}/refund-7`, kind: 'payment', parentKey: KEY, total: -25 },
			...{ state: 'nothingToBook', code: 'PAYMENT_REFUND_OUTSIDE' },
		};
		expect(told(judge([back], [done, credit(-25), byHand]))[0]?.[2]).toContain('€ 25.00');
	});

	test('is not told twice: a payout that tells it goes first', () => {
		const facts = JSON.stringify({ refund: 2500, date: '2026-11-24', order: '611' });
		const ofPayout: Row = {
			...{ orderKey: 'test-client/payout/mollie/stl_1/refund/re_1', kind: 'payoutEntry', facts },
			...{ parentKey: 'test-client/payout/mollie/stl_1', code: 'REFUND_WITHOUT_CREDIT_NOTE' },
			state: 'needsAttention',
		};
		const [listed] = judge([back], [done]).added;
		const judged = judge([], [done, ofPayout, { ...listed }]);
		expect([judged.added, judged.explained]).toEqual([[], [listed?.orderKey]]);
	});

	test('is struck off when its credit note comes; put aside it stays so until more goes back', () => {
		const [listed] = judge([back], [done]).added;
		expect(judge([], [done, credit(-25), { ...listed }]).explained).toEqual([listed?.orderKey]);
		const aside: Row = { ...listed, state: 'nothingToBook' };
		expect(judge([back], [done, aside])).toMatchObject({ added: [], changed: [] });
		const more = payment({ refunded: 3000, refundedOn: '2026-11-24' });
		expect(judge([more], [done, aside]).changed).toMatchObject([
			{ orderKey: listed?.orderKey, state: 'needsAttention', total: -30 },
		]);
	});

	test('of two payments of one order is told beyond the one credit note that both paid back', () => {
		const first = payment({ amount: 3025, refunded: 2000, refundedOn: '2026-11-23' });
		const ids = { id: 'tr_2', paymentIds: ['tr_2'], orderId: '611' };
		const second = payment({ ...ids, amount: 3025, refunded: 3000, refundedOn: '2026-11-24' });
		const both = [{ ...first, orderId: '611' }, second];
		expect(judge(both, [done, credit(-50)]).added).toEqual([]);
		// 20.00 and 30.00 went back, 40.00 is credited.
		const { added } = judge(both, [done, credit(-40)]);
		expect(added).toMatchObject([{ orderKey: `${TOLD}/refund/tr_2`, total: -50 }]);
		expect(added[0]?.message).toContain('€ 10.00');
		// It stays told while the payments are not read again, until the credit note comes.
		const listed: Row = { ...added[0] };
		const later = judge([], [done, credit(-40), listed]);
		expect([later.added, later.changed, later.explained]).toEqual([[], [], []]);
		expect(judge([], [done, credit(-50), listed]).explained).toEqual([`${TOLD}/refund/tr_2`]);
		expect(judge(both, [done, credit(-50), listed]).explained).toEqual([`${TOLD}/refund/tr_2`]);
	});

	test('of an order that is not booked is none', () => {
		const waiting = order({ state: 'waiting', code: 'STATUS_NOT_YET' });
		const all = payment({ refunded: 6050, refundedOn: '2026-11-24' });
		expect(judge([all], [waiting])).toMatchObject({ paid: [], added: [] });
	});

	test('waits while the amount of a refund is not known', () => {
		expect(judge([back], [done, credit(-25, { total: null, state: 'waiting' })]).added).toEqual([]);
	});
});
