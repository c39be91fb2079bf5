import type { BookableDraft } from '../../../../bookkeeping';
import { isSameId } from '../../../shared/snelStart/idOf';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { findCardsById } from './findCards';
import { isCardOf } from './matchCustomer';

/** Whether a relation in SnelStart is the customer of a draft. */
export type RelationComparer = (draft: BookableDraft, relationId: string) => boolean;

/** A draft and the relations that documents with its number stand on. */
export interface FoundRelations {
	draft: BookableDraft;
	relationIds: ReadonlyArray<string | undefined>;
}

/**
 * Reads the cards that existing documents stand on, many per call, and answers with a comparer: the
 * fixed debtor itself, or a card of this customer.
 *
 * @throws NodeApiError when SnelStart refuses the look-up
 */
export async function relationComparer(
	this: SnelStartContext,
	found: readonly FoundRelations[],
): Promise<RelationComparer> {
	const ids = found
		.filter(({ draft }) => draft.customer.kind !== 'fixedDebtor')
		.flatMap(({ relationIds }) => relationIds)
		.filter((id): id is string => id !== undefined);
	const cards = await findCardsById.call(this, ids);
	const cardsById = new Map(cards.map((card) => [card.id, card]));
	return ({ customer }, relationId) => {
		if (customer.kind === 'fixedDebtor') return isSameId(customer.relationId, relationId);
		const card = cardsById.get(relationId.toLowerCase());
		return card !== undefined && isCardOf(customer, card);
	};
}
