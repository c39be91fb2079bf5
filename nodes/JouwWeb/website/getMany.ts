import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { connectionOf } from '../connection';
import { limitOf, limitParameters } from '../limit';
import { pathTo, readList } from '../transport';

export const getManyDescription: INodeProperties[] = limitParameters({
	resource: ['website'],
	operation: ['getMany'],
});

/** Reads the websites the credential opens. */
export async function getMany(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const limit = limitOf.call(this, itemIndex);
	const authentication = this.getNodeParameter('authentication', itemIndex) as string;
	const connection = await connectionOf.call(this, authentication);
	const found: IDataObject[] = [];
	const path = pathTo(connection.layout.websitesPath, {});
	await readList.call(this, connection, { path, repeatIsEnd: true }, (websites) => {
		found.push(...websites);
		return found.length >= limit;
	});
	return found.slice(0, limit);
}
