import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeProperties, IPollFunctions } from 'n8n-workflow';

export const websiteParameter: INodeProperties = {
	displayName: 'Website',
	name: 'website',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The website whose webshop to read: one login may open several',
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
	return idOrThrow.call(this, chosen, itemIndex);
}

/** The same for a trigger. @throws NodeOperationError when none is chosen */
export function polledWebsiteId(this: IPollFunctions): string {
	const chosen = this.getNodeParameter('website', '', { extractValue: true });
	return idOrThrow.call(this, chosen);
}

/** The ID in a "Website" parameter; empty when none is chosen. */
export function chosenWebsite(value: unknown): string {
	const isLocator = typeof value === 'object' && value !== null && 'value' in value;
	return String((isLocator ? value.value : value) ?? '').trim();
}

function idOrThrow(
	this: IExecuteFunctions | IPollFunctions,
	chosen: unknown,
	itemIndex?: number,
): string {
	const id = chosenWebsite(chosen);
	if (id !== '') return id;
	throw new NodeOperationError(this.getNode(), "No 'Website' is chosen", {
		itemIndex,
		description: "Choose it from the list, or enter its ID with 'By ID'",
	});
}
