import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { transformPayments } from '../../bookkeeping';
import { listIn } from './listIn';
import { orderFields, rawOrderOf } from './orderInput';
import { settingsOf } from './settingsInput';
import { outputNames } from './transformOrders.operation';

export { outputNames };

const displayOptions = { show: { resource: ['payment'], operation: ['draftPayments'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the raw orders to the input 'Orders' and the item of the client's settings to the input 'Settings'. Every payment leaves on exactly one output; orders that are not paid yet leave on 'Wait'.",
		name: 'paymentsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderFields(displayOptions),
	{
		displayName: 'Entry Version',
		name: 'entryVersion',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description:
			"Which entry of the order is in the books: the column 'version' of its row. Above 1 when earlier ones were undone; the payment is then booked on the newest entry, and on no other.",
		displayOptions,
	},
	{
		displayName: 'Rows of the Order',
		name: 'rows',
		type: 'json',
		default: '[]',
		description:
			'The rows of the order table of the order and of its refunds, as a list. Needed where these are booked in day totals: a payment then names the total that it settles.',
		displayOptions,
	},
];

/** Drafts the payments of every order, or says why not. Never fails on an order. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const outputs: INodeExecutionData[][] = outputNames.map(() => []);
	this.getInputData().forEach((_, item) => {
		const { raw, shop } = rawOrderOf.call(this, item);
		const version = Number(this.getNodeParameter('entryVersion', item, 1)) || 1;
		const rows = listIn.call(this, 'rows', 'Rows of the Order', item) as IDataObject[];
		for (const payment of transformPayments(raw, shop, settings, version, rows)) {
			outputs[outputNames.indexOf(payment.outcome)]?.push({
				json: payment as unknown as IDataObject,
				pairedItem: { item },
			});
		}
	});
	return outputs;
}
