import { fromEuro } from '../../../../bookkeeping';
import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../../../shared/snelStart/idOf';
import { orFilters, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { numberKey } from '../entries/findExistingEntries';

/** What SnelStart tells about a sales order (verkooporder). */
export interface ExistingOrder {
	id: string | undefined;
	number: number | undefined;
	relationId: string | undefined;
	/** With and without VAT, as SnelStart worked it out; NaN when it does not say. */
	grossCents: number;
	netCents: number;
}

/**
 * Looks sales orders up by their reference (orderreferentie), many per call.
 *
 * @throws NodeApiError when SnelStart refuses the look-up
 */
export async function findExistingOrders(
	this: SnelStartContext,
	references: readonly string[],
): Promise<ReadonlyMap<string, ExistingOrder[]>> {
	const wanted = new Set(references.map(numberKey));
	const found = new Map<string, ExistingOrder[]>();
	for (const filter of orFilters('Orderreferentie', references.map(textLiteral))) {
		for (const row of await getAll.call(this, '/verkooporders', { filter })) {
			const key = numberKey(String(row.orderreferentie ?? ''));
			if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), toExistingOrder(row)]);
		}
	}
	return found;
}

/** SnelStart's own record of a sales order, as far as booking looks at it. */
export function toExistingOrder(row: IDataObject): ExistingOrder {
	return {
		id: idOf(row),
		number: typeof row.nummer === 'number' ? row.nummer : undefined,
		relationId: idOf(row.relatie),
		grossCents: centsIn(row.totaalInclusiefBtw),
		netCents: centsIn(row.totaalExclusiefBtw),
	};
}

function centsIn(value: unknown): number {
	return typeof value === 'number' ? fromEuro(value) : Number.NaN;
}
