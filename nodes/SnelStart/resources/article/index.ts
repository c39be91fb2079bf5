import type { INodeProperties } from 'n8n-workflow';

import * as findOrCreate from './findOrCreate';
import * as getMany from './getMany';

export const operations = { findOrCreate: findOrCreate.execute, getMany: getMany.execute };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['article'] } },
		options: [
			{
				name: 'Find or Create',
				value: 'findOrCreate',
				action: 'Find or create article',
				description: 'Retrieve an article by its code, or add it when there is none',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many articles',
				description: 'Retrieve many articles with their revenue group',
			},
		],
		default: 'getMany',
	},
	...findOrCreate.description,
	...getMany.description,
];
