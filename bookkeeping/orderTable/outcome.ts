import type { State } from './states';

/** The four ends of an order: nothing is guessed, nothing is dropped (D-FOUR-ENDS). */
export const outcomes = ['book', 'wait', 'nothingToBook', 'attention'] as const;
export type Outcome = (typeof outcomes)[number];

const stateOfOutcome: Record<Exclude<Outcome, 'book'>, State> = {
	wait: 'waiting',
	nothingToBook: 'nothingToBook',
	attention: 'needsAttention',
};

/**
 * The state of a row that is not to be booked. What waits for VIES does not wait for the shop: the
 * next run asks VIES again (J044).
 */
export function stateFrom(outcome: Exclude<Outcome, 'book'>, code: string): State {
	return outcome === 'wait' && code === 'VAT_NUMBER_NOT_CHECKED'
		? 'ready'
		: stateOfOutcome[outcome];
}
