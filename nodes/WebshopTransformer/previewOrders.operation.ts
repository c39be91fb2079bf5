import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	featuresOf,
	mostDifferent,
	previewOf,
	previewSummary,
	previewTotals,
} from '../../bookkeeping';
import { orderFields } from './orderInput';
import { settingsOf } from './settingsInput';
import { transformInput } from './transformOrders.operation';

export const outputNames = ['preview', 'summary'] as const;

const displayOptions = { show: { operation: ['previewOrders'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Shows how orders would be booked beside the shop's own figures, one row per order, without personal data. Day totals follow, as they would be booked of these orders. Summary says what these orders come to per ledger account and per box of the VAT return. Nothing is booked.",
		name: 'previewNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderFields(displayOptions),
	{
		displayName: 'Most to Show',
		name: 'mostToShow',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'How many orders are shown: of more the ones that differ most, in regime, rates, customer, payment method and what would become of them, so put the newest first. 0 shows all.',
		displayOptions,
	},
];

/** Drafts every order as Transform Orders does, and gives a row for a table instead of the draft. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = (await transformInput.call(this)).map((one, item) => ({ ...one, item }));
	// Without items there is no parameter to read.
	const atMost = read.length === 0 ? 0 : (this.getNodeParameter('mostToShow', 0, 0) as number);
	const orders = mostDifferent(read, atMost, featuresOf);
	const drafted = orders.map(({ transformed }) => transformed);
	const settings = settingsOf.call(this);
	const totals = previewTotals(drafted, settings);
	const sums = previewSummary(drafted, settings);
	return [
		[
			...orders.map(({ transformed, order, item }) => ({
				json: previewOf(transformed, order) as unknown as IDataObject,
				pairedItem: { item },
			})),
			...totals.map((total) => ({
				json: total.row as unknown as IDataObject,
				pairedItem: orders.flatMap(({ transformed, item }) =>
					total.orders.includes(transformed) ? [{ item }] : [],
				),
			})),
		],
		sums.map((sum) => ({
			json: sum as unknown as IDataObject,
			pairedItem: orders.map(({ item }) => ({ item })),
		})),
	];
}
