import { answerOData, answerOne } from '../answers';
import { entities } from '../odata';
import type { Resource } from '../routing';
import { renderInvoice } from '../salesInvoices';

/** Sales invoices (verkoopfacturen): one behind every sales entry, only read. */
export const salesInvoices: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'verkoopfacturen',
			scopes: ['orders:read'],
			answer: (request, books) =>
				answerOData(
					books.ledger.salesInvoices.map(renderInvoice),
					request,
					entities.verkoopfacturen,
					books,
				),
		},
		{
			method: 'GET',
			path: 'verkoopfacturen/:id',
			scopes: ['orders:read'],
			answer: (request, { ledger }) => answerOne(ledger.salesInvoices.map(renderInvoice), request),
		},
	],
};
