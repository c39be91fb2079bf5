import { reason, type Reason } from '../codes/register';
import { cellText } from '../orderTable/cell';
import { bookedInTotal, isToComeInTotal } from '../orderTable/inTotal';
import {
	CANCELLED_SET_OFF,
	creditKey,
	refundKey,
	refundPart,
	setOffPart,
} from '../orderTable/keys';
import type { RawObject } from '../trade/fields';
import type { PaymentDraft } from './paymentDraft';

/**
 * A payment with the entries that it settles where these are totals: money that goes back on the
 * negative total of its refund, a set-off on both. A refund that waits for its total has its money
 * wait too.
 *
 * @param rows of the order and of its refunds, from the order table.
 * @param entryVersion which entry of the order is in the books.
 */
export function settledInTotals(
	draft: PaymentDraft,
	rows: readonly RawObject[],
	entryVersion: number,
): { draft: PaymentDraft } | { waits: Reason } {
	const { orderKey } = draft;
	const rowOf = (key: string | undefined): RawObject | undefined =>
		key === undefined ? undefined : rows.find((row) => cellText(row, 'orderKey') === key);
	const credit = rowOf(creditOf(draft, entryVersion));
	if (credit && isToComeInTotal(credit)) return { waits: reason('PAYMENT_CREDIT_GATHERED') };
	const salesLines = draft.salesLines.map((line) => {
		const settled = line.amount < 0 ? credit : rowOf(orderKey);
		if (!settled || bookedInTotal(settled) === '') return line;
		return { ...line, salesEntryId: cellText(settled, 'salesEntryId') };
	});
	return { draft: { ...draft, salesLines } };
}

/** The key of the refund, or of the credit of a cancelled order, that a payment is about. */
function creditOf(
	{ paymentKey, orderKey }: PaymentDraft,
	entryVersion: number,
): string | undefined {
	const name = paymentKey.slice(orderKey.length + 1);
	if (name === CANCELLED_SET_OFF) return creditKey(orderKey, entryVersion);
	const begins = [refundPart(''), setOffPart('')].find((part) => name.startsWith(part));
	const id = begins === undefined ? '' : name.slice(begins.length);
	return id === '' ? undefined : refundKey(orderKey, id);
}
