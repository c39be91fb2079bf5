import type { Cents } from '../../money/money';
import { besideAmountIn, besideEntryIdIn } from '../../refunds/booked';
import { isObject, text } from '../../trade/fields';

/** What of an order in two entries, or of a credit note on it, is for the second. */
export interface BesidePart {
	/** Of the entry beside its own; empty for a credit note that is of the second alone. */
	salesEntryId: string;
	/** Above zero, of a credit note too. */
	amount: Cents;
}

/** By the key of the order or refund; whoever stands in one entry is left out. */
export type BesideParts = ReadonlyMap<string, BesidePart>;

/** Whether an item is a booking record, and no row of the order table. */
export const isRecord = (item: unknown): boolean =>
	isObject(item) && text(item, 'documentKey') !== '';

/**
 * Reads of booking records what stands in the entry beside that of each document.
 *
 * @param items rows of any kind; those that are no booking record are passed over.
 */
export function readBesideParts(items: readonly unknown[]): BesideParts {
	const parts = new Map<string, BesidePart>();
	for (const item of items) {
		if (!isObject(item) || !isRecord(item)) continue;
		const amount = Math.abs(besideAmountIn(item));
		if (amount === 0) continue;
		parts.set(text(item, 'documentKey'), { salesEntryId: besideEntryIdIn(item), amount });
	}
	return parts;
}
