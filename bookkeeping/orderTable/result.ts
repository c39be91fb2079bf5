import { DateTime } from 'luxon';

import { reason, textOf, told } from '../codes/register';
import { isObject, object, type RawObject } from '../trade/fields';
import { cellMoment, cellNumber, cellText } from './cell';
import type { RowOf } from './columns';
import { figureColumns, type FoundToBook } from './found';
import { noPayoutNamed, noteColumns, noteIn, type Note } from './notes';
import { waitsForTotal, type State } from './states';
import { lacksSecond } from './whole';

type OrderRow = RowOf<'WebshopOrders'>;

/**
 * What SnelStart made of a document that was offered: `booked` now or already; `needsAttention` when
 * refused; `unknown` when it could not be settled whether the entry was made; `ready` when nothing
 * was sent; `openItemNotFound` when the sale of a payment is not in SnelStart (yet); `notThere` when
 * SnelStart does not have what was only looked up, or not all of it.
 */
export const resultStates = [
	'booked',
	'gathered',
	'needsAttention',
	'unknown',
	'ready',
	'openItemNotFound',
	'notThere',
] as const;
export type ResultState = (typeof resultStates)[number];

/** The columns that a result writes: on the rows that the run has claimed, and on no others. */
export const resultColumns = [
	'state',
	'claimId',
	...noteColumns,
	'snelStartNumber',
	'originalInvoiceNumber',
	'salesEntryId',
	'relationId',
	...figureColumns,
	'mayBeSent',
	'attempts',
	'tryUntil',
	'outline',
	'alreadyThere',
	'bookedAt',
] as const;
export type ResultRow = Pick<OrderRow, (typeof resultColumns)[number]>;

/** The run that writes, and when. */
export interface Run {
	claimId: string;
	now: DateTime;
}

/** For three more days than the day of the first try, by the clock of the workflow. */
const DAYS_TO_TRY = 3;

/** So long SnelStart may still carry out what it did not answer. */
const MINUTES_TO_TURN_UP = 60;

/**
 * What stands in the row after a document was offered to SnelStart.
 *
 * @param claimed the row as it was read after the claim.
 * @param answer an item of Book or Register, or of its error output when the whole batch failed.
 */
export function resultRow(
	{ figures, ...found }: FoundToBook,
	claimed: RawObject,
	answer: RawObject,
	{ claimId, now }: Run,
): ResultRow {
	const offered = {
		...figures,
		originalInvoiceNumber: found.originalInvoiceNumber,
		attempts: (cellNumber(claimed, 'attempts') ?? 0) + 1,
	};
	const result = resultStates.find((name) => name === answer.state);
	if (!result) {
		const said = isWithoutSecond(claimed) && noteOf(claimed);
		return { ...kept(claimed), ...offered, ...failed(answer, claimed), ...said, claimId: '' };
	}
	// Ready: nothing was sent now. Whether something was sent before, nobody could ask SnelStart.
	const isOpen = result === 'ready' && claimed.mayBeSent === true;
	const { state, note, tryUntil } =
		result === 'notThere'
			? lookedUp(found, answer, claimed, now)
			: decided(
					isOpen ? 'unknown' : result,
					answer,
					claimed,
					now,
					(cellNumber(found.draft, 'amount') ?? 0) < 0,
				);
	if (isWithoutSecond(claimed) && ['needsAttention', 'unknown', 'ready'].includes(state)) {
		// The first is in the books whatever came of the second, and is credited as long as it is there.
		const isOver = state === 'needsAttention';
		return {
			...{ ...kept(claimed), ...offered, ...noteOf(claimed), alreadyThere: true, tryUntil },
			...{ state: isOver ? 'booked' : 'unknown', claimId: isOver ? claimId : '' },
			mayBeSent: !isOver,
		};
	}
	const isBooked = state === 'booked';
	const shown = cellText(answer, 'outline') || cellText(claimed, 'outline');
	return {
		...offered,
		state,
		claimId: isBooked ? claimId : '',
		...note,
		snelStartNumber: isBooked ? cellText(answer, 'invoiceNumber', 'number') : '',
		salesEntryId: cellText(answer, 'salesEntryId', 'salesOrderId', 'entryId'),
		relationId: cellText(answer, 'relationId'),
		// What waits for approval was not looked up: it is as it was.
		mayBeSent: state === 'unknown' || answer.mayBeSent === true,
		tryUntil,
		outline: isBooked ? '' : shown,
		alreadyThere: answer.alreadyThere === true,
		bookedAt: isBooked ? now.toISO() : null,
		...(state === 'gathered' && gatheredRow(found, claimed, { claimId, now })),
	};
}

/** What is another way with an order that is booked in a total than with what SnelStart answered. */
function gatheredRow(
	{ draft, orderDate }: Omit<FoundToBook, 'figures'>,
	claimed: RawObject,
	{ claimId, now }: Run,
): Partial<ResultRow> {
	const closesAt = inTotalsOf(draft, 'closesAt');
	const withoutPayout = inTotalsOf(draft, 'withoutPayout');
	const kind = cellText(draft, 'document') === 'creditNote' ? 'refund' : 'order';
	const gathered = {
		state: waitsForTotal[kind],
		originalInvoiceNumber: inTotalsOf(draft, 'series'),
		attempts: cellNumber(claimed, 'attempts'),
		claimId,
		tryUntil: closesAt,
	};
	if (withoutPayout === '') return gathered;
	// A payout may have named it before it could be gathered.
	if (cellText(claimed, 'payout') !== '') {
		return { ...gathered, tryUntil: now.toUTC().toISO() ?? '' };
	}
	const isLate = withoutPayout === 'attention' && DateTime.fromISO(closesAt) <= now;
	if (!isLate) return gathered;
	return { ...gathered, claimId: '', state: 'needsAttention', ...noPayoutNamed(orderDate) };
}

const inTotalsOf = (draft: RawObject, field: 'series' | 'closesAt' | 'withoutPayout'): string =>
	cellText(object(draft, 'dayTotal'), field);

/** A payment may come before its sale: it is tried for some days, and then somebody has to look. */
function decided(
	result: Exclude<ResultState, 'notThere'>,
	answer: RawObject,
	claimed: RawObject,
	now: DateTime,
	paysBack: boolean,
): { state: State; note: Note; tryUntil: string } {
	if (result !== 'openItemNotFound') return { state: result, note: noteIn(answer), tryUntil: '' };
	const until = cellText(claimed, 'tryUntil');
	const tryUntil = until || (now.plus({ days: DAYS_TO_TRY }).startOf('day').toUTC().toISO() ?? '');
	return until !== '' && DateTime.fromISO(until) < now
		? { state: 'needsAttention', note: notFound(answer, 'triedEnough'), tryUntil }
		: { state: 'ready', note: notFound(answer, paysBack ? 'creditNote' : 'triedAgain'), tryUntil };
}

function notFound({ facts }: RawObject, tried: 'triedAgain' | 'creditNote' | 'triedEnough'): Note {
	const invoice = isObject(facts) ? cellText(facts, 'invoice') : '';
	return noteIn({ ...told(reason('OPEN_ITEM_NOT_FOUND', { case: tried, invoice })) });
}

/**
 * The node gave no results at all. With a code it says why, and nothing was sent now; without one
 * nobody knows how far it came. What may have been sent before still may: SnelStart was not asked.
 */
function failed(
	answer: RawObject,
	claimed: RawObject,
): Note & Pick<ResultRow, 'state' | 'mayBeSent'> {
	const details = isObject(answer.details) ? answer.details : {};
	const error = isObject(answer.error) ? answer.error : {};
	const code = cellText(details, 'code') || cellText(answer, 'code');
	const notReached = reason('SNELSTART_NOT_REACHED');
	const mayBeSent = code === '' || claimed.mayBeSent === true;
	return {
		mayBeSent,
		state: mayBeSent ? 'unknown' : 'ready',
		...noteIn({
			code: code || notReached.code,
			message: cellText(error, 'message') || cellText(answer, 'error', 'message'),
			tip: cellText(details, 'tip') || cellText(answer, 'tip') || textOf(notReached).tip,
			facts: details.facts ?? answer.facts,
		}),
	};
}

/**
 * What was only looked up, since the shop took it back, is not there, or only its first entry is. It
 * may still turn up: it counts as not sent only once an hour has passed since the first look.
 */
function lookedUp(
	{ otherwise }: Pick<FoundToBook, 'otherwise'>,
	answer: RawObject,
	claimed: RawObject,
	now: DateTime,
): { state: State; note: Note; tryUntil: string } {
	const until = cellText(claimed, 'tryUntil');
	const isOver = until !== '' && now >= DateTime.fromISO(until);
	const isThere = cellText(answer, 'salesEntryId') !== '';
	if (isOver && isThere) return { state: 'booked', note: noteIn({}), tryUntil: '' };
	if (isOver && otherwise) return { state: otherwise.state, note: noteOf(otherwise), tryUntil: '' };
	const later = now.plus({ minutes: MINUTES_TO_TURN_UP }).toUTC().toISO() ?? '';
	return { state: 'unknown', note: noteOf(claimed), tryUntil: until || later };
}

const noteOf = (claimed: RawObject): Note => ({
	code: cellText(claimed, 'code'),
	message: cellText(claimed, 'message'),
	tip: cellText(claimed, 'tip'),
	facts: cellText(claimed, 'facts'),
});

/** Whether the row is of a document whose second entry was refused, and is tried again. */
const isWithoutSecond = (claimed: RawObject): boolean =>
	lacksSecond(claimed) && cellText(claimed, 'salesEntryId') !== '';

/** What an earlier offer left in the row. */
function kept(claimed: RawObject) {
	return {
		snelStartNumber: cellText(claimed, 'snelStartNumber'),
		salesEntryId: cellText(claimed, 'salesEntryId'),
		relationId: cellText(claimed, 'relationId'),
		tryUntil: cellText(claimed, 'tryUntil'),
		outline: cellText(claimed, 'outline'),
		alreadyThere: claimed.alreadyThere === true,
		bookedAt: cellMoment(claimed, 'bookedAt'),
	};
}
