import type { Resource } from '../../shared/kit/resource';
import { english, isTrue } from '../blocks/english';
import { getMany, getOne, type Kind } from '../blocks/operations';

const kind: Kind = {
	singular: 'sales order template',
	plural: 'sales order templates',
	path: '/verkoopordersjablonen',
	simplify: english({
		id: 'id',
		name: 'omschrijving',
		inactive: isTrue('nonactief'),
		pricesExcludeVat: isTrue('prijsIngaveExclusiefBtw'),
		newOrdersBlocked: isTrue('nieuweOrdersBlokkeren'),
	}),
	id: {
		name: 'salesOrderTemplateId',
		displayName: 'Sales Order Template',
		description: 'The template (verkoopordersjabloon)',
		search: 'searchSalesOrderTemplates',
	},
};

/** Sales order templates (verkoopordersjablonen), only read. */
export const salesOrderTemplate: Resource = {
	name: 'Sales Order Template (Verkoopordersjabloon)',
	operations: {
		get: getOne(kind),
		getMany: getMany(kind, {
			inactive: 'nonactief',
			order: (a, b) => String(a.omschrijving).localeCompare(String(b.omschrijving), 'nl'),
		}),
	},
	start: 'getMany',
};
