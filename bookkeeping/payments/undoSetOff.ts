import { fromEuro } from '../money/money';
import { paymentKey } from '../orderTable/keys';
import type { UndoneBooking } from '../refunds/undo';
import type { Settings } from '../settings/settings';
import type { PaymentDraft } from './paymentDraft';
import { draftPair } from './setOff';

/** A payment as the order table takes it, of an undone booking. */
export interface UndoSetOff {
	outcome: 'book';
	paymentKey: string;
	/** Of the order. */
	orderKey: string;
	client: string;
	shop: string;
	orderId: string;
	orderNumber: string;
	orderStatus: string;
	amount: 0;
	draft: PaymentDraft;
}

/**
 * The memorial that settles an undone entry with its credit note, so that neither stays open
 * (D-SET-OFF); booked once both are in the books.
 *
 * @returns `undefined` where the settings name no journal for it, or nothing is open.
 */
export function setOffOfUndo(
	{ draft, originalOrderKey, invoiceNumber, ...undone }: UndoneBooking,
	{ setOffJournalId: journalId }: Settings,
): UndoSetOff | undefined {
	if (!draft || draft.invoiceAmount === 0 || journalId === undefined) return undefined;
	const { client, shop, orderId, orderNumber, orderStatus, orderDate: date } = undone;
	const key = paymentKey(originalOrderKey, `set-off-${draft.invoiceNumber}`);
	const pair = {
		...{ orderNumber, invoiceNumber, creditNoteNumber: draft.invoiceNumber },
		...{ amount: -fromEuro(draft.invoiceAmount), date, journalId, email: '' },
	};
	const keys = { orderKey: originalOrderKey, paymentKey: key };
	const { whenClosed } = draft;
	return {
		...{ outcome: 'book', ...keys, client, shop, orderId, orderNumber, orderStatus, amount: 0 },
		draft: { ...draftPair(pair, keys), ...(whenClosed && { whenClosed }) },
	};
}
