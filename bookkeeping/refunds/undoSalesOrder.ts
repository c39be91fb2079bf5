import { z } from 'zod';

import { reason, type Reason } from '../codes/register';
import { fromEuro, roundingTolerance, type Cents } from '../money/money';
import { cellNumber, cellText } from '../orderTable/cell';
import type { RawObject } from '../trade/fields';
import { Finding } from '../trade/findings';
import { ENTRY_GONE, type BookedDocument } from './booked';

/** A sales order (verkooporder) as it stands in SnelStart now. */
const standingSchema = z.object({
	/** The number that SnelStart gave it. */
	number: z.number(),
	/** In SnelStart's words: `Order` as it was made, `Factuur` once somebody invoiced it. */
	processStatus: z.string(),
	/** `InBehandeling`, `Uitgevoerd` or `Service`. */
	status: z.string(),
	/** Of the invoice that was made of it; empty as long as there is none. */
	invoiceId: z.string(),
	/** With VAT, as SnelStart worked it out; `null` when it does not tell. */
	total: z.number().nullable(),
	lineCount: z.number().int().min(0),
});
export type StandingSalesOrder = z.infer<typeof standingSchema>;

/** A sales order that is to be deleted. */
export interface SalesOrderToDelete {
	id: string;
	/** SnelStart's number of it; left out for one that is gone already. */
	number?: number;
}

const AS_MADE = 'Order';
const INVOICED = ['Factuur', 'Contantbon'];
const AT_WORK = 'InBehandeling';

/**
 * Why a sales order is not deleted: it is invoiced, or somebody went on with it in SnelStart.
 *
 * @returns `undefined` for one that stands as it was made.
 */
export function whyKept({
	number,
	processStatus,
	status,
	invoiceId,
}: StandingSalesOrder): Reason | undefined {
	const named = { number: String(number) };
	if (invoiceId !== '' || INVOICED.includes(processStatus)) {
		return reason('UNDO_SALES_ORDER', { case: 'invoiced', ...named });
	}
	const further = [
		...(processStatus === AS_MADE ? [] : [processStatus]),
		...(status === AT_WORK ? [] : [status]),
	];
	if (further.length === 0) return undefined;
	return reason('UNDO_SALES_ORDER', { case: 'handled', ...named, status: further.join(', ') });
}

/**
 * The sales order of an order that is undone, where it may be deleted. One that is gone while its
 * undo was under way was deleted by a run that died: it is handed back all the same.
 *
 * @param row the row of the order in the order table.
 * @throws Finding UNDO_SALES_ORDER, BOOKED_ENTRY_GONE, BOOKED_ENTRY_NOT_READ, BOOKED_ENTRY_UNCLEAR.
 */
export function salesOrderToDelete(
	row: RawObject,
	{ record, salesOrder, notRead }: BookedDocument,
): SalesOrderToDelete {
	const id = cellText(record, 'entryId');
	const number = cellText(record, 'number');
	if (notRead === ENTRY_GONE) {
		if (cellText(row, 'code') === 'UNDO_STARTED') return { id };
		throw new Finding('BOOKED_ENTRY_GONE', { number });
	}
	if (notRead !== undefined) {
		throw new Finding('BOOKED_ENTRY_NOT_READ', { number, answer: notRead });
	}
	const standing = standingSchema.safeParse(salesOrder);
	if (id === '' || !standing.success) {
		throw new Finding('BOOKED_ENTRY_UNCLEAR', { number, field: 'id' });
	}
	const kept = whyKept(standing.data) ?? whyChanged(standing.data, cellNumber(row, 'total'));
	if (kept) throw new Finding(kept);
	return { id, number: standing.data.number };
}

/** SnelStart works the VAT out itself, so some cents of difference were there when it was made. */
function whyChanged(
	{ number, total, lineCount }: StandingSalesOrder,
	booked: number | null,
): Reason | undefined {
	if (total === null || booked === null) return undefined;
	const [theirs, ours]: [Cents, Cents] = [fromEuro(total), fromEuro(booked)];
	if (Math.abs(theirs - ours) <= roundingTolerance(lineCount)) return undefined;
	return reason('UNDO_SALES_ORDER', {
		case: 'changed',
		number: String(number),
		theirs,
		total: ours,
	});
}
