import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { type BatchMode, batchModes, countBatch } from '../../bookkeeping';

export const outputNames = ['counts'] as const;

const displayOptions = { show: { resource: ['period'], operation: ['countBatch'] } };

export const mode: INodeProperties = {
	displayName: 'Mode',
	name: 'mode',
	type: 'options',
	options: [
		{ name: 'Book', value: 'book', description: 'The orders of some days' },
		{ name: 'Leftovers', value: 'leftovers', description: 'What earlier batches left' },
	],
	default: 'book',
	description: 'What the batch works on',
};

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect the rows of the order table that belong to the orders of the batch. One item leaves, with counts.',
		name: 'countNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{ ...mode, displayOptions },
	{
		displayName: 'Orders Read',
		name: 'read',
		type: 'number',
		default: 0,
		description: 'How many orders the shop gave',
		displayOptions,
	},
	{
		displayName: 'Left Before',
		name: 'leftBefore',
		type: 'json',
		default: '[]',
		description: 'The keys of the rows that earlier batches left, as a list',
		displayOptions: {
			show: { resource: ['period'], operation: ['countBatch'], mode: ['leftovers'] },
		},
	},
	{
		displayName: 'Being Booked',
		name: 'beingBooked',
		type: 'number',
		default: 0,
		description: 'How many of those rows another run was booking',
		displayOptions: {
			show: { resource: ['period'], operation: ['countBatch'], mode: ['leftovers'] },
		},
	},
];

/** Counts what became of the orders and refunds of a batch of a migration. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const rows = this.getInputData().map(({ json }) => json);
	const counts = countBatch(rows, {
		mode: modeOf.call(this),
		read: this.getNodeParameter('read', 0) as number,
		leftBefore: keysOf(this.getNodeParameter('leftBefore', 0, [])),
		beingBooked: this.getNodeParameter('beingBooked', 0, 0) as number,
	});
	return [[{ json: { ...counts } as IDataObject, pairedItem: { item: 0 } }]];
}

/** @throws NodeOperationError for a mode that does not exist. */
export function modeOf(this: IExecuteFunctions): BatchMode {
	const value = this.getNodeParameter('mode', 0);
	const known = batchModes.find((name) => name === value);
	if (known) return known;
	throw new NodeOperationError(this.getNode(), `'Mode' is not ${batchModes.join(' or ')}`);
}

function keysOf(value: unknown): string[] {
	const read = typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
	return Array.isArray(read) ? read.map(String) : [];
}
