import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { read } from '../../../shared/snelStart/transport';
import { relationField, shownFor, simplifyField } from '../../fields';
import { readId } from '../../readParameters';
import { simplifyRelation } from '../../simplify';

export const description = shownFor({ resource: 'relation', operations: ['get'] }, [
	relationField,
	simplifyField,
]);

/** Reads one relation (relatie). */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const id = readId.call(this, 'relationId', 'Relation', itemIndex);
	const relation = (await read.call(this, `/relaties/${id}`)) as IDataObject;
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return [simplify ? simplifyRelation(relation) : relation];
}
