import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { type CustomerKeys, earlierRelation } from '../../bookkeeping';

export const inputNames = ['Drafts', 'Earlier Bookings'];
export const outputNames = ['drafts'] as const;

const displayOptions = { show: { operation: ['attachCards'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect 'Book' of 'Attach Drafts' to 'Drafts', and the booking records of their customers, the latest first, to 'Earlier Bookings'. Every draft leaves with the card of its customer's earlier bookings.",
		name: 'attachCardsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Says with every draft which card its customer had before (J051). */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const records = this.getInputData(1).map(({ json }) => json);
	const drafts = this.getInputData(0).map(({ json }, item) => {
		const { ofCustomer } = json.found as IDataObject & { ofCustomer?: CustomerKeys };
		const earlierRelationId = earlierRelation(ofCustomer, records);
		return { json: { ...json, earlierRelationId }, pairedItem: { item } };
	});
	return [drafts];
}
