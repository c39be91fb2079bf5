import type { Resource } from '../../shared/kit/resource';
import { dayOf, english, idIn } from '../blocks/english';
import { getMany, type Kind } from '../blocks/operations';

const kind: Kind = {
	singular: 'purchase invoice',
	plural: 'purchase invoices',
	path: '/inkoopfacturen',
	simplify: english({
		id: 'id',
		invoiceNumber: 'factuurnummer',
		invoiceDate: dayOf('factuurDatum'),
		dueDate: dayOf('vervalDatum'),
		invoiceAmount: 'factuurBedrag',
		openAmount: 'openstaandSaldo',
		relationId: idIn('relatie'),
		purchaseEntryId: idIn('inkoopBoeking'),
		changedOn: 'modifiedOn',
	}),
	id: {
		name: 'purchaseInvoiceId',
		displayName: 'Purchase Invoice ID',
		description: 'The purchase invoice (inkoopfactuur)',
	},
};

/** Purchase invoices (inkoopfacturen): what is open with suppliers, only read. */
export const purchaseInvoice: Resource = {
	name: 'Purchase Invoice (Inkoopfactuur)',
	operations: {
		getMany: getMany(kind, {
			changedSince: true,
			conditions: [
				['Changed On', 'ModifiedOn', 'date'],
				['Due Date', 'VervalDatum', 'date'],
				['Invoice Amount', 'FactuurBedrag', 'number'],
				['Invoice Date', 'FactuurDatum', 'date'],
				['Invoice Number', 'Factuurnummer', 'text'],
				['Open Amount', 'OpenstaandSaldo', 'number'],
				['Relation ID', 'Relatie/Id', 'id'],
			],
		}),
	},
	start: 'getMany',
};
