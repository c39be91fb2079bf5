import { movesVat, openDayOf, reason, told } from '../../../../bookkeeping';
import type { ToldCode } from '../../../../bookkeeping';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { filedPeriods } from '../openDays';
import { needsAttention, stopOf } from '../outcome';
import { outOfTime } from '../timeLimit';
import { taken, type Seen } from '../writeOnce';
import { keyOf, type BookedDraft } from './bookedDraft';
import { bookPayment } from './bookPayment';
import { findOnTotals } from './findOnTotals';
import { findOtherEntries } from './findOtherEntries';
import { documentKey, findPayments } from './findPayments';
import { isOnTotal, memorialKey, partsOf, sharedMemorial, type Payment } from './onTotals';
import type { ParsedBookedDraft } from './parseBookedDraft';
import { registerResult } from './registerResult';
import type { PaymentEntry, RegisterResult } from './registerResult';
import { openItemsOf, settleOpenItems } from './settleOpenItems';

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
	const items = await openItemsOf.call(this, first);
	const onTotals = first.filter((draft) => isOnTotal(draft, items.get(draft)?.[0]));
	const byThemselves = first.filter((draft) => !onTotals.some((one) => one === draft));
	const found = new Map<BookedDraft, Seen<PaymentEntry>>([
		...(await findPayments.call(this, byThemselves)),
		...(await findOnTotals.call(this, onTotals)),
	]);
	const filed = await filedPeriods.call(
		this,
		first.filter((draft) => !found.has(draft) && movesVat(draft)).map(({ date }) => date),
	);
	const settle = settleOpenItems(items);
	const elsewhere = await findOtherEntries.call(
		this,
		first.filter((draft) => !found.has(draft)),
	);
	/** By the document numbers that this run has sent. */
	const sent = new Set<string>();

	const results: RegisterResult[] = [];
	const together: Together = new Map();
	let stopped: ToldCode | undefined;
	for (const [index, one] of parsed.entries()) {
		if (!('draft' in one)) {
			results.push(unreadable(one.reason));
			continue;
		}
		stopped ??= outOfTime(lookedAt);
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
			const day = openDayOf(draft.date, movesVat(draft) ? filed : [], draft.whenClosed);
			if ('closed' in day) {
				results.push(registerResult(draft, needsAttention(told(day.closed))));
				continue;
			}
			const settling = settle(draft);
			if (!('done' in settling)) {
				results.push(registerResult(draft, settling));
				continue;
			}
			const { salesLines, salesEntryIds, invoiceNumbers, done } = settling;
			sent.add(documentKey(draft));
			const dated = { ...draft, date: day.date, salesLines };
			const datedOn = day.date === draft.date ? {} : { datedOn: day.date };
			// One that was moved to an open day stands under its own number, so that it is found whichever
			// day another setting gives it.
			if (day.date === draft.date && isOnTotal(dated, items.get(draft)?.[0])) {
				// It is taken for settled: what follows must fit beside it.
				done();
				const key = memorialKey(dated, salesEntryIds[0]!);
				const totalNumber = invoiceNumbers[0]!;
				const paid = { draft: dated, index, salesEntryIds, totalNumber, datedOn };
				together.set(key, [...(together.get(key) ?? []), paid]);
				results.push(registerResult(draft, { state: 'ready', reason: waiting }));
				continue;
			}
			const outcome = await bookPayment.call(this, dated, salesEntryIds, {
				lookedAt,
				...(isOnTotal(draft, items.get(draft)?.[0]) && { onTotal: draft }),
			});
			// What was sent without an answer may have settled its items.
			if (outcome.state === 'booked' || outcome.state === 'unknown') done();
			results.push({ ...registerResult(draft, outcome), salesEntryIds, ...datedOn });
			stopped ??= stopOf(outcome);
		}
	}
	for (const payments of together.values()) {
		for (const part of partsOf(payments)) {
			stopped ??= outOfTime(lookedAt);
			stopped = await bookPart.call(this, part, { lookedAt, results, stopped });
		}
	}
	// An item that stands there twice ends as the first one did.
	for (const [index, turn] of turns.entries()) {
		if (typeof turn === 'object' && 'sameAs' in turn) results[index] = { ...results[turn.sameAs]! };
	}
	return results;
}

/** A payment on a day total that is still to be sent; `index` is that of its result. */
interface PaidOnTotal {
	draft: Payment;
	index: number;
	salesEntryIds: string[];
	totalNumber: string;
	datedOn: { datedOn?: string };
}
/** By `memorialKey`. */
type Together = Map<string, PaidOnTotal[]>;

/** Never seen: every payment that waits for the others of its total is settled before the batch ends. */
const waiting: ToldCode = told(reason('OPEN_ITEM_NOT_FOUND', { case: 'now', invoice: '' }));

/**
 * Books payments of one total in one memorial, once. Where SnelStart refuses that, each is booked by
 * itself, so that one payment never stops the others.
 *
 * @returns why nothing more need be tried
 */
async function bookPart(
	this: SnelStartContext,
	part: readonly PaidOnTotal[],
	{
		lookedAt,
		results,
		stopped,
	}: { lookedAt: number; results: RegisterResult[]; stopped: ToldCode | undefined },
): Promise<ToldCode | undefined> {
	const [first, ...others] = part;
	if (!first) return stopped;
	const put = (
		{ draft, index, salesEntryIds, datedOn }: PaidOnTotal,
		outcome: Parameters<typeof registerResult>[1],
	): void => {
		results[index] = { ...registerResult(draft, outcome), salesEntryIds, ...datedOn };
	};
	if (stopped) {
		for (const one of part) put(one, { state: 'ready', reason: stopped });
		return stopped;
	}
	const drafts = part.map(({ draft }) => draft);
	const shared =
		others.length > 0
			? sharedMemorial([first.draft, ...others.map(({ draft }) => draft)], first.totalNumber)
			: undefined;
	if (shared) {
		const { salesEntryIds } = first;
		const outcome = await bookPayment.call(this, shared, salesEntryIds, {
			lookedAt,
			holds: drafts,
		});
		if (outcome.state !== 'needsAttention') {
			for (const one of part) put(one, outcome);
			return stopOf(outcome);
		}
	}
	let stop: ToldCode | undefined;
	for (const one of part) {
		if (stop) {
			put(one, { state: 'ready', reason: stop });
			continue;
		}
		const { draft, salesEntryIds } = one;
		const outcome = await bookPayment.call(this, draft, salesEntryIds, {
			lookedAt,
			onTotal: draft,
		});
		put(one, outcome);
		stop = stopOf(outcome);
	}
	return stop;
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
