import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { operationsOf, resourceProperties, subtitleOf } from '../shared/kit/resource';
import { runOperations } from '../shared/router';
import { testShop } from './credentialTest';
import { listSearch } from './listSearches';
import { resources } from './resources';

export class WooCommerce implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WooCommerce Store',
		name: 'wooCommerce',
		icon: {
			light: 'file:../../icons/woocommerce.svg',
			dark: 'file:../../icons/woocommerce.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Read and change orders, refunds, products and settings of a WooCommerce shop',
		defaults: { name: 'WooCommerce Store' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wooCommerceStoreApi', required: true, testedBy: 'testShop' }],
		properties: resourceProperties(resources, 'order'),
	};

	methods = { credentialTest: { testShop }, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations.call(this, operationsOf(resources));
	}
}
