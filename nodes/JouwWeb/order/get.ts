import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { connectionOf } from '../connection';
import { withOurNames } from '../fieldNames';
import { pathTo, readRecord } from '../transport';
import { websiteId } from '../website/parameter';
import { simplifyOrder } from './simplify';

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
	const authentication = this.getNodeParameter('authentication', itemIndex) as string;
	const connection = await connectionOf.call(this, authentication);
	const ids = { websiteId: websiteId.call(this, itemIndex), orderId };
	const path = pathTo(connection.layout.orderPath, ids);
	const raw = await readRecord.call(this, connection, path);
	const order = withOurNames(raw, connection.fieldNames);
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return [simplify ? simplifyOrder(order) : order];
}
