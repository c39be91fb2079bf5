import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { allOf, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import {
	changedSinceField,
	listFields,
	odataFilterField,
	shownFor,
	simplifyField,
} from '../../fields';
import { changedSinceFilter, readLimit } from '../../readParameters';
import { simplifySalesInvoice } from '../../simplify';

export const description = shownFor({ resource: 'salesInvoice', operations: ['getMany'] }, [
	...listFields,
	simplifyField,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				...changedSinceField,
				description:
					'Only invoices that were added or changed after this moment. A payment alone does not always count as a change.',
			},
			{
				displayName: 'Invoice Number',
				name: 'invoiceNumber',
				type: 'string',
				default: '',
				description: 'Only the invoice with exactly this number',
			},
			{ ...odataFilterField, placeholder: 'e.g. OpenstaandSaldo gt 100' },
			{
				displayName: 'Open Only',
				name: 'openOnly',
				type: 'boolean',
				default: true,
				description: 'Whether to return only invoices that are not paid in full',
			},
		],
	},
]);

/** Reads sales invoices (verkoopfacturen); every sales entry has one. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const number = String(filters.invoiceNumber ?? '').trim();
	const filter = allOf([
		number && `Factuurnummer eq ${textLiteral(number)}`,
		filters.openOnly === true ? 'OpenstaandSaldo ne 0' : undefined,
		changedSinceFilter.call(this, filters, itemIndex),
		String(filters.odataFilter ?? ''),
	]);
	const limit = readLimit.call(this, itemIndex);
	const invoices = await getAll.call(this, '/verkoopfacturen', { filter, limit });
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return simplify ? invoices.map(simplifySalesInvoice) : invoices;
}
