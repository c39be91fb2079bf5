import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { planPapers } from '../../bookkeeping';
import { rowsAt } from './messages/read';
import { settingsOf } from './settingsInput';

export const inputNames = ['Records', 'Settings'];
export const outputNames = ['papers'] as const;

const displayOptions = { show: { operation: ['planPapers'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the booking records of what was booked lately, and the item of the client's settings. Each entry that lacks its paper leaves once, with its file name and the claim to write into its record.",
		name: 'planPapersNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Claim ID',
		name: 'claimId',
		type: 'string',
		default: '={{ $execution.id }}',
		required: true,
		description: 'What tells this run from others that look at the same records',
		displayOptions,
	},
];

/** Says which entries are to get a paper now, and how this run claims them. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const records = rowsAt.call(this, inputNames.indexOf('Records'), 'documentKey');
	const run = { id: String(this.getNodeParameter('claimId', 0)), now: new Date() };
	const planned = planPapers(records, settingsOf.call(this), run);
	return [planned.map((one) => ({ json: { ...one }, pairedItem: { item: 0 } }))];
}
