import { findDoubled } from '../../../bookkeeping/orderTable/doubled';

const KEY = 'my-client/web/28';
let lastId = 0;
const row = (more: object = {}) => ({
	...{ id: (lastId += 1), orderKey: KEY, orderNumber: '1028', kind: 'order' },
	...{ state: 'booked', claimId: '', updatedAt: '2026-11-20T10:00:00.000Z', ...more },
});
/** The state of the row that stays, and the ids of those that go. */
const kept = (...rows: Array<ReturnType<typeof row>>) => {
	const [found] = findDoubled(rows).doubled;
	const stays = rows.find(({ id }) => id === found?.keep.id);
	return stays && [stays.state, found!.remove.map(({ id }) => id - rows[0]!.id)];
};

describe('rows with the same key', () => {
	it('leaves what stands there once, and rows without a key', () => {
		const rows = [row(), row({ orderKey: 'my-client/web/29' }), row({ orderKey: '' })];
		expect(findDoubled([...rows, row({ orderKey: null })])).toEqual({
			...{ doubled: [], differing: [] },
		});
	});

	it.each([
		['booked', 'nothingToBook'],
		['booked', 'unknown'],
		['inTotal', 'ready'],
		['gatheredRefund', 'waiting'],
		['gathered', 'needsAttention'],
		['unknown', 'needsAttention'],
		['waiting', ''],
	])(
		'keeps the one that is %j, not the one that is %j, whichever was written last',
		(one, other) => {
			expect(kept(row({ state: one }), row({ state: other }))).toEqual([one, [1]]);
			const late = { state: other, updatedAt: '2026-11-21T10:00:00.000Z' };
			expect(kept(row(late), row({ state: one }))).toEqual([one, [0]]);
		},
	);

	it('keeps of equal ones that which was written last, and else the first', () => {
		const late = { updatedAt: '2026-11-20T10:00:00.001Z' };
		expect(kept(row({ state: 'waiting' }), row({ state: 'nothingToBook', ...late }))).toEqual([
			...['nothingToBook', [0]],
		]);
		expect(kept(row(), row(), row())).toEqual(['booked', [1, 2]]);
		const [first, second] = [row(), row()];
		expect(findDoubled([second, first]).doubled).toMatchObject([{ keep: { id: first.id } }]);
		const undated = row({ updatedAt: null });
		expect(findDoubled([undated, row()]).doubled[0]!.keep.id).toBe(undated.id + 1);
	});

	it('keeps of two that are booked the one that names the entry, whichever was written last', () => {
		const late = { updatedAt: '2026-11-22T10:00:00.000Z', approved: 'EUR 12.10', mayBeSent: true };
		const named = row({ salesEntryId: 'e-28' });
		for (const rows of [
			[row(late), named],
			[named, row(late)],
		]) {
			expect(findDoubled(rows).doubled).toMatchObject([
				{ keep: { id: named.id }, values: { approved: 'EUR 12.10', mayBeSent: false } },
			]);
		}
		const isSent = { salesEntryId: 'e-28', mayBeSent: true };
		expect(findDoubled([row(), row(isSent)]).doubled).toMatchObject([
			{ values: { mayBeSent: true, paymentIds: '' } },
		]);
	});

	it('keeps what is booked with its document, and gives it what the other alone knew', () => {
		const paper = { snelStartNumber: 'W28', salesEntryId: 'e-28' };
		const one = row({ ...paper, relationId: 'r-1', paymentIds: 'tr_1', attempts: 1 });
		const other = row({
			...{ relationId: 'r-2', paymentIds: 'tr_2 tr_1', attempts: 2, payout: 'p-1' },
			...{ checkedAs: 'X', checkedBy: 'anna', checkedAt: '2026-11-21T10:00:00.000Z' },
			...{ mayBeSent: true, toldNumber: 'W28', updatedAt: '2026-11-22T10:00:00.000Z' },
		});
		const [found] = findDoubled([other, one]).doubled;
		expect(found).toEqual({
			...{ orderKey: KEY, orderNumber: '1028' },
			keep: { id: one.id, writtenBefore: '2026-11-20T10:00:00.001Z' },
			values: {
				paidAtProvider: '',
				...{ ...paper, relationId: 'r-1', paymentIds: 'tr_1 tr_2', payout: 'p-1' },
				...{ approved: '', toldNumber: 'W28', attempts: 2, mayBeSent: false },
				...{ checkedAs: 'X', checkedBy: 'anna', checkedAt: '2026-11-21T10:00:00.000Z' },
			},
			remove: [{ id: other.id, writtenBefore: '2026-11-22T10:00:00.001Z' }],
		});
	});

	it('does not forget that one of them may have been sent', () => {
		const late = { updatedAt: '2026-11-22T10:00:00.000Z', orderNumber: '' };
		const rows = [row({ state: 'ready', mayBeSent: true }), row({ state: 'waiting', ...late })];
		expect(findDoubled(rows).doubled).toMatchObject([
			{ orderNumber: KEY, keep: { id: rows[1]!.id }, values: { mayBeSent: true, attempts: null } },
		]);
	});

	it('leaves what a run is booking for another night', () => {
		const rows = [row({ state: 'booking', claimId: '7' }), row({ state: '' })];
		expect(findDoubled(rows)).toEqual({ doubled: [], differing: [] });
	});

	it.each([
		['two numbers', { snelStartNumber: 'W28' }, { snelStartNumber: 'W28-2' }],
		['two entries', { salesEntryId: 'a' }, { salesEntryId: 'b' }],
		['two entries of one order', { version: null }, { version: 2 }],
		['two kinds', { kind: 'order' }, { kind: 'refund' }],
		[
			'two totals',
			{ state: 'gathered', originalInvoiceNumber: 'WDAG-2026-11-20' },
			{ state: 'gathered', originalInvoiceNumber: 'WDAG-2026-11-21' },
		],
		[
			'a closed total and an entry of its own',
			{ state: 'inTotal', originalInvoiceNumber: 'WDAG-2026-11-20' },
			{ state: 'booked' },
		],
	])('merges nothing where they speak of %s', (_, one, other) => {
		expect(findDoubled([row(one), row(other)])).toEqual({
			...{ doubled: [], differing: [{ orderKey: KEY, orderNumber: '1028' }] },
		});
	});

	it('merges what is in one closed total, booked or not, and what was gathered beside a booking', () => {
		const total = { originalInvoiceNumber: 'WDAG-2026-11-20' };
		expect(kept(row({ state: 'inTotal', ...total }), row(total))).toEqual(['booked', [0]]);
		expect(kept(row({ state: 'gathered', ...total }), row())).toEqual(['booked', [0]]);
	});
});
