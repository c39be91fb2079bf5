import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	cellVersion,
	customerLookUps,
	type FoundToBook,
	offer,
	offeredTo,
} from '../../bookkeeping';
import { customersIn } from './customersIn';
import { lookUpItems } from './lookUpItems';

export const inputNames = ['Claimed', 'Drafts'];
export const outputNames = [...offeredTo, 'customers'] as const;

const displayOptions = { show: { operation: ['attachDrafts'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the rows that this run may book ('Mine' of 'Decide Claims') to 'Claimed', and 'Drafts' of 'Decide Rows' to 'Drafts'. Payments and payouts leave on 'Register', what waits for approval on 'Not Sent', and everything else on 'Book'. 'Customers' names the customers of these, some per item, for the look-up of what they ordered before.",
		name: 'attachDraftsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Gives every claimed row its draft again, and sends it to where it is offered. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const drafts = new Map<unknown, IDataObject>();
	for (const { json } of this.getInputData(1)) {
		if (!drafts.has(json.orderKey)) drafts.set(json.orderKey, json);
	}
	const outputs: Record<(typeof offeredTo)[number], INodeExecutionData[]> = {
		register: [],
		notSent: [],
		book: [],
	};
	this.getInputData(0).forEach(({ json: claimed }, item) => {
		const decided = drafts.get(claimed.orderKey);
		if (!decided) {
			const message =
				"A claimed row has no draft: connect 'Drafts' of 'Decide Rows' to the second input";
			throw new NodeOperationError(this.getNode(), message, { itemIndex: item });
		}
		const { orderKey, kind, draft, found, salesEntryId } = decided;
		const { figures } = found as unknown as FoundToBook;
		const offered = offer(String(kind), draft as IDataObject, claimed, figures);
		outputs[offered.to].push({
			json: {
				...(offered.to === 'notSent' && { orderKey, ...(offered.answer as IDataObject) }),
				kind,
				draft: 'draft' in offered ? (offered.draft as IDataObject) : draft,
				found,
				claimed,
				entryVersion: cellVersion(claimed),
				salesEntryId,
			},
			pairedItem: { item },
		});
	});
	return [...offeredTo.map((name) => outputs[name]), customersOf(outputs.book)];
}

/** The look-ups of the customers of some drafts; none where nothing is to be booked. */
function customersOf(drafts: INodeExecutionData[]): INodeExecutionData[] {
	if (drafts.length === 0) return [];
	const asked = drafts.map((draft) => ({
		...(draft.pairedItem as { item: number }),
		values: customersIn([draft]).flatMap(({ buyerKey, contactKey }) => [buyerKey, contactKey]),
	}));
	return lookUpItems(customerLookUps(customersIn(drafts)), asked);
}
