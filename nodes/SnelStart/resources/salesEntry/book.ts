import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { bookBatch } from '../../book/bookBatch';
import { parseDraft } from '../../book/parseDraft';
import type { WholeRun } from '../../blocks/operations';

/** Books all items, of whatever kind; each leaves with what became of it, also when it was refused. */
export const bookOperation = (action: string, description: string): WholeRun => ({
	name: 'Book',
	action,
	description,
	fields: [
		{
			displayName:
				'All items are booked together. Every number is looked up first, so that nothing stands in the books twice.',
			name: 'bookNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Draft Field',
			name: 'draftField',
			type: 'string',
			default: 'draft',
			required: true,
			description:
				"Name of the field that holds the draft of the 'Webshop Transformer' node. An item that is a draft itself is taken as it is.",
		},
	],
	batch,
});

async function batch(
	this: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const drafts = items.map(({ json }, itemIndex) =>
		parseDraft(json, this.getNodeParameter('draftField', itemIndex, 'draft') as string),
	);
	const results = await bookBatch.call(this, drafts);
	return results.map((result, item) => ({ json: { ...result }, pairedItem: { item } }));
}
