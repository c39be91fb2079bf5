import type { Kind } from '../../blocks/operations';
import { simplifySalesInvoice } from '../../simplify';

export const salesInvoiceKind: Kind = {
	singular: 'sales invoice',
	plural: 'sales invoices',
	path: '/verkoopfacturen',
	simplify: simplifySalesInvoice,
	id: {
		name: 'salesInvoiceId',
		displayName: 'Sales Invoice ID',
		description: "The 'ID' that Get Many returns",
	},
};
