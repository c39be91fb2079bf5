import { readKnownRefunds } from '../../../../bookkeeping/payments/payouts/knownRefunds';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import { ledgerOf, order, paymentSettings, payout, payoutOptions, salesOf } from '../support';

const KEY = 'test-client/woocommerce/101';

const row = (total: number | null, changes: object = {}) => ({
	...{ kind: 'refund', parentKey: KEY, state: 'booked', orderDate: '2026-11-18', total },
	...{ snelStartNumber: `CN${String(total)}`, salesEntryId: `entry ${String(total)}`, ...changes },
});

const refund = (gross: string, date = '2026-11-18') => ({
	...{ id: `re ${gross} ${date}`, type: 'refund' as const, paymentIds: ['tr_1'] },
	...{ gross, net: gross, date },
});

/** A payout of 121.00 and refunds, settled on open items. */
function settled(rows: object[], refunds: Array<ReturnType<typeof refund>>, total?: number | null) {
	const cents = refunds.reduce((all, { net }) => all + Math.round(Number(net) * 100), 12_100);
	const paid = { ...refund('121.00'), id: 'baltr_1', type: 'payment' as const };
	const raw = payout({ net: (cents / 100).toFixed(2), entries: [paid, ...refunds] });
	const known = order('101', {
		...{ paymentIds: ['tr_1'], refunds: readKnownRefunds(rows).get(KEY) ?? [] },
		...(total === null && { isForeign: true }),
	});
	const options = { ...payoutOptions, settle: 'openItems' as const };
	return transformPayout(raw, [known], paymentSettings(), options);
}

const codes = ({ unmatched }: ReturnType<typeof settled>) =>
	unmatched.map(({ entryId, reason }) => [entryId, reason.code]);

test('a refund settles its credit note, not the invoice', () => {
	const done = settled([row(-20)], [refund('-20.00')]);
	expect(salesOf(done.draft!)).toEqual([
		['101', 121],
		['CN-20', -20],
	]);
	expect(done.draft!.salesLines[1]!.salesEntryId).toBe('entry -20');
	expect(done.unmatched).toEqual([]);
});

test('of several with one amount each takes the one of its day, and as many as there are lines belong together', () => {
	const rows = [
		row(-20, { snelStartNumber: 'C1', orderDate: '2026-11-10' }),
		row(-20, { snelStartNumber: 'C2', orderDate: '2026-11-18' }),
	];
	expect(salesOf(settled(rows, [refund('-20.00')]).draft!)).toContainEqual(['C2', -20]);
	const both = [refund('-20.00', '2026-11-19'), refund('-20.00', '2026-11-11')];
	expect(salesOf(settled(rows, both).draft!).slice(1)).toEqual([
		['C2', -20],
		['C1', -20],
	]);
});

test('where nothing tells which credit note it is, the money stays on the clearing account', () => {
	const rows = [row(-20, { snelStartNumber: 'C1' }), row(-20, { snelStartNumber: 'C2' })];
	const done = settled(rows, [refund('-20.00', '2026-11-20')]);
	expect(salesOf(done.draft!)).toEqual([['101', 121]]);
	expect(ledgerOf(done.draft!)).toEqual([['clearing', 'clearing mollie', 20, 0]]);
	expect(done.unmatched).toEqual([]);
});

test('a refund whose credit note is still to come stays on the clearing account, and is told elsewhere', () => {
	for (const rows of [[row(-20, { state: 'ready', snelStartNumber: '' })], [row(null)]]) {
		const done = settled(rows, [refund('-20.00')]);
		expect(salesOf(done.draft!)).toEqual([['101', 121]]);
		expect(done.unmatched).toEqual([]);
	}
});

test('W024: a refund made only at the provider is booked and has a row: no credit note', () => {
	for (const rows of [[], [row(-19.99)], [row(-20, { state: 'nothingToBook' })]]) {
		const done = settled(rows, [refund('-20.00')]);
		expect(done.outcome).toBe('book');
		expect(ledgerOf(done.draft!)).toEqual([['clearing', 'clearing mollie', 20, 0]]);
		expect(codes(done)).toEqual([['re -20.00 2026-11-18', 'REFUND_WITHOUT_CREDIT_NOTE']]);
		expect(done.unmatched[0]!.why).toContain('20.00 of order 101 back on 2026-11-18');
		expect(done.matched.map(({ entryId }) => entryId)).toContain('re -20.00 2026-11-18');
	}
	// Two went back, the shop knows one of them.
	const twice = settled([row(-20)], [refund('-20.00', '2026-11-19'), refund('-20.00')]);
	expect(codes(twice)).toEqual([['re -20.00 2026-11-19', 'REFUND_WITHOUT_CREDIT_NOTE']]);
});

test('nothing is said of refunds where nobody looked for them', () => {
	const entries = [refund('-20.00')];
	const known = { ...order('101', { paymentIds: ['tr_1'] }), refunds: undefined };
	const done = transformPayout(
		payout({ net: '-20.00', entries }),
		[known],
		paymentSettings(),
		payoutOptions,
	);
	expect([done.outcome, done.unmatched]).toEqual(['book', []]);
});

test('a refund in another currency has another amount in euro', () => {
	const done = settled([row(-18.5)], [refund('-20.00')], null);
	expect(done.unmatched).toEqual([]);
	expect(salesOf(done.draft!)).toEqual([
		['101', 121],
		['CN-18.5', -18.5],
	]);
	expect(ledgerOf(done.draft!)).toEqual([['exchange', 'exchange', 1.5, 0]]);
	expect(codes(settled([], [refund('-20.00')], null))).toHaveLength(1);
});

test('a refund that came back is told: the customer still gets it', () => {
	const done = settled([row(-20)], [refund('-20.00'), refund('20.00', '2026-11-19')]);
	expect(salesOf(done.draft!)).toContainEqual(['CN-20', -20]);
	expect(ledgerOf(done.draft!)).toEqual([['clearing', 'clearing mollie', 0, 20]]);
	expect(codes(done)).toEqual([['re 20.00 2026-11-19', 'REFUND_CAME_BACK']]);
	expect(done.unmatched[0]!.why).toBe(
		'A refund of € 20.00 of order 101 came back to the provider on 2026-11-19: it did not reach the customer.',
	);
});
