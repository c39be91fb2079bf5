import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readOrder } from '../transport';
import { checkedId } from './filters';
import { simplifiedFields, simplifyOrder } from './simplify';

const show = { resource: ['order'], operation: ['get'] };

export const getDescription: INodeProperties[] = [
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1041',
		description: "The order's ID in WordPress, which may differ from the order number",
		displayOptions: { show },
	},
];

/** Reads one order, also one in the trash. */
export async function get(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const entered = String(this.getNodeParameter('orderId', itemIndex)).trim();
	const id = checkedId.call(this, 'Order ID', entered, itemIndex);
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	if (!simplify) return [await readOrder.call(this, id)];
	return [simplifyOrder(await readOrder.call(this, id, { _fields: simplifiedFields.join(',') }))];
}
