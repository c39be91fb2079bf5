import { DateTime } from 'luxon';
import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { type BatchCounts, progressAfter } from '../../bookkeeping';
import { mode, modeOf } from './countBatch.operation';

export const outputNames = ['progress'] as const;

const displayOptions = { show: { resource: ['period'], operation: ['addBatch'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the item of 'Count Batch'. One item leaves, with what the row of the migration has to say now.",
		name: 'addNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{ ...mode, displayOptions },
	{
		displayName: 'Progress',
		name: 'progress',
		type: 'json',
		default: '',
		required: true,
		description: 'The row of the migration as it is',
		displayOptions,
	},
	{
		displayName: 'Until',
		name: 'until',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-11-22',
		description: 'The first day after the batch',
		displayOptions,
	},
];

/** Says how far a migration is after one more batch. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const counts = this.getInputData()[0]?.json ?? {};
	if (typeof counts.notReached !== 'number') {
		throw new NodeOperationError(this.getNode(), "The item is not what 'Count Batch' gives");
	}
	const given: unknown = this.getNodeParameter('progress', 0);
	const progress = typeof given === 'string' ? (JSON.parse(given) as IDataObject) : given;
	const after = progressAfter(progress as IDataObject, counts as unknown as BatchCounts, {
		mode: modeOf.call(this),
		until: this.getNodeParameter('until', 0) as string,
		now: DateTime.now().toUTC().toISO(),
	});
	return [[{ json: { ...after } as IDataObject, pairedItem: { item: 0 } }]];
}
