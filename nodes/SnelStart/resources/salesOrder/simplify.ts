import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../../../shared/snelStart/idOf';

/** A sales order in English, with its lines. */
export function simplifySalesOrder(row: IDataObject): IDataObject {
	const lines: IDataObject[] = Array.isArray(row.regels) ? row.regels : [];
	return {
		id: row.id,
		number: row.nummer,
		reference: row.orderreferentie ?? '',
		orderDate: typeof row.datum === 'string' ? row.datum.slice(0, 10) : '',
		processStatus: row.procesStatus,
		relationId: idOf(row.relatie) ?? '',
		totalWithVat: row.totaalInclusiefBtw,
		totalWithoutVat: row.totaalExclusiefBtw,
		lines: lines.map((line) => ({
			articleId: idOf(line.artikel) ?? '',
			description: line.omschrijving,
			quantity: line.aantal,
			unitPrice: line.stuksprijs,
			amount: line.totaal,
		})),
		changedOn: row.modifiedOn,
	};
}
