import type { IDataObject } from 'n8n-workflow';

import { allOf, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import { conditionFilters, conditionsField, type FilterProperty } from '../../blocks/conditions';
import type { Operation } from '../../blocks/operations';
import { changedSinceField, listFields, odataFilterField, simplifyField } from '../../fields';
import { changedSinceFilter, readLimit } from '../../readParameters';
import { simplifySalesInvoice } from '../../simplify';

const conditions: FilterProperty[] = [
	['Changed On', 'ModifiedOn', 'date'],
	['Due Date', 'VervalDatum', 'date'],
	['Invoice Amount', 'FactuurBedrag', 'number'],
	['Invoice Date', 'FactuurDatum', 'date'],
	['Invoice Number', 'Factuurnummer', 'text'],
	['Open Amount', 'OpenstaandSaldo', 'number'],
	['Relation ID', 'Relatie/Id', 'id'],
	['Sales Entry ID', 'VerkoopBoeking/Id', 'id'],
];

/** Reads sales invoices (verkoopfacturen); every sales entry has one. */
export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many sales invoices',
	description: 'Retrieve many sales invoices with what is open',
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
	],
	async execute(itemIndex) {
		const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
		const number = String(filters.invoiceNumber ?? '').trim();
		const filter = allOf([
			...conditionFilters.call(this, conditions, itemIndex),
			number && `Factuurnummer eq ${textLiteral(number)}`,
			filters.openOnly === true ? 'OpenstaandSaldo ne 0' : undefined,
			changedSinceFilter.call(this, filters, itemIndex),
			String(filters.odataFilter ?? ''),
		]);
		const limit = readLimit.call(this, itemIndex);
		const invoices = await getAll.call(this, '/verkoopfacturen', { filter, limit });
		const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
		return simplify ? invoices.map(simplifySalesInvoice) : invoices;
	},
};
