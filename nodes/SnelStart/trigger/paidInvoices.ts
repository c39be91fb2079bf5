import type { IDataObject } from 'n8n-workflow';

import { fromEuro } from '../../../bookkeeping';
import type { PollMemory } from '../../shared/pollMemory';
import { guidLiteral } from '../../shared/snelStart/odata';
import { getAll, getAllWith } from '../../shared/snelStart/paging';
import { idOf, readChanges } from './changedRecords';
import type { Poll } from './poll';

/** What was open at the last look. */
export interface PaidState {
	/** Cents by invoice id, of every invoice that is not paid in full. */
	open: Record<string, number>;
	/** Which changes of paid invoices were seen. */
	recent: PollMemory;
}

const PATH = '/verkoopfacturen';

/**
 * Invoices that were paid. A payment does not move an invoice's moment of change (SS-503), so what
 * is open is compared with what was: an invoice that is no longer open and still exists was paid.
 * An invoice that came and was paid between two looks is found by its own moment of change.
 *
 * @param partial also invoices of which less is open than before
 */
export const paidInvoices = (partial: boolean): Poll<PaidState> =>
	async function (state, now) {
		const openRows = await getAll.call(this, PATH, { filter: 'OpenstaandSaldo ne 0' });
		const open = Object.fromEntries(openRows.map((row) => [idOf(row), openCents(row)]));
		const gone = Object.keys(state?.open ?? {}).filter((id) => !(id in open));
		const settled = await getAllWith.call(this, PATH, 'Id', gone.map(guidLiteral));
		const only = 'OpenstaandSaldo eq 0';
		const { fresh, memory } = await readChanges.call(this, PATH, state?.recent, now, only);
		// Between the reads an invoice may have been opened again: the next look will tell.
		const paid = settled.filter((row) => openCents(row) === 0);
		const known = new Set(paid.map(idOf));
		const atOnce = fresh.filter(
			(row) =>
				!known.has(idOf(row)) &&
				// Paid between the two reads: the next look finds it gone.
				!(idOf(row) in open) &&
				fromEuro(Number(row.factuurBedrag ?? 0)) !== 0 &&
				state?.open[idOf(row)] === undefined,
		);
		const inPart = partial ? openRows.filter((row) => isLess(row, state?.open[idOf(row)])) : [];
		return {
			events: state ? [...paid, ...atOnce, ...inPart] : [],
			state: { open, recent: memory },
		};
	};

function isLess(row: IDataObject, before: number | undefined): boolean {
	return before !== undefined && Math.abs(openCents(row)) < Math.abs(before);
}

function openCents({ openstaandSaldo }: IDataObject): number {
	return fromEuro(Number(openstaandSaldo ?? 0));
}
