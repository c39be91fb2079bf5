import type { INodeProperties } from 'n8n-workflow';

import { batch, bookFields } from '../salesEntry/book';
import * as get from './get';
import * as getMany from './getMany';

export const operations = { book: { batch }, get: get.execute, getMany: getMany.execute };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['salesOrder'] } },
		options: [
			{
				name: 'Book',
				value: 'book',
				action: 'Book sales orders',
				description: 'Make sales orders of drafts, with their customers and items, never twice',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get sales order',
				description: 'Retrieve one sales order with its lines and totals',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many sales orders',
				description: 'Retrieve many sales orders with their status and totals',
			},
		],
		default: 'book',
	},
	...bookFields('salesOrder'),
	...get.description,
	...getMany.description,
];
