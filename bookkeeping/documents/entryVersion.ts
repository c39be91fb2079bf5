import { Finding } from '../trade/findings';
import { INVOICE_NUMBER_LENGTH } from '../trade/invoiceNumber';
import type { BookableDraft } from './draft';

/** The number of the n-th entry of an order, whatever its length; none stays none. */
export function numberOfEntry(invoiceNumber: string, version: number): string {
	return version < 2 || invoiceNumber === '' ? invoiceNumber : `${invoiceNumber}-${version}`;
}

/**
 * The number of the n-th entry of an order, after those before it were taken back: `W28`, `W28-2`.
 *
 * @throws Finding INVOICE_NUMBER_TOO_LONG.
 */
export function versionedNumber(invoiceNumber: string, version: number): string {
	const number = numberOfEntry(invoiceNumber, version);
	const { length } = number;
	if (version < 2 || length <= INVOICE_NUMBER_LENGTH) return number;
	throw new Finding('INVOICE_NUMBER_TOO_LONG', { case: 'invoice', number, length });
}

/**
 * A draft of a sale as the n-th entry of its order. One that names its version itself stays
 * as it is; so does a credit note, which has a number of its own.
 *
 * @throws Finding INVOICE_NUMBER_TOO_LONG.
 */
export function asVersion<Draft extends BookableDraft>(draft: Draft, version: number): Draft {
	if (version < 2 || draft.version !== undefined || draft.document === 'creditNote') return draft;
	// The entry of another connector was taken back: this one is ours.
	const { bookedBefore: _old, ...own } = draft;
	void _old;
	const invoiceNumber = versionedNumber(draft.invoiceNumber, version);
	return { ...(own as Draft), invoiceNumber, version };
}
