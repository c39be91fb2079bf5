import { paidForNow, paidStateOf, paidStates } from '../../../bookkeeping/orderTable/paidState';

test.each<[string[], string]>([
	[['booked'], 'done'],
	[['booked', 'nothingToBook'], 'done'],
	[['booked', 'needsAttention'], 'attention'],
	[['booked', 'waiting'], 'open'],
	[['needsAttention', 'ready'], 'open'],
	[['booked', 'booking'], 'open'],
	[['no state at all'], 'open'],
	// Somebody looked, and there was nothing to pay.
	[[], 'done'],
])('payments %j: %s', (states, paid) => {
	expect(paidStateOf(states)).toBe(paid);
});

test('only open ones are looked at again', () => {
	expect(paidStates.filter((state) => !paidForNow.includes(state))).toEqual(['open']);
});
