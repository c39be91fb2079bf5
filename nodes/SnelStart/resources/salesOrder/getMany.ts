import type { IDataObject } from 'n8n-workflow';

import { allOf, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import { conditionFilters, conditionsField, type FilterProperty } from '../../blocks/conditions';
import type { Operation } from '../../blocks/operations';
import { changedSinceField, listFields, odataFilterField, simplifyField } from '../../fields';
import { changedSinceFilter, readLimit } from '../../readParameters';
import { simplifySalesOrder } from './simplify';

const conditions: FilterProperty[] = [
	['Changed On', 'ModifiedOn', 'date'],
	['Date', 'Datum', 'date'],
	['Description', 'Omschrijving', 'text'],
	['Number', 'Nummer', 'number'],
	['Process Status', 'ProcesStatus', 'text'],
	['Reference', 'Orderreferentie', 'text'],
	['Relation ID', 'Relatie/Id', 'id'],
	['Total Including VAT', 'TotaalInclusiefBtw', 'number'],
];

/** Reads sales orders (verkooporders) that fit every filter. */
export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many sales orders',
	description: 'Retrieve many sales orders with their status and totals',
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
	],
	async execute(itemIndex) {
		const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
		const reference = String(filters.reference ?? '').trim();
		const filter = allOf([
			...conditionFilters.call(this, conditions, itemIndex),
			reference && `Orderreferentie eq ${textLiteral(reference)}`,
			changedSinceFilter.call(this, filters, itemIndex),
			String(filters.odataFilter ?? ''),
		]);
		const limit = readLimit.call(this, itemIndex);
		const orders = await getAll.call(this, '/verkooporders', { filter, limit });
		const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
		return simplify ? orders.map(simplifySalesOrder) : orders;
	},
};
