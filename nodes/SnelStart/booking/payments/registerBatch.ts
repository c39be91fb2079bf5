import { openDayOf, reason, told } from '../../../../bookkeeping';
import type { ToldCode } from '../../../../bookkeeping';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { needsAttention, stopOf } from '../outcome';
import { taken } from '../writeOnce';
import { keyOf } from './bookedDraft';
import { bookPayment } from './bookPayment';
import { findOtherEntries } from './findOtherEntries';
import { documentKey, findPayments } from './findPayments';
import type { ParsedBookedDraft } from './parseBookedDraft';
import { registerResult } from './registerResult';
import type { RegisterResult } from './registerResult';
import { settleOpenItems } from './settleOpenItems';

type Turn = 'first' | { sameAs: number } | { reason: ToldCode };

/**
 * Books a batch of payments and payouts as memorial, bank and cash entries: every document number
 * and every open item is looked up first, many per call; then each entry is sent once. One item
 * never stops the others, unless the cause lies outside them (keys, limits, connection): then the
 * rest stays ready.
 *
 * @returns one result per item, in the same order
 * @throws NodeApiError only while nothing has been sent yet
 */
export async function registerBatch(
	this: SnelStartContext,
	parsed: readonly ParsedBookedDraft[],
): Promise<RegisterResult[]> {
	const lookedAt = Date.now();
	const turns = turnsOf(parsed);
	const first = parsed.flatMap((one, index) =>
		'draft' in one && turns[index] === 'first' ? [one.draft] : [],
	);
	const found = await findPayments.call(this, first);
	const settle = await settleOpenItems.call(
		this,
		first.filter((draft) => !found.has(draft)),
	);
	const elsewhere = await findOtherEntries.call(
		this,
		first.filter((draft) => !found.has(draft)),
	);
	/** By the document numbers that this run has sent. */
	const sent = new Set<string>();

	const results: RegisterResult[] = [];
	let stopped: ToldCode | undefined;
	for (const [index, one] of parsed.entries()) {
		if (!('draft' in one)) {
			results.push(unreadable(one.reason));
			continue;
		}
		const { draft } = one;
		const turn = turns[index]!;
		const seen = found.get(draft);
		if (turn !== 'first') {
			results.push(
				'sameAs' in turn
					? { ...results[turn.sameAs]! }
					: registerResult(draft, needsAttention(turn.reason)),
			);
		} else if (seen) {
			results.push(registerResult(draft, taken(seen)));
		} else if (sent.has(documentKey(draft))) {
			const why = reason('DOCUMENT_NUMBER_TWICE_IN_BATCH', { number: draft.number });
			results.push(registerResult(draft, needsAttention(told(why))));
		} else if (elsewhere.has(draft)) {
			results.push(registerResult(draft, needsAttention(elsewhere.get(draft)!)));
		} else if (stopped) {
			results.push(registerResult(draft, { state: 'ready', reason: stopped }));
		} else {
			const day = openDayOf(draft.date, [], draft.whenClosed);
			if ('closed' in day) {
				results.push(registerResult(draft, needsAttention(told(day.closed))));
				continue;
			}
			const settling = settle(draft);
			if (!('done' in settling)) {
				results.push(registerResult(draft, settling));
				continue;
			}
			const { salesEntryIds, done } = settling;
			sent.add(documentKey(draft));
			const dated = { ...draft, date: day.date };
			const outcome = await bookPayment.call(this, dated, salesEntryIds, lookedAt);
			// What was sent without an answer may have settled its items.
			if (outcome.state === 'booked' || outcome.state === 'unknown') done();
			const datedOn = day.date === draft.date ? {} : { datedOn: day.date };
			results.push({ ...registerResult(draft, outcome), salesEntryIds, ...datedOn });
			stopped = stopOf(outcome);
		}
	}
	return results;
}

/** Makes a second write of one payment impossible within a batch. */
function turnsOf(parsed: readonly ParsedBookedDraft[]): Turn[] {
	const byKey = new Map<string, number>();
	return parsed.map((one, index): Turn => {
		if (!('draft' in one)) return 'first';
		const key = keyOf(one.draft);
		const sameKey = byKey.get(key);
		if (sameKey !== undefined) {
			return isEqual(one.draft, parsed[sameKey])
				? { sameAs: sameKey }
				: { reason: told(reason('PAYMENT_KEY_TWICE')) };
		}
		byKey.set(key, index);
		return 'first';
	});
}

function isEqual(draft: unknown, other: ParsedBookedDraft | undefined): boolean {
	return (
		other !== undefined && 'draft' in other && JSON.stringify(draft) === JSON.stringify(other.draft)
	);
}

function unreadable(why: ToldCode): RegisterResult {
	return { document: '', number: '', state: 'needsAttention', alreadyThere: false, ...why };
}
