import type { IDataObject } from 'n8n-workflow';

import { allOf, orFilters, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import { conditionFilters, conditionsField, type FilterProperty } from '../../blocks/conditions';
import type { Operation } from '../../blocks/operations';
import { changedSinceField, listFields, odataFilterField, simplifyField } from '../../fields';
import { changedSinceFilter, readLimit } from '../../readParameters';
import { simplifyRelation } from '../../simplify';

const conditions: FilterProperty[] = [
	['BIC', 'Bic', 'text'],
	['Changed On', 'ModifiedOn', 'date'],
	['Chamber of Commerce Number (KvK)', 'KvkNummer', 'text'],
	['City', 'VestigingsAdres/Plaats', 'text'],
	['Country ID', 'VestigingsAdres/Land/Id', 'id'],
	['Credit Limit', 'KredietLimiet', 'number'],
	['E-Mail', 'Email', 'text'],
	['IBAN', 'Iban', 'text'],
	['Inactive', 'Nonactief', 'flag'],
	['Name', 'Naam', 'text'],
	['Phone', 'Telefoon', 'text'],
	['Postcode', 'VestigingsAdres/Postcode', 'text'],
	['Relation Code', 'Relatiecode', 'number'],
	['VAT Number', 'BtwNummer', 'text'],
];

/** Reads relations (relaties) that fit every filter. */
export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many relations',
	description: 'Retrieve many customers and suppliers',
	fields: [
		...listFields,
		simplifyField,
		conditionsField(conditions),
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
	],
	async execute(itemIndex) {
		const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
		const email = String(filters.email ?? '').trim();
		const name = String(filters.name ?? '').trim();
		const filter = allOf([
			...conditionFilters.call(this, conditions, itemIndex),
			orFilters('Email', email ? [textLiteral(email), textLiteral(email.toLowerCase())] : [])[0],
			name && `substringof(${textLiteral(name)}, Naam) eq true`,
			changedSinceFilter.call(this, filters, itemIndex),
			String(filters.odataFilter ?? ''),
		]);
		const limit = readLimit.call(this, itemIndex);
		const relations = await getAll.call(this, '/relaties', { filter, limit });
		const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
		return simplify ? relations.map(simplifyRelation) : relations;
	},
};
