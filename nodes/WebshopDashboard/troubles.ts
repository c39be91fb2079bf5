import type { IDataObject } from 'n8n-workflow';

import { standsStill } from '../../bookkeeping';
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

/** Why nothing runs for a client, as long as somebody has paused or stopped it. */
export const pauseOf = (rows: readonly IDataObject[], client: string): Kept | undefined =>
	tellOf(rows, client, standsStill.paused);

/** Who let a client go on last. */
export const wentOnOf = (rows: readonly IDataObject[], client: string): Kept | undefined =>
	tellOf(rows, client, standsStill.wentOn);

function tellOf(rows: readonly IDataObject[], client: string, subject: string): Kept | undefined {
	const row = rows.find((one) => one.client === client && one.subject === subject);
	return row && readTrouble(row);
}
