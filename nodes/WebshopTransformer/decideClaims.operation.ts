import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { decideClaims, groupBy, rowGivenBack, rowToGoBy } from '../../bookkeeping';

export const outputNames = ['mine', 'giveBack'] as const;

const displayOptions = { show: { operation: ['decideClaims'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect all rows of the claimed orders, read from the order table after the claims were written. Each order of this run leaves once; what is to be written on a row that is given back stands in the field row.',
		name: 'claimsNotice',
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
		description: 'The text that this run wrote into the column claimId of the rows it claims',
		displayOptions,
	},
];

/**
 * Sends every order that this run claimed to 'Mine' or 'Give Back', once per order, with what is to
 * be written on a row that is given back.
 */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const claimId = this.getNodeParameter('claimId', 0) as string;
	const items = this.getInputData();
	const rows = items.map(({ json }) => ({
		orderKey: String(json.orderKey ?? ''),
		claimId: String(json.claimId ?? ''),
		state: json.state,
	}));
	const { mine, toGiveBack } = decideClaims(rows, claimId);
	const byKey = groupBy(items.keys(), (item) => rows[item]!.orderKey);
	const claimed = (key: string): INodeExecutionData => {
		const own = byKey.get(key)!.filter((item) => rows[item]!.claimId === claimId);
		const json = rowToGoBy(own.map((item) => items[item]!.json) as [IDataObject]);
		return { json, pairedItem: { item: own.find((item) => items[item]!.json === json)! } };
	};
	const givenBack = (key: string): INodeExecutionData => {
		const own = claimed(key);
		const all = byKey.get(key)!.map((item) => items[item]!.json);
		return { ...own, json: { ...own.json, row: { ...rowGivenBack(own.json, all) } } };
	};
	return [[...mine].map(claimed), [...toGiveBack].map(givenBack)];
}
