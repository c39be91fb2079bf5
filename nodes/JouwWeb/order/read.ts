import type { IDataObject } from 'n8n-workflow';

import type { RequestContext } from '../../shared/read';
import type { Connection } from '../connection';
import { withOurNames } from '../fieldNames';
import { pathTo, readList } from '../transport';
import { orderSelection } from './filters';
import type { Wanted } from './filters';

/**
 * Hands over the orders of a website that are wanted, page by page; the receiver says when it has
 * enough.
 *
 * @throws what `readList` throws: part of a list is never passed off as the whole
 */
export async function readOrders(
	this: RequestContext,
	connection: Connection,
	websiteId: string,
	wanted: Wanted,
	receive: (orders: IDataObject[]) => boolean,
): Promise<void> {
	const { query, accepts } = orderSelection(wanted, connection.layout);
	const path = pathTo(connection.layout.ordersPath, { websiteId });
	await readList.call(this, connection, { path, query }, (orders) =>
		receive(orders.map((order) => withOurNames(order, connection.fieldNames)).filter(accepts)),
	);
}
