import type { IDataObject } from 'n8n-workflow';

import { text } from './cells';
import type { Kept } from './told';

/** A row of the table of shop troubles, as it is told. */
export const readTrouble = (row: IDataObject): Kept & { shop: string } => ({
	shop: text(row.shop),
	code: text(row.code),
	message: text(row.message),
	tip: text(row.tip),
	facts: text(row.facts),
});

/** Why nothing runs by itself for a client, as long as somebody has stopped that. */
export function pauseOf(rows: readonly IDataObject[], client: string): Kept | undefined {
	const row = rows.find((one) => one.client === client && one.subject === 'paused');
	return row && readTrouble(row);
}
