import type { SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import type { BookedDocument } from '../../../bookkeeping/refunds/booked';
import { undoBooking, type UndoRules } from '../../../bookkeeping/refunds/undo';
import { draftOf, settingsWith } from '../support';
import { booked } from './bookedDocument';
import { order, type Json } from './support';

export const raw = order([{ net: 1000, rate: 21 }]);
export const sale = draftOf(raw);
export const { orderKey: key, invoiceNumber } = sale;
export const rules: UndoRules = {
	settingsVersion: 2,
	closedPeriods: false,
	sameSettings: false,
	checkedPeriods: [],
};
export const row = {
	orderKey: key,
	client: 'test-client',
	shop: 'woocommerce',
	orderId: '1000',
	orderNumber: '1000',
	orderDate: '2026-03-01',
	snelStartNumber: invoiceNumber,
	salesEntryId: 'e',
	fingerprint: sale.orderKey,
	settingsVersion: 1,
	total: 12.1,
};
/** A sale as the books have it, all of it still open unless said otherwise. */
export const inBooks = (
	draft: SalesEntryDraft,
	open: number | undefined = draft.invoiceAmount,
) => ({
	...booked(draft),
	...(open !== undefined && { openAmount: open }),
});
export const undo = (documents: BookedDocument[], more: Json = {}, how: Partial<UndoRules> = {}) =>
	undoBooking(
		{ row: { ...row, ...more }, booked: documents },
		{ ...rules, ...how },
		settingsWith(),
	);
