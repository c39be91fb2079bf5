import type { INodeProperties } from 'n8n-workflow';

import * as create from './create';
import * as findByEmail from './findByEmail';
import * as get from './get';
import * as getMany from './getMany';

export const operations = {
	create: create.execute,
	findByEmail: findByEmail.execute,
	get: get.execute,
	getMany: getMany.execute,
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['relation'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create relation',
				description: 'Add a customer or supplier',
			},
			{
				name: 'Find by E-Mail',
				value: 'findByEmail',
				action: 'Find relation by address',
				description: 'Look up the customers with an e-mail address',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get relation',
				description: 'Retrieve one customer or supplier',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many relations',
				description: 'Retrieve many customers and suppliers',
			},
		],
		default: 'getMany',
	},
	...create.description,
	...findByEmail.description,
	...get.description,
	...getMany.description,
];
