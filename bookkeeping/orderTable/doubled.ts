import { DateTime } from 'luxon';

import type { RawObject } from '../trade/fields';
import { groupBy } from '../trade/groupBy';
import { cellMoment, cellNumber, cellText, cellVersion } from './cell';
import type { RowOf } from './columns';
import { fixedInTotal, ofTotals, stateOf, type State } from './states';

type OrderRow = RowOf<'WebshopOrders'>;

/** What the row that stays is given of the others, where it holds nothing itself. */
export const mergedColumns = [
	'salesEntryId',
	'snelStartNumber',
	'relationId',
	'paymentIds',
	'payout',
	'paidAtProvider',
	'approved',
	'toldNumber',
	'checkedAs',
	'checkedBy',
	'checkedAt',
	'mayBeSent',
	'attempts',
] as const;
type Merged = Pick<OrderRow, (typeof mergedColumns)[number]>;

/** A row of which something is written or removed, as long as nobody wrote it since it was read. */
interface RowAsRead {
	/** n8n's own number of the row. */
	id: number;
	/** It was written last before this moment (ISO): a database may know more than milliseconds. */
	writtenBefore: string;
}

/** One thing that stands in the order table more than once, and what is to be made of it. */
export interface DoubledRow {
	orderKey: string;
	/** The number that the customer sees. */
	orderNumber: string;
	keep: RowAsRead;
	values: Merged;
	remove: RowAsRead[];
}

/** One thing whose rows contradict each other: which of them is right, somebody has to say. */
export type DifferingRows = Pick<DoubledRow, 'orderKey' | 'orderNumber'>;

/** Of which states a row knows more of the booking than of every other, the most first. */
const KNOWS_MORE: readonly State[] = ['booked', 'inTotal', 'gatheredRefund', 'gathered', 'unknown'];

/**
 * What stands in the order table more than once: two runs may have added a row each for one order,
 * since n8n's data tables know no unique key (NN-201). The row that knows most of the booking stays,
 * of equal ones the one written last. What a run is booking is left for another night.
 *
 * @param rows rows of the order table, as they were read
 */
export function findDoubled(rows: readonly RawObject[]): {
	doubled: DoubledRow[];
	differing: DifferingRows[];
} {
	const doubled: DoubledRow[] = [];
	const differing: DifferingRows[] = [];
	const byKey = groupBy(rows, (row) => cellText(row, 'orderKey'));
	for (const [orderKey, same] of byKey) {
		if (orderKey === '' || same.length === 1) continue;
		if (same.some((row) => stateOf(row.state) === 'booking')) continue;
		const [best, ...others] = same.toSorted(byKnowledge);
		const names = { orderKey, orderNumber: cellText(best!, 'orderNumber') || orderKey };
		if (contradict(same)) differing.push(names);
		else {
			const values = merged(best!, others);
			doubled.push({ ...names, keep: asRead(best!), values, remove: others.map(asRead) });
		}
	}
	return { doubled, differing };
}

const asRead = (row: RawObject): RowAsRead => ({
	id: cellNumber(row, 'id') ?? 0,
	writtenBefore:
		DateTime.fromISO(cellMoment(row, 'updatedAt') ?? '', { zone: 'utc' })
			.plus(1)
			.toISO() ?? '',
});

function byKnowledge(one: RawObject, other: RawObject): number {
	const rank = (row: RawObject): number => {
		const place = KNOWS_MORE.indexOf(stateOf(row.state));
		if (place >= 0) return place;
		return KNOWS_MORE.length + (stateOf(row.state) === '' ? 1 : 0);
	};
	const last = cellMoment(other, 'updatedAt') ?? '';
	return (
		rank(one) - rank(other) ||
		Number(cellText(one, 'salesEntryId') === '') - Number(cellText(other, 'salesEntryId') === '') ||
		last.localeCompare(cellMoment(one, 'updatedAt') ?? '') ||
		(cellNumber(one, 'id') ?? 0) - (cellNumber(other, 'id') ?? 0)
	);
}

/** Two documents, two entries of one order, or two totals: none of them may be forgotten. */
function contradict(rows: readonly RawObject[]): boolean {
	const isTwo = (values: readonly string[]) => new Set(values.filter(Boolean)).size > 1;
	const within = (states: readonly State[]) =>
		rows.filter((row) => states.includes(stateOf(row.state)));
	const totalsOf = (some: readonly RawObject[]) =>
		some.map((row) => cellText(row, 'originalInvoiceNumber') || 'by itself');
	const isClosed = within(['inTotal']).length > 0;
	return (
		isTwo(rows.map((row) => cellText(row, 'kind'))) ||
		isTwo(rows.map((row) => cellText(row, 'snelStartNumber'))) ||
		isTwo(rows.map((row) => cellText(row, 'salesEntryId'))) ||
		isTwo(rows.map((row) => String(cellVersion(row)))) ||
		isTwo(totalsOf(within(isClosed ? fixedInTotal : ofTotals)))
	);
}

function merged(best: RawObject, others: readonly RawObject[]): Merged {
	const all = [best, ...others];
	const first = (column: (typeof mergedColumns)[number]) =>
		all.map((row) => cellText(row, column)).find((value) => value !== '') ?? '';
	const ids = all.flatMap((row) => cellText(row, 'paymentIds').split(' ')).filter(Boolean);
	const checked = all.find((row) => cellText(row, 'checkedAs') !== '') ?? best;
	const attempts = all.flatMap((row) => cellNumber(row, 'attempts') ?? []);
	const isBooked = stateOf(best.state) === 'booked';
	return {
		salesEntryId: first('salesEntryId'),
		snelStartNumber: first('snelStartNumber'),
		relationId: first('relationId'),
		paymentIds: [...new Set(ids)].join(' '),
		payout: first('payout'),
		paidAtProvider: first('paidAtProvider'),
		approved: first('approved'),
		toldNumber: first('toldNumber'),
		checkedAs: cellText(checked, 'checkedAs'),
		checkedBy: cellText(checked, 'checkedBy'),
		checkedAt: cellMoment(checked, 'checkedAt'),
		mayBeSent: (isBooked ? [best] : all).some((row) => row.mayBeSent === true),
		attempts: attempts.length === 0 ? null : Math.max(...attempts),
	};
}
