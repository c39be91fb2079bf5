import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { settingsFromParameters, withoutVatSettings } from '../../bookkeeping';
import { testKeys } from '../shared/snelStart/credentialTest';
import { checkSettings } from './checkSettings';
import * as loadOptions from './loadOptions';
import { properties } from './properties';
import { proposeFromOrders } from './proposeSettings';

export class WebshopSettings implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Webshop Settings',
		name: 'webshopSettings',
		icon: {
			light: 'file:../../icons/webshopSettings.svg',
			dark: 'file:../../icons/webshopSettings.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["client"] }}',
		description:
			"A client's bookkeeping settings, checked against the SnelStart administration: one item for the Webshop Transformer",
		defaults: { name: 'Webshop Settings' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'snelStartB2bApi', required: true, testedBy: 'testKeys' }],
		properties,
		hints: [
			{
				message:
					'This node saves nothing: it only checks. Run the whole workflow to save the settings as a new version.',
				type: 'info',
				location: 'outputPane',
				whenToDisplay: 'afterExecution',
			},
		],
	};

	methods = { credentialTest: { testKeys }, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const output: INodeExecutionData[] = [];
		if (this.getNodeParameter('whatToDo', 0, 'check') === 'propose')
			return await propose.call(this);
		for (let item = 0; item < this.getInputData().length; item++) {
			try {
				const input = settingsFromParameters((name, whenAbsent) =>
					this.getNodeParameter(name, item, whenAbsent),
				);
				const isRemoval = this.getNodeParameter('whatToDo', item, 'check') === 'removeVatSettings';
				const settings = isRemoval
					? withoutVatSettings(input)
					: await checkSettings.call(this, input, item);
				output.push({
					json: { client: settings.client, settings: settings as unknown as IDataObject },
					pairedItem: { item },
				});
			} catch (error) {
				output.push(failure.call(this, error, item));
			}
		}
		return [output];
	}
}

/** One proposal for all orders that came in; of what a trigger gives there is nothing to propose. */
async function propose(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		const input = settingsFromParameters((name, whenAbsent) =>
			this.getNodeParameter(name, 0, whenAbsent),
		);
		const orders = this.getInputData().map(({ json }) => json);
		if (orders.every((order) => Object.keys(order).length === 0)) {
			throw new NodeOperationError(this.getNode(), 'No orders came in to propose settings from', {
				description:
					"Let the shop's Get Many, with Simplify off, go into this node in a workflow of its own. To check and save settings, set 'What to Do' to Check Settings.",
			});
		}
		const json = await proposeFromOrders.call(this, input, orders);
		return [[{ json, pairedItem: orders.map((_, item) => ({ item })) }]];
	} catch (error) {
		return [[failure.call(this, error, 0)]];
	}
}

/** @throws NodeApiError or NodeOperationError unless the node goes on */
function failure(this: IExecuteFunctions, error: unknown, item: number): INodeExecutionData {
	if (!this.continueOnFail()) {
		throw error instanceof NodeApiError || error instanceof NodeOperationError
			? error
			: new NodeOperationError(this.getNode(), error as Error, { itemIndex: item });
	}
	const { message, description } = error as NodeOperationError;
	return { json: { error: message, tip: description ?? '' }, pairedItem: { item } };
}
