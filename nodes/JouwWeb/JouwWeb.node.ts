import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { runOperations } from '../shared/router';
import { apiLayoutDescription } from './apiLayout';
import { orderDescription, orderOperations } from './order';
import { websiteDescription, websiteOperations } from './website';
import { searchWebsites } from './website/search';

export class JouwWeb implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'JouwWeb',
		name: 'jouwWeb',
		icon: { light: 'file:../../icons/jouwweb.svg', dark: 'file:../../icons/jouwweb.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read the webshop orders of a JouwWeb (Webador) website',
		defaults: { name: 'JouwWeb' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'jouwWebTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['token'] } },
			},
			{
				name: 'jouwWebOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				options: [
					{ name: 'OAuth2', value: 'oAuth2', description: 'The owner of the shop logs in' },
					{ name: 'Token', value: 'token', description: 'A token that JouwWeb gave you' },
				],
				default: 'token',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Order', value: 'order' },
					{ name: 'Website', value: 'website' },
				],
				default: 'order',
			},
			...orderDescription,
			...websiteDescription,
			apiLayoutDescription,
		],
	};

	methods = { listSearch: { searchWebsites } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations.call(this, {
			order: orderOperations,
			website: websiteOperations,
		});
	}
}
