import type { IDataObject } from 'n8n-workflow';

import { getAll } from '../../shared/snelStart/paging';
import { idOf } from './changedRecords';
import type { Poll } from './poll';

/** The stock of every article at the last look: technical and free, `12/10`. */
export interface StockState {
	stock: Record<string, string>;
}

const NONE = '0/0';

/**
 * Articles of which the stock (technische or vrije voorraad) differs from the last look. Whether
 * stock moves an article's moment of change is not known, so all articles with stock control are
 * read, 25 per call. A new article counts as one that had none.
 */
export const stockChanges: Poll<StockState> = async function (state) {
	const rows = await getAll.call(this, '/artikelen', { filter: 'VoorraadControle eq true' });
	const stock = Object.fromEntries(rows.map((row) => [idOf(row), stockOf(row)]));
	const events = state
		? rows.filter((row) => stockOf(row) !== (state.stock[idOf(row)] ?? NONE))
		: [];
	return { events, state: { stock } };
};

function stockOf({ technischeVoorraad, vrijeVoorraad }: IDataObject): string {
	return `${Number(technischeVoorraad ?? 0)}/${Number(vrijeVoorraad ?? 0)}`;
}
