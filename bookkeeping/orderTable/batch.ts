import { fromEuro, sum, toEuro } from '../money/money';
import type { RawObject } from '../trade/fields';
import { cellNumber, cellText } from './cell';
import { heldBack, ofTotals, stateOf, type State } from './states';

/** What a batch of a migration works on: the orders of some days, or what earlier batches left. */
export const batchModes = ['book', 'leftovers'] as const;
export type BatchMode = (typeof batchModes)[number];

export interface BatchFacts {
	mode: BatchMode;
	/** Orders that the shop gave. */
	read: number;
	/** Keys of the rows that earlier batches left and this one took up. */
	leftBefore: readonly string[];
	/** Rows of the period that another run was booking when this one began. */
	beingBooked: number;
}

/** How many documents a batch brought where; refunds count with orders unless the name says more. */
export interface BatchCounts {
	read: number;
	/** Orders that we booked. */
	booked: number;
	/** Orders that were in SnelStart. */
	alreadyThere: number;
	refundsBooked: number;
	waiting: number;
	nothingToBook: number;
	needsAttention: number;
	/** Not finished: to be tried again at the end. */
	left: number;
	/** Of those, what SnelStart was not even asked about: it cannot be reached now. */
	notReached: number;
	/** What is in the books now, in euro. */
	total: number;
}

/** VIES did not answer: the row waits for it, the migration does not. */
const WAITS_FOR_VIES = 'VAT_NUMBER_NOT_CHECKED';

/**
 * Counts what became of the orders and refunds of a batch.
 *
 * @param rows of the order table, of the orders of the batch; empty items are passed over.
 */
export function countBatch(rows: readonly RawObject[], batch: BatchFacts): BatchCounts {
	const known = new Set(batch.leftBefore);
	const key = (row: RawObject, column: string) => cellText(row, column);
	const isNew = (row: RawObject) =>
		batch.mode === 'book' || known.has(key(row, 'orderKey')) || known.has(key(row, 'parentKey'));
	const counted = rows.filter((row) => key(row, 'orderKey') !== '' && isNew(row));
	const waitsForVies = (row: RawObject) => key(row, 'code') === WAITS_FOR_VIES;
	const inState = (...states: readonly State[]) =>
		counted.filter((row) => states.includes(stateOf(row.state)));
	const booked = inState('booked');
	const bookedOrders = booked.filter(({ kind }) => kind === 'order');
	const bookedRefunds = booked.filter(({ kind }) => kind === 'refund');
	// Such a refund waited for its sale and was counted as waiting then.
	const waitedBefore =
		batch.mode === 'book' ? [] : bookedRefunds.filter((row) => !known.has(key(row, 'orderKey')));
	const later: readonly State[] = ['waiting', ...ofTotals];
	const waiting = counted.filter((row) => later.includes(stateOf(row.state)) || waitsForVies(row));
	const left = inState('', ...heldBack).filter((row) => !waitsForVies(row));
	return {
		read: batch.mode === 'book' ? batch.read : 0,
		booked: bookedOrders.filter(({ alreadyThere }) => alreadyThere !== true).length,
		alreadyThere: bookedOrders.filter(({ alreadyThere }) => alreadyThere === true).length,
		refundsBooked: bookedRefunds.length,
		waiting: waiting.length - waitedBefore.length,
		nothingToBook: inState('nothingToBook').length,
		needsAttention: inState('needsAttention').length,
		left: left.length + (batch.mode === 'book' ? 0 : batch.beingBooked),
		notReached: left.filter(({ state }) => state === 'ready').length,
		total: toEuro(sum(booked.map((row) => fromEuro(cellNumber(row, 'total') ?? 0)))),
	};
}

/** Orders that a batch is to hold: enough to be quick, few enough for a run of minutes. */
const ORDERS_PER_BATCH = 150;
const LONGEST_DAYS = 92;

/** What a row of the table of migrations says of its progress. */
export interface Progress extends Omit<BatchCounts, 'notReached'> {
	readUntil: string;
	batchDays: number;
	state: 'running' | 'done';
	finishedAt: string | null;
}

/**
 * The progress of a period after one more batch. A batch that did not reach SnelStart counts for
 * nothing: its days are read again.
 *
 * @param before the row of the table of migrations.
 * @param batch the mode, the first day after the batch (yyyy-MM-dd), and the moment (ISO).
 */
export function progressAfter(
	before: RawObject,
	counts: BatchCounts,
	batch: { mode: BatchMode; until: string; now: string },
): Progress {
	const isLast = batch.mode === 'leftovers';
	const failed = counts.notReached > 0;
	const old = (column: keyof Progress): number => cellNumber(before, column) ?? 0;
	const added = (column: Exclude<keyof BatchCounts, 'notReached' | 'total'>): number =>
		failed ? old(column) : old(column) + counts[column];
	const days = old('batchDays');
	const isDone = isLast && counts.left === 0;
	return {
		readUntil: failed || isLast ? cellText(before, 'readUntil') : batch.until,
		batchDays: failed || isLast ? days : nextDays(days, counts.read),
		read: added('read'),
		booked: added('booked'),
		alreadyThere: added('alreadyThere'),
		refundsBooked: added('refundsBooked'),
		waiting: added('waiting'),
		nothingToBook: added('nothingToBook'),
		needsAttention: added('needsAttention'),
		left: isLast ? counts.left : added('left'),
		total: failed ? old('total') : toEuro(fromEuro(old('total')) + fromEuro(counts.total)),
		state: isDone ? 'done' : 'running',
		finishedAt: isDone ? batch.now : null,
	};
}

/** Days of the next batch, so that it holds about as many orders as is best; it grows slowly. */
const nextDays = (days: number, read: number): number =>
	Math.max(
		1,
		Math.min(LONGEST_DAYS, days * 4, Math.round((days * ORDERS_PER_BATCH) / Math.max(1, read))),
	);
