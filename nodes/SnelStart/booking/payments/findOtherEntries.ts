import { DateTime } from 'luxon';

import {
	DAYS_APART,
	fromEuro,
	otherEntry,
	reason,
	told,
	type Movement,
	type ToldCode,
} from '../../../../bookkeeping';
import { idOf, isSameId } from '../../../shared/snelStart/idOf';
import { allOf, dateTimeLiteral, guidLiteral } from '../../../shared/snelStart/odata';
import { getAllWith } from '../../../shared/snelStart/paging';
import { journals } from '../../../shared/snelStart/referenceData';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { BookedDraft } from './bookedDraft';

type Payout = Extract<BookedDraft, { document: 'payout' }>;

/**
 * Looks what stands in the books of payouts already and came another way, such as an imported
 * statement of the provider: one look-up for all payouts together, none for payments.
 *
 * @throws NodeApiError when SnelStart refuses the look-up: then nothing may be booked.
 */
export async function findOtherEntries(
	this: SnelStartContext,
	drafts: readonly BookedDraft[],
): Promise<ReadonlyMap<BookedDraft, ToldCode>> {
	const payouts = drafts.filter((draft): draft is Payout => draft.document === 'payout');
	if (payouts.length === 0) return new Map();
	const known = await journals.call(this);
	const movements = await movementsAround.call(this, payouts, known);
	return new Map(
		payouts.flatMap((draft): Array<[BookedDraft, ToldCode]> => {
			const other = otherEntry(draft, movements);
			if (!other) return [];
			const { date, amount, journalId } = other;
			const journal = known.find(({ id }) => isSameId(id, journalId))?.name ?? '';
			return [[draft, told(reason('PAYOUT_CAME_ANOTHER_WAY', { journal, date, amount }))]];
		}),
	);
}

async function movementsAround(
	this: SnelStartContext,
	payouts: readonly Payout[],
	known: Awaited<ReturnType<typeof journals>>,
): Promise<Movement[]> {
	const dates = payouts.map(({ date }) => date).sort();
	const bound = (date: string, days: number) =>
		dateTimeLiteral(`${DateTime.fromISO(date).plus({ days }).toFormat('yyyy-MM-dd')}T00:00:00`);
	const period = allOf([
		`Datum ge ${bound(dates[0]!, -DAYS_APART)}`,
		`Datum le ${bound(dates.at(-1)!, DAYS_APART)}`,
	]);
	const accounts = unique(
		payouts.flatMap(({ ledgerLines }) =>
			ledgerLines.flatMap(({ role, ledgerAccountId }) =>
				role === 'clearing' ? [ledgerAccountId] : [],
			),
		),
	);
	const own = unique(
		payouts.flatMap(({ kind, journalId }) => (kind === 'bank' ? [journalId] : [])),
	);
	const rows = [
		...(await getAllWith.call(this, PATH, 'Grootboek/Id', accounts.map(guidLiteral), period)),
		...(await getAllWith.call(this, PATH, 'Dagboek/Id', own.map(guidLiteral), period)),
	];
	const banks = known.filter(({ kind }) => kind === 'Bank');
	return rows.map((row) => {
		const journalId = idOf(row.dagboek) ?? '';
		return {
			journalId,
			isBank: banks.some(({ id }) => isSameId(id, journalId)),
			accountId: idOf(row.grootboek) ?? '',
			date: String(row.datum ?? '').slice(0, 10),
			number: String(row.boekstuk ?? ''),
			description: String(row.omschrijving ?? ''),
			amount: fromEuro(Number(row.debet ?? 0)) - fromEuro(Number(row.credit ?? 0)),
		};
	});
}

const PATH = '/grootboekmutaties';
const unique = (values: readonly string[]): string[] => [...new Set(values)];
