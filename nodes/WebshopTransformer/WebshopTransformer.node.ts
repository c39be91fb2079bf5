import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import * as decideClaims from './decideClaims.operation';
import * as transformOrders from './transformOrders.operation';

const operations = { decideClaims, transformOrders };

export class WebshopTransformer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Webshop Transformer',
		name: 'webshopTransformer',
		icon: {
			light: 'file:../../icons/webshopTransformer.svg',
			dark: 'file:../../icons/webshopTransformer.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "decideClaims" ? "Decide claims" : "Transform orders: " + $parameter["shop"] }}',
		description:
			'Turn webshop orders into sales entry (verkoopboeking) drafts that add up to the cent, or say why not',
		defaults: { name: 'Webshop Transformer' },
		usableAsTool: true,
		inputs: `={{ $parameter["operation"] === "decideClaims" ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Rows" }] : [{ type: "${NodeConnectionTypes.Main}", displayName: "Orders" }, { type: "${NodeConnectionTypes.Main}", displayName: "Settings" }] }}`,
		outputs: `={{ ($parameter["operation"] === "decideClaims" ? ["Mine", "Give Back"] : ["Book", "Wait", "Nothing to Book", "Attention"]).map((displayName) => ({ type: "${NodeConnectionTypes.Main}", displayName })) }}`,
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Decide Claims',
						value: 'decideClaims',
						action: 'Decide claims',
						description:
							'Tell which claimed orders this run may book, so that two runs never book the same order',
					},
					{
						name: 'Transform Orders',
						value: 'transformOrders',
						action: 'Transform orders',
						description: 'Check raw orders of a shop and draft what must stand in the books',
					},
				],
				default: 'transformOrders',
			},
			...transformOrders.description,
			...decideClaims.description,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
		try {
			return operations[operation].execute.call(this);
		} catch (error) {
			if (!this.continueOnFail()) {
				throw error instanceof NodeOperationError
					? error
					: new NodeOperationError(this.getNode(), error as Error, { itemIndex: 0 });
			}
			const message = (error as Error).message;
			const last = this.getInputData().map((_, item) => ({
				json: { error: message },
				pairedItem: { item },
			}));
			return operations[operation].outputNames.map((_, index, all) =>
				index === all.length - 1 ? last : [],
			);
		}
	}
}
