import { reason, told } from '../../../bookkeeping';
import type { BookableDraft, ToldCode } from '../../../bookkeeping';
import { numberKey } from './takeOver';

export type Turn =
	| { turn: 'first' }
	/** The same order again: it gets the result of the item at `index`. */
	| { turn: 'sameAs'; index: number }
	| { turn: 'refused'; reason: ToldCode };

/**
 * Makes a second write of one number or one order impossible within a batch. The first draft of an
 * order goes on; the same order with the same number shares its result; a number used by another
 * order, or an order with another number, is refused. `undefined` stands for an item without draft.
 */
export function refuseDoubles(drafts: ReadonlyArray<BookableDraft | undefined>): Turn[] {
	const byNumber = new Map<string, number>();
	const byOrder = new Map<string, number>();
	return drafts.map((draft, index): Turn => {
		if (draft === undefined) return { turn: 'first' };
		const number = numberKey(draft.invoiceNumber);
		const firstOfNumber = byNumber.get(number);
		const firstOfOrder = byOrder.get(draft.orderKey);
		if (firstOfNumber !== undefined) {
			return firstOfNumber === firstOfOrder
				? { turn: 'sameAs', index: firstOfNumber }
				: { turn: 'refused', reason: told(reason('INVOICE_NUMBER_TWICE_IN_BATCH')) };
		}
		if (firstOfOrder !== undefined) {
			return { turn: 'refused', reason: told(reason('ORDER_TWICE_IN_BATCH')) };
		}
		byNumber.set(number, index);
		byOrder.set(draft.orderKey, index);
		return { turn: 'first' };
	});
}
