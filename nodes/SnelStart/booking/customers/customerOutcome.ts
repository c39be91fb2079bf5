import type { NotBooked } from '../outcome';
import type { RelationCard } from './matchCustomer';

/** A relation to book on, or why there is none. */
export type CustomerOutcome =
	| {
			relationId: string;
			created: boolean;
			warnings: string[];
			/** Days; only of a card that names a term. */
			creditTerm?: number | undefined;
	  }
	| NotBooked;

/** On a card that was there. */
export const onCard = (
	{ id, creditTerm }: Pick<RelationCard, 'id' | 'creditTerm'>,
	warnings: readonly string[] = [],
): CustomerOutcome => ({ relationId: id, created: false, warnings: [...warnings], creditTerm });
