import { exactly, getMany as getManyOf } from '../../blocks/operations';
import { salesInvoiceKind } from './kind';

/** Reads sales invoices (verkoopfacturen); every sales entry has one. */
export const getMany = getManyOf(salesInvoiceKind, {
	description: 'Retrieve many sales invoices with what is open',
	conditions: [
		['Changed On', 'ModifiedOn', 'date'],
		['Due Date', 'VervalDatum', 'date'],
		['Invoice Amount', 'FactuurBedrag', 'number'],
		['Invoice Date', 'FactuurDatum', 'date'],
		['Invoice Number', 'Factuurnummer', 'text'],
		['Open Amount', 'OpenstaandSaldo', 'number'],
		['Relation ID', 'Relatie/Id', 'id'],
		['Sales Entry ID', 'VerkoopBoeking/Id', 'id'],
	],
	changedSince:
		'Only invoices that were added or changed after this moment. A payment alone does not always count as a change.',
	odataExample: 'e.g. OpenstaandSaldo gt 100',
	filters: [
		{
			field: {
				displayName: 'Invoice Number',
				name: 'invoiceNumber',
				type: 'string',
				default: '',
				description: 'Only the invoice with exactly this number',
			},
			filter: exactly('Factuurnummer'),
		},
		{
			field: {
				displayName: 'Open Only',
				name: 'openOnly',
				type: 'boolean',
				default: true,
				description: 'Whether to return only invoices that are not paid in full',
			},
			filter: (value) => (value === true ? 'OpenstaandSaldo ne 0' : undefined),
		},
	],
});
