import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { previewOf, previewTotals } from '../../bookkeeping';
import { orderFields } from './orderInput';
import { settingsOf } from './settingsInput';
import { transformInput } from './transformOrders.operation';

export const outputNames = ['preview'] as const;

const displayOptions = { show: { operation: ['previewOrders'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Shows how orders would be booked beside the shop's own figures, one row per order, without personal data. Day totals follow, as they would be booked of these orders. Nothing is booked.",
		name: 'previewNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderFields(displayOptions),
];

/** Drafts every order as Transform Orders does, and gives a row for a table instead of the draft. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const orders = await transformInput.call(this);
	const totals = previewTotals(
		orders.map(({ transformed }) => transformed),
		settingsOf.call(this),
	);
	return [
		[
			...orders.map(({ transformed, order }, item) => ({
				json: previewOf(transformed, order) as unknown as IDataObject,
				pairedItem: { item },
			})),
			...totals.map((total) => ({
				json: total as unknown as IDataObject,
				pairedItem: orders.flatMap(({ transformed: { draft } }, item) =>
					draft?.document === 'salesEntry' && draft.dayTotal?.series === total.dayTotal
						? [{ item }]
						: [],
				),
			})),
		],
	];
}
