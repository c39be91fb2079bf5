import type { IDataObject } from 'n8n-workflow';

import { fromEuro, reason, sum, told, type EntryKind } from '../../../../bookkeeping';
import { mentions } from '../../openItems/mentions';
import { idOf } from '../../../shared/snelStart/idOf';
import { textLiteral } from '../../../shared/snelStart/odata';
import { getAllWith } from '../../../shared/snelStart/paging';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { Seen } from '../writeOnce';
import type { BookedDraft } from './bookedDraft';

/** An entry that SnelStart has under a document number, as far as it tells. */
export interface BookedEntry {
	/** Absent for a memorial: its mutations do not name it. */
	entryId?: string;
	journalId: string;
	/** The document number (boekstuk). */
	number: string;
	/** What came in less what went out; 0 for a memorial. */
	movedCents: number;
	/** What stands on each ledger account in cents, debit positive. */
	accounts: ReadonlyMap<string, number>;
	/** What is written on it. */
	texts: readonly string[];
}

/** There is no list of memorials; their numbers stand in the ledger mutations (SS-209). */
const lists: Record<EntryKind, string> = {
	bank: '/bankboekingen',
	cash: '/kasboekingen',
	memorial: '/grootboekmutaties',
};

/** One document number in one journal. */
export function documentKey({ kind, journalId, number }: DocumentNumber): string {
	return JSON.stringify([kind, journalId.toLowerCase(), number.trim().toUpperCase()]);
}
type DocumentNumber = Pick<BookedDraft, 'kind' | 'journalId' | 'number'>;

/**
 * Looks the document numbers (boekstuk) of drafts up, many per call and only in the kinds of entry
 * there are, and tells whether what has them is theirs. A payment is recognised as well under the
 * bare transaction id, which was its number in version 0.1.0.
 *
 * @throws NodeApiError when SnelStart refuses the look-up
 */
export async function findPayments(
	this: SnelStartContext,
	drafts: readonly BookedDraft[],
): Promise<Map<BookedDraft, Seen<BookedEntry>>> {
	return seenOf(drafts, await entriesUnder.call(this, drafts.flatMap(numbersOf)));
}

/** The same for memorials, among ledger mutations that were read already. */
export function findAmongMutations(
	drafts: readonly BookedDraft[],
	mutations: readonly IDataObject[],
): Map<BookedDraft, Seen<BookedEntry>> {
	const found = new Map<string, BookedEntry[]>();
	keep(found, new Set(drafts.flatMap(numbersOf).map(documentKey)), 'memorial', mutations);
	return seenOf(drafts, found);
}

function seenOf(
	drafts: readonly BookedDraft[],
	booked: ReadonlyMap<string, BookedEntry[]>,
): Map<BookedDraft, Seen<BookedEntry>> {
	return new Map(
		drafts.flatMap((draft): Array<[BookedDraft, Seen<BookedEntry>]> => {
			const seen = seenAmong(draft, booked);
			return seen ? [[draft, seen]] : [];
		}),
	);
}

/** A draft among the entries that were found under document numbers, by `documentKey`. */
function seenAmong(
	draft: BookedDraft,
	booked: ReadonlyMap<string, BookedEntry[]>,
): Seen<BookedEntry> | undefined {
	const ours = numbersOf(draft)
		.flatMap((number) => booked.get(documentKey(number)) ?? [])
		.find((entry) => isSameEntry(draft, entry));
	if (ours) return { ours };
	if (!booked.has(documentKey(draft))) return undefined;
	return { notOurs: told(reason('DOCUMENT_NUMBER_IN_USE', { number: draft.number })) };
}

function numbersOf(draft: BookedDraft): DocumentNumber[] {
	if (draft.document !== 'payment' || draft.earlierNumber === undefined) return [draft];
	return [draft, { ...draft, number: draft.earlierNumber }];
}

/** The entries under document numbers, by `documentKey`. */
async function entriesUnder(
	this: SnelStartContext,
	drafts: readonly DocumentNumber[],
): Promise<Map<string, BookedEntry[]>> {
	const wanted = new Set(drafts.map(documentKey));
	const found = new Map<string, BookedEntry[]>();
	for (const kind of ['bank', 'cash', 'memorial'] as const) {
		const numbers = drafts.filter((draft) => draft.kind === kind).map(({ number }) => number);
		const literals = numbers.map(textLiteral);
		const rows = await getAllWith.call(this, lists[kind], 'Boekstuk', literals);
		keep(found, wanted, kind, rows);
	}
	return found;
}

/** Adds the entries that rows make to those that were found, where their number is wanted. */
function keep(
	found: Map<string, BookedEntry[]>,
	wanted: ReadonlySet<string>,
	kind: EntryKind,
	rows: readonly IDataObject[],
): void {
	for (const entry of kind === 'memorial' ? fromMutations(rows) : rows.map(toEntry)) {
		const key = documentKey({ ...entry, kind });
		if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), entry]);
	}
}

/**
 * Whether an entry is the one a draft would make: the same money on the same accounts. What is left
 * then settles sales entries for the same total, since both balance. Under the bare transaction id,
 * which other orders may share, the entry must name the order too: two orders can cost the same.
 */
function isSameEntry(draft: BookedDraft, entry: BookedEntry): boolean {
	const moved = fromEuro(draft.received) - fromEuro(draft.spent);
	const wanted = perAccount(
		draft.ledgerLines.map(({ ledgerAccountId, debit, credit }) => [
			ledgerAccountId,
			fromEuro(debit) - fromEuro(credit),
		]),
	);
	return (
		moved === entry.movedCents &&
		(documentKey({ ...draft, number: entry.number }) === documentKey(draft) ||
			draft.document !== 'payment' ||
			entry.texts.some((text) => mentions(text, draft.orderNumber))) &&
		[...wanted].every(([account, cents]) => (entry.accounts.get(account) ?? 0) === cents)
	);
}

function toEntry(row: IDataObject): BookedEntry {
	const entryId = idOf(row);
	return {
		...(entryId && { entryId }),
		journalId: idOf(row.dagboek) ?? '',
		number: String(row.boekstuk ?? ''),
		movedCents: cents(row.bedragOntvangen) - cents(row.bedragUitgegeven),
		texts: textsOf([
			row,
			...rowsOf(row.grootboekBoekingsRegels),
			...rowsOf(row.verkoopboekingBoekingsRegels),
		]),
		accounts: perAccount(
			rowsOf(row.grootboekBoekingsRegels).map((line) => [
				idOf(line.grootboek) ?? '',
				cents(line.debet) - cents(line.credit),
			]),
		),
	};
}

/** Mutations with one number, journal and date are taken as one memorial. */
function fromMutations(rows: readonly IDataObject[]): BookedEntry[] {
	const groups = new Map<string, IDataObject[]>();
	for (const row of rows) {
		const key = JSON.stringify([row.boekstuk, idOf(row.dagboek), row.datum]);
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	return [...groups.values()].map((group) => ({
		journalId: idOf(group[0]!.dagboek) ?? '',
		number: String(group[0]!.boekstuk ?? ''),
		movedCents: 0,
		texts: textsOf(group),
		accounts: perAccount(
			group.map((row) => [idOf(row.grootboek) ?? '', cents(row.debet) - cents(row.credit)]),
		),
	}));
}

const textsOf = (rows: readonly IDataObject[]): string[] =>
	rows.map(({ omschrijving }) => String(omschrijving ?? ''));

function perAccount(lines: ReadonlyArray<readonly [string, number]>): Map<string, number> {
	const totals = new Map<string, number>();
	for (const [id, amount] of lines) {
		const key = id.toLowerCase();
		totals.set(key, sum([totals.get(key) ?? 0, amount]));
	}
	return totals;
}

function cents(value: unknown): number {
	return fromEuro(Number(value ?? 0));
}

function rowsOf(value: unknown): IDataObject[] {
	return Array.isArray(value) ? value : [];
}
