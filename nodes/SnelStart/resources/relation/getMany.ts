import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { allOf, orFilters, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import {
	changedSinceField,
	listFields,
	odataFilterField,
	shownFor,
	simplifyField,
} from '../../fields';
import { changedSinceFilter, readLimit } from '../../readParameters';
import { simplifyRelation } from '../../simplify';

export const description = shownFor({ resource: 'relation', operations: ['getMany'] }, [
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
			{
				displayName: 'E-Mail',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. name@example.com',
				default: '',
				description: 'Only relations with exactly this e-mail address',
			},
			{
				displayName: 'Name Contains',
				name: 'name',
				type: 'string',
				default: '',
				description: 'Only relations with this text in their name',
			},
			odataFilterField,
		],
	},
]);

/** Reads relations (relaties) that fit every filter. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const email = String(filters.email ?? '').trim();
	const name = String(filters.name ?? '').trim();
	const filter = allOf([
		orFilters('Email', email ? [textLiteral(email), textLiteral(email.toLowerCase())] : [])[0],
		name && `substringof(${textLiteral(name)}, Naam) eq true`,
		changedSinceFilter.call(this, filters, itemIndex),
		String(filters.odataFilter ?? ''),
	]);
	const limit = readLimit.call(this, itemIndex);
	const relations = await getAll.call(this, '/relaties', { filter, limit });
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return simplify ? relations.map(simplifyRelation) : relations;
}
