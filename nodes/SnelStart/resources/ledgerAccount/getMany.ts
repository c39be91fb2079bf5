import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { getAll } from '../../../shared/snelStart/paging';
import { toLedgerAccount } from '../../../shared/snelStart/referenceData';
import { includeInactiveField, listFields, shownFor, simplifyField } from '../../fields';
import { readLimit } from '../../readParameters';

export const description = shownFor({ resource: 'ledgerAccount', operations: ['getMany'] }, [
	...listFields,
	simplifyField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [includeInactiveField],
	},
]);

/** Reads ledger accounts (grootboekrekeningen) by number, with the VAT kinds they take. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const options = this.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const rows = await getAll.call(this, '/grootboeken');
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return rows
		.filter(({ nonactief }) => options.includeInactive === true || nonactief !== true)
		.sort((a, b) => Number(a.nummer) - Number(b.nummer))
		.slice(0, readLimit.call(this, itemIndex))
		.map((row) => (simplify ? { ...toLedgerAccount(row) } : row));
}
