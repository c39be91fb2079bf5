import type { Resource } from '../../../shared/kit/resource';
import { getAll } from '../../../shared/snelStart/paging';
import { getCustomFields, updateCustomFields } from '../../blocks/customFields';
import { create, getOne, remove, update, upsert } from '../../blocks/operations';
import * as fields from './fields';
import { findByEmail } from './findByEmail';
import { findOrCreate } from './findOrCreate';
import { getCountries } from './getCountries';
import { getMany } from './getMany';
import { relationKind } from './kind';
import { getDirectDebitMandates, getPurchaseEntries, getSalesEntries } from './lists';

const customFields = [
	['klantCustomFields', 'Customer Fields'],
	['leverancierCustomFields', 'Supplier Fields'],
] as const;

/** Customers and suppliers (relaties). */
export const relation: Resource = {
	name: 'Relation (Relatie)',
	operations: {
		create: create(relationKind, fields.create),
		delete: remove(relationKind),
		findByEmail,
		findOrCreate,
		get: getOne(relationKind),
		getCountries,
		getCustomFields: getCustomFields(relationKind, customFields),
		getDirectDebitMandates,
		getMany,
		getPurchaseEntries,
		getSalesEntries,
		update: update(relationKind, fields.update),
		updateCustomFields: updateCustomFields(relationKind, customFields),
		upsert: upsert(relationKind, fields.upsert, {
			field: fields.code,
			async find(code) {
				return await getAll.call(this, relationKind.path, {
					filter: `Relatiecode eq ${String(code)}`,
				});
			},
		}),
	},
	start: 'getMany',
};
