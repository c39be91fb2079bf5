import type { IDataObject } from 'n8n-workflow';

import { allOf, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import { conditionFilters, conditionsField, type FilterProperty } from '../../blocks/conditions';
import type { Operation } from '../../blocks/operations';
import {
	changedSinceField,
	includeInactiveField,
	listFields,
	odataFilterField,
	simplifyField,
} from '../../fields';
import { changedSinceFilter, readLimit } from '../../readParameters';
import { simplifyArticle } from './simplify';

const conditions: FilterProperty[] = [
	['Changed On', 'ModifiedOn', 'date'],
	['Code', 'Artikelcode', 'text'],
	['Description', 'Omschrijving', 'text'],
	['Free Stock', 'VrijeVoorraad', 'number'],
	['Price', 'Verkoopprijs', 'number'],
	['Revenue Group ID', 'ArtikelOmzetgroep/Id', 'id'],
	['Stock', 'TechnischeVoorraad', 'number'],
];

/** Reads articles (artikelen) that fit every filter. */
export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many articles',
	description: 'Retrieve many articles with their revenue group',
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
					displayName: 'Code',
					name: 'code',
					type: 'string',
					default: '',
					description: 'Only the article with exactly this code (artikelcode)',
				},
				includeInactiveField,
				{ ...odataFilterField, placeholder: 'e.g. VrijeVoorraad lt 0' },
			],
		},
	],
	async execute(itemIndex) {
		const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
		const code = String(filters.code ?? '').trim();
		const filter = allOf([
			...conditionFilters.call(this, conditions, itemIndex),
			code && `Artikelcode eq ${textLiteral(code)}`,
			filters.includeInactive === true ? undefined : 'IsNonActief eq false',
			changedSinceFilter.call(this, filters, itemIndex),
			String(filters.odataFilter ?? ''),
		]);
		const limit = readLimit.call(this, itemIndex);
		const articles = await getAll.call(this, '/artikelen', { filter, limit });
		const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
		return simplify ? articles.map(simplifyArticle) : articles;
	},
};
