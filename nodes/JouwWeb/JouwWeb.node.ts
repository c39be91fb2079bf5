import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { runOperations } from '../shared/router';
import { apiDescription, apiOperations } from './api';
import { authenticationParameter } from './authentication';
import { testToken } from './credentialTest';
import { orderDescription, orderOperations } from './order';
import { getStatuses } from './order/statuses';
import { productDescription, productOperations } from './product';
import { websiteDescription, websiteOperations } from './website';
import { websiteParameter } from './website/parameter';
import { searchWebsites } from './website/search';

export class JouwWeb implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'JouwWeb',
		name: 'jouwWeb',
		icon: { light: 'file:../../icons/jouwweb.svg', dark: 'file:../../icons/jouwweb.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read the orders and products of a JouwWeb (Webador) webshop',
		defaults: { name: 'JouwWeb' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'jouwWebTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['token'] } },
				testedBy: 'testToken',
			},
			{
				name: 'jouwWebOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [
			authenticationParameter,
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'API', value: 'api' },
					{ name: 'Order', value: 'order' },
					{ name: 'Product', value: 'product' },
					{ name: 'Website', value: 'website' },
				],
				default: 'order',
			},
			...apiDescription,
			{ ...websiteParameter, displayOptions: { show: { resource: ['order', 'product'] } } },
			...orderDescription,
			...productDescription,
			...websiteDescription,
		],
	};

	methods = {
		credentialTest: { testToken },
		listSearch: { searchWebsites },
		loadOptions: { getStatuses },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations.call(this, {
			api: apiOperations,
			order: orderOperations,
			product: productOperations,
			website: websiteOperations,
		});
	}
}
