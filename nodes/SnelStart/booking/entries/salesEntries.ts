import { fromEuro } from '../../../../bookkeeping';
import type { EntryDraft } from '../../../../bookkeeping';
import { idOf } from '../../../shared/snelStart/idOf';
import { dayOf } from '../takeOver';
import type { Existing, Register } from '../takeOver';

/** A sales entry (verkoopboeking), as far as SnelStart's list of sales invoices tells of it. */
export interface ExistingEntry extends Existing {
	/** Absent for an invoice that came from a sales order. */
	salesEntryId: string | undefined;
}

/** There is no list of sales entries; the invoices point at them (SS-209). */
export const salesEntries: Register<EntryDraft, ExistingEntry> = {
	path: '/verkoopfacturen',
	property: 'Factuurnummer',
	toExisting: (row) => ({
		number: row.factuurnummer,
		cents: fromEuro(Number(row.factuurBedrag ?? Number.NaN)),
		date: dayOf(row.factuurDatum),
		relationId: idOf(row.relatie),
		salesEntryId: idOf(row.verkoopBoeking),
	}),
	isSameAmount: ({ invoiceAmount }, { cents }) => cents === fromEuro(invoiceAmount),
	inUse: 'INVOICE_NUMBER_IN_USE',
};
