import {
	fromEuro,
	reason,
	type SalesOrderDraft,
	told,
	type ToldCode,
} from '../../../../bookkeeping';
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
): ToldCode | undefined {
	if (Number.isNaN(cents) || Number.isNaN(netCents)) {
		return told(reason('SALES_ORDER_TOTAL_UNKNOWN'));
	}
	const total = fromEuro(draft.invoiceAmount);
	const vat = draft.vat.reduce((sum, { amount }) => sum + fromEuro(amount), 0);
	const theirVat = cents - netCents;
	if (cents === total && theirVat === vat) return undefined;
	const facts =
		cents === total
			? ({ case: 'vat', total, theirVat, vat } as const)
			: ({ case: 'total', theirs: cents, theirVat, total, vat } as const);
	return told(reason('SALES_ORDER_TOTAL_DIFFERS', facts));
}
