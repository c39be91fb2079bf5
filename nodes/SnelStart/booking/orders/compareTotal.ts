import { type SalesOrderDraft, formatCents, fromEuro } from '../../../../bookkeeping';
import { ownReason } from '../bookResult';
import type { Reason } from '../outcome';
import type { ExistingOrder } from './salesOrders';

/**
 * Compares what SnelStart made of a sales order with what the customer was charged: the total, and
 * the VAT inside it, since SnelStart works both out itself (HC-03).
 *
 * @returns what to tell the bookkeeper; `undefined` when both are the same
 */
export function compareTotal(
	draft: SalesOrderDraft,
	{ cents, netCents }: Pick<ExistingOrder, 'cents' | 'netCents'>,
): Reason | undefined {
	if (Number.isNaN(cents) || Number.isNaN(netCents)) {
		return ownReason('SALES_ORDER_TOTAL_UNKNOWN');
	}
	const total = fromEuro(draft.invoiceAmount);
	const vat = draft.vat.reduce((sum, { amount }) => sum + fromEuro(amount), 0);
	const theirVat = cents - netCents;
	if (cents === total && theirVat === vat) return undefined;
	return ownReason(
		'SALES_ORDER_TOTAL_DIFFERS',
		`${formatCents(cents)} (VAT ${formatCents(theirVat)}) instead of ${formatCents(total)} (VAT ${formatCents(vat)})`,
	);
}
