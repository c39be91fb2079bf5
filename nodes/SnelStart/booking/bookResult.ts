import type { Facts } from '../../../bookkeeping';
import type { BookState, NotBooked } from './outcome';

/** What became of one draft. Holds references, amounts and codes only, no personal data. */
export interface BookResult {
	orderKey: string;
	invoiceNumber: string;
	/**
	 * `gathered`: it belongs to a day total, and SnelStart has no entry of its own for it. `notThere`: it
	 * was only looked up, and SnelStart does not have it; with `salesEntryId` not its second entry.
	 */
	state: BookState | 'gathered' | 'notThere';
	/** An equal entry was found in SnelStart and taken over, instead of made now. */
	alreadyThere: boolean;
	/** The day on it, where that is not the day of the draft. */
	datedOn?: string;
	salesEntryId?: string;
	/** Of a document in two entries: the one beside the first, under a number of its own. */
	beside?: { salesEntryId?: string; relationId?: string };
	/** Of a sales order (verkooporder), with the number SnelStart gave it. */
	salesOrderId?: string;
	salesOrderNumber?: number;
	/** Codes of the articles (artikelen) that this item's booking added. */
	itemsCreated?: string[];
	relationId?: string;
	/** This item's booking added the relation. */
	relationCreated?: boolean;
	/** What was left out of a new relation because SnelStart did not accept it. */
	warnings?: string[];
	code?: string;
	message?: string;
	tip?: string;
	facts?: Facts;
}

/** The result of a draft that is not booked. */
export function notBooked(
	{ orderKey, invoiceNumber }: { orderKey: string; invoiceNumber: string },
	{ state, reason }: Pick<NotBooked, 'state' | 'reason'>,
): BookResult {
	return { orderKey, invoiceNumber, state, alreadyThere: false, ...reason };
}
