import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../shared/kit/resource';
import { bookWithBeside } from '../../booking/bookWithBeside';
import { lookUpBatch } from '../../booking/lookUpBatch';
import { parseDraft } from '../../booking/parseDraft';
import type { ParsedDraft } from '../../booking/parseDraft';
import { readBooked } from '../../booking/readBooked';

const draftField: INodeProperties = {
	displayName: 'Draft Field',
	name: 'draftField',
	type: 'string',
	default: 'draft',
	required: true,
	description:
		"Name of the field that holds the draft of the 'Webshop Transformer' node. An item that is a draft itself is taken as it is.",
};

/** Books all items, of whatever kind; each leaves with what became of it, also when it was refused. */
export const bookOperation = (action: string, description: string): Operation => ({
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
		draftField,
	],
	batch,
});

/** Looks all items up, of whatever kind, and books nothing. */
export const findBookedOperation: Operation = {
	name: 'Find Booked',
	action: 'Find booked drafts',
	description: 'Tell which drafts are in SnelStart already, by number; nothing is booked',
	fields: [
		{
			displayName:
				"Every item leaves as it came, with what Book would find in the field 'found': its state is 'booked' when an equal entry is there, 'needsAttention' when its number is in use, 'notBooked' otherwise. Only reads.",
			name: 'findBookedNotice',
			type: 'notice',
			default: '',
		},
		draftField,
	],
	batch: async function (items) {
		const found = await lookUpBatch.call(this, draftsOf.call(this, items));
		return asItems(items.map(({ json }, index) => ({ ...json, found: found[index] })));
	},
};

/** Reads what stands in the books under booking records. */
export const readBookedOperation: Operation = {
	name: 'Read Booked',
	action: 'Read booked entries',
	description: 'Read the entries behind booking records, each once, for credit notes on them',
	fields: [
		{
			displayName:
				"For rows of the data table 'BookingRecords'. Every row leaves in the field 'record', with its entry as it is in SnelStart now in 'entry', or why there is none in 'notRead'. Only reads.",
			name: 'readBookedNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Open Amount',
			name: 'withOpenAmount',
			type: 'boolean',
			default: false,
			description:
				"Whether to read what is still open of each entry too, into the field 'openAmount'",
		},
	],
	batch: async function (items) {
		const records = items.map(({ json }) => json);
		const withOpenAmount = this.getNodeParameter('withOpenAmount', 0, false) === true;
		const read = await readBooked.call(this, records, withOpenAmount);
		return asItems(records.map((record, index) => ({ record, ...read[index] })));
	},
};

async function batch(
	this: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	return asItems(await bookWithBeside.call(this, draftsOf.call(this, items)));
}

function draftsOf(this: IExecuteFunctions, items: readonly INodeExecutionData[]): ParsedDraft[] {
	return items.map(({ json }, itemIndex) =>
		parseDraft(json, this.getNodeParameter('draftField', itemIndex, 'draft') as string),
	);
}

function asItems(results: readonly object[]): INodeExecutionData[] {
	return results.map((result, item) => ({ json: { ...result }, pairedItem: { item } }));
}
