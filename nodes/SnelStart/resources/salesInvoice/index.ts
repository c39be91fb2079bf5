import type { INodeProperties } from 'n8n-workflow';

import * as getMany from './getMany';

export const operations = { getMany: getMany.execute };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['salesInvoice'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many sales invoices',
				description: 'Retrieve many invoices with their open amounts',
			},
		],
		default: 'getMany',
	},
	...getMany.description,
];
