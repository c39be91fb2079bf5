import type { SalesEntryDraft } from '../../../bookkeeping/draft';
import { isSameId } from '../../shared/snelStart/idOf';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import type { BookResult, Reason } from './bookResult';
import { findCardsById } from './findCards';
import { findExistingEntries, numberKey } from './findExistingEntries';
import type { ExistingEntry } from './findExistingEntries';
import { findOrCreateCustomers } from './findOrCreateCustomers';
import type { CustomerFinder } from './findOrCreateCustomers';
import { isCardOf } from './matchCustomer';
import type { RelationCard } from './matchCustomer';
import type { ParsedDraft } from './parseDraft';
import { postSalesEntry, takeOver } from './postSalesEntry';
import type { EntryOutcome } from './postSalesEntry';
import { refuseDoubles } from './refuseDoubles';

/**
 * Books a batch of drafts: every number and every customer is looked up first, many per call; then
 * each missing relation is added once and each entry is sent once. One draft never stops the others,
 * unless the cause lies outside the documents (keys, limits, connection): then the rest stays ready.
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
		(draft, index): draft is SalesEntryDraft =>
			draft !== undefined && turns[index]?.turn === 'first',
	);
	const taken = await takeOverExisting.call(this, candidates);
	const open = candidates.filter((draft) => !taken.has(draft));
	const customerOf = await findOrCreateCustomers.call(this, open);

	const results: BookResult[] = [];
	let stopped: Reason | undefined;
	for (const [index, one] of parsed.entries()) {
		const turn = turns[index]!;
		if (!('draft' in one)) {
			results.push(resultOf(one, { state: 'needsAttention', reason: one.reason, stop: false }));
		} else if (turn.turn === 'refused') {
			const { reason } = turn;
			results.push(resultOf(one.draft, { state: 'needsAttention', reason, stop: false }));
		} else if (turn.turn === 'sameAs') {
			results.push({ ...results[turn.index]!, orderKey: one.draft.orderKey });
		} else if (taken.has(one.draft)) {
			results.push(taken.get(one.draft)!);
		} else if (stopped) {
			results.push(resultOf(one.draft, { state: 'ready', reason: stopped, stop: true }));
		} else {
			const booked = await bookOne.call(this, one.draft, customerOf);
			results.push(booked.result);
			stopped = booked.stopped;
		}
	}
	return results;
}

/** The drafts whose number is in SnelStart already: taken over when equal, else refused. */
async function takeOverExisting(
	this: SnelStartContext,
	drafts: readonly SalesEntryDraft[],
): Promise<Map<SalesEntryDraft, BookResult>> {
	const numbers = drafts.map(({ invoiceNumber }) => invoiceNumber);
	const entries = await findExistingEntries.call(this, numbers);
	const entriesOf = ({ invoiceNumber }: SalesEntryDraft) => entries.get(numberKey(invoiceNumber));
	const toCompare = drafts.filter(({ customer }) => customer.kind !== 'fixedDebtor');
	const cards = await findCardsById.call(this, relationIdsOf(toCompare.map(entriesOf)));
	const cardsById = new Map(cards.map((card) => [card.id, card]));
	const taken = new Map<SalesEntryDraft, BookResult>();
	for (const draft of drafts) {
		const found = entriesOf(draft);
		if (!found) continue;
		const isSame = (id: string) => isRelationOf(draft, id, cardsById.get(id.toLowerCase()));
		taken.set(draft, resultOf(draft, takeOver(draft, found, isSame)));
	}
	return taken;
}

function relationIdsOf(found: ReadonlyArray<ExistingEntry[] | undefined>): string[] {
	const ids = found.flatMap((entries) => entries?.map(({ relationId }) => relationId) ?? []);
	return ids.filter((id): id is string => id !== undefined);
}

function isRelationOf(
	{ customer }: SalesEntryDraft,
	relationId: string,
	card: RelationCard | undefined,
): boolean {
	if (customer.kind === 'fixedDebtor') return isSameId(customer.relationId, relationId);
	return card !== undefined && isCardOf(customer, card);
}

async function bookOne(
	this: SnelStartContext,
	draft: SalesEntryDraft,
	customerOf: CustomerFinder,
): Promise<{ result: BookResult; stopped: Reason | undefined }> {
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

function resultOf(
	{ orderKey, invoiceNumber }: { orderKey: string; invoiceNumber: string },
	outcome: EntryOutcome,
): BookResult {
	const names = { orderKey, invoiceNumber, state: outcome.state };
	if (outcome.state !== 'booked') return { ...names, alreadyThere: false, ...outcome.reason };
	const { alreadyThere, salesEntryId, relationId } = outcome;
	return {
		...names,
		alreadyThere,
		...(salesEntryId && { salesEntryId }),
		...(relationId && { relationId }),
	};
}
