import type { IDataObject } from 'n8n-workflow';

import { fromEuro, roundingTolerance } from '../../../../bookkeeping';
import type { SalesOrderDraft } from '../../../../bookkeeping';
import { idOf } from '../../../shared/snelStart/idOf';
import { dayOf } from '../takeOver';
import type { Existing, Register } from '../takeOver';

/** A sales order (verkooporder), as far as booking looks at it. */
export interface ExistingOrder extends Existing {
	id: string | undefined;
	/** The number that SnelStart gave it. */
	orderNumber: number | undefined;
	/** Without VAT, as SnelStart worked it out; NaN when it does not tell. */
	netCents: number;
}

/**
 * Sales orders by their reference (orderreferentie). SnelStart works out their VAT itself, so their
 * total may differ by some cents; one whose total is not told counts as equal.
 */
export const salesOrders: Register<SalesOrderDraft, ExistingOrder> = {
	path: '/verkooporders',
	property: 'Orderreferentie',
	toExisting: toExistingOrder,
	isSameAmount: ({ invoiceAmount, lines }, { cents }) =>
		!(Math.abs(cents - fromEuro(invoiceAmount)) > roundingTolerance(lines.length)),
	inUse: 'ORDER_REFERENCE_IN_USE',
};

/** SnelStart's own record of a sales order. */
export function toExistingOrder(row: IDataObject): ExistingOrder {
	return {
		id: idOf(row),
		number: row.orderreferentie,
		orderNumber: typeof row.nummer === 'number' ? row.nummer : undefined,
		date: dayOf(row.datum),
		relationId: idOf(row.relatie),
		cents: centsIn(row.totaalInclusiefBtw),
		netCents: centsIn(row.totaalExclusiefBtw),
	};
}

function centsIn(value: unknown): number {
	return typeof value === 'number' ? fromEuro(value) : Number.NaN;
}
