import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../../shared/router';
import { get, getDescription } from './get';
import { getMany, getManyDescription } from './getMany';

export const orderOperations: Operations[string] = { get, getMany };

export const orderDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['order'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get an order',
				description: 'Read one order by its ID',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many orders',
				description: 'Read orders by date or status',
			},
		],
		default: 'getMany',
	},
	...getDescription,
	...getManyDescription,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show: { resource: ['order'] } },
	},
];
