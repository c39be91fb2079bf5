import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { lookUpsOf, partNew } from '../../bookkeeping';
import { lookUpItems } from './lookUpItems';

export const inputNames = ['Rows', 'Known Rows'];
export const outputNames = ['new', 'known', 'lookUps'] as const;

const displayOptions = { show: { operation: ['claimNew'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect 'Book' of 'Decide Rows' to 'Rows', and all rows of these orders in the order table, read just before, to 'Known Rows'. What has no row yet leaves on 'New' as a row with the claim of this run, and has to be inserted at once; what has one leaves on 'Known' as it came. 'Look Ups' names the keys of all of them, some per item, for the reading of the claims.",
		name: 'claimNewNotice',
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
		description: 'The text that this run writes into the column claimId of the rows it claims',
		displayOptions,
	},
];

/** Parts rows that are new, with the claim of this run, from those of orders that have a row. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const claimId = this.getNodeParameter('claimId', 0) as string;
	const rows = this.getInputData(0).map(({ json }, item) => ({
		orderKey: String(json.orderKey),
		item,
	}));
	const known = this.getInputData(1).map(({ json }) => ({ orderKey: String(json.orderKey ?? '') }));
	const { added, there } = partNew(rows, known, claimId);
	const given = (item: number) => this.getInputData(0)[item]!.json;
	return [
		added.map(({ item, state, claimId: own }) => ({
			json: { ...given(item), state, claimId: own },
			pairedItem: { item },
		})),
		there.map(({ item }) => ({ json: given(item), pairedItem: { item } })),
		lookUpItems(
			lookUpsOf(rows.map(({ orderKey }) => orderKey)),
			rows.map(({ orderKey, item }) => ({ item, values: [orderKey] })),
		),
	];
}
