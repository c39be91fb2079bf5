import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';

import { authenticationParameter } from './authentication';
import { subtitleOfChoice } from '../shared/kit/resource';
import { testToken } from './credentialTest';
import { getStatuses } from './order/statuses';
import { pollOrders, pollParameters } from './order/poll';
import { websiteParameter } from './website/parameter';
import { searchWebsites } from './website/search';

export class JouwWebTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'JouwWeb Trigger',
		name: 'jouwWebTrigger',
		icon: { light: 'file:../../icons/jouwweb.svg', dark: 'file:../../icons/jouwweb.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: subtitleOfChoice(pollParameters.find(({ name }) => name === 'event')!),
		description: 'Start a workflow when a JouwWeb (Webador) webshop has new or changed orders',
		defaults: { name: 'JouwWeb Trigger' },
		polling: true,
		inputs: [],
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
		properties: [authenticationParameter, websiteParameter, ...pollParameters],
	};

	methods = {
		credentialTest: { testToken },
		listSearch: { searchWebsites },
		loadOptions: { getStatuses },
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const orders = await pollOrders.call(this);
		return orders.length > 0 ? [this.helpers.returnJsonArray(orders)] : null;
	}
}
