import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

export const websiteParameter: INodeProperties = {
	displayName: 'Website',
	name: 'website',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The website whose webshop to read: one login may open several',
	displayOptions: { show: { resource: ['order'] } },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchWebsites', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12345' },
	],
};

/** The chosen website's ID. @throws NodeOperationError when none is chosen */
export function websiteId(this: IExecuteFunctions, itemIndex: number): string {
	const chosen = this.getNodeParameter('website', itemIndex, '', { extractValue: true });
	const id = String(chosen ?? '').trim();
	if (id !== '') return id;
	throw new NodeOperationError(this.getNode(), "No 'Website' is chosen", {
		itemIndex,
		description: "Choose it from the list, or enter its ID with 'By ID'",
	});
}
