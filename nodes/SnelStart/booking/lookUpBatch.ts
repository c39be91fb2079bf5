import { told, type BookableDraft } from '../../../bookkeeping';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { notBooked } from './bookResult';
import type { BookResult } from './bookResult';
import { findBooked, isEntry } from './findBooked';
import { openDays } from './openDays';
import { needsAttention } from './outcome';
import type { ParsedDraft } from './parseDraft';
import { refuseDoubles } from './refuseDoubles';

/** What booking a draft would find: `notBooked` when nothing stands in its way so far. */
export type LookUpResult =
	| BookResult
	| { orderKey: string; invoiceNumber: string; state: 'notBooked'; alreadyThere: false };

/**
 * Tells of every draft whether SnelStart has it already, by the very rules by which booking would
 * take it over or refuse its number or its date. Only reads.
 *
 * @returns one result per draft, in the same order
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function lookUpBatch(
	this: SnelStartContext,
	parsed: readonly ParsedDraft[],
): Promise<LookUpResult[]> {
	const drafts = parsed.map((one) => ('draft' in one ? one.draft : undefined));
	const turns = refuseDoubles(drafts);
	const candidates = drafts.filter(
		(draft, index): draft is BookableDraft => draft !== undefined && turns[index]?.turn === 'first',
	);
	const found = await findBooked.call(this, candidates);
	const open = candidates.filter((draft) => !found.has(draft));
	const dayOf = await openDays.call(this, open.filter(isEntry));
	return parsed.map((one, index): LookUpResult => {
		if (!('draft' in one)) return notBooked(one, needsAttention(one.reason));
		const turn = turns[index]!;
		if (turn.turn === 'refused') {
			return notBooked(one.draft, needsAttention(turn.reason));
		}
		const looked = turn.turn === 'sameAs' ? drafts[turn.index]! : one.draft;
		const { orderKey, invoiceNumber } = one.draft;
		const result = found.get(looked);
		if (result) return { ...result, orderKey };
		const day = isEntry(looked) ? dayOf(looked) : undefined;
		if (day && 'closed' in day) return notBooked(one.draft, needsAttention(told(day.closed)));
		return { orderKey, invoiceNumber, state: 'notBooked', alreadyThere: false };
	});
}
