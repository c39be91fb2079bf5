import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { findDoubled, noteIn, reason, told, type Reason } from '../../bookkeeping';
import { firstNamed } from './firstNamed';

export const outputNames = ['doubled', 'note'] as const;

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect rows of the order table. Of each key that stands there more than once one item leaves: the row to keep, what it is given of the others, and which to remove. Beside them an item for each thing to tell.',
		name: 'doubledNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['orderTable'], operation: ['findDoubled'] } },
	},
];

/** Finds what two runs recorded at one moment: n8n's data tables know no unique key. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const { doubled, differing } = findDoubled(this.getInputData().map(({ json }) => json));
	const named = (some: ReadonlyArray<{ orderNumber: string }>) =>
		firstNamed(some.map(({ orderNumber }) => orderNumber));
	const rows = doubled.reduce((sum, { remove }) => sum + remove.length, 0);
	const toTell: Reason[] = [
		...(rows > 0 ? [reason('DOUBLED_ROWS_MERGED', { rows, named: named(doubled) })] : []),
		...(differing.length > 0 ? [reason('DOUBLED_ROWS_DIFFER', { named: named(differing) })] : []),
	];
	const pairedItem = { item: 0 };
	return [
		doubled.map((one) => ({ json: { ...one }, pairedItem })),
		toTell.map((why) => ({ json: { ...noteIn({ ...told(why) }) }, pairedItem })),
	];
}
