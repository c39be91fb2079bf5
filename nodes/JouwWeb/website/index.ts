import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../../shared/router';
import { getMany, getManyDescription } from './getMany';

export const websiteOperations: Operations[string] = { getMany };

export const websiteDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['website'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many websites',
				description: 'Read the websites this login opens',
			},
		],
		default: 'getMany',
	},
	...getManyDescription,
];
