import type { IDisplayOptions, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** "Return All" and "Limit" of an operation that reads a list. */
export function limitParameters(show: NonNullable<IDisplayOptions['show']>): INodeProperties[] {
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
			displayOptions: { show },
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
			displayOptions: { show: { ...show, returnAll: [false] } },
		},
	];
}

/** How many results are wanted at most. */
export function limitOf(this: IExecuteFunctions, itemIndex: number): number {
	const returnAll = this.getNodeParameter('returnAll', itemIndex) as boolean;
	return returnAll ? Infinity : (this.getNodeParameter('limit', itemIndex) as number);
}
