import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { reason, unrecorded } from '../../bookkeeping';
import { errorNamingCode, firstNamed } from './firstNamed';
import { listIn } from './listIn';

export const outputNames = ['recorded'] as const;
export const inputNames = ['Rows'];

const displayOptions = { show: { resource: ['orderFile'], operation: ['checkRecorded'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect the rows of the order table of the shop, read after everything was processed. One item leaves when every order of the file has its row; else the node fails and names those that have none.',
		name: 'checkRecordedNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Order Numbers of the File',
		name: 'numbers',
		type: 'json',
		default: '[]',
		description: 'The numbers of the orders that were handed over, as a list',
		displayOptions,
	},
];

/**
 * Counts that every order of a file was recorded: nobody waits for the answer of a large one.
 *
 * @throws NodeOperationError when one has no row
 */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const numbers = listIn.call(this, 'numbers', 'Order Numbers of the File').map(String);
	const rows = this.getInputData().map(({ json }) => String(json.orderNumber ?? ''));
	const missing = unrecorded(numbers, rows);
	const read = new Set(numbers).size;
	if (missing.length === 0) return [[{ json: { recorded: read }, pairedItem: { item: 0 } }]];
	const why = { missing: missing.length, read, named: firstNamed(missing) };
	throw errorNamingCode(this.getNode(), reason('ORDER_FILE_NOT_RECORDED', why));
}
