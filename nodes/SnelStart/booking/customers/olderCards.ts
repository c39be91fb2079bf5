import { cardText } from '../../../../bookkeeping';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { findCardsBetween } from './findCards';
import type { RelationCard } from './matchCustomer';
import type { CountryIds } from './toRelation';

/** How many cards others may have added between the look for customers and the first new card. */
const LOOKED_BACK = 100;

/** What others added meanwhile, and what to tell of a new card when that cannot be read. */
interface AddedByOthers {
	cards: RelationCard[];
	unseen: (code: number) => string[];
}

/**
 * Sees which cards others (another n8n, another worker, a person) add while a run adds its own.
 * SnelStart gives relation codes in order (SS-446), so codes between ours are theirs: one call for
 * the first cards of a run, and one for each wave after it that left gaps.
 *
 * @returns what tells of the codes that a wave got; what could not be read is looked at again with
 * the next wave
 */
export function watchCards(
	this: SnelStartContext,
	countryIds: CountryIds,
): (codes: readonly number[]) => Promise<AddedByOthers> {
	const ours = new Set<number>();
	let last: number | undefined;
	return async (codes) => {
		if (codes.length === 0) return { cards: [], unseen: () => [] };
		const lowest = Math.min(...codes);
		const highest = Math.max(...codes);
		for (const code of codes) ours.add(code);
		const after = Math.min(last ?? lowest - LOOKED_BACK, lowest - 1);
		try {
			const isWhole = between(after, highest).every((code) => ours.has(code));
			const seen = isWhole ? [] : await findCardsBetween.call(this, after, highest, countryIds);
			last = highest;
			return { cards: seen.filter(({ code }) => !ours.has(code)), unseen: () => [] };
		} catch {
			return { cards: [], unseen: (code) => [unseenNote(code)] };
		}
	};
}

/** The whole numbers between two others. */
const between = (after: number, before: number): number[] =>
	Array.from({ length: Math.max(0, before - after - 1) }, (_, index) => after + 1 + index);

const unseenNote = (code: number): string => cardText('maybeTwice', { code: String(code) });

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
	return [cardText('canBeDeleted', { code: String(code) })];
}
