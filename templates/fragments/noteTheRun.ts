import type { Kind } from '../build/flow';
import { is, upsertRow } from './table';

/**
 * Writes into the cursor of a shop that a run of its sync ended, and moves it nowhere: when the row
 * was written last is what the page of all clients goes by.
 */
export const noteTheRun = (client: string, shop: string): Kind =>
	upsertRow('SyncCursors', [is('client', client), is('shop', shop)], { client, shop });
