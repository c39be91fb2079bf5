import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { readSettings, type Settings } from '../../bookkeeping/settings';
import { transformOrder, type Outcome } from '../../bookkeeping/transform';

export const outputNames: readonly Outcome[] = ['book', 'wait', 'nothingToBook', 'attention'];
const SETTINGS_INPUT = 1;

const displayOptions = { show: { operation: ['transformOrders'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the raw orders to the input 'Orders' and the item of the client's settings to the input 'Settings'. Every order leaves on exactly one output, with a code and a tip when it is not booked.",
		name: 'notice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Shop',
		name: 'shop',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. woocommerce',
		description: "The name of the shop in the client's settings that the orders come from",
		displayOptions,
	},
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

/**
 * Transforms every order on the first input with the settings on the second one. Never fails on an
 * order; only settings that are missing or wrong stop the node, since then nothing can be right.
 */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const outputs: INodeExecutionData[][] = outputNames.map(() => []);
	this.getInputData().forEach(({ json }, item) => {
		const shop = this.getNodeParameter('shop', item) as string;
		const field = this.getNodeParameter('orderField', item) as string;
		const transformed = transformOrder(field === '' ? json : json[field], shop, settings);
		outputs[outputNames.indexOf(transformed.outcome)]?.push({
			json: transformed as unknown as IDataObject,
			pairedItem: { item },
		});
	});
	return outputs;
}

/** The settings item as the settings node gives it, or as a row of the table with them as text. */
function settingsOf(this: IExecuteFunctions): Settings {
	const json = this.getInputData(SETTINGS_INPUT)[0]?.json;
	if (!json) {
		throw new NodeOperationError(this.getNode(), "The input 'Settings' has no item", {
			itemIndex: 0,
			description:
				"Run the workflow 'Client settings' for this client first, and check the name of the client",
		});
	}
	const result = readSettings(parsed(json.settings ?? json));
	if (result.ok) return result.settings;
	throw new NodeOperationError(
		this.getNode(),
		`The settings are not valid: ${result.complaints.join(' ')}`,
		{
			itemIndex: 0,
			description: "Correct them in the workflow 'Client settings' and run it again",
		},
	);
}

function parsed(settings: unknown): unknown {
	if (typeof settings !== 'string') return settings;
	try {
		return JSON.parse(settings);
	} catch {
		return undefined;
	}
}
