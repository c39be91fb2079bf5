import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { fromEuro, reason, told } from '../../../../bookkeeping';
import { idOf, isSameId } from '../../../shared/snelStart/idOf';
import { allOf, dateTimeLiteral, guidLiteral } from '../../../shared/snelStart/odata';
import { getAllWith } from '../../../shared/snelStart/paging';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { Seen } from '../writeOnce';
import { findAmongMutations, findPayments, type BookedEntry } from './findPayments';
import {
	holdsNumber,
	isSharedDescription,
	isSharedNumber,
	sharedText,
	type Payment,
} from './onTotals';

/** So many are looked up by number in two calls. */
const FEW = 50;
/** Longer ago, the journals hold more than the numbers take to be asked for. */
const RECENT_DAYS = 10;

const daysAgo = (days: number): string => DateTime.utc().minus({ days }).toFormat('yyyy-MM-dd');

/**
 * Looks for payments on day totals: under their own number on whatever day, or as lines of a memorial
 * that several share, whose text holds their document number (SS-465). What is shared stands on the
 * payment's own day, whatever period is closed by now, so that reading the journals of those days
 * finds hundreds of them. Of many payments of the last days the journals are read up to today, which
 * shows those under their own number as well: one that was moved to an open day stands on a later one.
 *
 * @throws NodeApiError when SnelStart refuses the look-up
 */
export async function findOnTotals(
	this: SnelStartContext,
	drafts: readonly Payment[],
): Promise<Map<Payment, Seen<BookedEntry>>> {
	const [firstDay = ''] = drafts.map(({ date }) => date).sort();
	const readOn = drafts.length > FEW && firstDay >= daysAgo(RECENT_DAYS);
	const rows: IDataObject[] = [];
	if (readOn) {
		const literals = [...new Set(drafts.map(({ journalId }) => guidLiteral(journalId)))];
		const since = `Datum ge ${dateTimeLiteral(`${firstDay}T00:00:00`)}`;
		rows.push(
			...(await getAllWith.call(this, '/grootboekmutaties', 'Dagboek/Id', literals, since)),
		);
	}
	for (const day of readOn ? [] : new Set(drafts.map(({ date }) => date))) {
		const journals = drafts.filter(({ date }) => date === day);
		const literals = journals.map(({ journalId }) => guidLiteral(journalId));
		rows.push(
			...(await getAllWith.call(this, '/grootboekmutaties', 'Dagboek/Id', literals, onDay(day))),
		);
	}
	const shared = drafts.flatMap((draft): Array<[Payment, Seen<BookedEntry>]> => {
		const seen = inShared(draft, rows);
		return seen ? [[draft, seen]] : [];
	});
	const found = new Map(shared);
	const others = drafts.filter((draft) => !found.has(draft));
	const byNumber = readOn
		? findAmongMutations(others, rows)
		: await findPayments.call(this, others);
	for (const draft of others) {
		const seen = byNumber.get(draft) ?? unreadable(draft, rows);
		if (seen) found.set(draft, seen);
	}
	return found;
}

function onDay(day: string): string {
	const next = DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
	const bound = (date: string) => dateTimeLiteral(`${date}T00:00:00`);
	return allOf([`Datum ge ${bound(day)}`, `Datum lt ${bound(next)}`])!;
}

/**
 * A shared memorial whose mutations do not say which payments are in it: where SnelStart shows the
 * text of the entry instead of the line, nobody may tell whether a payment is one of them.
 */
function unreadable(draft: Payment, rows: readonly IDataObject[]): Seen<BookedEntry> | undefined {
	const row = rows.find(
		({ boekstuk, dagboek, datum, grootboek, omschrijving }) =>
			isSharedNumber(String(boekstuk ?? '')) &&
			isSharedDescription(String(omschrijving ?? '')) &&
			isSameId(idOf(dagboek) ?? '', draft.journalId) &&
			String(datum ?? '').slice(0, 10) === draft.date &&
			draft.ledgerLines.some(({ ledgerAccountId }) =>
				isSameId(idOf(grootboek) ?? '', ledgerAccountId),
			),
	);
	if (row === undefined) return undefined;
	return { notOurs: told(reason('DOCUMENT_NUMBER_IN_USE', { number: String(row.boekstuk) })) };
}

const cents = (value: unknown): number => fromEuro(Number(value ?? 0));

/** The payment as lines of a memorial that it shares; another one under its number when they differ. */
function inShared(draft: Payment, rows: readonly IDataObject[]): Seen<BookedEntry> | undefined {
	const own = rows.filter(
		(row) =>
			holdsNumber(String(row.omschrijving ?? ''), draft) &&
			isSameId(idOf(row.dagboek) ?? '', draft.journalId) &&
			String(row.datum ?? '').slice(0, 10) === draft.date &&
			String(row.boekstuk ?? '') !== draft.number,
	);
	const [first] = own;
	if (first === undefined) return undefined;
	const left = [...own];
	const hasAll = draft.ledgerLines.every(({ description, ledgerAccountId, debit, credit }) => {
		const at = left.findIndex(
			(row) =>
				String(row.omschrijving) === sharedText(draft, description) &&
				isSameId(idOf(row.grootboek) ?? '', ledgerAccountId) &&
				cents(row.debet) - cents(row.credit) === fromEuro(debit) - fromEuro(credit),
		);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	});
	if (!hasAll || left.length > 0) {
		return { notOurs: told(reason('DOCUMENT_NUMBER_IN_USE', { number: draft.number })) };
	}
	const entry: BookedEntry = {
		journalId: draft.journalId,
		number: String(first.boekstuk ?? ''),
		movedCents: 0,
		accounts: new Map(),
		texts: [],
	};
	return { ours: entry };
}
