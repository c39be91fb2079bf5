import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../../shared/router';
import { getMany, getManyDescription } from './getMany';

export const productOperations: Operations[string] = { getMany };

export const productDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['product'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many products',
				description: 'Read the products of a webshop',
			},
		],
		default: 'getMany',
	},
	...getManyDescription,
];
