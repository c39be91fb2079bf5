import type { INodeProperties } from 'n8n-workflow';

import * as getMany from './getMany';

export const operations = { getMany: getMany.execute };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['ledgerAccount'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many ledger accounts',
				description: 'Retrieve many accounts with the VAT kinds they take',
			},
		],
		default: 'getMany',
	},
	...getMany.description,
];
