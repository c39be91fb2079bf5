import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { connectionOf } from '../connection';
import { pathTo, readRecord } from '../transport';
import { simplifyOrder } from './simplify';
import { websiteId } from './website';

export const getDescription: INodeProperties[] = [
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 440001',
		description: "JouwWeb's own ID of the order, not the order number",
		displayOptions: { show: { resource: ['order'], operation: ['get'] } },
	},
];

/** Reads one order. */
export async function get(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const orderId = String(this.getNodeParameter('orderId', itemIndex)).trim();
	if (orderId === '') {
		throw new NodeOperationError(this.getNode(), "'Order ID' is empty", {
			itemIndex,
			description: 'Enter the ID of an order, or an expression that gives one for every item',
		});
	}
	const connection = connectionOf.call(this, itemIndex);
	const ids = { websiteId: websiteId.call(this, itemIndex), orderId };
	const path = pathTo(connection.layout.orderPath, ids);
	const order = await readRecord.call(this, connection, path);
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return [simplify ? simplifyOrder(order) : order];
}
