import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { findCardsBetween } from './findCards';
import type { RelationCard } from './matchCustomer';
import type { CountryIds } from './toRelation';

/** How many cards others may have added between the look for customers and the first new card. */
const LOOKED_BACK = 100;

/**
 * Sees which cards others (another n8n, another worker, a person) add while a run adds its own.
 * SnelStart gives relation codes in order (SS-446), so codes between two of ours are theirs:
 * one call for the first card of a run, and one for each gap after it.
 *
 * @returns what gives the cards that were added before the card with a code, as far as not given
 * yet, or what to tell when they cannot be read; the next card looks at that gap again
 */
export function watchCards(
	this: SnelStartContext,
	countryIds: CountryIds,
): (code: number) => Promise<{ cards: RelationCard[]; warnings: string[] }> {
	let last: number | undefined;
	return async (code) => {
		const after = last ?? code - LOOKED_BACK;
		try {
			const isGap = code !== after + 1;
			const cards = isGap ? await findCardsBetween.call(this, after, code, countryIds) : [];
			last = code;
			return { cards, warnings: [] };
		} catch {
			return {
				cards: [],
				warnings: [
					`SnelStart did not say whether someone else added a card of this customer at the same moment; look whether the customer of relation ${code} stands there twice`,
				],
			};
		}
	};
}

/**
 * Removes a card that this run added a moment ago, and that nothing stands on.
 *
 * @returns what to tell when it is still there
 */
export async function removeDouble(
	this: SnelStartContext,
	id: string,
	code: number,
): Promise<string[]> {
	const result = await request.call(this, { method: 'DELETE', path: `/relaties/${id}` });
	if (result.outcome === 'ok') return [];
	return [
		`Someone else added a card of this customer at the same moment and that one is used; the relation ${code} can be deleted in SnelStart`,
	];
}
