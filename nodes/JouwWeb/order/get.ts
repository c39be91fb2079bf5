import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../shared/kit/resource';
import { simplifyField } from '../../shared/listFields';
import { connectionIn } from '../connection';
import { withOurNames } from '../fieldNames';
import { pathTo, readRecord } from '../transport';
import { websiteId, websiteParameter } from '../website/parameter';
import { simplifyOrder } from './simplify';

/** Reads one order. */
export const get: Operation = {
	name: 'Get',
	action: 'Get an order',
	description: 'Read one order by its ID',
	fields: [
		websiteParameter,
		{
			displayName: 'Order ID',
			name: 'orderId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 440001',
			description: "JouwWeb's own ID of the order, not the order number",
		},
		simplifyField,
	],
	async execute(itemIndex) {
		const orderId = String(this.getNodeParameter('orderId', itemIndex)).trim();
		if (orderId === '') {
			throw new NodeOperationError(this.getNode(), "'Order ID' is empty", {
				itemIndex,
				description: 'Enter the ID of an order, or an expression that gives one for every item',
			});
		}
		const connection = await connectionIn.call(this, itemIndex);
		const ids = { websiteId: websiteId.call(this, itemIndex), orderId };
		const path = pathTo(connection.layout.orderPath, ids);
		const raw = await readRecord.call(this, connection, path);
		const order = withOurNames(raw, connection.fieldNames);
		const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
		return [simplify ? simplifyOrder(order) : order];
	},
};
