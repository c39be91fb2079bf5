import type {
	IDisplayOptions,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

export const shopField = (displayOptions: IDisplayOptions): INodeProperties => ({
	displayName: 'Shop',
	name: 'shop',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. woocommerce',
	description: "The name of the shop in the client's settings that the orders come from",
	displayOptions,
});

/** Shop and order of an operation whose items may be the orders themselves. */
export function orderFields(displayOptions: IDisplayOptions): INodeProperties[] {
	return [
		shopField(displayOptions),
		{
			displayName: 'Order Field',
			name: 'orderField',
			type: 'string',
			default: '',
			placeholder: 'e.g. order',
			description:
				'The field of the item that holds the raw order. Leave empty if the item is the order.',
			displayOptions,
		},
	];
}

/** Shop and order of an operation whose items hold more than the order. */
export function orderAmongOthersFields(displayOptions: IDisplayOptions): INodeProperties[] {
	return [
		shopField(displayOptions),
		{
			displayName: 'Order Field',
			name: 'orderField',
			type: 'string',
			default: 'order',
			required: true,
			description: 'The field of the item that holds the raw order',
			displayOptions,
		},
	];
}

/** Numbers of orders that somebody chose, as customers know them. */
export const chosenNumbersField = (
	displayOptions: IDisplayOptions,
	description: string,
): INodeProperties => ({
	displayName: 'Order Numbers',
	name: 'orderNumbers',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1041, 1042',
	description,
	displayOptions,
});

/** The item of a node that had to give one although it found nothing. */
export const isPlaceholder = ({ json }: INodeExecutionData): boolean =>
	Object.keys(json).length === 0;

/** The raw order of an item, and the name of the shop it comes from. */
export function rawOrderOf(this: IExecuteFunctions, item: number): { raw: unknown; shop: string } {
	const json = this.getInputData()[item]?.json ?? {};
	const field = this.getNodeParameter('orderField', item) as string;
	const shop = this.getNodeParameter('shop', item) as string;
	return { raw: field === '' ? json : json[field], shop };
}
