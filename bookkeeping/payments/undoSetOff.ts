import { whenClosedOf } from '../documents/openDay';
import { fromEuro } from '../money/money';
import { cellNumber, cellText } from '../orderTable/cell';
import { paymentKey, setOffPart, totalNumberIn } from '../orderTable/keys';
import { partsOf, type CreditParts } from '../refunds/creditParts';
import { besideInFingerprint } from '../refunds/transformRefund';
import type { UndoneBooking } from '../refunds/undo';
import type { Settings } from '../settings/settings';
import type { RawObject } from '../trade/fields';
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

/** An entry that was taken back, and the credit note of all of it. */
interface Undone
	extends Pick<UndoSetOff, 'client' | 'shop' | 'orderId' | 'orderNumber' | 'orderStatus'> {
	originalOrderKey: string;
	invoiceNumber: string;
	creditNoteNumber: string;
	/** Of the entry, and of the one beside it. */
	parts: CreditParts;
	/** yyyy-MM-dd. */
	date: string;
}

/**
 * The memorial that settles an undone entry with its credit note, so that neither stays open
 * (D-SET-OFF); booked once both are in the books.
 *
 * @returns `undefined` where the settings name no journal for it, or nothing is open.
 */
export function setOffOfUndo(
	{ draft, orderDate: date, ...undone }: UndoneBooking,
	settings: Settings,
): UndoSetOff | undefined {
	if (!draft) return undefined;
	const { invoiceNumber: creditNoteNumber, whenClosed } = draft;
	const about: Undone = { ...undone, creditNoteNumber, parts: partsOf(draft), date };
	return drafted(about, settings, whenClosed && { whenClosed });
}

/**
 * The same memorial once more, of what the order table says: SnelStart refused it, or was not reached.
 *
 * @param row of the credit note that took an entry back, as it was booked.
 * @returns `undefined` where the settings name no journal for it, or nothing is open.
 */
export function setOffOfCredit(row: RawObject, settings: Settings): UndoSetOff | undefined {
	const cell = (column: string): string => cellText(row, column);
	const beside = -besideInFingerprint(cell('fingerprint'));
	const parts = { own: -fromEuro(cellNumber(row, 'total') ?? 0) - beside, beside };
	const about: Undone = {
		...{ client: cell('client'), shop: cell('shop'), orderId: cell('orderId') },
		...{ orderNumber: cell('orderNumber'), orderStatus: cell('orderStatus') },
		...{ originalOrderKey: cell('parentKey'), invoiceNumber: cell('originalInvoiceNumber') },
		...{ creditNoteNumber: cell('snelStartNumber'), parts, date: cell('orderDate') },
	};
	return drafted(about, settings, whenClosedOf(settings));
}

function drafted(
	{ originalOrderKey, creditNoteNumber, ...undone }: Undone,
	{ setOffJournalId: journalId }: Settings,
	whenClosed: Pick<PaymentDraft, 'whenClosed'> | undefined,
): UndoSetOff | undefined {
	const { client, shop, orderId, orderNumber, orderStatus, invoiceNumber, parts, date } = undone;
	if (journalId === undefined || (parts.own === 0 && parts.beside === 0)) return undefined;
	const key = paymentKey(originalOrderKey, setOffPart(creditNoteNumber));
	const pair = {
		...{ orderNumber, invoiceNumber, creditNoteNumber },
		...{ parts, date, journalId, email: '' },
	};
	const keys = { orderKey: originalOrderKey, paymentKey: key };
	// Both ends of the numbers of totals are those of other totals of the day, too.
	const ofTotal = totalNumberIn(originalOrderKey) !== undefined;
	return {
		...{ outcome: 'book', ...keys, client, shop, orderId, orderNumber, orderStatus, amount: 0 },
		draft: {
			...draftPair(pair, keys),
			...(ofTotal && { number: creditNoteNumber }),
			...whenClosed,
		},
	};
}
