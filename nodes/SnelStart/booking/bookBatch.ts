import { told, type BookableDraft, type Regime, type ToldCode } from '../../../bookkeeping';
import { slowStart } from '../../shared/inFlight';
import { inFlightLimit } from '../../shared/snelStart/transport';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { notBooked } from './bookResult';
import type { BookResult } from './bookResult';
import { findOrCreateCustomers } from './customers/findOrCreateCustomers';
import { bookEntry } from './entries/bookEntry';
import { entryResult } from './entries/entryResult';
import { findBooked, isEntry, isOrder, unlessThere } from './findBooked';
import { orderResult } from './orders/orderResult';
import { openDays } from './openDays';
import { prepareOrders } from './orders/prepareOrders';
import { needsAttention, stopOf } from './outcome';
import type { ParsedDraft } from './parseDraft';
import { refuseDoubles } from './refuseDoubles';
import { outOfTime } from './timeLimit';
import { withoutCustomer } from './withoutCustomer';

/** Without VAT because of the customer's number. */
const NEED_VAT_NUMBER: readonly string[] = ['icp', 'reverseCharge'] satisfies Regime[];

/** The longest term that SnelStart takes, in days. */
const LONGEST_TERM = { salesEntry: 999, creditNote: 999, salesOrder: 100 };

/** A draft with the term of the customer's card, where that counts and the card names one (D-J142). */
function withTermOf<Draft extends BookableDraft>(
	{ creditTerm }: { creditTerm?: number | undefined },
	draft: Draft,
): Draft {
	if (!draft.termOfCard || creditTerm === undefined) return draft;
	return { ...draft, paymentTermDays: Math.min(creditTerm, LONGEST_TERM[draft.document]) };
}

/** What became of one draft, and why the next ones need not be tried. */
interface Booked {
	result: BookResult;
	stopped: ToldCode | undefined;
}

/**
 * Books a batch of drafts: every number and every customer is looked up first, many per call; then
 * each missing relation is added once and each document is sent once. One draft never stops the
 * others, unless the cause lies outside the documents (keys, limits, connection): then the rest
 * stays ready. What belongs to a day total is looked up only: it is gathered. So is what the shop took
 * back since it was sent: it is there, or not.
 *
 * @returns one result per draft, in the same order
 * @throws NodeApiError only while nothing has been sent yet
 */
export async function bookBatch(
	this: SnelStartContext,
	parsed: readonly ParsedDraft[],
): Promise<BookResult[]> {
	const lookedAt = Date.now();
	const drafts = parsed.map((one) => ('draft' in one ? one.draft : undefined));
	const turns = refuseDoubles(drafts);
	const candidates = drafts.filter(
		(draft, index): draft is BookableDraft => draft !== undefined && turns[index]?.turn === 'first',
	);
	const found = await findBooked.call(this, candidates);
	const open = candidates.filter((draft) => !found.has(draft) && !unlessThere(draft));
	const dayOf = await openDays.call(this, open.filter(isEntry));
	const earlier = new Map(
		parsed.flatMap((one) =>
			'draft' in one && one.earlierRelationId ? [[one.draft, one.earlierRelationId]] : [],
		),
	);
	const asked = (draft: BookableDraft) => ({
		customer: draft.customer,
		earlierRelationId: earlier.get(draft),
		ossCountry: draft.regime === 'oss' ? draft.deliveryCountry : undefined,
		termOfCard: draft.termOfCard,
		mayLackVatNumber: !NEED_VAT_NUMBER.includes(draft.regime),
	});
	const customerOf = await findOrCreateCustomers.call(this, open.map(asked));
	const salesOrders = await prepareOrders.call(this, open.filter(isOrder), lookedAt);

	const bookOne = async (draft: BookableDraft): Promise<Booked> => {
		const day = isOrder(draft) ? { date: draft.invoiceDate } : dayOf(draft);
		if ('closed' in day) {
			const result = notBooked(draft, needsAttention(told(day.closed)));
			return { result, stopped: undefined };
		}
		const problem = isOrder(draft) && salesOrders.problemOf(draft);
		const customer = problem ? needsAttention(problem) : await customerOf(asked(draft));
		if (!('relationId' in customer)) {
			return { result: notBooked(draft, customer), stopped: stopOf(customer) };
		}
		const { relationId, created, warnings } = customer;
		const booked = async () => {
			if (!isOrder(draft)) {
				const dated = { ...withTermOf(customer, draft), invoiceDate: day.date };
				const outcome = await bookEntry.call(this, dated, relationId, lookedAt);
				return { result: entryResult(draft, outcome), stopped: stopOf(outcome) };
			}
			const { outcome, more } = await salesOrders.book(withTermOf(customer, draft), relationId);
			return { result: { ...orderResult(draft, outcome), ...more }, stopped: stopOf(outcome) };
		};
		const { result, stopped } = await booked();
		return {
			stopped,
			result: {
				...result,
				relationId: result.relationId ?? relationId,
				...(created && { relationCreated: true }),
				...(warnings.length > 0 && { warnings }),
			},
		};
	};

	const results = new Array<BookResult>(parsed.length);
	const entries: number[] = [];
	const orders: number[] = [];
	for (const [index, one] of parsed.entries()) {
		const turn = turns[index]!;
		const otherwise = 'draft' in one ? unlessThere(one.draft) : undefined;
		if (!('draft' in one)) {
			results[index] = notBooked(one, needsAttention(one.reason));
		} else if (turn.turn === 'refused') {
			results[index] = notBooked(one.draft, needsAttention(turn.reason));
		} else if (found.has(one.draft)) {
			results[index] = found.get(one.draft)!;
		} else if (turn.turn === 'first' && otherwise) {
			const { orderKey, invoiceNumber } = one.draft;
			results[index] = { orderKey, invoiceNumber, state: otherwise, alreadyThere: false };
		} else if (turn.turn === 'first') {
			(isEntry(one.draft) ? entries : orders).push(index);
		}
	}
	let stopped: ToldCode | undefined;
	const send = async (index: number): Promise<void> => {
		const draft = drafts[index]!;
		stopped ??= outOfTime(lookedAt);
		if (stopped) {
			results[index] = notBooked(draft, { state: 'ready', reason: stopped });
			return;
		}
		const booked = await bookOne(draft);
		results[index] = booked.result;
		stopped ??= booked.stopped;
	};
	for (const index of orders) await send(index);
	await slowStart(entries, await inFlightLimit.call(this), send);
	for (const [index, turn] of turns.entries()) {
		if (turn.turn !== 'sameAs' || !drafts[index]) continue;
		results[index] = { ...results[turn.index]!, orderKey: drafts[index].orderKey };
	}
	return results.map((result, index) => withoutCustomer(result, drafts[index]?.customer));
}
