import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { connectionOf } from '../connection';
import { limitOf, limitParameters } from '../limit';
import { websiteId } from '../website/parameter';
import { orderFilters, wantedOrders } from './filters';
import { readOrders } from './read';
import { simplifyOrder } from './simplify';

const show = { resource: ['order'], operation: ['getMany'] };

export const getManyDescription: INodeProperties[] = [
	...limitParameters(show),
	{ ...orderFilters, displayOptions: { show } },
];

/** Reads the orders of a website that pass the filters, in the order JouwWeb lists them. */
export async function getMany(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const limit = limitOf.call(this, itemIndex);
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	const authentication = this.getNodeParameter('authentication', itemIndex) as string;
	const connection = await connectionOf.call(this, authentication);
	const website = websiteId.call(this, itemIndex);
	const wanted = wantedOrders.call(this, itemIndex);

	const found: IDataObject[] = [];
	await readOrders.call(this, connection, website, wanted, (orders) => {
		found.push(...orders);
		return found.length >= limit;
	});
	const orders = found.slice(0, limit);
	return simplify ? orders.map(simplifyOrder) : orders;
}
