import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { journals } from '../../../shared/snelStart/referenceData';
import { includeInactiveField, listFields, shownFor } from '../../fields';
import { readLimit } from '../../readParameters';

export const description = shownFor({ resource: 'journal', operations: ['getMany'] }, [
	...listFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [includeInactiveField],
	},
]);

/** Reads journals (dagboeken) by number. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const options = this.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const records = await journals.call(this);
	return records
		.filter(({ inactive }) => options.includeInactive === true || !inactive)
		.slice(0, readLimit.call(this, itemIndex))
		.map((record) => ({ ...record }));
}
