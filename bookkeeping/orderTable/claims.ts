import type { RawObject } from '../trade/fields';
import { cellMoment, cellNumber, cellText, cellVersion } from './cell';
import type { RowOf } from './columns';
import type { ResultRow } from './result';
import { stateOf, type State } from './states';

type ClaimColumns = Pick<RowOf<'WebshopOrders'>, 'claimId'> & { state: State };

/** What a run writes on the rows that it wants: on those that are `claimable`, and on no others. */
export const claim = (claimId: string): ClaimColumns => ({ state: 'booking', claimId });

/**
 * After so many hours a row that is being booked belongs to a run that died. Longer than any run
 * takes; a run that is slower still finds its claim gone and records nothing, and what it sent is
 * found by its number.
 */
export const CLAIM_HOURS = 2;

/** How the table of shop troubles names a file of orders that is being booked. */
export const ORDER_FILE = 'order file';

/**
 * How many rows one run books at most, so that it is over before its claims expire. A new customer
 * takes about two seconds when SnelStart is slow, and customers are added one by one: 1,500 of them
 * take 50 minutes. What is left waits for the next run.
 */
export const CLAIMS_PER_RUN = 1_500;

/** What becomes of the rows of a run that died: it may have sent them. */
export const expiredClaim: ClaimColumns & { mayBeSent: boolean } = {
	state: 'unknown',
	claimId: '',
	mayBeSent: true,
};

/** A row of the order table, as it was read after the claims were written. */
export interface ClaimRow {
	orderKey: string;
	claimId: string;
	state?: unknown;
}

/**
 * Whether a row is another run's, by its claim or by what became of it: one that was added between
 * the claim and the reading, and booked, refused or undone already. One that was only recorded says
 * nothing yet; its run claims it later, and then sees the claim of this one.
 */
const isOfAnother = (row: ClaimRow, claimId: string): boolean =>
	row.claimId !== claimId && (row.claimId !== '' || stateOf(row.state) !== '');

export interface Decided {
	/** Order keys that this run may book. */
	mine: Set<string>;
	/** Order keys that another run has a claim on, or has booked, and those that are left for the next. */
	toGiveBack: Set<string>;
}

/**
 * Decides which orders a run may book. Every run first writes its claim on the rows it wants and
 * then reads all rows of those orders: it may go on only with orders on which no other run has a
 * claim, and where no other row tells of another run. Of two runs the one that reads later sees the
 * earlier claim, so at most one goes on, also when the table holds an order twice (D-CLAIM, HC-17).
 *
 * @param rows every row of the orders, read after the claims were written.
 * @param claimId the claim of this run.
 * @param most how many of them it books; the others are given back.
 */
export function decideClaims(
	rows: readonly ClaimRow[],
	claimId: string,
	most = CLAIMS_PER_RUN,
): Decided {
	const wanted = new Set(
		rows
			.filter((row) => row.claimId !== '' && row.claimId === claimId)
			.map(({ orderKey }) => orderKey),
	);
	const contested = new Set(
		rows.filter((row) => isOfAnother(row, claimId)).map(({ orderKey }) => orderKey),
	);
	const mine = new Set([...wanted].filter((key) => !contested.has(key)).slice(0, most));
	return { mine, toGiveBack: new Set([...wanted].filter((key) => !mine.has(key))) };
}

/**
 * The row that a run goes by where it claimed several of one order: that of the latest entry, and of
 * such rows the one that may have been sent.
 */
export const rowToGoBy = <Row extends RawObject>(own: readonly [Row, ...Row[]]): Row =>
	own.reduce((best, row) => (said(row) > said(best) ? row : best));

const said = (row: RawObject): number => 2 * cellVersion(row) + (row.mayBeSent === true ? 1 : 0);

/**
 * What is written on a row whose claim is given back. Data tables know no unique key, so an order
 * may stand in the table twice: a row beside one that is booked is booked too, else it would be
 * tried again for ever.
 *
 * @param own the row that this run claimed.
 * @param rows every row of the order.
 */
export function rowGivenBack(own: RawObject, rows: readonly RawObject[]): ResultRow {
	const booked = rows.find((row) => stateOf(row.state) === 'booked');
	if (booked) return { ...resultIn(booked), state: 'booked' };
	// A claim on a row that may have been sent takes nothing away from that.
	const state = own.mayBeSent === true ? 'unknown' : 'ready';
	return { ...resultIn(own), state, claimId: '' };
}

/** The columns of a result as they stand in a row. */
function resultIn(row: RawObject): Omit<ResultRow, 'state'> {
	const text = (column: keyof ResultRow): string => cellText(row, column);
	return {
		claimId: text('claimId'),
		code: text('code'),
		message: text('message'),
		tip: text('tip'),
		facts: text('facts'),
		snelStartNumber: text('snelStartNumber'),
		originalInvoiceNumber: text('originalInvoiceNumber'),
		salesEntryId: text('salesEntryId'),
		relationId: text('relationId'),
		total: cellNumber(row, 'total'),
		vat: cellNumber(row, 'vat'),
		regime: text('regime'),
		paymentMethod: text('paymentMethod'),
		fingerprint: text('fingerprint'),
		mayBeSent: row.mayBeSent === true,
		attempts: cellNumber(row, 'attempts'),
		tryUntil: text('tryUntil'),
		outline: text('outline'),
		settingsVersion: cellNumber(row, 'settingsVersion'),
		alreadyThere: row.alreadyThere === true,
		bookedAt: cellMoment(row, 'bookedAt'),
	};
}
