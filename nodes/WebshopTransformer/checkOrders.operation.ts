import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { orderLights } from '../../bookkeeping';
import { orderFields } from './orderInput';
import { settingsOf } from './settingsInput';
import { transformInput } from './transformOrders.operation';

export const outputNames = ['lights'] as const;

const displayOptions = { show: { operation: ['checkOrders'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Drafts orders and says in a few lines what would become of them: every reason why some would not be booked, every status and payment method in use. Nothing is booked.',
		name: 'checkNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderFields(displayOptions),
];

/** Drafts every order as Transform Orders does, and gives one item per line of the set-up check. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const orders = await transformInput.call(this);
	return [
		orderLights(orders, settingsOf.call(this)).map((light) => ({
			json: light as unknown as IDataObject,
			pairedItem: { item: 0 },
		})),
	];
}
