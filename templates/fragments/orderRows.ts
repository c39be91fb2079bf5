import {
	claim,
	claimable,
	mergedColumns,
	noteColumns,
	open,
	resultColumns,
	whereState,
} from '../../bookkeeping';
import type { Kind } from '../build/flow';
import { kindIs, lacksSecond, stateIs } from './rowConditions';
import {
	getRows,
	insertRowsAsTheyAre,
	is,
	isAmong,
	isBelow,
	isLike,
	updateRows,
	updateRowsAsItIs,
	upsertRow,
	upsertRowAsItIs,
} from './table';

/** The columns of a row that the transformer decided, from a field of the item. */
function fromField<Name extends string>(columns: readonly Name[], field: string) {
	return Object.fromEntries(columns.map((name) => [name, `={{ ${field}.${name} }}`])) as Record<
		Name,
		string
	>;
}

const thisRun = '={{ $execution.id }}';

/** All rows of some orders, refunds, payments or payouts, by one look-up. */
export const findRows = (): Kind =>
	getRows('WebshopOrders', { where: isAmong('orderKey'), any: true });

/** Adds rows that have the claim of this run from the start, all of them by one write. */
export const recordClaimed = (): Kind => insertRowsAsTheyAre('WebshopOrders');

/** Says of an order, refund, payment or payout that it was seen, in its row or in a new one. */
export const recordSeen = (): Kind =>
	upsertRowAsItIs('WebshopOrders', [is('orderKey', '={{ $json.orderKey }}')]);

/** Gives a planned total a row, which says nothing of what becomes of it. */
export const recordTotal = (): Kind =>
	upsertRow('WebshopOrders', [is('orderKey', '={{ $json.orderKey }}')], {
		orderKey: '={{ $json.orderKey }}',
		kind: 'total',
		parentKey: '={{ $json.payout }}',
		client: '={{ $json.client }}',
		shop: '={{ $json.shop }}',
		orderNumber: '={{ $json.number }}',
	});

/** Writes the claim of this run on the rows that no run has, and that are not booked. */
export const claimRows = (): Kind =>
	updateRows('WebshopOrders', [is('orderKey', '={{ $json.orderKey }}'), ...whereState(claimable)], {
		...claim(thisRun),
	});

/**
 * Opens the row of an order whose second entry SnelStart refused, so that it is claimed and tried
 * again: only where the order is as it was booked. The first entry is found by its number.
 */
export const openWithoutSecond = (): Kind =>
	updateRows(
		'WebshopOrders',
		[
			is('orderKey', '={{ $json.orderKey }}'),
			stateIs('booked'),
			lacksSecond(),
			isLike('fingerprint', '={{ $json.fingerprint }}'),
		],
		{ state: 'unknown', claimId: '', mayBeSent: true },
	);

/** Records a result on the rows that this run has claimed. */
export const recordResult = (): Kind =>
	updateRowsAsItIs('WebshopOrders', [
		is('orderKey', '={{ $json.orderKey }}'),
		is('claimId', thisRun),
	]);

/** Keeps what was booked of a document: over what was kept of it before. */
export const keepBookingRecord = (): Kind =>
	upsertRowAsItIs('BookingRecords', [is('documentKey', '={{ $json.documentKey }}')]);

/** Says in the record of an order when a credit note on it was booked. */
export const recordCredit = (): Kind =>
	updateRowsAsItIs('BookingRecords', [is('documentKey', '={{ $json.documentKey }}')]);

/** Takes the claim of this run off rows that another run has a claim on. */
export const giveBack = (): Kind =>
	updateRows(
		'WebshopOrders',
		[
			is('orderKey', '={{ $json.orderKey }}'),
			is('claimId', thisRun),
			...whereState([claim(thisRun).state]),
		],
		fromField(resultColumns, '$json.row'),
	);

/** Says why it is not booked: never on a row that is in the books, or may be. */
export const recordReason = (): Kind =>
	updateRowsAsItIs('WebshopOrders', [is('orderKey', '={{ $json.orderKey }}'), ...whereState(open)]);

/** Notes on a booked order that the shop has changed it. */
export const noteChange = (): Kind =>
	updateRows(
		'WebshopOrders',
		[is('orderKey', '={{ $json.orderKey }}'), kindIs('order'), stateIs('booked')],
		fromField(noteColumns, '$json.row'),
	);

/** Gives the row that stays what the others of its key knew, if nobody wrote it since it was read. */
export const recordMerged = (): Kind =>
	updateRows(
		'WebshopOrders',
		[is('id', '={{ $json.keep.id }}'), isBelow('updatedAt', '={{ $json.keep.writtenBefore }}')],
		fromField(mergedColumns, '$json.values'),
	);
