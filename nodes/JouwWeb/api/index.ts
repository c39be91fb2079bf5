import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../../shared/router';
import { call, callDescription } from './call';

export const apiOperations: Operations[string] = { call };

export const apiDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['api'] } },
		options: [
			{
				name: 'Call',
				value: 'call',
				action: 'Call the API',
				description: 'Send any request to the API of JouwWeb',
			},
		],
		default: 'call',
	},
	...callDescription,
];
