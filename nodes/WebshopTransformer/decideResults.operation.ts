import { DateTime } from 'luxon';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { bookingRecordOf, resultRow, type FoundToBook } from '../../bookkeeping';

export const outputNames = ['bookings', 'credits', 'rows'] as const;

const displayOptions = { show: { operation: ['decideResults'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect what the SnelStart node answered, its error output too. Every answer leaves on 'Rows', with columns of the order table alone, to be written on the rows that this run has claimed. What is booked leaves as its booking record on 'Bookings' too, to be kept first; of a credit note what the record of its order gets leaves on 'Credits'.",
		name: 'resultsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'What Was Offered',
		name: 'offered',
		type: 'json',
		default: "={{ $('Attach drafts').item.json }}",
		required: true,
		description:
			"The item that was offered to SnelStart: 'found' and 'draft' as 'Decide Rows' gave them, 'claimed' as 'Decide Claims' gave it",
		displayOptions,
	},
	{
		displayName: 'Claim ID',
		name: 'claimId',
		type: 'string',
		default: '={{ $execution.id }}',
		required: true,
		description: 'The text that this run wrote into the column claimId of the rows it wants',
		displayOptions,
	},
];

interface Offered {
	found: Omit<FoundToBook, 'draft'>;
	draft: IDataObject;
	claimed: IDataObject;
}

/**
 * Says what is to be recorded of each answer of SnelStart. A booking record comes before the row: a
 * run that dies in between is done again, since its row is not booked yet.
 */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const now = DateTime.now().setZone(this.getTimezone());
	const bookings: INodeExecutionData[] = [];
	const credits: INodeExecutionData[] = [];
	const rows = this.getInputData().map(({ json }, item) => {
		const offered = this.getNodeParameter('offered', item) as unknown as Offered;
		const found: FoundToBook = { ...offered.found, draft: offered.draft };
		const claimId = String(this.getNodeParameter('claimId', item));
		const row = resultRow(found, offered.claimed, json, { claimId, now });
		const { orderKey, kind, parentKey } = found.seen;
		const record = bookingRecordOf(found, offered.claimed, row, json);
		if (record) {
			bookings.push({ json: { ...record }, pairedItem: { item } });
			const credit = { documentKey: parentKey, creditedAt: record.bookedAt };
			// One that waits for its total is not in the books yet.
			const isCredit = kind === 'refund' && record.bookedAt !== null;
			if (isCredit) credits.push({ json: credit, pairedItem: { item } });
		}
		return { json: { orderKey, kind, parentKey, ...row }, pairedItem: { item } };
	});
	return [bookings, credits, rows];
}
