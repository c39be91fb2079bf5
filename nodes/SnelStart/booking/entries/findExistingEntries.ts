import { fromEuro } from '../../../../bookkeeping';
import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../../../shared/snelStart/idOf';
import { orFilters, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import type { SnelStartContext } from '../../../shared/snelStart/transport';

/** What SnelStart's list of sales invoices tells about an entry with a certain number. */
export interface ExistingEntry {
	cents: number;
	/** Absent when SnelStart does not name the relation. */
	relationId?: string;
	/** Absent for an invoice that came from a sales order. */
	salesEntryId?: string;
}

/** Entries by the key of their invoice number; several when SnelStart allows a number per customer. */
export type ExistingEntries = ReadonlyMap<string, ExistingEntry[]>;

/** Two numbers that differ only in case or outer spaces count as the same one. */
export function numberKey(invoiceNumber: string): string {
	return invoiceNumber.trim().toUpperCase();
}

/**
 * Looks invoice numbers up, many per call. There is no list of sales entries; the invoices point at
 * them (SS-209).
 *
 * @throws NodeApiError when SnelStart refuses the look-up
 */
export async function findExistingEntries(
	this: SnelStartContext,
	invoiceNumbers: readonly string[],
): Promise<ExistingEntries> {
	const wanted = new Set(invoiceNumbers.map(numberKey));
	const found = new Map<string, ExistingEntry[]>();
	for (const filter of orFilters('Factuurnummer', invoiceNumbers.map(textLiteral))) {
		for (const row of await getAll.call(this, '/verkoopfacturen', { filter })) {
			const key = numberKey(String(row.factuurnummer ?? ''));
			if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), toExistingEntry(row)]);
		}
	}
	return found;
}

function toExistingEntry(row: IDataObject): ExistingEntry {
	const relationId = idOf(row.relatie);
	const salesEntryId = idOf(row.verkoopBoeking);
	return {
		cents: fromEuro(Number(row.factuurBedrag ?? Number.NaN)),
		...(relationId && { relationId }),
		...(salesEntryId && { salesEntryId }),
	};
}
