import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { groupBy, lookUpsOf, VALUES_PER_LOOK_UP } from '../../bookkeeping';
import { lookUpItems } from './lookUpItems';

export const inputNames = ['Items'];
export const outputNames = ['lookUps'] as const;

const displayOptions = { show: { operation: ['lookUpTogether'] } };

export const description: INodeProperties[] = [
	{
		displayName: `Gives the values of many items some at a time, ${VALUES_PER_LOOK_UP} in the list 'values' of each item that leaves, so that a Data Table node that has a condition for each of them, of which one is enough, reads or writes the rows of all of them at once. The last value stands there again where there are fewer.`,
		name: 'lookUpTogetherNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '={{ $json.orderKey }}',
		required: true,
		description: 'What the row of an item is found by. An item without it is passed over.',
		displayOptions,
	},
	{
		displayName: 'Only With the Same',
		name: 'onlyWithTheSame',
		type: 'string',
		default: '',
		placeholder: '={{ $json.number }}',
		description:
			'Only items with the same text here come together, and follow from the first of them: for a write that is the same for all. Leave empty where any may.',
		displayOptions,
	},
];

/** Parts the values of all items into look-ups, each value once among those that come together. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const asked = this.getInputData().flatMap((_, item) => {
		const value = String(this.getNodeParameter('value', item) ?? '');
		const same = String(this.getNodeParameter('onlyWithTheSame', item) ?? '');
		return value === '' ? [] : [{ item, same, values: [value] }];
	});
	const groups = groupBy(asked, ({ same }) => same);
	return [
		[...groups].flatMap(([same, group]) => {
			const lookUps = lookUpItems(lookUpsOf(group.flatMap(({ values }) => values)), group);
			return same === '' ? lookUps : lookUps.map(ofItsFirst);
		}),
	];
}

/** What is the same for all is asked of one: n8n refuses to say which of several is meant. */
const ofItsFirst = ({ json, pairedItem }: INodeExecutionData): INodeExecutionData => ({
	json,
	pairedItem: [pairedItem].flat().slice(0, 1) as Array<{ item: number }>,
});
