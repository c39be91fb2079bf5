import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { reason, told, unrecorded } from '../../bookkeeping';
import { inputError } from '../shared/codedError';
import { listIn } from './listIn';

export const outputNames = ['recorded'] as const;
export const inputNames = ['Rows'];

const displayOptions = { show: { resource: ['orderFile'], operation: ['checkRecorded'] } };
const NAMED = 10;

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
	const named = [...missing.slice(0, NAMED), ...(missing.length > NAMED ? ['…'] : [])];
	const why = told(reason('ORDER_FILE_NOT_RECORDED', { missing: missing.length, read, named }));
	// A run that nobody waits for shows its message only, so that has to name the code.
	const message = `${why.code}: ${why.message}`;
	throw inputError(this.getNode(), { ...why, message }, { itemIndex: 0 });
}
