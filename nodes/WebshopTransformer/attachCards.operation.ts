import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { earlierRelation, latestFirst } from '../../bookkeeping';
import { customersIn } from './customersIn';

export const inputNames = ['Drafts', 'Earlier Bookings'];
export const outputNames = ['drafts'] as const;

const displayOptions = { show: { operation: ['attachCards'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect 'Book' of 'Attach Drafts' to 'Drafts', and the booking records of their customers to 'Earlier Bookings'. Every draft leaves with the card of its customer's earlier bookings.",
		name: 'attachCardsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Says with every draft which card its customer had before (J051). */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const records = latestFirst(this.getInputData(1).map(({ json }) => json));
	const drafts = this.getInputData(0).map((draft, item) => {
		const [ofCustomer] = customersIn([draft]);
		const earlierRelationId = earlierRelation(ofCustomer, records);
		return { json: { ...draft.json, earlierRelationId }, pairedItem: { item } };
	});
	return [drafts];
}
