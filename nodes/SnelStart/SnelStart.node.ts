import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { operationsOf, resourceProperties, subtitleOf } from '../shared/kit/resource';
import { runOperations } from '../shared/router';
import { testKeys } from '../shared/snelStart/credentialTest';
import { listSearch } from './listSearches';
import { resources } from './resources';

export class SnelStart implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SnelStart',
		name: 'snelStart',
		icon: { light: 'file:../../icons/snelstart.svg', dark: 'file:../../icons/snelstart.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Book orders and read the books in SnelStart',
		defaults: { name: 'SnelStart' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'snelStartB2bApi', required: true, testedBy: 'testKeys' }],
		properties: resourceProperties(resources, 'salesEntry'),
	};

	methods = { credentialTest: { testKeys }, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations.call(this, operationsOf(resources));
	}
}
