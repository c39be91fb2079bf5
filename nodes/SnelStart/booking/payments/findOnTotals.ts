import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { fromEuro, reason, told } from '../../../../bookkeeping';
import { idOf, isSameId } from '../../../shared/snelStart/idOf';
import { allOf, dateTimeLiteral, guidLiteral } from '../../../shared/snelStart/odata';
import { getAllWith } from '../../../shared/snelStart/paging';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { Seen } from '../writeOnce';
import { entriesIn, seenAmong, type BookedEntry } from './findPayments';
import {
	holdsNumber,
	isSharedDescription,
	isSharedNumber,
	sharedText,
	type Payment,
} from './onTotals';

/**
 * Looks for payments on day totals: as a memorial of their own, or as lines of one that several
 * share, whose text holds their document number (SS-465). Reads what stands in their journals on their
 * days, so that hundreds of them cost a call or two.
 *
 * @param datesOf the days on which a payment may have been booked
 * @throws NodeApiError when SnelStart refuses the look-up
 */
export async function findOnTotals(
	this: SnelStartContext,
	drafts: readonly Payment[],
	datesOf: (draft: Payment) => readonly string[],
): Promise<Map<Payment, Seen<BookedEntry>>> {
	const days = [...new Set(drafts.flatMap(datesOf))];
	const rows: IDataObject[] = [];
	for (const day of days) {
		const journals = drafts.filter((draft) => datesOf(draft).includes(day));
		const literals = journals.map(({ journalId }) => guidLiteral(journalId));
		rows.push(
			...(await getAllWith.call(this, '/grootboekmutaties', 'Dagboek/Id', literals, onDay(day))),
		);
	}
	const entries = entriesIn(rows);
	return new Map(
		drafts.flatMap((draft): Array<[Payment, Seen<BookedEntry>]> => {
			const days = datesOf(draft);
			const seen =
				inShared(draft, rows, days) ?? seenAmong(draft, entries) ?? unreadable(draft, rows, days);
			return seen ? [[draft, seen]] : [];
		}),
	);
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
function unreadable(
	draft: Payment,
	rows: readonly IDataObject[],
	days: readonly string[],
): Seen<BookedEntry> | undefined {
	const row = rows.find(
		({ boekstuk, dagboek, datum, grootboek, omschrijving }) =>
			isSharedNumber(String(boekstuk ?? '')) &&
			isSharedDescription(String(omschrijving ?? '')) &&
			isSameId(idOf(dagboek) ?? '', draft.journalId) &&
			days.includes(String(datum ?? '').slice(0, 10)) &&
			draft.ledgerLines.some(({ ledgerAccountId }) =>
				isSameId(idOf(grootboek) ?? '', ledgerAccountId),
			),
	);
	if (row === undefined) return undefined;
	return { notOurs: told(reason('DOCUMENT_NUMBER_IN_USE', { number: String(row.boekstuk) })) };
}

const cents = (value: unknown): number => fromEuro(Number(value ?? 0));

/** The payment as lines of a memorial that it shares; another one under its number when they differ. */
function inShared(
	draft: Payment,
	rows: readonly IDataObject[],
	days: readonly string[],
): Seen<BookedEntry> | undefined {
	const own = rows.filter(
		(row) =>
			holdsNumber(String(row.omschrijving ?? ''), draft) &&
			isSameId(idOf(row.dagboek) ?? '', draft.journalId) &&
			days.includes(String(row.datum ?? '').slice(0, 10)) &&
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
