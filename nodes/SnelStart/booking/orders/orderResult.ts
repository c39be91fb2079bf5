import type { SalesOrderDraft } from '../../../../bookkeeping';
import { notBooked } from '../bookResult';
import type { BookResult } from '../bookResult';
import type { NotBooked } from '../outcome';
import type { Written } from '../writeOnce';
import { compareTotal } from './compareTotal';
import type { ExistingOrder } from './salesOrders';

/** What became of the draft of a sales order; a total that differs is told, never silent. */
export function orderResult(
	draft: SalesOrderDraft,
	outcome: Written<ExistingOrder> | NotBooked,
): BookResult {
	if (outcome.state !== 'booked') return notBooked(draft, outcome);
	const { id, orderNumber, relationId } = outcome.record;
	return {
		orderKey: draft.orderKey,
		invoiceNumber: draft.invoiceNumber,
		state: 'booked',
		alreadyThere: outcome.made !== 'now',
		...(id !== undefined && { salesOrderId: id }),
		...(orderNumber !== undefined && { salesOrderNumber: orderNumber }),
		...(relationId !== undefined && { relationId }),
		...compareTotal(draft, outcome.record),
	};
}
