import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { allOf, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import {
	changedSinceField,
	includeInactiveField,
	listFields,
	odataFilterField,
	shownFor,
	simplifyField,
} from '../../fields';
import { changedSinceFilter, readLimit } from '../../readParameters';
import { simplifyArticle } from './simplify';

export const description = shownFor({ resource: 'article', operations: ['getMany'] }, [
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
]);

/** Reads articles (artikelen) that fit every filter. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const code = String(filters.code ?? '').trim();
	const filter = allOf([
		code && `Artikelcode eq ${textLiteral(code)}`,
		filters.includeInactive === true ? undefined : 'IsNonActief eq false',
		changedSinceFilter.call(this, filters, itemIndex),
		String(filters.odataFilter ?? ''),
	]);
	const limit = readLimit.call(this, itemIndex);
	const articles = await getAll.call(this, '/artikelen', { filter, limit });
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return simplify ? articles.map(simplifyArticle) : articles;
}
