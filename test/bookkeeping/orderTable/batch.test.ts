import { countBatch, progressAfter, type BatchFacts } from '../../../bookkeeping/orderTable/batch';

const book: BatchFacts = { mode: 'book', read: 3, leftBefore: [], beingBooked: 0 };
const row = (id: string, more: object = {}) => ({
	orderKey: `c/s/${id}`,
	parentKey: '',
	kind: 'order',
	state: 'booked',
	code: '',
	total: 10.1,
	...more,
});
const refund = (id: string, more: object = {}) =>
	row(`${id}/refund/9`, { kind: 'refund', parentKey: `c/s/${id}`, total: -2.2, ...more });
const VIES = { state: 'ready', code: 'VAT_NUMBER_NOT_CHECKED' };

describe('the counts of a batch', () => {
	it('puts each document where it ended, and adds up what is in the books to the cent', () => {
		const rows = [
			row('1'),
			row('2', { alreadyThere: true, total: 20.2 }),
			refund('1'),
			row('3', { state: 'waiting' }),
			row('4', VIES),
			row('5', { state: 'nothingToBook' }),
			row('6', { state: 'needsAttention' }),
			{},
		];
		expect(countBatch(rows, book)).toEqual({
			read: 3,
			booked: 1,
			alreadyThere: 1,
			refundsBooked: 1,
			waiting: 2,
			nothingToBook: 1,
			needsAttention: 1,
			left: 0,
			notReached: 0,
			// 10.10 + 20.20 - 2.20
			total: 28.1,
		});
	});

	it.each([
		['ready', 1, 1],
		['unknown', 1, 0],
		['booking', 1, 0],
		['', 1, 0],
		[null, 1, 0],
		['booked', 0, 0],
	])('of state %j: left %d, not reached %d', (state, left, notReached) => {
		expect(countBatch([row('1', { state })], book)).toMatchObject({ left, notReached });
	});

	it('does not take for unreachable what waits for VIES', () => {
		expect(countBatch([row('1', VIES)], book)).toMatchObject({
			waiting: 1,
			left: 0,
			notReached: 0,
		});
	});

	it('counts of leftovers only what was left, with its refunds, and what others are booking', () => {
		const leftovers: BatchFacts = {
			mode: 'leftovers',
			read: 3,
			leftBefore: ['c/s/1'],
			beingBooked: 2,
		};
		const rows = [row('1'), refund('1'), row('2'), row('3', { state: 'unknown' })];
		expect(countBatch(rows, leftovers)).toMatchObject({
			read: 0,
			booked: 1,
			refundsBooked: 1,
			// The refund waited for its sale, and was counted as waiting by the batch before.
			waiting: -1,
			left: 2,
		});
		const itself = { ...leftovers, leftBefore: ['c/s/1/refund/9'] };
		expect(countBatch([refund('1')], itself)).toMatchObject({ refundsBooked: 1, waiting: 0 });
	});
});

describe('the progress of a period', () => {
	const before = {
		readUntil: '2025-01-01',
		batchDays: 4,
		read: 100,
		booked: 90,
		alreadyThere: 1,
		refundsBooked: 2,
		waiting: 3,
		nothingToBook: 4,
		needsAttention: 5,
		left: 6,
		total: 1000.1,
	};
	const counts = {
		read: 10,
		booked: 9,
		alreadyThere: 1,
		refundsBooked: 1,
		waiting: 1,
		nothingToBook: 1,
		needsAttention: 1,
		left: 1,
		notReached: 0,
		total: 100.2,
	};
	const now = '2026-11-22T12:00:00.000Z';
	const batch = { mode: 'book', until: '2025-01-05', now } as const;

	it('adds the batch and goes on behind it', () => {
		expect(progressAfter(before, counts, batch)).toEqual({
			readUntil: '2025-01-05',
			batchDays: 16,
			read: 110,
			booked: 99,
			alreadyThere: 2,
			refundsBooked: 3,
			waiting: 4,
			nothingToBook: 5,
			needsAttention: 6,
			left: 7,
			total: 1100.3,
			state: 'running',
			finishedAt: null,
		});
	});

	it('stays where it was when SnelStart was not reached', () => {
		expect(progressAfter(before, { ...counts, notReached: 1 }, batch)).toEqual({
			...before,
			state: 'running',
			finishedAt: null,
		});
	});

	// About 150 orders: 4 days held 300, so 2 days hold 150.
	it.each([
		[4, 300, 2],
		[4, 0, 16],
		[1, 100_000, 1],
		[60, 10, 92],
	])('after %d days with %d orders it takes %d days', (batchDays, read, days) => {
		const after = progressAfter({ ...before, batchDays }, { ...counts, read }, batch);
		expect(after.batchDays).toBe(days);
	});

	it.each([
		[0, 'done', now],
		[2, 'running', null],
	])('with %d left at the end it is %s', (left, state, finishedAt) => {
		const last = { ...batch, mode: 'leftovers' } as const;
		expect(progressAfter(before, { ...counts, read: 0, left }, last)).toMatchObject({
			readUntil: '2025-01-01',
			batchDays: 4,
			left,
			state,
			finishedAt,
		});
	});

	it('begins at nothing', () => {
		expect(progressAfter({ readUntil: '', batchDays: 1 }, counts, batch)).toMatchObject({
			read: 10,
			total: 100.2,
			left: 1,
		});
	});
});
