import type { State } from './states';

/** The four ends of an order: nothing is guessed, nothing is dropped (D-FOUR-ENDS). */
export const outcomes = ['book', 'wait', 'nothingToBook', 'attention'] as const;
export type Outcome = (typeof outcomes)[number];

const stateOfOutcome: Record<Exclude<Outcome, 'book'>, State> = {
	wait: 'waiting',
	nothingToBook: 'nothingToBook',
	attention: 'needsAttention',
};

/** What waits for an answer that did not come, not for the shop to change something (J044). */
const NOT_ANSWERED = ['VAT_NUMBER_NOT_CHECKED', 'REFUND_NOT_READ', 'BOOKED_ENTRY_NOT_READ'];

/** The state of a row that is not to be booked. Whatever was not answered is asked by the next run. */
export function stateFrom(outcome: Exclude<Outcome, 'book'>, code: string): State {
	return outcome === 'wait' && NOT_ANSWERED.includes(code) ? 'ready' : stateOfOutcome[outcome];
}
