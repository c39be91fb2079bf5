import type { INodeProperties } from 'n8n-workflow';

import * as getMany from './getMany';

export const operations = { getMany: getMany.execute };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['journal'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many journals',
				description: 'Retrieve many journals of the administration',
			},
		],
		default: 'getMany',
	},
	...getMany.description,
];
