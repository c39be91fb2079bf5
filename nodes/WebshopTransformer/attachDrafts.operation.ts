import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { cellVersion, type FoundToBook, offer, offeredTo } from '../../bookkeeping';

export const inputNames = ['Claimed', 'Drafts'];
export const outputNames = offeredTo;

const displayOptions = { show: { operation: ['attachDrafts'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the rows that this run may book ('Mine' of 'Decide Claims') to 'Claimed', and 'Drafts' of 'Decide Rows' to 'Drafts'. Payments and payouts leave on 'Register', what waits for approval on 'Not Sent', and everything else on 'Book'.",
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
	return offeredTo.map((name) => outputs[name]);
}
