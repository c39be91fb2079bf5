import type { SalesOrderDraft } from '../../../../bookkeeping';
import { notBooked } from '../bookResult';
import type { BookResult, NotBooked } from '../bookResult';
import { compareTotal } from './compareTotal';
import type { ExistingOrder } from './existingOrders';

/** A sales order that is in SnelStart, or why none is. */
export type OrderOutcome =
	| { state: 'booked'; order: ExistingOrder; alreadyThere: boolean }
	| NotBooked;

/** What became of the draft of a sales order; a total that differs is told, never silent. */
export function orderResult(draft: SalesOrderDraft, outcome: OrderOutcome): BookResult {
	if (outcome.state !== 'booked') return notBooked(draft, outcome);
	const { orderKey, invoiceNumber } = draft;
	const { id, number, relationId } = outcome.order;
	return {
		orderKey,
		invoiceNumber,
		state: 'booked',
		alreadyThere: outcome.alreadyThere,
		...(id !== undefined && { salesOrderId: id }),
		...(number !== undefined && { salesOrderNumber: number }),
		...(relationId !== undefined && { relationId }),
		...compareTotal(draft, outcome.order),
	};
}
