import type { IDataObject } from 'n8n-workflow';

import type { SalesOrderDraft } from '../../../../bookkeeping';
import { isSameId } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { reasonOf, unsettledReason, verdictOf } from '../bookResult';
import { numberKey } from '../entries/findExistingEntries';
import { lookAfterWrite } from '../lookAfterWrite';
import { findExistingOrders, toExistingOrder } from './existingOrders';
import type { ExistingOrder } from './existingOrders';
import type { OrderOutcome } from './orderResult';
import { takeOverOrder } from './takeOverOrders';
import type { toSalesOrder } from './toSalesOrder';

/**
 * Sends one sales order, once. SnelStart does not refuse a reference it knows, so without an answer
 * the reference is looked up: an equal order is taken over, anything else stays unsettled. SnelStart
 * may finish an order of many lines after its gateway gave up (SS-124).
 */
export async function postSalesOrder(
	this: SnelStartContext,
	draft: SalesOrderDraft,
	body: ReturnType<typeof toSalesOrder>,
): Promise<OrderOutcome> {
	const result = await request.call(this, { method: 'POST', path: '/verkooporders', body });
	if (result.outcome === 'refused') {
		const verdict = verdictOf(result.refusal);
		const state = verdict === 'attention' ? 'needsAttention' : 'ready';
		return { state, reason: reasonOf(result.refusal), stop: verdict === 'stop' };
	}
	const made = result.outcome === 'ok' ? toExistingOrder(result.data as IDataObject) : undefined;
	if (made?.id !== undefined) {
		return { state: 'booked', order: await withTotals.call(this, made), alreadyThere: false };
	}
	const look = await lookAfterWrite(async () => {
		const found = await findExistingOrders.call(this, [draft.invoiceNumber]);
		return found.get(numberKey(draft.invoiceNumber));
	});
	if (look.found) {
		return takeOverOrder(draft, look.found, (id) => isSameId(id, body.relatie.id));
	}
	const reason = unsettledReason(result.outcome === 'unknown' ? result.refusal : undefined);
	return { state: 'unknown', reason, stop: look.unavailable };
}

/** The totals of a new order, read once more when the answer to the write held none. */
async function withTotals(this: SnelStartContext, order: ExistingOrder): Promise<ExistingOrder> {
	if (!Number.isNaN(order.grossCents) && !Number.isNaN(order.netCents)) return order;
	const path = `/verkooporders/${order.id}`;
	const result = await request.call(this, { method: 'GET', path });
	if (result.outcome !== 'ok') return order;
	const { grossCents, netCents } = toExistingOrder(result.data as IDataObject);
	return { ...order, grossCents, netCents };
}
