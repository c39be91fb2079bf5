import type { INodeProperties } from 'n8n-workflow';

import { batch, bookFields } from '../salesEntry/book';

/** SnelStart books a credit note as a sales entry with negative amounts (SnelStart reference 4.5). */
export const operations = { book: { batch } };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['creditNote'] } },
		options: [
			{
				name: 'Book',
				value: 'book',
				action: 'Book credit notes',
				description: 'Book drafts of credit notes as negative sales entries, never twice',
			},
		],
		default: 'book',
	},
	...bookFields('creditNote'),
];
