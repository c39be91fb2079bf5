import type { IDataObject } from 'n8n-workflow';

import type { RequestContext } from '../../shared/read';
import type { Connection } from '../connection';
import { withOurNames } from '../fieldNames';
import { pathTo, readList } from '../transport';
import { readWholeList } from '../wholeList';
import { orderSelection } from './filters';
import type { Wanted } from './filters';

/**
 * The first orders of a website that are wanted, as JouwWeb lists them.
 *
 * @throws what `readList` throws
 */
export async function firstOrders(
	this: RequestContext,
	connection: Connection,
	websiteId: string,
	wanted: Wanted,
	limit: number,
): Promise<IDataObject[]> {
	const { list, pick } = ordersIn(connection, websiteId, wanted);
	const found: IDataObject[] = [];
	await readList.call(this, connection, list, (orders) => {
		found.push(...pick(orders));
		return found.length >= limit;
	});
	return found.slice(0, limit);
}

/**
 * All orders of a website that are wanted, each once.
 *
 * @throws what `readWholeList` throws: part of a list is never passed off as the whole
 */
export async function readAllOrders(
	this: RequestContext,
	connection: Connection,
	websiteId: string,
	wanted: Wanted,
): Promise<IDataObject[]> {
	const { list, pick } = ordersIn(connection, websiteId, wanted);
	return pick(await readWholeList.call(this, connection, list));
}

function ordersIn(connection: Connection, websiteId: string, wanted: Wanted) {
	const { query, accepts } = orderSelection(wanted, connection.layout);
	const path = pathTo(connection.layout.ordersPath, { websiteId });
	const pick = (orders: IDataObject[]): IDataObject[] =>
		orders.map((order) => withOurNames(order, connection.fieldNames)).filter(accepts);
	return { list: { path, query }, pick };
}
