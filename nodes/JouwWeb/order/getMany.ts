import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { connectionOf } from '../connection';
import { pathTo, readList } from '../transport';
import { orderFilters, orderSelection } from './filters';
import { simplifyOrder } from './simplify';
import { websiteId } from './website';

const show = { resource: ['order'], operation: ['getMany'] };

export const getManyDescription: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { ...show, returnAll: [false] } },
	},
	{ ...orderFilters, displayOptions: { show } },
];

/** Reads the orders of a website that pass the filters, in the order JouwWeb lists them. */
export async function getMany(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const returnAll = this.getNodeParameter('returnAll', itemIndex) as boolean;
	const limit = returnAll ? Infinity : (this.getNodeParameter('limit', itemIndex) as number);
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	const connection = connectionOf.call(this, itemIndex);
	const { query, accepts } = orderSelection.call(this, itemIndex, connection.layout);
	const path = pathTo(connection.layout.ordersPath, {
		websiteId: websiteId.call(this, itemIndex),
	});

	const found: IDataObject[] = [];
	await readList.call(this, connection, { path, query }, (orders) => {
		found.push(...orders.filter(accepts));
		return found.length >= limit;
	});
	const orders = found.slice(0, limit);
	return simplify ? orders.map(simplifyOrder) : orders;
}
