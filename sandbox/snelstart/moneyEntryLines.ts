import type { ErrorCode } from './errors';
import type { Row } from './ledger';

/** How bank, cash and memorial entries differ (SS-234, SS-461, SS-462). */
export interface MoneyEntryKind {
	path: 'bankboekingen' | 'kasboekingen' | 'memoriaalboekingen';
	/** The kind of journal (dagboek) the entry stands in. */
	journalKind: 'Bank' | 'Kas' | 'Memoriaal';
	/** Where the lines on ledger accounts are. */
	ledgerLines: 'grootboekBoekingsRegels' | 'memoriaalBoekingsRegels';
	journalNotFound: ErrorCode;
	journalInactive: ErrorCode;
}

type Line = Record<string, unknown>;

export const linesOf = (record: Row, field: string): Line[] => (record[field] ?? []) as Line[];

/** The id inside a reference; empty when there is none. */
export const idIn = (reference: unknown): string =>
	(reference as { id?: string } | null | undefined)?.id ?? '';

/** Cents of a decimal as it was bound; two decimals are all a booking has. */
export const centsOf = (value: unknown): number => Math.round(Number(value ?? 0) * 100);

/** One line that settles a sales or purchase entry; cents, positive lowers what is open. */
export interface Settlement {
	entryId: string;
	cents: number;
}

/** Customers' money is a credit, or a positive amount in a memorial. */
export const salesSettlements = (record: Row): Settlement[] =>
	linesOf(record, 'verkoopboekingBoekingsRegels').map((line) => ({
		entryId: idIn(line.boekingId),
		cents: 'bedrag' in line ? centsOf(line.bedrag) : centsOf(line.credit) - centsOf(line.debet),
	}));

/** Money to suppliers is a debit, or a positive amount in a memorial. */
export const purchaseSettlements = (record: Row): Settlement[] =>
	linesOf(record, 'inkoopboekingBoekingsRegels').map((line) => ({
		entryId: idIn(line.boekingId),
		cents: 'bedrag' in line ? centsOf(line.bedrag) : centsOf(line.debet) - centsOf(line.credit),
	}));

/** Lines that have a debit and a credit side. */
export const sidedLines = (record: Row, { ledgerLines }: MoneyEntryKind): Line[] =>
	[
		...linesOf(record, ledgerLines),
		...linesOf(record, 'verkoopboekingBoekingsRegels'),
		...linesOf(record, 'inkoopboekingBoekingsRegels'),
		...linesOf(record, 'btwBoekingsregels'),
	].filter((line) => !('bedrag' in line));

/** Lines of a memorial that settle an entry: one signed amount. */
export const signedLines = (record: Row): Line[] =>
	[
		...linesOf(record, 'verkoopboekingBoekingsRegels'),
		...linesOf(record, 'inkoopboekingBoekingsRegels'),
	].filter((line) => 'bedrag' in line);
