import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { operationsOf, resourceProperties, subtitleOf } from '../shared/kit/resource';
import { runOperations } from '../shared/router';
import { api } from './api';
import { authenticationParameter } from './authentication';
import { testToken } from './credentialTest';
import { order } from './order';
import { getStatuses } from './order/statuses';
import { product } from './product';
import { website } from './website';
import { searchWebsites } from './website/search';

const resources = { api, order, product, website };

export class JouwWeb implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'JouwWeb',
		name: 'jouwWeb',
		icon: { light: 'file:../../icons/jouwweb.svg', dark: 'file:../../icons/jouwweb.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: subtitleOf(resources),
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
		properties: [authenticationParameter, ...resourceProperties(resources, 'order')],
	};

	methods = {
		credentialTest: { testToken },
		listSearch: { searchWebsites },
		loadOptions: { getStatuses },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations.call(this, operationsOf(resources));
	}
}
