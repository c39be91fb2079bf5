import type { BookableDraft, EntryDraft, SalesOrderDraft } from '../../../bookkeeping/draft';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { prepareOrders } from '../bookOrders/prepareOrders';
import { takeOverOrders } from '../bookOrders/takeOverOrders';
import { notBooked } from './bookResult';
import type { Booked, BookResult, Reason } from './bookResult';
import { findExistingEntries, numberKey } from './findExistingEntries';
import { findOrCreateCustomers } from './findOrCreateCustomers';
import type { CustomerFinder } from './findOrCreateCustomers';
import type { ParsedDraft } from './parseDraft';
import { postSalesEntry, takeOver } from './postSalesEntry';
import type { EntryOutcome } from './postSalesEntry';
import { refuseDoubles } from './refuseDoubles';
import { relationComparer } from './sameRelation';

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

	const results: BookResult[] = [];
	let stopped: Reason | undefined;
	for (const [index, one] of parsed.entries()) {
		const turn = turns[index]!;
		if (!('draft' in one)) {
			results.push(notBooked(one, { state: 'needsAttention', reason: one.reason }));
		} else if (turn.turn === 'refused') {
			results.push(notBooked(one.draft, { state: 'needsAttention', reason: turn.reason }));
		} else if (turn.turn === 'sameAs') {
			results.push({ ...results[turn.index]!, orderKey: one.draft.orderKey });
		} else if (taken.has(one.draft)) {
			results.push(taken.get(one.draft)!);
		} else if (stopped) {
			results.push(notBooked(one.draft, { state: 'ready', reason: stopped }));
		} else {
			const booked = isOrder(one.draft)
				? await bookOrder(one.draft)
				: await bookEntry.call(this, one.draft, customerOf);
			results.push(booked.result);
			stopped = booked.stopped;
		}
	}
	return results;
}

function isOrder(draft: BookableDraft): draft is SalesOrderDraft {
	return draft.document === 'salesOrder';
}

function isEntry(draft: BookableDraft): draft is EntryDraft {
	return !isOrder(draft);
}

/** The drafts whose number is in SnelStart already: taken over when equal, else refused. */
async function takeOverEntries(
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
