import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import * as decideClaims from './decideClaims.operation';
import * as draftPayments from './draftPayments.operation';
import * as matchPayout from './matchPayout.operation';
import * as reverseOrders from './reverseOrders.operation';
import * as transformOrders from './transformOrders.operation';
import * as transformRefunds from './transformRefunds.operation';

const { cancelOrders, correctOrders } = reverseOrders;
const operations = {
	cancelOrders,
	correctOrders,
	decideClaims,
	draftPayments,
	matchPayout,
	transformOrders,
	transformRefunds,
};

interface Operation {
	execute(this: IExecuteFunctions): INodeExecutionData[][] | Promise<INodeExecutionData[][]>;
}

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
			'={{ $parameter["operation"] === "decideClaims" ? "Decide claims" : ({ cancelOrders: "Cancel orders", correctOrders: "Correct orders", draftPayments: "Draft payments", matchPayout: "Match payouts", transformRefunds: "Transform refunds" }[$parameter["operation"]] ?? "Transform orders") + ": " + $parameter["shop"] }}',
		description:
			'Turn webshop orders into sales entry (verkoopboeking) drafts that add up to the cent, or say why not',
		defaults: { name: 'Webshop Transformer' },
		usableAsTool: true,
		inputs: `={{ $parameter["operation"] === "decideClaims" ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Rows" }] : $parameter["operation"] === "matchPayout" ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Payouts" }, { type: "${NodeConnectionTypes.Main}", displayName: "Settings" }, { type: "${NodeConnectionTypes.Main}", displayName: "Orders" }] : [{ type: "${NodeConnectionTypes.Main}", displayName: $parameter["operation"] === "transformRefunds" ? "Refunds" : "Orders" }, { type: "${NodeConnectionTypes.Main}", displayName: "Settings" }] }}`,
		outputs: `={{ ($parameter["operation"] === "decideClaims" ? ["Mine", "Give Back"] : $parameter["operation"] === "matchPayout" ? ["Book", "Unmatched", "Attention"] : ["Book", "Wait", "Nothing to Book", "Attention"]).map((displayName) => ({ type: "${NodeConnectionTypes.Main}", displayName })) }}`,
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Order', value: 'order' },
					{ name: 'Payment', value: 'payment' },
					{ name: 'Payout', value: 'payout' },
				],
				default: 'order',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['order'] } },
				options: [
					{
						name: 'Cancel Orders',
						value: 'cancelOrders',
						action: 'Cancel orders',
						description: 'Draft credit notes (creditnota) of booked orders that were cancelled',
					},
					{
						name: 'Correct Orders',
						value: 'correctOrders',
						action: 'Correct orders',
						description:
							'Draft a credit note and a new entry of booked orders that were changed afterwards',
					},
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
					{
						name: 'Transform Refunds',
						value: 'transformRefunds',
						action: 'Transform refunds',
						description: 'Draft credit notes (creditnota) of the refunds of booked orders',
					},
				],
				default: 'transformOrders',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['payment'] } },
				options: [
					{
						name: 'Draft Payments',
						value: 'draftPayments',
						action: 'Draft payments',
						description: 'Draft the payments of booked orders on their open items',
					},
				],
				default: 'draftPayments',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['payout'] } },
				options: [
					{
						name: 'Match Payouts',
						value: 'matchPayout',
						action: 'Match payouts',
						description: 'Explain every cent of a payout of a payment provider and draft its entry',
					},
				],
				default: 'matchPayout',
			},
			...transformOrders.description,
			...decideClaims.description,
			...draftPayments.description,
			...matchPayout.description,
			...transformRefunds.description,
			...reverseOrders.description,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
		try {
			const { execute }: Operation = operations[operation];
			return await execute.call(this);
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
