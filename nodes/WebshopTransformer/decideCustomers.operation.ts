import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { customersLeft, MOST_EARLIER_BOOKINGS } from '../../bookkeeping';
import { customersIn } from './customersIn';

export const inputNames = ['Drafts', 'Earlier Bookings'];
export const outputNames = ['left'] as const;

const displayOptions = { show: { operation: ['decideCustomers'] } };

export const description: INodeProperties[] = [
	{
		displayName: `Connect 'Book' of 'Attach Drafts' to 'Drafts', and to 'Earlier Bookings' what its 'Customers' found, the latest first and at most ${MOST_EARLIER_BOOKINGS} for each of its items. Where that was not enough for all of them, the customers without a booking leave: they have to be looked up one by one.`,
		name: 'decideCustomersNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Names the customers whose earlier bookings may have been cut off. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const drafts = this.getInputData(0);
	const records = this.getInputData(1).map(({ json }) => json);
	const customers = drafts.map((draft) => customersIn([draft])[0]);
	const left = customersLeft(customersIn(drafts), records);
	return [
		left.map((keys) => ({
			json: { ...keys },
			pairedItem: customers.flatMap((own, item) =>
				own?.buyerKey === keys.buyerKey && own.contactKey === keys.contactKey ? [{ item }] : [],
			),
		})),
	];
}
