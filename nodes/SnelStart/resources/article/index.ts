import type { Resource } from '../../../shared/kit/resource';
import { textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import { getCustomFields, updateCustomFields } from '../../blocks/customFields';
import { flag, number, reference, text } from '../../blocks/field';
import { create, getOne, remove, update, upsert } from '../../blocks/operations';
import { findOrCreate } from './findOrCreate';
import { getMany } from './getMany';
import { articleKind as kind } from './kind';

const code = text({
	path: 'artikelcode',
	name: 'code',
	displayName: 'Code',
	description: 'Each code only once (artikelcode)',
});
const required = [
	code,
	text({
		path: 'omschrijving',
		name: 'articleDescription',
		displayName: 'Description',
		description: 'At most 250 characters',
	}),
	reference(
		{
			path: 'artikelOmzetgroep',
			name: 'revenueGroup',
			displayName: 'Revenue Group',
			description: 'VAT and ledger account of the article (artikelomzetgroep)',
		},
		'searchRevenueGroups',
	),
];
const additional = [
	flag({
		path: 'isNonActief',
		name: 'inactive',
		displayName: 'Inactive',
		description: 'Whether the article is no longer in use',
	}),
	number({ path: 'inkoopprijs', name: 'purchasePrice', displayName: 'Purchase Price' }),
	number({ path: 'verkoopprijs', name: 'price', displayName: 'Sales Price' }),
	flag({
		path: 'voorraadControle',
		name: 'stockKept',
		displayName: 'Stock Kept',
		description: 'Whether SnelStart keeps the stock of the article (voorraadcontrole)',
	}),
	reference({ path: 'relatie', name: 'supplierId', displayName: 'Supplier' }, 'searchRelations'),
	text({ path: 'eenheid', name: 'unit', displayName: 'Unit', placeholder: 'e.g. piece' }),
];
const customFields = [['', 'Custom Fields']] as const;

/** Articles (artikelen). */
export const article: Resource = {
	name: 'Article (Artikel)',
	operations: {
		create: create(kind, { required, additional }),
		delete: remove(kind),
		findOrCreate,
		get: getOne(kind),
		getCustomFields: getCustomFields(kind, customFields),
		getMany,
		update: update(kind, [...required, ...additional]),
		updateCustomFields: updateCustomFields(kind, customFields),
		upsert: upsert(
			kind,
			{ required, additional },
			{
				field: code,
				async find(wanted) {
					const filter = `Artikelcode eq ${textLiteral(String(wanted))}`;
					return await getAll.call(this, kind.path, { filter });
				},
			},
		),
	},
	start: 'getMany',
};
