import type { BookableDraft, EntryDraft, SalesOrderDraft } from '../../../bookkeeping';
import { mapInFlight } from '../../shared/inFlight';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { prepareOrders } from './orders/prepareOrders';
import { takeOverOrders } from './orders/takeOverOrders';
import { notBooked } from './bookResult';
import type { Booked, BookResult, Reason } from './bookResult';
import { findExistingEntries, numberKey } from './entries/findExistingEntries';
import { findOrCreateCustomers } from './customers/findOrCreateCustomers';
import type { CustomerFinder } from './customers/findOrCreateCustomers';
import type { ParsedDraft } from './parseDraft';
import { postSalesEntry, takeOver } from './entries/postSalesEntry';
import type { EntryOutcome } from './entries/postSalesEntry';
import { refuseDoubles } from './refuseDoubles';
import { relationComparer } from './customers/sameRelation';

/** The first entries go one by one: a cause outside the documents then costs one call. */
const SENT_ALONE = 5;
/** How many entries are under way after that; SnelStart allows five with its smallest key. */
const IN_FLIGHT = 4;

/**
 * Books a batch of drafts: every number and every customer is looked up first, many per call; then
 * each missing relation is added once and each document is sent once. One draft never stops the
 * others, unless the cause lies outside the documents (keys, limits, connection): then the rest
 * stays ready.
 *
 * @returns one result per draft, in the same order
 * @throws NodeApiError only while nothing has been sent yet
 */
export async function bookBatch(
	this: SnelStartContext,
	parsed: readonly ParsedDraft[],
): Promise<BookResult[]> {
	const drafts = parsed.map((one) => ('draft' in one ? one.draft : undefined));
	const turns = refuseDoubles(drafts);
	const candidates = drafts.filter(
		(draft, index): draft is BookableDraft => draft !== undefined && turns[index]?.turn === 'first',
	);
	const taken = new Map<BookableDraft, BookResult>([
		...(await takeOverEntries.call(this, candidates.filter(isEntry))),
		...(await takeOverOrders.call(this, candidates.filter(isOrder))),
	]);
	const open = candidates.filter((draft) => !taken.has(draft));
	const customerOf = await findOrCreateCustomers.call(this, open);
	const bookOrder = await prepareOrders.call(this, open.filter(isOrder), customerOf);

	const results = new Array<BookResult>(parsed.length);
	const entries: number[] = [];
	const orders: number[] = [];
	for (const [index, one] of parsed.entries()) {
		const turn = turns[index]!;
		if (!('draft' in one)) {
			results[index] = notBooked(one, { state: 'needsAttention', reason: one.reason });
		} else if (turn.turn === 'refused') {
			results[index] = notBooked(one.draft, { state: 'needsAttention', reason: turn.reason });
		} else if (taken.has(one.draft)) {
			results[index] = taken.get(one.draft)!;
		} else if (turn.turn === 'first') {
			(isOrder(one.draft) ? orders : entries).push(index);
		}
	}
	let stopped: Reason | undefined;
	const send = async (index: number): Promise<void> => {
		const draft = drafts[index]!;
		if (stopped) {
			results[index] = notBooked(draft, { state: 'ready', reason: stopped });
			return;
		}
		const booked = isOrder(draft)
			? await bookOrder(draft)
			: await bookEntry.call(this, draft, customerOf);
		results[index] = booked.result;
		stopped ??= booked.stopped;
	};
	for (const index of [...entries.slice(0, SENT_ALONE), ...orders]) await send(index);
	await mapInFlight(entries.slice(SENT_ALONE), IN_FLIGHT, send);
	for (const [index, turn] of turns.entries()) {
		if (turn.turn !== 'sameAs' || !drafts[index]) continue;
		results[index] = { ...results[turn.index]!, orderKey: drafts[index].orderKey };
	}
	return results;
}

export function isOrder(draft: BookableDraft): draft is SalesOrderDraft {
	return draft.document === 'salesOrder';
}

export function isEntry(draft: BookableDraft): draft is EntryDraft {
	return !isOrder(draft);
}

/** The drafts whose number is in SnelStart already: taken over when equal, else refused. */
export async function takeOverEntries(
	this: SnelStartContext,
	drafts: readonly EntryDraft[],
): Promise<Map<EntryDraft, BookResult>> {
	const numbers = drafts.map(({ invoiceNumber }) => invoiceNumber);
	const existing = await findExistingEntries.call(this, numbers);
	const found = drafts.flatMap((draft) => {
		const entries = existing.get(numberKey(draft.invoiceNumber));
		if (!entries) return [];
		return [{ draft, entries, relationIds: entries.map(({ relationId }) => relationId) }];
	});
	const isRelationOf = await relationComparer.call(this, found);
	return new Map(
		found.map(({ draft, entries }) => [
			draft,
			resultOf(
				draft,
				takeOver(draft, entries, (id) => isRelationOf(draft, id)),
			),
		]),
	);
}

async function bookEntry(
	this: SnelStartContext,
	draft: EntryDraft,
	customerOf: CustomerFinder,
): Promise<Booked> {
	const customer = await customerOf(draft);
	if (!('relationId' in customer)) {
		const stopped = customer.stop ? customer.reason : undefined;
		return { result: resultOf(draft, customer), stopped };
	}
	const { relationId, created, warnings } = customer;
	const entry = await postSalesEntry.call(this, draft, relationId);
	const result = {
		...resultOf(draft, entry),
		relationId,
		...(created && { relationCreated: true }),
		...(warnings.length > 0 && { warnings }),
	};
	return { result, stopped: entry.state !== 'booked' && entry.stop ? entry.reason : undefined };
}

function resultOf(draft: EntryDraft, outcome: EntryOutcome): BookResult {
	if (outcome.state !== 'booked') return notBooked(draft, outcome);
	const { orderKey, invoiceNumber } = draft;
	const { state, alreadyThere, salesEntryId, relationId } = outcome;
	return {
		orderKey,
		invoiceNumber,
		state,
		alreadyThere,
		...(salesEntryId && { salesEntryId }),
		...(relationId && { relationId }),
	};
}
