import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { chooseOrders, orderNumbersIn } from '../../bookkeeping';
import { chosenNumbersField, isPlaceholder, orderFields, rawOrderOf } from './orderInput';
import { settingsOf } from './settingsInput';

export const outputNames = ['chosen'] as const;

const displayOptions = { show: { operation: ['chooseOrders'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Hands on the orders to look at, as they are: those with the chosen numbers, or of the newest those that differ most, in regime, rates, customer, payment method, refunds and what would become of them. Nothing is booked.',
		name: 'chooseNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderFields(displayOptions),
	chosenNumbersField(
		displayOptions,
		'Only these orders, as customers know them, separated by commas. An expression may give a list. Empty: those that differ most.',
	),
	{
		displayName: 'Most to Choose',
		name: 'mostToChoose',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description:
			'How many of the orders that differ most. 0 for all. Chosen numbers are all taken.',
		displayOptions,
	},
	{
		displayName: 'Among the Newest',
		name: 'newest',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 200,
		description: 'Among how many of the newest orders those that differ most are looked for',
		displayOptions,
	},
];

/** Chooses orders and leaves them as they are. Never fails on an order. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const items = this.getInputData().flatMap((given, item) =>
		isPlaceholder(given) ? [] : [{ ...given, pairedItem: { item }, item }],
	);
	if (items.length === 0) return [[]];
	const { shop } = rawOrderOf.call(this, items[0]!.item);
	const choice = {
		numbers: orderNumbersIn(this.getNodeParameter('orderNumbers', 0, '')),
		newest: this.getNodeParameter('newest', 0, 200) as number,
		atMost: this.getNodeParameter('mostToChoose', 0, 10) as number,
	};
	const rawOf = ({ item }: { item: number }) => rawOrderOf.call(this, item).raw;
	const chosen = chooseOrders(items, rawOf, choice, shop, settings);
	return [chosen.map(({ item, ...given }) => ({ ...given, pairedItem: { item } }))];
}
