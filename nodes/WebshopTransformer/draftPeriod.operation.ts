import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { periodOrder } from '../../bookkeeping';
import { orderFields } from './orderInput';
import { settingsOf } from './settingsInput';
import { transformInput } from './transformOrders.operation';

export const outputNames = ['Documents'];

const displayOptions = { show: { operation: ['draftPeriod'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the raw orders of a period to the input 'Orders' and the item of the client's settings to the input 'Settings'. An order that was cancelled or put aside is drafted as it was sold, for Reconcile Period; none of this is to be booked.",
		name: 'draftPeriodNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderFields(displayOptions),
];

/** Drafts every order as it must stand in the books if it was booked. Never fails on an order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const settings = settingsOf.call(this);
	const orders = await transformInput.call(this);
	return [
		orders.flatMap(({ transformed, raw }, item) =>
			// An empty item says that the shop has no order in the period.
			isNothing(raw)
				? []
				: [
						{
							json: periodOrder(transformed, raw, settings) as unknown as IDataObject,
							pairedItem: { item },
						},
					],
		),
	];
}

const isNothing = (raw: unknown): boolean =>
	typeof raw === 'object' && raw !== null && Object.keys(raw).length === 0;
