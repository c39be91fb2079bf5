import {
	changedAfterBooking,
	claimable,
	finished,
	heldBack,
	offeredAgain,
	open,
	paidStateOf,
	reviewed,
	stateNames,
	states,
	toCome,
	triedAgain,
	unfinished,
	whereState,
	type State,
} from '../../../bookkeeping';

/** Rows of every state, of one that a person mistyped, and one that was just recorded. */
const cells = [...stateNames.filter(Boolean), 'Ready', null];

function passing(allowed: readonly State[]): Array<string | null> {
	const conditions = whereState(allowed);
	return cells.filter((cell) =>
		conditions.every(({ condition, value }) => (condition === 'eq') === (cell === value)),
	);
}

test.each([
	[
		'claimable',
		claimable,
		['waiting', 'nothingToBook', 'needsAttention', 'ready', 'unknown', 'gathered'],
	],
	['open', open, ['waiting', 'nothingToBook', 'needsAttention', 'ready', 'gathered']],
	['tried again', triedAgain, ['ready', 'unknown']],
	['reviewed', reviewed, ['waiting', 'needsAttention', 'ready', 'unknown', 'gathered']],
	[
		'unfinished',
		unfinished,
		[
			...['waiting', 'booking', 'needsAttention', 'ready', 'unknown'],
			...['gathered', 'gatheredRefund', 'inTotal'],
		],
	],
])('rows that are %s are let through, and so are those without a state', (_, allowed, named) => {
	expect(passing(allowed)).toEqual([...named, 'Ready', null]);
});

test('one state is asked for by name', () => {
	expect(whereState(['booking'])).toEqual([{ column: 'state', condition: 'eq', value: 'booking' }]);
});

test('the other groups', () => {
	expect(finished).toEqual(['booked', 'nothingToBook']);
	expect(heldBack).toEqual(['booking', 'ready', 'unknown']);
	expect(toCome).toEqual([
		...['waiting', 'ready', 'unknown'],
		...['gathered', 'gatheredRefund', 'inTotal'],
	]);
	expect(offeredAgain).toEqual(['waiting', 'needsAttention', 'unknown']);
});

test('only an undo and a second entry take a row out of booked, and only SnelStart’s answer brings one there', () => {
	expect(Object.keys(states.booked.to)).toEqual(['ready', 'unknown']);
	expect(stateNames.filter((name) => 'booked' in states[name].to)).toEqual([
		'booking',
		// The answer was that of its total.
		'inTotal',
	]);
	expect(stateNames.filter((name) => 'unknown' in states[name].to)).toEqual(['booking', 'booked']);
});

test('every state leads to booking in the end, but booked and what is fixed in a total', () => {
	const others: readonly State[] = ['booked', 'booking', 'gatheredRefund', 'inTotal'];
	for (const name of stateNames.filter((one) => !others.includes(one))) {
		expect(Object.keys(states[name].to)).toContain('booking');
	}
});

describe('an order that was changed after it was booked (J035)', () => {
	const row = {
		kind: 'order',
		state: 'booked',
		orderStatus: 'completed',
		fingerprint: 'EUR 12.10 | 21% 10.00+2.10',
		seenFingerprint: 'EUR 24.20 | 21% 20.00+4.20',
	};

	test('says what was booked and what the shop says now', () => {
		expect(changedAfterBooking(row)).toMatchObject({
			code: 'CHANGED_AFTER_BOOKING',
			message:
				'Booked: EUR 12.10 | 21% 10.00+2.10. Now in the shop: status completed, EUR 24.20 | 21% 20.00+4.20.',
		});
	});

	test('that was credited, and one that could not be read', () => {
		expect(changedAfterBooking({ ...row, fingerprint: '' })?.message).toMatch(
			/^Booked: nothing is left, it was credited\. Now/,
		);
		expect(changedAfterBooking({ ...row, seenFingerprint: '' })?.message).toMatch(
			/Now in the shop: status completed\.$/,
		);
	});

	test.each([
		{ seenFingerprint: row.fingerprint },
		{ kind: 'refund' },
		{ state: 'needsAttention' },
	])('not with %j', (other) => {
		expect(changedAfterBooking({ ...row, ...other })).toBeUndefined();
	});
});

test.each([
	[['booked', 'nothingToBook'], 'done'],
	[['booked', 'needsAttention'], 'attention'],
	[['needsAttention', 'waiting'], 'open'],
	[['booked', ''], 'open'],
	[['booked', 'unknown'], 'open'],
	[[], 'done'],
])('payments that are %j make an order %s', (payments, paid) => {
	expect(paidStateOf(payments)).toBe(paid);
});
