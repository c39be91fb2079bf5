import { changedAfterBooking, unmatchedEntry } from '../../../bookkeeping/orderTable/notes';

describe('J035: a booked order that says something else by now', () => {
	const row = {
		...{ kind: 'order', state: 'booked', orderStatus: 'completed' },
		...{ fingerprint: 'EUR 12.10', seenFingerprint: 'EUR 24.20' },
	};
	const noteOf = (changes: object = {}) => changedAfterBooking({ ...row, ...changes });

	test('is told with both sides', () => {
		expect(noteOf()).toMatchObject({
			code: 'CHANGED_AFTER_BOOKING',
			message: 'Booked: EUR 12.10. Now in the shop: status completed, EUR 24.20.',
		});
	});

	test('also when it was credited, or has nothing to book any more', () => {
		expect(noteOf({ fingerprint: '' })?.message).toBe(
			'Booked: nothing is left, it was credited. Now in the shop: status completed, EUR 24.20.',
		);
		expect(noteOf({ seenFingerprint: '' })?.message).toBe(
			'Booked: EUR 12.10. Now in the shop: status completed.',
		);
	});

	test('where it goes now, but not of rows that do not say where it went', () => {
		const at = (fingerprint: string) => ({ fingerprint, seenFingerprint: 'EUR 12.10 | to BE' });
		expect(noteOf(at('EUR 12.10'))).toBeUndefined();
		expect(noteOf(at('EUR 12.10 | to BE'))).toBeUndefined();
		expect(noteOf(at('EUR 12.10 | picked up'))?.message).toBe(
			'Booked: EUR 12.10 | picked up. Now in the shop: status completed, EUR 12.10 | to BE.',
		);
		expect(noteOf(at('EUR 24.20'))).toBeDefined();
		expect(noteOf(at(''))).toBeDefined();
	});

	test('in the trash, with what to do about it', () => {
		expect(noteOf({ orderStatus: 'trash', seenFingerprint: '' })).toMatchObject({
			message: 'Booked: EUR 12.10. In the shop the order was moved to the trash.',
			tip: expect.stringMatching(/restore the order/),
		});
	});

	test('until it is as it was booked again', () => {
		const back = { seenFingerprint: 'EUR 12.10', code: 'CHANGED_AFTER_BOOKING' };
		expect(noteOf(back)).toEqual({ code: '', message: '', tip: '', facts: '' });
		expect(noteOf({ ...back, code: 'REFUND_DELETED' })).toBeUndefined();
	});

	test.each([
		['the same', { seenFingerprint: 'EUR 12.10' }],
		['not booked', { state: 'waiting' }],
		['a refund', { kind: 'refund' }],
		['a payment', { kind: 'payment' }],
	])('%s: nothing is told', (_, changes) => {
		expect(noteOf(changes)).toBeUndefined();
	});
});

test('a line of a payout without order says what it is, where, and what to do', () => {
	const entry = { type: 'refund', gross: -5, date: '2026-11-05', payoutId: 'stl_1' };
	const reason = { code: 'ENTRY_WITHOUT_ORDER', facts: { case: 'severalAlike' } };
	const { code, message, tip } = unmatchedEntry({ ...entry, reason });
	expect(code).toBe('PAYOUT_ENTRY_UNMATCHED');
	expect(message).toBe(
		'Refund of € -5.00 of 2026-11-05 in payout stl_1: Several orders or payments have this amount and date.',
	);
	expect(tip).not.toBe('');
	expect(unmatchedEntry({ ...entry, type: 'other', reason: 'x' }).message).toMatch(
		/^other of € .*: No order carries its payment id/,
	);
});
