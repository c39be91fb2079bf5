import { finished, stateOf } from './states';

/** What stands in the column `paidState` of an order, once somebody looked. */
export const paidStates = ['done', 'attention', 'open'] as const;
export type PaidState = (typeof paidStates)[number];

/** Orders in these are not looked at again by the payment matching. */
export const paidForNow: readonly PaidState[] = ['done', 'attention'];

/** What the states of an order's payments say of the order. */
export function paidStateOf(statesOfPayments: readonly unknown[]): PaidState {
	const states = statesOfPayments.map(stateOf);
	const isSettled = (state: (typeof states)[number]) =>
		state === 'needsAttention' || finished.includes(state);
	if (!states.every(isSettled)) return 'open';
	return states.includes('needsAttention') ? 'attention' : 'done';
}
