import type { INodeProperties } from 'n8n-workflow';

import * as book from './book';
import * as get from './get';

export const operations = { book: { batch: book.batch }, get: get.execute };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['salesEntry'] } },
		options: [
			{
				name: 'Book',
				value: 'book',
				action: 'Book sales entries',
				description: 'Book drafts of orders with their customers, never twice',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get sales entry',
				description: 'Retrieve one booking with its lines and VAT',
			},
		],
		default: 'book',
	},
	...book.description,
	...get.description,
];
