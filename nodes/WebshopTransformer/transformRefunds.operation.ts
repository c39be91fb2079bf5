import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	transformRefund,
	unreadRefunds,
	type SaleState,
	type TransformedRefund,
} from '../../bookkeeping';
import { bookedOf, filled, keptFields, listOf } from './keptInput';
import { orderAmongOthersFields } from './orderInput';
import { settingsOf } from './settingsInput';
import { outputNames } from './transformOrders.operation';

export { outputNames };

const displayOptions = { show: { operation: ['transformRefunds'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect items that hold an order and one of its refunds, or an order and in 'refundsNotRead' why the shop did not give its refunds, to the input 'Refunds' and the item of the client's settings to the input 'Settings'. Every refund leaves on exactly one output, with a code and a tip when it is not booked.",
		name: 'refundsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderAmongOthersFields(displayOptions),
	{
		displayName: 'Refund Field',
		name: 'refundField',
		type: 'string',
		default: 'refund',
		required: true,
		description: 'The field of the item that holds the raw refund',
		displayOptions,
	},
	{
		displayName: 'Earlier Refunds Field',
		name: 'earlierRefundsField',
		type: 'string',
		default: 'earlierRefunds',
		description:
			'The field of the item that holds the raw refunds of the order, as a list. Later ones may be among them.',
		displayOptions,
	},
	keptFields(displayOptions, [
		'bookedDraftField',
		'bookedField',
		'earlierCreditNotesField',
		'saleStateField',
	]),
];

/** Makes a credit note (creditnota) of every refund, or says why not. Never fails on a refund. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const outputs: INodeExecutionData[][] = outputNames.map(() => []);
	this.getInputData().forEach(({ json }, item) => {
		const field = (name: string) => this.getNodeParameter(name, item) as string;
		const kept = this.getNodeParameter('kept', item, {}) as IDataObject;
		const order = json[field('orderField')];
		const give = (refund: TransformedRefund) =>
			outputs[outputNames.indexOf(refund.outcome)]?.push({
				json: refund as unknown as IDataObject,
				pairedItem: { item },
			});
		const notRead = filled(json.refundsNotRead);
		if (notRead !== undefined) {
			unreadRefunds(order, String(notRead), field('shop'), settings).forEach(give);
			return;
		}
		const refund = transformRefund(
			{
				order,
				refund: json[field('refundField')],
				earlierRefunds: listOf(json[field('earlierRefundsField')]),
				bookedDraft: filled(json[String(kept.bookedDraftField ?? 'bookedDraft')]),
				earlierCreditNotes: filled(
					json[String(kept.earlierCreditNotesField ?? 'earlierCreditNotes')],
				),
				...bookedOf(json[String(kept.bookedField ?? 'booked')]),
				saleState: saleStateOf(json[String(kept.saleStateField ?? 'saleState')]),
			},
			field('shop'),
			settings,
		);
		give(refund);
	});
	return outputs;
}

const saleStateOf = (value: unknown): SaleState =>
	value === 'booked' || value === 'credited' ? value : 'notKnown';
