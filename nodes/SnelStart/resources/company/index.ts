import type { INodeProperties } from 'n8n-workflow';

import * as get from './get';

export const operations = { get: get.execute };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['company'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get company',
				description: 'Retrieve the administration that the keys open',
			},
		],
		default: 'get',
	},
	...get.description,
];
