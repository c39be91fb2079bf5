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
import { simplifySalesOrder } from './simplify';

export const description = shownFor({ resource: 'salesOrder', operations: ['getMany'] }, [
	...listFields,
	simplifyField,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			changedSinceField,
			{ ...odataFilterField, placeholder: "e.g. ProcesStatus eq 'Order'" },
			{
				displayName: 'Reference',
				name: 'reference',
				type: 'string',
				default: '',
				description: 'Only the sales order with exactly this reference (orderreferentie)',
			},
		],
	},
]);

/** Reads sales orders (verkooporders) that fit every filter. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const reference = String(filters.reference ?? '').trim();
	const filter = allOf([
		reference && `Orderreferentie eq ${textLiteral(reference)}`,
		changedSinceFilter.call(this, filters, itemIndex),
		String(filters.odataFilter ?? ''),
	]);
	const limit = readLimit.call(this, itemIndex);
	const orders = await getAll.call(this, '/verkooporders', { filter, limit });
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return simplify ? orders.map(simplifySalesOrder) : orders;
}
