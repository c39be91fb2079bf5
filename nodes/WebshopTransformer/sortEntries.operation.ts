import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { sortEntries } from '../../bookkeeping';
import { optionalRowsAt } from './messages/read';
import { settingsVersionField } from './settingsVersionField';

export const inputNames = ['Listed Rows', 'Unmatched', 'Payouts'];
export const outputNames = ['new', 'again', 'matchedNow'] as const;

const displayOptions = { show: { operation: ['sortEntries'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect 'Unmatched' and the payouts of 'Match Payouts', and to 'Listed Rows' the rows of the order table about lines of these payouts. A line without a row leaves on 'New' as one, to be added at once with all others; one whose row says something else leaves on 'Again', one whose row says the same nowhere; the row of a line that has an order now on 'Matched Now'.",
		name: 'sortEntriesNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Client',
		name: 'client',
		type: 'string',
		default: '',
		required: true,
		description: 'The client, as in its settings',
		displayOptions,
	},
	settingsVersionField(displayOptions),
];

/** Each line once, by what stands of it in the order table. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const rows = (input: number, needed: string) => optionalRowsAt.call(this, input, needed);
	const { added, again, matched } = sortEntries(
		rows(1, 'payoutKey'),
		rows(2, 'payoutKey'),
		rows(0, 'orderKey'),
		this.getNodeParameter('client', 0) as string,
		this.getNodeParameter('settingsVersion', 0),
	);
	const items = (all: readonly object[]): INodeExecutionData[] =>
		all.map((json) => ({ json: json as IDataObject, pairedItem: { item: 0 } }));
	return [items(added), items(again), items(matched.map((orderKey) => ({ orderKey })))];
}
