import type { IDataObject } from 'n8n-workflow';

import type { SalesOrderDraft } from '../../../../bookkeeping';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { NotBooked } from '../outcome';
import { numberKey, takeOver } from '../takeOver';
import { writeOnce } from '../writeOnce';
import type { Written } from '../writeOnce';
import { salesOrders, toExistingOrder } from './salesOrders';
import type { ExistingOrder } from './salesOrders';
import type { toSalesOrder } from './toSalesOrder';

/**
 * Books one sales order, once. SnelStart does not refuse a reference it knows.
 *
 * @param lookedAt when its reference was looked up
 */
export async function bookOrder(
	this: SnelStartContext,
	draft: SalesOrderDraft,
	body: ReturnType<typeof toSalesOrder>,
	lookedAt: number,
): Promise<Written<ExistingOrder> | NotBooked> {
	const outcome = await writeOnce<ExistingOrder>(this, {
		key: `sales order ${numberKey(draft.invoiceNumber)}`,
		lookedAt,
		send: () => request.call(this, { method: 'POST', path: '/verkooporders', body }),
		made: (data) => {
			const order = toExistingOrder(data as IDataObject);
			return order.id === undefined ? undefined : order;
		},
		look: async () => (await takeOver(this, salesOrders, [draft], body.relatie.id)).get(draft),
	});
	if (outcome.state !== 'booked' || outcome.made !== 'now') return outcome;
	return { ...outcome, record: await withTotals.call(this, outcome.record) };
}

/** The totals of a new order, read once more when the answer to the write held none. */
async function withTotals(this: SnelStartContext, order: ExistingOrder): Promise<ExistingOrder> {
	if (!Number.isNaN(order.cents) && !Number.isNaN(order.netCents)) return order;
	const path = `/verkooporders/${order.id}`;
	const result = await request.call(this, { method: 'GET', path });
	if (result.outcome !== 'ok') return order;
	const { cents, netCents } = toExistingOrder(result.data as IDataObject);
	return { ...order, cents, netCents };
}
