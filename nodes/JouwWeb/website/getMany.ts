import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { connectionOf } from '../connection';
import { pathTo, readList } from '../transport';

const show = { resource: ['website'], operation: ['getMany'] };

export const getManyDescription: INodeProperties[] = [
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

/** Reads the websites the credential opens. */
export async function getMany(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const returnAll = this.getNodeParameter('returnAll', itemIndex) as boolean;
	const limit = returnAll ? Infinity : (this.getNodeParameter('limit', itemIndex) as number);
	const connection = connectionOf.call(this, itemIndex);
	const found: IDataObject[] = [];
	const path = pathTo(connection.layout.websitesPath, {});
	await readList.call(this, connection, { path, repeatIsEnd: true }, (websites) => {
		found.push(...websites);
		return found.length >= limit;
	});
	return found.slice(0, limit);
}
