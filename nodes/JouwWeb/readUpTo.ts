import type { IDataObject } from 'n8n-workflow';

import type { RequestContext } from '../shared/read';
import type { Connection } from './connection';
import { readList } from './transport';

/**
 * Reads a list to its end, or until there is enough of it.
 *
 * @param limit all of it when left out
 * @throws what `readList` throws
 */
export async function readUpTo(
	this: RequestContext,
	connection: Connection,
	list: Parameters<typeof readList>[1],
	limit = Infinity,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	await readList.call(this, connection, list, (records) => {
		found.push(...records);
		return found.length >= limit;
	});
	return found.slice(0, limit);
}
