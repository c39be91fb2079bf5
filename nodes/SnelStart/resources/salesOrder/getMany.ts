import { exactly, getMany as getManyOf } from '../../blocks/operations';
import { salesOrderKind } from './kind';

/** Reads sales orders (verkooporders) that fit every filter. */
export const getMany = getManyOf(salesOrderKind, {
	description: 'Retrieve many sales orders with their status and totals',
	conditions: [
		['Changed On', 'ModifiedOn', 'date'],
		['Date', 'Datum', 'date'],
		['Description', 'Omschrijving', 'text'],
		['Number', 'Nummer', 'number'],
		['Process Status', 'ProcesStatus', 'text'],
		['Reference', 'Orderreferentie', 'text'],
		['Relation ID', 'Relatie/Id', 'id'],
		['Total Including VAT', 'TotaalInclusiefBtw', 'number'],
	],
	changedSince: true,
	odataExample: "e.g. ProcesStatus eq 'Order'",
	filters: [
		{
			field: {
				displayName: 'Reference',
				name: 'reference',
				type: 'string',
				default: '',
				description: 'Only the sales order with exactly this reference (orderreferentie)',
			},
			filter: exactly('Orderreferentie'),
		},
	],
});
