import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { read } from '../../../shared/snelStart/transport';
import { shownFor, simplifyField } from '../../fields';
import { readId } from '../../readParameters';
import { simplifySalesEntry } from '../../simplify';

export const description = shownFor({ resource: 'salesEntry', operations: ['get'] }, [
	{
		displayName: 'Sales Entry ID',
		name: 'salesEntryId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90',
		description: "The 'salesEntryId' that Book or Sales Invoice returns",
	},
	simplifyField,
]);

/** Reads one sales entry (verkoopboeking) with its lines and VAT. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const id = readId.call(this, 'salesEntryId', 'Sales Entry ID', itemIndex);
	const entry = (await read.call(this, `/verkoopboekingen/${id}`)) as IDataObject;
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return [simplify ? simplifySalesEntry(entry) : entry];
}
