import { DateTime } from 'luxon';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { nextCursor, reason, unrecorded } from '../../bookkeeping';
import { filterMoment, momentOf } from '../shared/moment';
import { errorNamingCode, firstNamed } from './firstNamed';
import { listIn } from './listIn';
import { neededMoment } from './neededMoment';

export const outputNames = ['cursor'] as const;

const displayOptions = { show: { resource: ['orderTable'], operation: ['decideCursor'] } };
const NAMED = 5;

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect the rows of the order table that were written by this run. One item leaves, with the moment from which the next run has to read; the node fails when something that was read has no row.',
		name: 'cursorNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Cursor of This Run',
		name: 'cursor',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-22T13:45:00Z',
		description: 'From when on this run read; empty for the first run of a shop',
		displayOptions,
	},
	{
		displayName: 'Started At',
		name: 'startedAt',
		type: 'string',
		default: '',
		required: true,
		description: 'When this run began, noted before anything was read',
		displayOptions,
	},
	{
		displayName: 'Moments of Change',
		name: 'moments',
		type: 'json',
		default: '[]',
		description:
			"When the shop says that each record changed, as a list of texts. A moment without a time zone is taken in the workflow's time zone.",
		displayOptions,
	},
	{
		displayName: 'IDs That Were Read',
		name: 'readIds',
		type: 'json',
		default: '[]',
		description: "The shop's own IDs of what this run read, as a list",
		displayOptions,
	},
	{
		displayName: 'Recorded IDs',
		name: 'recordedIds',
		type: 'json',
		default: '[]',
		description:
			'IDs of what stood in the order table unchanged, besides the rows that are connected',
		displayOptions,
	},
	{
		displayName: 'ID Field',
		name: 'idField',
		type: 'string',
		default: 'orderId',
		required: true,
		description: "The column of the rows that holds the shop's own ID, or a key that ends with it",
		displayOptions,
	},
];

/**
 * Says from when on the next run has to read.
 *
 * @throws NodeOperationError when something was read and not recorded: the cursor must not move then
 */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const idField = this.getNodeParameter('idField', 0) as string;
	const readIds = listIn.call(this, 'readIds', 'IDs That Were Read').map(String);
	const written = this.getInputData().map(
		({ json }) =>
			String(json[idField] ?? '')
				.split('/')
				.at(-1)!,
	);
	const known = listIn.call(this, 'recordedIds', 'Recorded IDs').map(String);
	const missing = unrecorded(readIds, [...written, ...known]);
	if (missing.length > 0) {
		const facts = { missing: missing.length, read: readIds.length };
		const named = firstNamed(missing, NAMED);
		throw errorNamingCode(this.getNode(), reason('READ_NOT_RECORDED', { ...facts, named }));
	}

	const startedAt = neededMoment.call(this, 'Started At', 'startedAt');
	const cursor = filterMoment.call(
		this,
		'Cursor of This Run',
		this.getNodeParameter('cursor', 0),
		0,
	);
	const changedMs = listIn
		.call(this, 'moments', 'Moments of Change')
		.flatMap((moment) => momentOf(moment, this.getTimezone())?.toMillis() ?? []);
	const next = nextCursor({
		cursorMs: cursor?.toMillis(),
		startedMs: startedAt.toMillis(),
		changedMs,
	});
	const readUntil = next === undefined ? '' : DateTime.fromMillis(next).toUTC().toISO();
	return [[{ json: { readUntil, read: new Set(readIds).size }, pairedItem: { item: 0 } }]];
}
