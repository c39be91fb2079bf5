import type { INodeProperties } from 'n8n-workflow';

import * as getMany from './getMany';

export const operations = { getMany: getMany.execute };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['costCentre'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many cost centres',
				description: 'Retrieve many cost centres of the administration',
			},
		],
		default: 'getMany',
	},
	...getMany.description,
];
