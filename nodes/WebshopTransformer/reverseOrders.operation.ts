import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { cancelOrder } from '../../bookkeeping';
import { bookedOf, filled, keptFields, listOf } from './keptInput';
import { orderAmongOthersFields } from './orderInput';
import { settingsOf } from './settingsInput';
import { outputNames } from './transformOrders.operation';

const shown = { show: { operation: ['cancelOrders'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'For orders that were booked and cancelled afterwards. Everything that is left of them is credited, whatever their status.',
		name: 'cancelNotice',
		type: 'notice',
		default: '',
		displayOptions: shown,
	},
	...orderAmongOthersFields(shown),
	{
		displayName: 'Date',
		name: 'date',
		type: 'string',
		default: '={{ $today.toISODate() }}',
		required: true,
		placeholder: 'e.g. 2026-11-30',
		description: 'The day the drafts are booked on; it must lie in a period that is still open',
		displayOptions: shown,
	},
	{
		displayName: 'Earlier Refunds Field',
		name: 'earlierRefundsField',
		type: 'string',
		default: 'earlierRefunds',
		description: 'The field of the item that holds the raw refunds of the order, as a list',
		displayOptions: shown,
	},
	keptFields(shown, ['bookedDraftField', 'bookedField', 'earlierCreditNotesField']),
];

function cancel(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	return sorted.call(this, (json, item, { order, shop, date }) => {
		const kept = this.getNodeParameter('kept', item, {}) as IDataObject;
		const input = {
			order,
			date,
			earlierRefunds: listOf(json[this.getNodeParameter('earlierRefundsField', item) as string]),
			bookedDraft: filled(json[String(kept.bookedDraftField ?? 'bookedDraft')]),
			earlierCreditNotes: filled(
				json[String(kept.earlierCreditNotesField ?? 'earlierCreditNotes')],
			),
			...bookedOf(json[String(kept.bookedField ?? 'booked')]),
		};
		return cancelOrder(input, shop, settings);
	});
}

/** Credits what is left of cancelled orders (HC-24). */
export const cancelOrders = { outputNames, execute: cancel };

/** Sends what becomes of each order to the output of its outcome. */
function sorted(
	this: IExecuteFunctions,
	reverse: (
		json: IDataObject,
		item: number,
		common: { order: unknown; shop: string; date: string },
	) => ReturnType<typeof cancelOrder>,
): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = outputNames.map(() => []);
	this.getInputData().forEach(({ json }, item) => {
		const parameter = (name: string) => this.getNodeParameter(name, item) as string;
		const order = json[parameter('orderField')];
		const date = String(parameter('date'));
		for (const document of reverse(json, item, { order, shop: parameter('shop'), date })) {
			outputs[outputNames.indexOf(document.outcome)]?.push({
				json: document as unknown as IDataObject,
				pairedItem: { item },
			});
		}
	});
	return outputs;
}
