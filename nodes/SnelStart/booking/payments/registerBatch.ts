import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { Reason } from '../bookResult';
import { chooseNumbers, numbersOf } from './chooseNumbers';
import { findBookedEntries } from './findBookedEntries';
import { keyOf } from './bookedDraft';
import type { ParsedBookedDraft } from './parseBookedDraft';
import { postEntry, takenOver } from './postEntry';
import { registerReason, registerResult } from './registerResult';
import type { RegisterResult } from './registerResult';
import { settleOpenItems } from './settleOpenItems';

type Turn = 'first' | { sameAs: number } | { reason: Reason };

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
	const turns = turnsOf(parsed);
	const first = parsed.flatMap((one, index) =>
		'draft' in one && turns[index] === 'first' ? [one.draft] : [],
	);
	const booked = await findBookedEntries.call(this, first.flatMap(numbersOf));
	const choices = chooseNumbers(first, booked);
	const open = [...choices.values()].flatMap((choice) => ('send' in choice ? [choice.send] : []));
	const settle = await settleOpenItems.call(this, open);

	const results: RegisterResult[] = [];
	let stopped: Reason | undefined;
	for (const [index, one] of parsed.entries()) {
		if (!('draft' in one)) {
			results.push(unreadable(one.reason));
			continue;
		}
		const { draft } = one;
		const turn = turns[index]!;
		const choice = turn === 'first' ? choices.get(draft)! : turn;
		if ('sameAs' in choice) {
			results.push({ ...results[choice.sameAs]! });
		} else if ('reason' in choice) {
			const { reason } = choice;
			results.push(registerResult(draft, { state: 'needsAttention', reason, stop: false }));
		} else if ('found' in choice) {
			results.push(registerResult(choice.draft, takenOver(choice.found)));
		} else if (stopped) {
			results.push(registerResult(draft, { state: 'ready', reason: stopped, stop: true }));
		} else {
			const { send } = choice;
			const settling = settle(send);
			if (!('done' in settling)) {
				results.push(registerResult(send, settling));
				continue;
			}
			const { salesEntryIds, done } = settling;
			const outcome = await postEntry.call(this, send, salesEntryIds);
			// What was sent without an answer may have settled its items.
			if (outcome.state === 'booked' || outcome.state === 'unknown') done();
			results.push({ ...registerResult(send, outcome), salesEntryIds });
			stopped = outcome.state !== 'booked' && outcome.stop ? outcome.reason : undefined;
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
				: { reason: registerReason('PAYMENT_KEY_TWICE') };
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

function unreadable(reason: Reason): RegisterResult {
	return { document: '', number: '', state: 'needsAttention', alreadyThere: false, ...reason };
}
