import type { NotBooked } from '../outcome';

/** A relation to book on, or why there is none. */
export type CustomerOutcome =
	| { relationId: string; created: boolean; warnings: string[] }
	| NotBooked;

/** On a card that was there. */
export const onCard = (relationId: string, warnings: readonly string[] = []): CustomerOutcome => ({
	relationId,
	created: false,
	warnings: [...warnings],
});
