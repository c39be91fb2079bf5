import {
	type SalesOrderDraft,
	formatCents,
	roundingTolerance,
	fromEuro,
} from '../../../../bookkeeping';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { ownReason } from '../bookResult';
import type { BookResult } from '../bookResult';
import { numberKey } from '../entries/findExistingEntries';
import { relationComparer } from '../customers/sameRelation';
import { findExistingOrders } from './existingOrders';
import type { ExistingOrder } from './existingOrders';
import { orderResult } from './orderResult';
import type { OrderOutcome } from './orderResult';

/**
 * The drafts whose reference is in SnelStart already: taken over when equal, else refused.
 *
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function takeOverOrders(
	this: SnelStartContext,
	drafts: readonly SalesOrderDraft[],
): Promise<Map<SalesOrderDraft, BookResult>> {
	const references = drafts.map(({ invoiceNumber }) => invoiceNumber);
	const existing = await findExistingOrders.call(this, references);
	const found = drafts.flatMap((draft) => {
		const orders = existing.get(numberKey(draft.invoiceNumber));
		if (!orders) return [];
		return [{ draft, orders, relationIds: orders.map(({ relationId }) => relationId) }];
	});
	const isRelationOf = await relationComparer.call(this, found);
	return new Map(
		found.map(({ draft, orders }) => [
			draft,
			orderResult(
				draft,
				takeOverOrder(draft, orders, (id) => isRelationOf(draft, id)),
			),
		]),
	);
}

/**
 * Takes over a sales order with the draft's reference when it is the draft's: the same relation, and
 * the same total but for the cents that SnelStart's own VAT may differ by. Any other sales order
 * makes the reference in use.
 */
export function takeOverOrder(
	draft: SalesOrderDraft,
	orders: readonly ExistingOrder[],
	isSameRelation: (relationId: string) => boolean,
): OrderOutcome {
	const own = orders.filter(
		({ relationId }) => relationId === undefined || isSameRelation(relationId),
	);
	const wanted = fromEuro(draft.invoiceAmount);
	const tolerance = roundingTolerance(draft.lines.length);
	const equal = own.find(({ grossCents }) => !(Math.abs(grossCents - wanted) > tolerance));
	if (equal) return { state: 'booked', order: equal, alreadyThere: true };
	const difference =
		own.length === 0
			? 'for another customer'
			: `for ${own.map(({ grossCents }) => formatCents(grossCents)).join(' and ')} instead of ${formatCents(wanted)}`;
	return {
		state: 'needsAttention',
		reason: ownReason('ORDER_REFERENCE_IN_USE', difference),
		stop: false,
	};
}
