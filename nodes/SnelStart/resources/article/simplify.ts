import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../../../shared/snelStart/idOf';

/** An article in English. */
export function simplifyArticle(row: IDataObject): IDataObject {
	return {
		id: row.id,
		code: row.artikelcode,
		description: row.omschrijving ?? '',
		revenueGroupId: idOf(row.artikelOmzetgroep) ?? '',
		price: row.verkoopprijs ?? null,
		stockKept: row.voorraadControle === true,
		stock: row.technischeVoorraad ?? null,
		freeStock: row.vrijeVoorraad ?? null,
		inactive: row.isNonActief === true,
		changedOn: row.modifiedOn,
	};
}
